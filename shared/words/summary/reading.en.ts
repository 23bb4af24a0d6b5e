import type { reading as dutch } from './reading.nl.ts';

export const reading: typeof dutch = {
  contents: 'In this summary',
  toProposals: 'To the proposals for the text',
  more: (n, withdrawn) => {
    if (n === 0) return `${withdrawn} more withdrawn`;
    const answers = n === 1 ? '1 more answer' : `${n} more answers`;
    return withdrawn ? `${answers}, and ${withdrawn} withdrawn` : answers;
  },
  moreSituations: (n) => (n === 1 ? '1 more boundary situation' : `${n} more boundary situations`),
  restsOn: (n, from) => `rests on ${n === 1 ? '1 answer' : `${n} answers`} of ${from}`,
  silent: (n) => `${n} did not react.`,
  quoted: (n) =>
    n === 1
      ? '1 chosen answer already stands with a conclusion or proposal.'
      : `${n} chosen answers already stand with a conclusion or proposal.`,
  about: (item) => `on: ${item}`,
  dealt: (units, of, name) => `Discussed by ${units} of ${of} ${name}.`,
  dealtAll: 'Each part was discussed by some of the room. It says by how many.',
  text: 'Read what was discussed',
  judged: 'What was discussed',
  recognised: (n, units) => `recognised by ${n} ${units}`,
  themes: 'Themes that the facilitator made',
  orderDifference: 'Where the numbers are equal, the difference between subgroups counts.',
  orderScript: 'Where the numbers are equal, the order of the text holds.',
  orderScriptThen: 'After that the order of the text holds.',
  madeOf: 'Made of these notes',
  unreleased: 'Not released: readers do not see this',
  notReleased: 'not released',
  release: 'Release',
  releasedDone: 'The boundary situation is released.',
  unreleasedCount: (n) =>
    n === 1 ? '1 boundary situation is not released.' : `${n} boundary situations are not released.`,
};
