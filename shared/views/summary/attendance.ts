/** Who could have answered a step: those who were there when it closed (or are now), and those who did answer. */
import type { EventOf, Logged } from '../../events.ts';
import { evolve } from '../../session/evolve.ts';
import { initialState } from '../../session/initial-state.ts';
import { readValues } from '../../session/masks.ts';
import { activeUnits, agreementOf, conclusionOf, presentSeats } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { get, set, valuesOf } from '../../session/table.ts';
import { publicationsIn } from './versions.ts';

/** Unit and seat ids present at each step's last closing. */
export type Attendance = Readonly<Record<string, { units: readonly string[]; seats: readonly string[] }>>;
/**
 * A moment at which readers were told of few beside many: a step closed, all that was published (`step` is null), or the
 * wall put perspectives, or before and after, beside each other.
 */
export type Moment = {
  state: SessionState;
  step: string | null;
  wall: EventOf<'ContrastShown'> | EventOf<'ShiftShown'> | null;
};
export type Folded = {
  state: SessionState;
  attendance: Attendance;
  moments: readonly Moment[];
};

const here = (state: SessionState) => ({
  units: activeUnits(state).map((unit) => unit.unit),
  seats: presentSeats(state).map((seat) => seat.seat),
});

/** With covered words covered: no summary and no export knows any others (V4). */
function asRead({ state, ...folded }: Folded): Folded {
  const covered = [...valuesOf(state.answers)].filter((answer) => answer.masks.length > 0);
  const answers = covered.reduce(
    (table, answer) =>
      set(table, answer.answer, {
        ...answer,
        values: readValues(answer),
        earlier: answer.earlier.map(() => ({})),
        masks: [],
      }),
    state.answers,
  );
  return { ...folded, state: { ...state, answers } };
}

/** The session as it is after these events, as everybody reads it. */
export const foldAttended = (log: readonly Logged[]): Folded => asRead(foldWhole(log));

function foldWhole(log: readonly Logged[]): Folded {
  let state = initialState();
  const attendance: Record<string, ReturnType<typeof here>> = {};
  const moments: Moment[] = [];
  for (const event of log) {
    if (event.type === 'StepClosed') attendance[event.step] = here(state);
    state = evolve(state, event);
    if (event.type === 'StepClosed') moments.push({ state, step: event.step, wall: null });
    if (event.type === 'SummaryPublished') moments.push({ state, step: null, wall: null });
    if ((event.type === 'ContrastShown' || event.type === 'ShiftShown') && !event.none)
      moments.push({ state, step: event.step, wall: event });
  }
  for (const [step, run] of Object.entries(state.runs)) {
    if (run.closedAt === null) attendance[step] = here(state);
  }
  return { state, attendance, moments };
}

/** Events that change a published summary afterwards (V4): what was taken away goes, what was corrected follows. */
const follow: ReadonlySet<Logged['type']> = new Set([
  'AnswerWithdrawn',
  'AnswerHidden',
  'AnswerMasked',
  'NoteRemoved',
  'NoteChanged',
  'DetailsChanged',
  'ConclusionRemoved',
  'AgreementRemoved',
  'MinorityHidden',
  'SubgroupNamed',
  'ThemeNamed',
  'PersonErased',
]);

const forReaders: ReadonlySet<Logged['type']> = new Set([
  'SummaryPublished',
  'SummaryWithdrawn',
  'SummaryArranged',
  'SeatRemoved',
  'AnswerReleased',
  'ConclusionDrawn',
  'AgreementMade',
  'ConclusionJudged',
  'ProposalDecided',
]);

/** Whether this event may change what a team wrote beside the summary, which it reads by its link. */
export const isComment = ({ type }: Pick<Logged, 'type'>): boolean =>
  type === 'SummaryCommented' || type === 'CommentHidden' || type === 'CommentWithdrawn';

/** Whether this event may change what readers have, or who may read. */
export const isForReaders = ({ type }: Pick<Logged, 'type'>): boolean => follow.has(type) || forReaders.has(type);

/**
 * Whether it changes what was published: so does a conclusion in it, in its words of now; and a release that is taken back.
 * What was released later is for the next version.
 */
export const isFollowed = (event: Logged, published: SessionState): boolean =>
  follow.has(event.type) ||
  (event.type === 'AnswerReleased' && Boolean(get(published.answers, event.answer)?.released)) ||
  (event.type === 'ConclusionDrawn' && conclusionOf(published, event.conclusion) !== undefined) ||
  (event.type === 'AgreementMade' && agreementOf(published, event.agreement) !== undefined) ||
  (event.type === 'ProposalDecided' && Boolean(conclusionOf(published, event.conclusion)?.decision));

export type Published = { until: number; events: Logged[]; after: Logged[] };

/** The log up to what was published (last, or as this version), and what may change that since; null where nothing is. */
export function publishedLog(log: readonly Logged[], version?: number): Published | null {
  const all = publicationsIn(log);
  const frozen = all.find((one) => one.version === version) ?? all.at(-1);
  if (!frozen) return null;
  const until = frozen.seq;
  return {
    until,
    events: log.filter((event) => event.seq <= until),
    after: log.filter((event) => event.seq > until && isForReaders(event)),
  };
}

/** The log as it was at this place, without what was withdrawn, hidden or covered since. */
export function foldAt(log: readonly Logged[], seq: number): Folded {
  const { state, ...folded } = foldWhole(log.filter((event) => event.seq <= seq));
  const since = log.filter((event) => event.seq > seq && isFollowed(event, state));
  return asRead({ ...folded, state: since.reduce(evolve, state) });
}

/** What was published (the newest, or this version), without what was withdrawn, hidden or covered since; null where nothing is. */
export function foldPublished(log: readonly Logged[], version?: number): Folded | null {
  const published = publishedLog(log, version);
  if (!published) return null;
  const { state, ...folded } = foldWhole(published.events);
  const since = published.after.filter((event) => isFollowed(event, state));
  const arranged = withHiddenSince(state, published.after);
  return asRead({ ...folded, state: since.reduce(evolve, { ...state, arranged }) });
}

/** Titles and order stay as published; what is hidden since is gone at once, and back when that is undone (V4). */
export function withHiddenSince({ arranged }: SessionState, after: readonly Logged[]): SessionState['arranged'] {
  const last = after.findLast((event) => event.type === 'SummaryArranged');
  return { ...arranged, hidden: [...new Set([...arranged.hidden, ...(last?.hidden ?? [])])] };
}
