/** The answers as a reader may know them, one by one: no hidden ones, no words of withdrawn ones, no names, no seat ids. */

import type { Field, Item, Prompt, Step, Text } from '../../shared/script.ts';
import { scaleOf, setOf, stepOf } from '../../shared/script-queries.ts';
import { isFeedback } from '../../shared/session/feedback.ts';
import { isChanged, isFromPaper, isOnWall, isUndone, textOf, unitOf } from '../../shared/session/selectors.ts';
import type { Answer, SessionState } from '../../shared/session/state.ts';
import { subgroupNamed } from '../../shared/session/subgroups.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { toldTitle } from '../../shared/views/summary/added.ts';
import { peopleBehind, sizeNamed } from '../../shared/views/summary/people.ts';
import type { ExportSource } from './export-source.ts';
import { drawLabels } from './labels.ts';

export type ReadableAnswer = {
  label: string;
  /** Null where each person answers. */
  number: number | null;
  people: number;
  /** How many were to answer as one. */
  size: number;
  subgroup: Text | null;
  /** For what may be told about who they are: see `perspectives.ts`. */
  unit: string;
  step: Step;
  item: Item | null;
  /** Where the desk lets its words be read, if that is another item. */
  movedTo: Item | null;
  prompt: Prompt;
  fields: { field: Field; value: FieldContent }[];
  stars: number;
  onWall: boolean;
  withdrawn: boolean;
  /** Where it was put together with others; its name is empty where nobody gave it one. */
  theme: { number: number; name: string } | null;
  /** Entered at the desk. */
  paper: boolean;
  /** Sent after the step was closed. */
  late: boolean;
  /** Rounded down to the minute, ISO 8601 in UTC. */
  submitted: string;
  changed: string | null;
};

export type FieldContent =
  | { kind: 'judgement'; choices: Text[]; ids: string[]; voices?: number[] }
  | { kind: 'text'; text: string }
  | { kind: 'choice'; choices: Text[]; ids: string[] }
  | { kind: 'marks'; items: string[] }
  | { kind: 'date'; date: string };

const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}Z`;

function chosenFrom(options: readonly { id: string; label: Text }[], choices: readonly string[]) {
  const chosen = choices.flatMap((id) => options.find((option) => option.id === id) ?? []);
  return { choices: chosen.map(({ label }) => label), ids: chosen.map(({ id }) => id) };
}

function contentOf(state: SessionState, answer: Answer, field: Field): FieldContent | undefined {
  const value = answer.values[field.id];
  if (!value || value.kind !== field.kind) return undefined;
  switch (value.kind) {
    case 'text': {
      const text = textOf(state, value.text);
      return text ? { kind: 'text', text } : undefined;
    }
    case 'judgement': {
      const chosen = chosenFrom(scaleOf(state.script, field), value.choices);
      return { kind: value.kind, ...chosen, ...(value.voices && { voices: [...value.voices] }) };
    }
    case 'choice':
      return { kind: value.kind, ...chosenFrom(field.kind === 'choice' ? field.options : [], value.choices) };
    case 'marks':
      return { kind: 'marks', items: [...value.items] };
    case 'date':
      return { kind: 'date', date: value.date };
  }
}

/** A boundary situation that was never released is the facilitator's to read: the phone said so. */
function waits(state: SessionState, answer: Answer): boolean {
  const prompt = stepOf(state.script, answer.step)?.prompts.find(({ id }) => id === answer.prompt);
  return prompt?.about === 'boundarySituation' && !answer.released && !answer.withdrawn;
}

const itemNamed = (state: SessionState, step: Step, item: string | null): Item | null =>
  setOf(state.script, step)?.items.find(({ id }) => id === item) ?? null;

function themeOf(state: SessionState, { theme: id }: Answer): ReadableAnswer['theme'] {
  const theme = id === null ? undefined : get(state.themes, id);
  return theme ? { number: theme.number, name: textOf(state, theme.name) } : null;
}

/** In the order of the script, and within a question as they came. */
export function readableAnswers({
  log,
  state,
  people,
}: Pick<ExportSource, 'log' | 'state' | 'people'>): ReadableAnswer[] {
  const labelOf = drawLabels(people, state);
  const firstAt = new Map(log.map((event) => [event.seq, event.at]));
  const stepPlace = new Map(state.script.steps.map((step, place) => [step.id, place]));
  const place = (answer: Answer) => stepPlace.get(answer.step) ?? 0;
  return [...valuesOf(state.answers)]
    .filter((answer) => !answer.hidden && !isUndone(answer) && !waits(state, answer))
    .sort((a, b) => place(a) - place(b) || a.firstSeq - b.firstSeq)
    .flatMap((answer) => {
      const step = stepOf(state.script, answer.step);
      const prompt = step?.prompts.find((known) => known.id === answer.prompt);
      if (!step || !prompt || isFeedback(step)) return [];
      const unit = unitOf(state, answer.unit);
      return [
        {
          ...{ label: labelOf(answer), number: answer.number, unit: answer.unit, prompt },
          step: { ...step, title: toldTitle(state, step) },
          ...{ people: peopleBehind(state, answer), size: sizeNamed(state, answer) },
          subgroup: subgroupNamed(state, unit?.subgroup ?? null)?.label ?? null,
          item: itemNamed(state, step, answer.item),
          movedTo: itemNamed(state, step, answer.movedTo),
          fields: prompt.fields.flatMap((field) => {
            const value = contentOf(state, answer, field);
            return value ? [{ field, value }] : [];
          }),
          stars: Object.keys(answer.stars).length,
          onWall: isOnWall(state, answer),
          withdrawn: answer.withdrawn,
          theme: themeOf(state, answer),
          paper: isFromPaper(answer),
          late: answer.late,
          submitted: minute(firstAt.get(answer.firstSeq) ?? answer.at),
          changed: isChanged(answer) && !answer.withdrawn ? minute(answer.at) : null,
        },
      ];
    });
}
