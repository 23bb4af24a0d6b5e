import type { Item, ItemSet, Step, WallMode } from '../../script.ts';
import { answeredStepOf, setOf } from '../../script-queries.ts';
import { wallModeOf } from '../../session/evolve/steps.ts';
import { activeUnits, countedSteps, currentStep, isOnWall } from '../../session/selectors.ts';
import type { Answer, SessionState, Unit } from '../../session/state.ts';
import { type Subgroup, subgroupsOf } from '../../session/subgroups.ts';
import { get } from '../../session/table.ts';

/** The step whose answers the wall shows in the current step. */
export function answeredHere(state: SessionState): Step | undefined {
  const step = currentStep(state);
  return step && answeredStepOf(state.script, step);
}

/** The answer in the spotlight, if the room may read it. */
export function spotlitAnswer(state: SessionState): Answer | undefined {
  const answer = state.spotlight ? get(state.answers, state.spotlight) : undefined;
  return answer && isOnWall(state, answer) ? answer : undefined;
}

/** Nobody is thanked while a question is still open. */
export const pictureIn = (state: SessionState, mode: WallMode): WallMode =>
  mode === 'thanks' && state.closedAt === null && currentStep(state)?.prompts.length ? 'progress' : mode;

/** What is drawn: blank wins, then the end of the session; a spotlight on nothing gives way to the step's own picture. */
export function sceneOf(state: SessionState): WallMode {
  if (state.wall.blank) return 'blank';
  if (state.closedAt !== null) return 'thanks';
  if (state.wall.mode === 'thanks') return pictureIn(state, 'thanks');
  if (state.wall.mode !== 'spotlight' || spotlitAnswer(state)) return state.wall.mode;
  const step = currentStep(state);
  const own = step ? wallModeOf(step) : 'blank';
  return own === 'spotlight' ? 'blank' : own;
}

/** The wall shows this answer now: it is not blank, and shows no other picture. */
export const isInLight = (state: SessionState, answer: string): boolean =>
  state.spotlight === answer && sceneOf(state) === 'spotlight';

/** The set that the current step talks about. */
export function shownSet(state: SessionState): ItemSet | undefined {
  const step = currentStep(state);
  const answered = answeredHere(state);
  return (step && setOf(state.script, step)) ?? (answered && setOf(state.script, answered));
}

const isDrawn = (set: ItemSet) => set.items.some((item) => item.place);

/** The set that the figure draws: the step's own where it has places, else the first of the script that has. */
export function figureSet(state: SessionState): ItemSet | undefined {
  const own = shownSet(state);
  return own && isDrawn(own) ? own : state.script.itemSets.find(isDrawn);
}

/** The item that is read: the one that the desk chose, else the first; undefined where the set is read as a list. */
export function readItem(state: SessionState): Item | undefined {
  const items = shownSet(state)?.items ?? [];
  const chosen = items.find((item) => item.id === state.wall.item);
  if (chosen) return chosen;
  const kind = shownSet(state)?.kind;
  return kind === 'list' || kind === 'columns' ? undefined : items.find((item) => item.place !== 'before');
}

/** Units by subgroup, in the script's order; one nameless group where there are no subgroups. */
export function unitsBySubgroup(state: SessionState): { subgroup: Subgroup | null; units: Unit[]; people: number }[] {
  const units = activeUnits(state);
  const names = subgroupsOf(state);
  const people = (list: readonly Unit[]) => list.reduce((sum, unit) => sum + unit.people, 0);
  const groups = names
    .map((subgroup) => ({ subgroup, units: units.filter((unit) => unit.subgroup === subgroup.id) }))
    .filter((group) => group.units.length > 0);
  const others = units.filter((unit) => !names.some((name) => name.id === unit.subgroup));
  return [...groups, ...(others.length ? [{ subgroup: null, units: others }] : [])].map((group) => ({
    ...group,
    people: people(group.units),
  }));
}

/** The programme, with where we are; a script without one shows its steps. */
export function agendaOf(
  state: SessionState,
): { title: Step['title']; now: boolean; past: boolean; minutes: number }[] {
  const { script } = state;
  const counted = countedSteps(state).filter(({ id }) => !state.added.includes(id));
  const points = script.agenda.length
    ? script.agenda
    : counted.map((step) => ({ title: step.title, steps: [step.id] as string[] }));
  const at = points.findIndex((point) => point.steps.includes(state.step));
  return points.map(({ title, steps }, i) => ({
    title,
    now: i === at,
    past: i < at,
    minutes: counted.filter((step) => steps.includes(step.id)).reduce((sum, step) => sum + step.minutes, 0),
  }));
}
