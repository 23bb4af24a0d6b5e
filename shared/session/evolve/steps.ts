import type { Step } from '../../script.ts';
import { stepOf } from '../../script-queries.ts';
import { runOf } from '../selectors.ts';
import type { SessionState, StepRun } from '../state.ts';
import type { Evolutions } from './evolution.ts';

function withRun(state: SessionState, step: string, change: (run: StepRun) => StepRun): SessionState {
  const run = runOf(state, step);
  return run ? { ...state, runs: { ...state.runs, [step]: change(run) } } : state;
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
  | 'StepOpened'
  | 'StepClosed'
  | 'ClockExtended'
  | 'ClockPaused'
  | 'ClockResumed'
  | 'StepRevealed'
  | 'SessionClosed'
  | 'SessionReopened'
  | 'SessionArchived'
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
  }),
  DetailsChanged: (state, { title, date, place, partner, collaboration }) => ({
    ...state,
    title,
    date,
    place,
    partner,
    collaboration,
  }),
  StepOpened: (state, event) => {
    const before = runOf(state, event.step);
    const step = stepOf(state.script, event.step);
    const run: StepRun = {
      openedAt: before?.openedAt ?? event.at,
      closedAt: null,
      endsAt: event.endsAt,
      pausedLeft: null,
      // Opened again, it is being answered again: what was shown waits until it is shown again.
      revealed: false,
    };
    const wall: SessionState['wall'] = {
      mode: step ? wallModeOf(step) : state.wall.mode,
      item: null,
      prompt: null,
      page: 0,
      blank: false,
    };
    return { ...state, step: event.step, runs: { ...state.runs, [event.step]: run }, wall, spotlight: null };
  },
  StepClosed: (state, event) => withRun(state, event.step, (run) => ({ ...run, closedAt: event.at })),
  ClockExtended: (state, event) =>
    withRun(state, event.step, (run) => ({
      ...run,
      // A clock that has run out starts again from now: "+2" always gives two minutes.
      endsAt: run.endsAt === null ? null : Math.max(run.endsAt, event.at) + event.seconds * 1000,
      pausedLeft: run.pausedLeft === null ? null : Math.max(0, run.pausedLeft + event.seconds * 1000),
    })),
  ClockPaused: (state, event) => withRun(state, event.step, (run) => ({ ...run, pausedLeft: event.left })),
  ClockResumed: (state, event) =>
    withRun(state, event.step, (run) => ({ ...run, pausedLeft: null, endsAt: event.endsAt })),
  StepRevealed: (state, event) => withRun(state, event.step, (run) => ({ ...run, revealed: event.revealed })),
  SessionClosed: (state, event) => ({ ...state, closedAt: event.at }),
  SessionReopened: (state) => ({ ...state, closedAt: null }),
  SessionArchived: (state, event) => ({ ...state, archived: event.archived }),
};
