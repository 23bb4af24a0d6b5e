import type { Command, CommandOf, CommandType, Pairing } from '../commands.ts';
import type { Language, Script } from '../script.ts';
import type { Actor } from './actor.ts';
import { agreementDecisions } from './decide/agreements.ts';
import { answerDecisions } from './decide/answers.ts';
import { commentDecisions } from './decide/comments.ts';
import { consentDecisions, noticeEvent } from './decide/consent.ts';
import { type Context, type Decide, type Decision, type Decisions, refuse } from './decide/decision.ts';
import { isLeading, isWithin } from './decide/desk-rights.ts';
import { findingDecisions } from './decide/finding.ts';
import { harvestDecisions } from './decide/harvest.ts';
import { moderationDecisions } from './decide/moderation.ts';
import { penDecisions } from './decide/pen.ts';
import { peopleDecisions } from './decide/people.ts';
import { planDecisions } from './decide/plan.ts';
import { stepDecisions } from './decide/steps.ts';
import { summaryDecisions } from './decide/summary.ts';
import { themeDecisions } from './decide/themes.ts';
import { turnDecisions } from './decide/turns.ts';
import { wallDecisions } from './decide/wall.ts';
import { isTakenOut, seatOf } from './selectors.ts';
import { takesFrom } from './shift.ts';
import type { SessionState } from './state.ts';
import { deskSubgroup } from './subgroups.ts';

/** A new command without its line here does not compile. */
const decisions: Decisions<CommandType> = {
  ...stepDecisions,
  ...planDecisions,
  ...peopleDecisions,
  ...findingDecisions,
  ...penDecisions,
  ...turnDecisions,
  ...answerDecisions,
  ...moderationDecisions,
  ...wallDecisions,
  ...harvestDecisions,
  ...agreementDecisions,
  ...summaryDecisions,
  ...commentDecisions,
  ...consentDecisions,
  ...themeDecisions,
};

/** Who may give which command; everything else is refused. */
export const rights: { [K in CommandType]: readonly Actor['role'][] } = {
  TakeLead: ['desk'],
  InviteDesk: ['system'],
  ChangeDetails: ['desk'],
  SetNotice: ['desk'],
  SetConsent: ['system', 'desk'],
  ErasePerson: ['seat', 'desk', 'system'],
  OpenStep: ['desk', 'system'],
  CloseStep: ['desk'],
  AskQuestion: ['desk'],
  SkipStep: ['desk'],
  MoveStep: ['desk'],
  PauseSession: ['desk'],
  ExtendClock: ['desk'],
  PauseClock: ['desk'],
  RevealStep: ['desk', 'system'],
  ReleaseAnswer: ['desk'],
  HideAnswer: ['desk'],
  MaskAnswer: ['desk'],
  MoveAnswer: ['desk'],
  HoldAnswers: ['desk'],
  KeepAnswer: ['desk'],
  SpotlightAnswer: ['desk'],
  SetWall: ['desk'],
  MeasureRoom: ['desk'],
  GroupAnswers: ['desk'],
  UngroupAnswers: ['desk'],
  NameTheme: ['desk'],
  FormUnits: ['desk'],
  FormSubgroups: ['desk'],
  ChoosePairing: ['desk'],
  SeatTheRest: ['desk'],
  ArrangeUnits: ['desk'],
  MoveSeat: ['desk'],
  MoveUnit: ['desk'],
  NameSubgroup: ['desk'],
  DealItems: ['desk'],
  RemoveSeat: ['desk'],
  RenameSeat: ['desk'],
  LockDoor: ['desk'],
  AddNote: ['desk'],
  ChangeNote: ['desk'],
  RemoveNote: ['desk'],
  DrawConclusion: ['desk'],
  RemoveConclusion: ['desk'],
  AskConclusion: ['desk'],
  HideMinority: ['desk'],
  DecideProposal: ['desk'],
  MakeAgreement: ['desk'],
  RemoveAgreement: ['desk'],
  PlanCheck: ['system'],
  TakeCheck: ['system'],
  CloseSession: ['desk', 'system'],
  ReopenSession: ['desk'],
  ArchiveSession: ['desk'],
  KeepSession: ['system'],
  PublishSummary: ['desk'],
  WithdrawSummary: ['desk'],
  ArrangeSummary: ['desk'],
  CommentSummary: ['system'],
  HideComment: ['desk'],
  WithdrawComment: ['system', 'desk'],
  Join: ['system', 'desk'],
  ShareSeat: ['seat'],
  JoinOtherUnit: ['seat'],
  LeaveSession: ['seat'],
  FindPartner: ['seat'],
  TakePen: ['seat'],
  PassPen: ['seat'],
  AskPen: ['seat'],
  SubmitAnswer: ['seat', 'desk'],
  WithdrawAnswer: ['seat', 'desk'],
  BeginTurn: ['seat', 'desk'],
  MarkUnclear: ['seat'],
  JudgeConclusion: ['seat'],
  StarAnswer: ['seat', 'desk'],
  RecogniseAnswer: ['seat'],
};

