/** The codes: what was talked about, what was asked and how it was judged cross one another on each answer. */
import { groupBy } from '../../../shared/group-by.ts';
import { conclusionKinds, proposalDecisions } from '../../../shared/harvest.ts';
import type { Field, Prompt, Step, Text } from '../../../shared/script.ts';
import { noteKinds } from '../../../shared/script.ts';
import { hasCards, questionsOf, say, scaleOf } from '../../../shared/script-queries.ts';
import { isFeedback } from '../../../shared/session/feedback.ts';
import { titleOfItem } from '../../../shared/views/summary/items.ts';
import type { ExportSource } from '../export-source.ts';
import { guidsOf } from './guids.ts';
import { uniqueNames } from './names.ts';

/** `codable` false: a folder of codes. */
export type Code = { guid: string; name: string; about: string; codable: boolean; codes: Code[] };

type Wanted = { key: string[]; name: string; apart?: string; about?: string };

export type Codebook = {
  codes: Code[];
  /** The code's guid; undefined where there is no such code. */
  guidOf: (...key: string[]) => string | undefined;
  /** By its title: what is drawn from answers names its item by no more than that. */
  itemCalled: (title: string) => string | undefined;
};

/** In every language, so that a code is the same one whatever the session speaks. */
const wordingOf = ({ quote, nl, en }: Text): string[] => [quote ?? nl ?? '', en ?? ''];

/** One question, wherever it is asked in the same words; but asked of one thing twice, it is another each time. */
export const promptKey = (step: Step, prompt: Prompt, steps: readonly Step[]): string[] => {
  const again = steps.some(
    (other) =>
      other.id !== step.id && other.items?.set === step.items?.set && other.prompts.some(({ id }) => id === prompt.id),
  );
  const [first] = hasCards(step) ? step.prompts : [];
  return ['prompt', (first ?? prompt).id, ...(again ? [step.id] : wordingOf(prompt.title))];
};

/** The steps that ask what a reader may know. */
export const askingSteps = ({ state }: Pick<ExportSource, 'state'>): Step[] =>
  state.script.steps.filter((step) => step.prompts.length > 0 && !isFeedback(step));

export const judgementKey = (label: string): string[] => ['judgement', label.toLowerCase()];

export function codebookOf(source: ExportSource): Codebook {
  const { state, language, words } = source;
  const { refi } = words;
  const guid = guidsOf(state.session);
  const unique = uniqueNames();
  const known = new Map<string, string>();
  const titles = new Map<string, string>();
  const told = (text: Text | undefined) => say(text, language);
  const steps = askingSteps(source);

  function leaf({ key, name, apart, about = '' }: Wanted): Code[] {
    const id = JSON.stringify(key);
    if (known.has(id)) return [];
    const code = { guid: guid('code', ...key), name: unique(name, apart), codable: true, codes: [] };
    known.set(id, code.guid);
    return [{ ...code, about: about || (code.name === name ? '' : name) }];
  }
  function folder(key: string[], name: string, about: string, codesOf: () => Code[], apart?: string): Code[] {
    const code = { guid: guid('folder', ...key), name: unique(name, apart), about, codable: false };
    const codes = codesOf();
    return codes.length ? [{ ...code, codes }] : [];
  }

  const items = () =>
    state.script.itemSets.flatMap((set) => {
      const asking = steps.filter((step) => step.items?.set === set.id);
      if (asking.length === 0) return [];
      const codesOf = () => [
        ...set.items
          .filter(({ place }) => place !== 'before' && place !== 'after')
          .flatMap((item) => {
            const title = told(titleOfItem(item));
            const about = item.title ? told(item.text) : '';
            const codes = leaf({ key: ['item', set.id, item.id], name: title, apart: told(set.title), about });
            for (const { guid } of codes) if (!titles.has(title)) titles.set(title, guid);
            return codes;
          }),
        ...(asking.some((step) => step.items?.as === 'list')
          ? leaf({ key: ['item', set.id, ''], name: refi.wholeList(told(set.title)) })
          : []),
      ];
      return set.items.length > 1
        ? folder(['set', set.id], told(set.title), told(set.citation), codesOf, refi.facets.items)
        : codesOf();
    });

  const asked = steps.flatMap((step) => questionsOf(step).map((prompt) => ({ step, prompt })));
  const prompts = () =>
    asked.flatMap(({ step, prompt }) =>
      leaf({
        key: promptKey(step, prompt, steps),
        name: told(prompt.title),
        apart: told(step.title),
        about: told(prompt.help),
      }),
    );

  const fields = asked.flatMap(({ step, prompt }) => prompt.fields.map((field) => ({ step, prompt, field })));
  const judgements = () => [
    ...fields.flatMap(({ field }) =>
      scaleOf(state.script, field).flatMap(({ label }) => {
        const name = told(label);
        return leaf({ key: judgementKey(name), name, apart: refi.judgement });
      }),
    ),
    ...(steps.some((step) => step.split) ? leaf({ key: ['split'], name: refi.split, apart: refi.judgement }) : []),
  ];

  /** By their question and label: the same choices may be asked again in a later step. */
  const choices = () =>
    [...groupBy(fields, ({ step, prompt, field }) => JSON.stringify(choiceKey(step, prompt, field, steps)))].flatMap(
      ([, [one]]) => {
        if (one?.field.kind !== 'choice') return [];
        const { step, prompt, field } = one;
        const key = choiceKey(step, prompt, field, steps);
        const name = told(field.label) || told(prompt.title);
        const options = field.options.filter(({ withdraws }) => !withdraws);
        const codesOf = () =>
          options.flatMap(({ id, label }) => leaf({ key: [...key, id], name: told(label), apart: name }));
        return folder(key, name, '', codesOf, refi.facets.choices);
      },
    );

  const notes = () =>
    noteKinds.flatMap((kind) => leaf({ key: ['note', kind], name: refi.noteKinds[kind], apart: refi.facets.notes }));

  const drawn = () => [
    ...conclusionKinds.flatMap((kind) => leaf({ key: ['drawn', kind], name: refi.drawnKinds[kind] })),
    ...leaf({ key: ['minority'], name: refi.minority }),
    ...proposalDecisions.flatMap((decision) =>
      leaf({ key: ['decision', decision], name: refi.decisions[decision], apart: refi.drawnKinds.proposal }),
    ),
  ];

  const { facets } = refi;
  const codes = [
    ...folder(['items'], facets.items, '', items),
    ...folder(['prompts'], facets.prompts, '', prompts),
    ...folder(['judgements'], facets.judgements, '', judgements),
    ...folder(['choices'], facets.choices, '', choices),
    ...folder(['notes'], facets.notes, '', notes),
    ...folder(['drawn'], facets.drawn, '', drawn),
  ];
  return {
    codes,
    guidOf: (...key) => known.get(JSON.stringify(key)),
    itemCalled: (title) => titles.get(title),
  };
}

export const choiceKey = (step: Step, prompt: Prompt, field: Field, steps: readonly Step[]): string[] => [
  'choice',
  ...promptKey(step, prompt, steps),
  field.id,
];
