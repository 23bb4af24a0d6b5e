import type { Text } from '../../script.ts';
import type { SessionState } from '../../session/state.ts';
import { type Group, groupCounts } from './groups.ts';
import { visibleAnswers } from './judged.ts';
import { answeredHere } from './scene.ts';

/** What was chosen, counted: every option with how many chose it, also those that nobody chose; `many`: one may count in several. */
export type ChoiceCount = {
  id: string;
  title: Text;
  n: number;
  many: boolean;
  options: { id: string; label: Text; count: number }[];
};

/** The choices beside the cards of a group; those of a boundary situation stand on its own card. */
export function groupChoices(state: SessionState, { item, prompt }: Group): ChoiceCount[] {
  const step = answeredHere(state);
  if (!step) return [];
  const shown = visibleAnswers(state, step).filter((answer) => !item || answer.item === item.id);
  return step.prompts
    .filter(({ id, about }) => about !== 'boundarySituation' && (!prompt || prompt.id === id))
    .flatMap(({ id, title, fields }) =>
      fields.flatMap((field) => {
        // Whether one's own words are kept is nothing for the room.
        if (field.kind !== 'choice' || field.options.some(({ withdraws }) => withdraws)) return [];
        const chosen = shown.flatMap((answer) => {
          const value = answer.prompt === id ? answer.values[field.id] : undefined;
          return value?.kind === 'choice' && value.choices.length ? [value.choices] : [];
        });
        const options = field.options.map((option) => ({
          ...option,
          count: chosen.filter((choices) => choices.includes(option.id)).length,
        }));
        return chosen.length
          ? [{ id: `${id}/${field.id}`, title: field.label ?? title, n: chosen.length, many: field.many, options }]
          : [];
      }),
    );
}

/** How many judged or chose, of the question that most did: also who wrote nothing beside it. */
export const judgedIn = (state: SessionState, group: Group): number =>
  Math.max(
    0,
    ...groupCounts(state, group).map(({ count }) => count.n + count.unknown + count.split),
    ...groupChoices(state, group).map(({ n }) => n),
  );
