import type { Step } from '../../script.ts';
import { stepOf } from '../../script-queries.ts';
import { clockLeft, ownOf, runOf } from '../selectors.ts';
import type { SessionState, StepRun } from '../state.ts';
import { withoutLights, withoutReleases } from './answers.ts';
import type { Evolutions } from './evolution.ts';
import { withTurnsAnew } from './turns.ts';

function withRun(state: SessionState, step: string, change: (run: StepRun) => StepRun): SessionState {
  const run = runOf(state, step);
  return run ? { ...state, runs: { ...state.runs, [step]: change(run) } } : state;
}

/** Milliseconds: so soon back from another step, a desk had slipped. */
const slipsFor = 30_000;

/** When a step was closed before it is opened now; a slip to another one and back closed nothing. */
function closedBefore(state: SessionState, step: string, at: number): number | null {
  const before = runOf(state, step);
  const closedAt = before?.closedAt ?? null;
  const isSlip = closedAt !== null && state.step !== step && at - closedAt < slipsFor;
  return (isSlip ? null : closedAt) ?? before?.closedBefore ?? null;
}

/** What subgroups have more, once everyone's clock counts from now: time that was over already is not given twice. */
function extraAt(run: StepRun, at: number): StepRun['extra'] {
  const over = Math.max(0, -(clockLeft(run, at) ?? 0));
  return over === 0
    ? run.extra
    : Object.fromEntries(Object.entries(run.extra).map(([id, more]) => [id, Math.max(0, more - over)]));
}

/** A clock that has run out starts again from now: "+2" always gives two minutes. */
const extended = (run: StepRun, seconds: number, at: number): StepRun => ({
  ...run,
  endsAt: run.endsAt === null ? null : Math.max(run.endsAt, at) + seconds * 1000,
  pausedLeft: run.pausedLeft === null ? null : Math.max(0, run.pausedLeft + seconds * 1000),
  extra: extraAt(run, at),
});

/** The same in one subgroup; it never has less than the others. */
function extendedIn(run: StepRun, subgroup: string, seconds: number, at: number): StepRun {
  const over = Math.max(0, -(clockLeft(run, at, subgroup) ?? 0));
  const more = (ownOf(run.extra, subgroup) ?? 0) + over + seconds * 1000;
  return { ...run, extra: { ...run.extra, [subgroup]: Math.max(0, more) } };
}

const defaultModes: Record<Step['kind'], SessionState['wall']['mode']> = {
  arrival: 'welcome',
  presentation: 'agenda',
  reading: 'reading',
  grouping: 'groups',
  answering: 'progress',
  discussion: 'cards',
  harvest: 'harvest',
  closing: 'thanks',
};

export const wallModeOf = (step: Step) => step.wall.mode ?? defaultModes[step.kind];

export const stepEvolutions: Evolutions<
  | 'SessionPlanned'
  | 'DetailsChanged'
  | 'PairingChosen'
  | 'StepOpened'
  | 'StepClosed'
  | 'LeadTaken'
  | 'DeskInvited'
  | 'ClockExtended'
  | 'ClockPaused'
  | 'ClockResumed'
  | 'StepRevealed'
  | 'SessionClosed'
  | 'SessionReopened'
  | 'SessionArchived'
  | 'KeepingSet'
> = {
  SessionPlanned: (state, event) => ({
    ...state,
    session: event.session,
    script: event.script ?? state.script,
    scriptHash: event.scriptHash,
    language: event.language,
    title: event.title,
    date: event.date,
    place: event.place,
    partner: event.partner,
    collaboration: event.collaboration,
    plannedAt: event.at,
    heldAt: event.at,
  }),
  DetailsChanged: (state, { title, date, place, partner, collaboration }) => ({
    ...state,
    title,
    date,
    place,
    partner,
    collaboration,
  }),
  PairingChosen: (state, { pairing }) => ({ ...state, pairing }),
  StepOpened: (state, event) => {
    const before = runOf(state, event.step);
    const step = stepOf(state.script, event.step);
    const run: StepRun = {
      openedAt: before?.openedAt ?? event.at,
      reopenedAt: event.at,
      closedAt: null,
      closedBefore: closedBefore(state, event.step, event.at),
      endsAt: event.endsAt,
      pausedLeft: null,
      // Opened again, it is being answered again: what was shown waits until it is shown again.
      revealed: false,
      held: before?.held ?? false,
      extra: {},
      seated: null,
    };
    const wall: SessionState['wall'] = {
      mode: step ? wallModeOf(step) : state.wall.mode,
      item: null,
      prompt: null,
      page: 0,
      blank: false,
    };
    const begun = step?.turns ? withTurnsAnew(state, event.step) : state;
    const opened = { ...(before ? withoutReleases(begun, event.step) : begun), heldAt: event.at };
    return {
      ...opened,
      step: event.step,
      paused: null,
      runs: { ...opened.runs, [event.step]: run },
      wall,
      contrast: null,
      shift: null,
      spotlight: null,
      asked: null,
      walls: {},
    };
  },
  StepClosed: (state, event) => withRun(state, event.step, (run) => ({ ...run, closedAt: event.at })),
  LeadTaken: (state, { facilitator }) => ({ ...state, lead: facilitator }),
  DeskInvited: (state, { facilitator, subgroup, name }) => ({
    ...state,
    desks: {
      ...state.desks,
      [facilitator]: { facilitator, subgroup, name, number: Object.keys(state.desks).length + 1 },
    },
  }),
  ClockExtended: (state, { step, subgroup, seconds, at }) =>
    withRun(state, step, (run) =>
      subgroup === null ? extended(run, seconds, at) : extendedIn(run, subgroup, seconds, at),
    ),
  ClockPaused: (state, event) =>
    withRun(state, event.step, (run) => ({ ...run, pausedLeft: event.left, extra: extraAt(run, event.at) })),
  ClockResumed: (state, event) =>
    withRun(state, event.step, (run) => ({ ...run, pausedLeft: null, endsAt: event.endsAt })),
  /** What was reckoned of answers that are shown no more goes with them. */
  StepRevealed: (state, { step, revealed }) => {
    const changed = withRun(state, step, (run) => ({ ...run, revealed }));
    if (revealed) return changed;
    const gone = <T extends { step: string }>(one: T | null) => (one?.step === step ? null : one);
    return { ...withoutLights(changed, step), contrast: gone(state.contrast), shift: gone(state.shift) };
  },
  SessionClosed: (state, event) => ({ ...state, paused: null, asked: null, closedAt: event.at, heldAt: event.at }),
  SessionReopened: (state, event) => ({ ...state, closedAt: null, heldAt: event.at }),
  SessionArchived: (state, event) => ({ ...state, archived: event.archived }),
  KeepingSet: (state, { days, reason }) => ({ ...state, keeping: { days, reason } }),
};
