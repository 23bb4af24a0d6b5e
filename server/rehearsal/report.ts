import type { Late, RehearsalReport, RehearsedStep } from '../../shared/rehearsal.ts';
import type { Item, Step } from '../../shared/script.ts';
import { itemsOf } from '../../shared/script-queries.ts';
import { answersOf, countedSteps, runOf, seatOf, textOf, unitOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Need } from './working.ts';

const minute = 60_000;
/** To tenths: more would promise what assumptions cannot hold. */
const inMinutes = (milliseconds: number): number => Math.round(milliseconds / (minute / 10)) / 10;

function lateOf(state: SessionState, { unit, seats }: Need): Late {
  const seated = unitOf(state, unit);
  if (!seated) return { name: textOf(state, seatOf(state, unit)?.name ?? null) };
  const people = seats.reduce((sum, seat) => sum + (seatOf(state, seat)?.people ?? 0), 0);
  return { number: seated.number, people };
}

/** All of them; not a pair that goes on in a four. */
const haveLeft = (state: SessionState, seats: readonly string[]): boolean =>
  seats.every((seat) => (seatOf(state, seat)?.gone ?? null) !== null);

const titled = (item: Item) => ({ id: item.id, title: item.title ?? item.text ?? { nl: item.id, en: item.id } });

/** Items of a step that nobody answered anything about; of a list that is judged as a whole none. */
function emptyItems(state: SessionState, step: Step) {
  if (step.prompts.length === 0 || !step.items || step.items.as === 'list') return [];
  const answered = new Set(answersOf(state, step.id).flatMap(({ withdrawn, item }) => (withdrawn ? [] : [item])));
  return itemsOf(state.script, step)
    .filter(({ id }) => !answered.has(id))
    .map(titled);
}

function stepOf(state: SessionState, step: Step, needs: readonly Need[]): RehearsedStep {
  const own = needs.filter((need) => need.step === step.id && !haveLeft(state, need.seats));
  const played = runOf(state, step.id) !== undefined;
  const late = own.filter(({ needed }) => needed > step.minutes * minute && step.minutes > 0);
  return {
    ...{ step: step.id, title: step.title, planned: step.minutes, played, asked: own.length },
    alone: step.form === 'individual',
    needed: own.length ? inMinutes(Math.max(...own.map(({ needed }) => needed))) : null,
    late: late.map((need) => lateOf(state, need)),
    empty: played ? emptyItems(state, step) : [],
  };
}

/** Planned minutes beside those that the played people needed, and what stayed empty: what they need counts by their assumed pace, however early a step was closed. */
export function reportOf(state: SessionState, needs: readonly Need[]): RehearsalReport {
  const steps = countedSteps(state).map((step) => stepOf(state, step, needs));
  const sum = (of: (step: RehearsedStep) => number) =>
    inMinutes(steps.reduce((all, step) => all + of(step), 0) * minute);
  return {
    steps,
    minutes: {
      available: state.script.minutes,
      planned: sum(({ planned }) => planned),
      // Nobody goes on before the time that a talk or a presentation is given.
      needed: sum(({ planned, needed }) => needed ?? planned),
    },
  };
}
