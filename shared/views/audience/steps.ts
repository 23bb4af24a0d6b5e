import { answeredStepOf, stepOf } from '../../script-queries.ts';
import { answersOf, isOnWall, textsOfAnswer } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import { carriedTold, carriersOf, keepersOf, notesTold, toStarring, wallTold } from './disclose.ts';
import { nobody, type Telling, type Tellings, tell, unsigned } from './telling.ts';

/** The answers that this event lets onto the wall. */
const newlyShown = (before: SessionState, after: SessionState, step: string) =>
  answersOf(after, step).filter((answer) => isOnWall(after, answer) && !isOnWall(before, answer));

/** Takes back what was on the wall and may not be any more. */
function concealed(before: SessionState, after: SessionState, step: string): NonNullable<Telling['takenBack']> {
  const wasShown = ({ answer }: Answer): boolean => {
    const known = get(before.answers, answer);
    return known !== undefined && isOnWall(before, known);
  };
  const gone = answersOf(after, step).filter((answer) => wasShown(answer) && !isOnWall(after, answer));
  const keep = new Set(gone.flatMap((answer) => [...keepersOf(after, answer), ...carriersOf(after, answer)]));
  return { texts: gone.flatMap(textsOfAnswer), answers: gone.map(({ answer }) => answer), keep: ['desk', ...keep] };
}

export const stepTellings: Tellings<
  | 'SessionPlanned'
  | 'DetailsChanged'
  | 'StepOpened'
  | 'StepClosed'
  | 'StepAdded'
  | 'StepsPlanned'
  | 'SessionPaused'
  | 'PairingChosen'
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
  | 'SummaryPublished'
  | 'SummaryWithdrawn'
  | 'SummaryArranged'
> = {
  SessionPlanned: (event) => tell({ ...event, script: null }, 'phones', 'wall'),
  DetailsChanged: (event, before) => ({
    ...tell(event, 'phones', 'wall'),
    takenBack: { texts: [before.title, before.place, before.partner, before.collaboration], keep: [] },
  }),
  StepOpened: (event, before, after) => {
    const step = stepOf(after.script, event.step);
    const about = step?.stars && answeredStepOf(after.script, step);
    return {
      told: [
        { to: 'phones', events: [unsigned(event)] },
        ...carriedTold(after),
        ...(about ? toStarring(after, answersOf(after, about.id)) : []),
        { to: 'wall', events: [...notesTold(after), unsigned(event)] },
      ],
      // Opened again, a step shows its answers no more.
      takenBack: concealed(before, after, event.step),
    };
  },
  StepClosed: (event, before, after) => ({
    told: [
      { to: 'phones', events: [unsigned(event)] },
      { to: 'wall', events: [...wallTold(after, newlyShown(before, after, event.step)), unsigned(event)] },
    ],
  }),
  /** With its words: it is asked of everybody now. */
  StepAdded: (event) => tell(event, 'phones', 'wall'),
  StepsPlanned: (event) => tell(event, 'phones', 'wall'),
  SessionPaused: (event) => tell(event, 'phones', 'wall'),
  PairingChosen: (event) => tell(event, 'phones', 'wall'),
  LeadTaken: () => nobody,
  DeskInvited: () => nobody,
  ClockExtended: (event) => tell(event, 'phones', 'wall'),
  ClockPaused: (event) => tell(event, 'phones', 'wall'),
  ClockResumed: (event) => tell(event, 'phones', 'wall'),
  StepRevealed: (event, before, after) => {
    if (!event.revealed) return { ...tell(event, 'phones', 'wall'), takenBack: concealed(before, after, event.step) };
    const answers = newlyShown(before, after, event.step);
    return {
      told: [
        { to: 'phones', events: [unsigned(event)] },
        ...toStarring(after, answers),
        { to: 'wall', events: [...wallTold(after, answers), unsigned(event)] },
      ],
    };
  },
  SessionClosed: (event) => tell(event, 'phones', 'wall'),
  SessionReopened: (event) => tell(event, 'phones', 'wall'),
  SessionArchived: () => nobody,
  /** Phones are told the date where they ask what is kept of them. */
  KeepingSet: () => nobody,
  /** Phones learn that there is a summary; its introduction they read on its page. */
  SummaryPublished: ({ texts: _, ...event }) => tell(event, 'phones', 'wall'),
  SummaryWithdrawn: (event) => tell(event, 'phones', 'wall'),
  SummaryArranged: () => nobody,
};
