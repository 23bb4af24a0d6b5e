// A session for tests of the wall, folded from events as a wall gets them.
import type { Event, Logged, StoredValues } from '../../shared/events.ts';
import type { Prompt, Script } from '../../shared/script.ts';
import { answerableItems, scaleOf, stepOf } from '../../shared/script-queries.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { answerIdOf, type SessionState } from '../../shared/session/state.ts';

const wallTexts = [
  'Bij bezuinigen gaat ontwikkelen er als eerste uit. Hoort dat niet ook in dit model?',
  'Lef.',
  'Herkenbaar, maar bij ons hangt het aan één persoon. Als onze grenswerker vrij is, is de werkplaats ook vrij.',
  'Fouten mogen maken staat op papier. In het teamoverleg hoor je ze zelden.',
  'Sinds studenten zelf de dagstart leiden, stellen begeleiders elkaar ineens vragen. Dat was er daarvoor niet.',
  'Reflectie staat om half vijf gepland. Precies als de dienst wisselt.',
] as const;
export const situation =
  'Een student zag dat medicijnen dubbel waren gegeven. Ze wist niet of ze dat mocht zeggen, want haar begeleider stond ernaast. Ze vertelde het pas op school. We hebben het daarna samen in het team besproken, met de cliënt erbij.';

type Words = Readonly<Record<string, string>>;

/** Folds events as they come, numbering them. */
export function fold(state: SessionState, ...events: (Event & { texts?: Words })[]): SessionState {
  return events.reduce<SessionState>((now, event) => {
    const logged = { ...event, seq: now.seq + 1, at: 1_700_000_000_000 + now.seq * 1000, by: '' } as Logged;
    return evolve(now, logged);
  }, state);
}

/** Planned, with `units` pairs over the script's subgroups. */
export function plannedSession(script: Script, units = 12): SessionState {
  const names = script.subgroups?.names ?? [];
  return fold(
    initialState(),
    {
      type: 'SessionPlanned',
      session: 'wall-test',
      script,
      scriptHash: 'x',
      language: 'nl',
      title: 't1',
      date: '2026-11-23',
      place: 't2',
      partner: 't3',
      collaboration: 't4',
      texts: { t1: 'Werkplaats Wijk & Welzijn', t2: 'Eindhoven', t3: 'De Combinatie', t4: 'BIC' },
    },
    {
      type: 'UnitsFormed',
      step: null,
      size: 2,
      units: Array.from({ length: units }, (_, i) => ({
        unit: `u${i + 1}`,
        number: i + 1,
        seats: [],
        people: i === 4 ? 3 : 2,
        subgroup: names.length ? (names[i % names.length]?.id ?? null) : null,
      })),
    },
  );
}

type Given = { unit: string; item: string; prompt: Prompt; index: number; text: string };

function valuesFor(state: SessionState, given: Given, texts: Record<string, string>): StoredValues {
  const values: StoredValues = {};
  for (const field of given.prompt.fields) {
    const id = `x-${given.unit}-${given.item}-${given.prompt.id}-${field.id}`;
    if (field.kind === 'judgement') {
      const scale = scaleOf(state.script, field);
      const options = scale.map((option) => option.id);
      const choice =
        options[(given.index * 5 + given.prompt.id.length) % 7 > 3 ? given.index % options.length : 0] ?? '';
      const split = given.index % 7 === 3;
      values[field.id] = { kind: 'judgement', choices: split ? options.slice(0, 2) : [choice] };
    } else if (field.kind === 'text') {
      texts[id] = given.text;
      values[field.id] = { kind: 'text', text: id };
    } else if (field.kind === 'choice') {
      values[field.id] = { kind: 'choice', choices: field.options.slice(0, 2).map((option) => option.id) };
    } else if (field.kind === 'marks') {
      const items = state.script.itemSets.find((set) => set.kind === 'list')?.items ?? [];
      const marked = items.filter((_, i) => (given.index * (i + 2)) % 5 === 1).map((item) => item.id);
      values[field.id] = { kind: 'marks', items: marked.slice(0, 3) };
    }
  }
  return values;
}

/** `count` units answer everything of a step; each answer is released, so that the room may read it. */
export function answered(
  state: SessionState,
  stepId: string,
  count: number,
  textOf: (index: number, prompt: Prompt) => string = (i, prompt) =>
    prompt.about ? situation : (wallTexts[i % wallTexts.length] ?? ''),
): SessionState {
  const step = stepOf(state.script, stepId);
  if (!step) throw new Error(`no step ${stepId}`);
  let next = fold(state, { type: 'StepOpened', step: stepId, endsAt: null });
  for (let index = 0; index < count; index++) {
    const unit = `u${index + 1}`;
    for (const item of answerableItems(state.script, step)) {
      for (const prompt of step.prompts) {
        const texts: Record<string, string> = {};
        const text = textOf(index, prompt);
        const answer = answerIdOf({ step: stepId, unit, item, prompt: prompt.id });
        const values = valuesFor(state, { unit, item, prompt, index, text }, texts);
        next = fold(
          next,
          {
            type: 'AnswerSubmitted',
            ...{ answer, unit, step: stepId, item, prompt: prompt.id, seat: null, version: 1, late: false, values },
            ...{ number: index + 1, firstSeq: next.seq + 1, texts },
          },
          { type: 'AnswerReleased', answer, released: true },
        );
      }
    }
  }
  return fold(next, { type: 'StepRevealed', step: stepId, revealed: true }, { type: 'StepClosed', step: stepId });
}

export const opened = (state: SessionState, step: string, endsAt: number | null = null): SessionState =>
  fold(state, { type: 'StepOpened', step, endsAt });

/** A conclusion or, each second time, a proposal of each text; c1 is the first. */
export const concluded = (state: SessionState, texts: readonly string[], item: string | null): SessionState =>
  texts.reduce(
    (next, text, i) =>
      fold(next, {
        type: 'ConclusionDrawn',
        ...{ conclusion: `c${i + 1}`, kind: i % 2 ? 'proposal' : 'conclusion', text: `c${i + 1}-text`, item },
        ...{ answers: ['model-duo/u1/o6/clear'], notes: [], texts: { [`c${i + 1}-text`]: text } },
      }),
    state,
  );