/** A table of who moved stands no longer than the answers in it (V4): a wall does not know those of before. */
function withoutShift(state: SessionState, decision: Decision): Decision {
  const { shift } = state;
  if (!decision.ok || !shift || !takesFrom(state, shift, decision.events)) return decision;
  const { step, item } = shift;
  return { ...decision, events: [...decision.events, { type: 'ShiftShown', step, item, shifts: [], none: 'changed' }] };
}

/** The rules: what a command leads to in this state. Pure; a "no" is a value. Words in commands are normalised already. */
export function decide(state: SessionState, command: Command, actor: Actor, context: Context): Decision {
  if (!rights[command.type].includes(actor.role)) return refuse('notAllowed');
  if (state.session === '') return refuse('noSuchSession');
  if (actor.role === 'seat') {
    const seat = seatOf(state, actor.seat);
    if (!seat) return refuse('noSuchSeat');
    if (isTakenOut(seat)) return refuse('seatRemoved');
  }
  const decided = decisions[command.type] as Decide<CommandType>;
  const rule: Decide<CommandType> = (...asked) => withoutShift(state, decided(...asked));
  if (actor.role !== 'desk') return rule(state, command as never, actor, context);
  const { facilitator } = actor;
  const subgroup = deskSubgroup(state, facilitator);
  if (subgroup !== null && !isWithin(state, command, subgroup)) return refuse('notAllowed');
  const decision = rule(state, command as never, actor, context);
  if (decision.ok && isLeading(command.type) && state.lead !== null && state.lead !== facilitator) {
    return refuse('notLeading');
  }
  // The first desk that opens or closes something leads, without having to say so.
  if (!decision.ok || !isLeading(command.type) || state.lead !== null) return decision;
  return { ...decision, events: [{ type: 'LeadTaken', facilitator }, ...decision.events] };
}

export type Plan = {
  session: string;
  script: Script;
  scriptHash: string;
  language: Language;
  title: string;
  date: string;
  place: string;
  partner: string;
  collaboration: string;
  pairing?: Pairing;
  notice?: Omit<CommandOf<'SetNotice'>, 'type'>;
};

/** A session's first events: the script copied whole, and its first step open for who comes early. */
export function plan(state: SessionState, plan: Plan, context: Pick<Context, 'newId'>): Decision {
  if (state.session !== '') return refuse('nothingToDo');
  const { session, script, scriptHash, language, date, notice } = plan;
  const words = [plan.title, plan.place, plan.partner, plan.collaboration];
  const ids = words.map(() => context.newId()) as [string, string, string, string];
  const texts = Object.fromEntries(ids.map((id, i) => [id, words[i] as string]));
  const named = { title: ids[0], place: ids[1], partner: ids[2], collaboration: ids[3] };
  const first = script.steps[0];
  return {
    ok: true,
    events: [
      { type: 'SessionPlanned', session, script, scriptHash, language, date, ...named, texts },
      ...(plan.pairing && plan.pairing !== state.pairing
        ? [{ type: 'PairingChosen', pairing: plan.pairing } as const]
        : []),
      ...(notice && (notice.purpose || notice.contact || notice.research) ? [noticeEvent(notice, context)] : []),
      ...(first ? [{ type: 'StepOpened', step: first.id, endsAt: null } as const] : []),
    ],
  };
}
