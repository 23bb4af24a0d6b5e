/** What played people fill in: each text says that it is for practice, so that nobody takes it for what somebody said. */
import type { FieldValue, FieldValues } from '../../shared/commands.ts';
import type { Field, Language, Prompt, Script, Step } from '../../shared/script.ts';
import { itemsOf, scaleOf } from '../../shared/script-queries.ts';
import type { Chance } from './chance.ts';

const sentences: Record<Language, readonly string[]> = {
  nl: [
    'Oefenantwoord: dit herkennen we.',
    'Oefenantwoord: bij ons gaat dit anders, vooral als het druk is.',
    'Oefenantwoord: een voorbeeld erbij zou helpen.',
    'Oefenantwoord: we waren het hier niet meteen over eens. De een ziet het elke week, de ander nog nooit.',
    'Oefenantwoord: kort en goed.',
    'Oefenantwoord: hier willen we straks graag verder over praten, want het raakt aan wat er vorige maand gebeurde.',
  ],
  en: [
    'Practice answer: we recognise this.',
    'Practice answer: it goes differently with us, above all when it is busy.',
    'Practice answer: an example would help.',
    'Practice answer: we did not agree at once. One of us sees it every week, the other never did.',
    'Practice answer: short and good.',
    'Practice answer: we would like to talk about this later on, for it touches on what happened last month.',
  ],
};

export const personName = (language: Language, number: number): string =>
  language === 'nl' ? `Oefenpersoon ${number}` : `Practice person ${number}`;
export const practiceItem = (language: Language, number: number): string =>
  language === 'nl' ? `Oefenonderdeel ${number}` : `Practice item ${number}`;

/** Ours: how often somebody leaves a field open that may be, and how often two differ who may say so. */
const leavesOpen = 0.45;
const differs = 0.12;

type Filling = { script: Script; step: Step; prompt: Prompt; language: Language; people: number; today: string };

function valueFor(field: Field, judged: string | undefined, filling: Filling, chance: Chance): FieldValue | undefined {
  const { script, step, language, people, today } = filling;
  if (field.optional && chance.isSo(leavesOpen)) return undefined;
  switch (field.kind) {
    case 'judgement': {
      const first = judged ?? '';
      const other = chance.pick(scaleOf(script, field))?.id;
      const isSplit = step.split && people > 1 && other !== first && chance.isSo(differs);
      return { kind: 'judgement', choices: isSplit && other ? [first, other] : [first] };
    }
    case 'text': {
      if (field.askedAt && !(judged && field.askedAt.includes(judged))) return undefined;
      return { kind: 'text', text: [...chance.pick(sentences[language])].slice(0, field.max).join('') };
    }
    case 'choice': {
      const kept = field.options.filter(({ withdraws }) => !withdraws).map(({ id }) => id);
      return { kind: 'choice', choices: chance.some(kept, field.many ? 1 + chance.below(2) : 1) };
    }
    case 'marks':
      return {
        kind: 'marks',
        items: chance.some(
          itemsOf(script, step).map(({ id }) => id),
          1 + chance.below(2),
        ),
      };
    case 'date':
      return { kind: 'date', date: today };
  }
}

/** What is filled in of a prompt: never nothing. */
export function practiceValues(filling: Filling, chance: Chance): FieldValues {
  const { script, prompt } = filling;
  const scale = prompt.fields.flatMap((field) => scaleOf(script, field));
  // Most say yes, whatever the scale calls it: the ends of it more than what lies outside.
  const counted = scale.filter((option) => option.counted);
  const judged = scale.length ? chance.pick(chance.isSo(0.92) && counted.length ? counted : scale).id : undefined;
  const values: FieldValues = {};
  for (let tries = 0; tries < 20 && Object.keys(values).length === 0; tries++) {
    for (const field of prompt.fields) {
      const value = valueFor(field, judged, filling, chance);
      if (value) values[field.id] = value;
    }
  }
  return values;
}

export const writtenIn = (values: FieldValues): string =>
  Object.values(values)
    .map((value) => (value.kind === 'text' ? value.text : ''))
    .join(' ')
    .trim();
