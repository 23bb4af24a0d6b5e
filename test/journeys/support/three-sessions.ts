/** Three sessions of the WIN script, played: the second stopped half way and had another question, the third named themes. */
import { archiveOf } from '../../../server/exports/archive.ts';
import type { FieldValues } from '../../../shared/commands.ts';
import type { Script } from '../../../shared/script.ts';
import { scaleOf } from '../../../shared/script-queries.ts';
import { playSession, type Writer, winScript } from '../../shared/summary-session.ts';

const said = [
  'Vooral als er tijd is om samen te kijken wat iemand nodig heeft.',
  'Bij ons in de wijk gaat dat al jaren zo, maar niemand noemde het een werkplaats.',
  'Niet voor iedereen: de cliënt zit er vaak pas aan het eind bij.',
  'Samen leren lukt, samen onderzoeken komt er niet van. Daar mist een rustige plek voor, en iemand die de vragen bewaart tot de volgende keer.',
  'Ja.',
];
const scales = ['ja', 'ja', 'deels', 'nee', 'weet-niet'];

const writerFor =
  (script: Script, shift: number): Writer =>
  (step, prompt, unit, item) => {
    const values: FieldValues = {};
    let judged = '';
    for (const [i, field] of prompt.fields.entries()) {
      if (field.kind === 'judgement') {
        const scale = scaleOf(script, field).map(({ id }) => id);
        judged = scales[(unit * 2 + item.length + shift) % scales.length] ?? '';
        if (scale.length && !scale.includes(judged)) judged = scale[0] ?? '';
        const isSplit = step.split && unit === 2 + shift;
        values[field.id] = { kind: 'judgement', choices: isSplit ? ['ja', 'nee'] : [judged] };
      } else if (field.kind === 'text' && (!field.askedAt || field.askedAt.includes(judged))) {
        values[field.id] = { kind: 'text', text: said[(unit + shift + i) % said.length] ?? '' };
      } else if (field.kind === 'choice') {
        const option = field.options[(unit + shift) % field.options.length];
        values[field.id] = { kind: 'choice', choices: option ? [option.id] : [] };
      } else if (field.kind === 'marks') {
        values[field.id] = { kind: 'marks', items: unit % 3 === 0 ? ['k3', 'k5'] : [] };
      }
    }
    return unit % 7 === 6 && step.id !== 'def-duo' ? null : values;
  };

const roles = ['student', 'professional', 'docent', 'client'];
type Plan = { date: string; place: string; partner: string; title: string; pairs: number; until?: string };

function played(session: string, { pairs, until, ...details }: Plan, script = winScript(), shift = 0) {
  const own = playSession(script, { session, ...details });
  for (let i = 0; i < pairs * 2; i++) own.join(1, [roles[i % roles.length] ?? ''], `Noorverhaal ${i}`);
  for (const step of script.steps.slice(1)) {
    own.open(step.id);
    if (step.prompts.length) own.answer(writerFor(script, shift));
    own.releaseAll(step.id);
    if (step.id === until) break;
  }
  const group = (name: string, from: number, to: number) => {
    const answers = own.answers('def-duo').slice(from, to);
    own.must({ type: 'GroupAnswers', step: 'def-duo', theme: null, answers: answers.map(({ answer }) => answer) });
    const made = own.log.findLast((event) => event.type === 'AnswersGrouped');
    if (made?.theme) own.must({ type: 'NameTheme', theme: made.theme, name });
  };
  return { own, group };
}

export const changedQuestion = 'Herkennen jullie dit in je eigen werk?';

/** As archives, to be brought in at the desk. */
export function threeSessions(): string[] {
  const changed = structuredClone(winScript());
  Object.assign(changed, { version: '1.1' });
  const prompt = changed.steps.find(({ id }) => id === 'def-duo')?.prompts[0];
  if (prompt) prompt.title = { nl: changedQuestion, en: 'Do you recognise this in your own work?' };
  const first = played('eerste', {
    ...{ date: '2026-11-23', place: 'Eindhoven', partner: 'Lunetzorg', title: 'Werkplaats Wijk & Welzijn', pairs: 12 },
  });
  first.group('Tijd tekort', 0, 5);
  first.group('Cliënt te laat erbij', 5, 8);
  const second = played(
    'tweede',
    {
      ...{ date: '2027-01-12', place: 'Tilburg', partner: 'De Wever', title: 'Werkplaats Ouderenzorg', pairs: 7 },
      until: 'ken-gesprek',
    },
    changed,
    1,
  );
  second.group('tijd tekort', 0, 4);
  second.group('Wie bewaart de vragen?', 4, 6);
  const third = played(
    'derde',
    {
      ...{ date: '2027-03-02', place: 'Den Bosch', partner: 'Vivent', title: 'Werkplaats Jeugd', pairs: 11 },
    },
    winScript(),
    2,
  );
  return [first, second, third].map(({ own }) => archiveOf(own.log));
}
