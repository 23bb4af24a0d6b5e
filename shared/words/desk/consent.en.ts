import type { consent as dutch } from './consent.nl.ts';
import { countOf } from './counting.en.ts';

export const consent: typeof dutch = {
  notice: {
    title: 'What participants read beforehand',
    help: 'The phone also says who sees what, how long it stays and how to withdraw it.',
    purpose: 'What are the answers for?',
    purposeEmpty: 'Left empty, it says:',
    contact: 'Whom can they ask?',
    contactExample: 'Left empty: your facilitator. Or a name, e-mail address or number.',
    research: 'Ask whether answers may be used in research',
    researchHelp: 'Each phone gets a tick of its own, which is off. A download for research follows those ticks.',
    fixed: 'People have joined. What it is for and the question about research stay as they read them.',
    save: 'Save',
    saved: 'Whoever comes in from now on reads it so.',
  },
  research: {
    title: 'Research',
    own: { true: 'Says yes to research', false: 'Does not say yes to research' },
    guest: {
      true: 'Who takes part without a phone says yes',
      false: 'Who takes part without a phone does not say yes',
    },
    noteYes: 'Note a yes',
    noteNo: 'Note a no',
    noted: (name, agrees) =>
      `Noted: ${name} says ${agrees ? 'yes' : 'no'} to research. The note says that you did this.`,
    byPhone: 'A yes is given on one’s own phone.',
  },
  erase: {
    button: 'Erase all of this person',
    title: (name) => `Erase all of ${name}?`,
    what: (alone, together) =>
      together === 0
        ? `${countOf(alone, 'answer', 'answers')} will go.`
        : `${countOf(alone + together, 'answer', 'answers')} will go, of which ${together} written with others.`,
    list: [
      'Also gone: name, role, opinions on conclusions, consent, and what was typed and not sent.',
      'Answers written together go as a whole, also for who wrote along.',
      'Conclusions that rest on them lose that ground.',
      'What stays is that somebody sat here, and what was ticked without words; without a name.',
      'What was downloaded already, you erase yourself.',
    ],
    noWay: 'This cannot be undone.',
    go: 'Erase all',
    done: (name) => `All of ${name} is erased.`,
    erased: 'erased',
  },
};
