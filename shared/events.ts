/**
 * Events: what happened, in the past tense. The log holds them; people's words are not in them but beside them:
 * an event names a text by its id, and carries the words in `texts` only as far as its reader may know them.
 */
import * as z from 'zod/mini';
import { pairing, wallSetting } from './commands.ts';
import { commentEvents } from './events/comments.ts';
import { consentEvents } from './events/consent.ts';
import { endingEvents } from './events/ending.ts';
import { harvestEvents } from './events/harvest.ts';
import { id, textId } from './events/ids.ts';
import { shiftEvents } from './events/shift.ts';
import { storedValues } from './events/values.ts';
import { scriptSchema } from './script.ts';

const seat = id;
const answer = z.string();

/** The perspectives of somebody without a phone on another's seat; null: nobody. */
const guest = z.nullable(z.array(id));
const formedUnit = z.strictObject({
  unit: id,
  /** "Duo 7" */
  number: z.int(),
  seats: z.array(seat),
  /** People, not phones: a phone may seat two. */
  people: z.int(),
  subgroup: z.nullable(id),
});
/** Who sat with whom, and how many people the units aimed at. */
const arrangement = z.strictObject({ size: z.int(), units: z.array(formedUnit) });
const details = { title: textId, date: z.string(), place: textId, partner: textId, collaboration: textId };

export const eventSchema = z.discriminatedUnion('type', [
  /** `script` is null on screens, which fetch their part of it by `scriptHash`. */
  z.strictObject({
    type: z.literal('SessionPlanned'),
    session: id,
    script: z.nullable(scriptSchema),
    scriptHash: z.string(),
    language: z.enum(['nl', 'en']),
    ...details,
  }),
  z.strictObject({ type: z.literal('DetailsChanged'), ...details }),
  z.strictObject({ type: z.literal('PairingChosen'), pairing }),
  ...consentEvents,
  z.strictObject({ type: z.literal('StepOpened'), step: id, endsAt: z.nullable(z.number()) }),
  z.strictObject({ type: z.literal('StepClosed'), step: id }),
  /** A question that is not in the script, as a step of its own after another one; `size`: who answers together, 1 for each alone. */
  z.strictObject({
    type: z.literal('StepAdded'),
    step: id,
    after: id,
    question: textId,
    size: z.int(),
    scale: z.nullable(id),
  }),
  z.strictObject({ type: z.literal('StepsPlanned'), steps: z.array(id), skipped: z.array(id) }),
  z.strictObject({ type: z.literal('SessionPaused'), paused: z.boolean() }),
  z.strictObject({ type: z.literal('LeadTaken'), facilitator: id }),
  z.strictObject({
    type: z.literal('DeskInvited'),
    facilitator: id,
    subgroup: z.nullable(id),
    name: z.nullable(textId),
  }),
  /** `subgroup`: only there; null for everyone. */
  z.strictObject({ type: z.literal('ClockExtended'), step: id, seconds: z.int(), subgroup: z.nullable(id) }),
  /** `left`: milliseconds that the clock had left. */
  z.strictObject({ type: z.literal('ClockPaused'), step: id, left: z.number() }),
  z.strictObject({ type: z.literal('ClockResumed'), step: id, endsAt: z.number() }),
  z.strictObject({ type: z.literal('StepRevealed'), step: id, revealed: z.boolean() }),
  z.strictObject({
    type: z.literal('ParticipantJoined'),
    ...{ seat, people: z.int(), perspectives: z.array(id), guest, name: z.nullable(textId) },
    /** For that phone and the desk. */
    organisation: z.optional(id),
    /** False: added at the desk, without a ticket. */
    phone: z.boolean(),
    /** By which a neighbour finds this phone; null for all but that phone and the desk. */
    number: z.nullable(z.int()),
  }),
  /** Somebody without a phone sits at this one now, or no more. */
  z.strictObject({ type: z.literal('SeatShared'), seat, guest }),
  z.strictObject({ type: z.literal('SeatRenamed'), seat, name: z.nullable(textId) }),
  z.strictObject({ type: z.literal('DoorLocked'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('ParticipantLeft'), seat }),
  z.strictObject({ type: z.literal('SeatRemoved'), seat, removed: z.boolean() }),
  /** Units formed, merged or arranged by hand: each listed unit has exactly these seats from now on. */
  z.strictObject({
    type: z.literal('UnitsFormed'),
    step: z.nullable(id),
    size: z.int(),
    units: z.array(formedUnit),
    /** Where the whole room was brought together otherwise: how it sat until then. For the log and the desk. */
    before: z.optional(arrangement),
  }),
  z.strictObject({ type: z.literal('SeatMoved'), seat, unit: id, number: z.int(), subgroup: z.nullable(id) }),
  /** Null: below the script's number of units everyone is one group. */
  z.strictObject({ type: z.literal('SubgroupsFormed'), units: z.record(id, z.nullable(id)) }),
  z.strictObject({
    type: z.literal('SubgroupNamed'),
    subgroup: id,
    name: z.nullable(textId),
    place: z.nullable(textId),
  }),
  z.strictObject({ type: z.literal('UnitMoved'), unit: id, subgroup: id }),
  /** Which items each unit starts with, in their order. */
  z.strictObject({ type: z.literal('ItemsDealt'), step: id, deals: z.record(id, z.array(id)) }),
  /** `from`: who passed it on, or laid it down (`seat` null); null where it was taken. */
  z.strictObject({ type: z.literal('PenTaken'), unit: id, seat: z.nullable(seat), from: z.nullable(seat) }),
  z.strictObject({ type: z.literal('PenAsked'), unit: id, seat }),
  /** `unit` null: all of them. `left`: milliseconds that the step's clock had then; null for the first turn. */
  z.strictObject({
    type: z.literal('TurnBegan'),
    step: id,
    unit: z.nullable(id),
    turn: z.int(),
    left: z.nullable(z.number()),
  }),
  z.strictObject({
    type: z.literal('AnswerSubmitted'),
    answer,
    unit: id,
    step: id,
    item: id,
    prompt: id,
    /** Who wrote it, or `desk`: from paper. Null on screens that may know the answer but not who of the unit wrote it. */
    seat: z.nullable(seat),
    version: z.int(),
    /** After the step was closed, by who could have sent it before; others than its writers and the desk are not told. */
    late: z.boolean(),
    values: storedValues,
    /** "Duo 7"; null where each person answers. */
    number: z.nullable(z.int()),
    /** So many answered as one, where its step asked for another number: a trio among pairs is called so. */
    people: z.optional(z.int()),
    /** When the first version came: the order of cards on the wall. */
    firstSeq: z.nullable(z.int()),
    /** Of the unit, where the step has turns. */
    turn: z.optional(z.int()),
    /** Another of the unit wrote the version before it, which this writer had not seen. */
    unseen: z.optional(z.literal(true)),
    /** Sent while the desk held what came: it waits for its own release. */
    held: z.optional(z.literal(true)),
    /** Whose words they are: who sat there when it was sent. For them and the desk. */
    writers: z.optional(z.array(seat)),
  }),
  /** `seat`: who withdrew it, or `desk`: what was entered from paper was not theirs. */
  z.strictObject({ type: z.literal('AnswerWithdrawn'), answer, seat }),
  z.strictObject({ type: z.literal('UnclearMarked'), seat, step: id, item: id, phrases: z.array(z.int()) }),
  z.strictObject({ type: z.literal('AnswerReleased'), answer, released: z.boolean() }),
  z.strictObject({ type: z.literal('AnswerHidden'), answer, hidden: z.boolean() }),
  /**
   * What everybody but the desk and the writers reads of one field of this version, and where its covered words stood, as
   * a text too: both null where they are uncovered. `forGood`: the words themselves are gone. `erased`: the texts that went.
   */
  z.strictObject({
    type: z.literal('AnswerMasked'),
    answer,
    version: z.int(),
    field: id,
    text: z.nullable(textId),
    spans: z.nullable(textId),
    forGood: z.boolean(),
    erased: z.array(id),
  }),
  /** `item`: under which its words are read; null: where they were given. */
  z.strictObject({ type: z.literal('AnswerMoved'), answer, item: z.nullable(id) }),
  z.strictObject({ type: z.literal('AnswersHeld'), step: id, held: z.boolean() }),
  z.strictObject({ type: z.literal('AnswerKept'), answer, kept: z.boolean() }),
  /** `subgroup`: on the wall of that one; null for the wall of all. */
  z.strictObject({
    type: z.literal('AnswerSpotlighted'),
    answer: z.nullable(answer),
    subgroup: z.nullable(id),
  }),
  z.strictObject({
    type: z.literal('AnswerStarred'),
    answer,
    star: id,
    subgroup: z.nullable(id),
    starred: z.boolean(),
  }),
  z.strictObject({ type: z.literal('AnswerRecognised'), answer, unit: id, recognised: z.boolean() }),
  /** In which theme these answers of a step are from now on, "Thema 3"; null: in none. A theme is there once it is named here. */
  z.strictObject({
    type: z.literal('AnswersGrouped'),
    step: id,
    theme: z.nullable(id),
    number: z.nullable(z.int()),
    answers: z.array(answer),
  }),
  /** Metres; `subgroup`: the room of that one's wall, null for the wall of all. */
  z.strictObject({
    type: z.literal('RoomMeasured'),
    subgroup: z.nullable(id),
    width: z.number(),
    distance: z.number(),
  }),
  z.strictObject({ type: z.literal('ThemeNamed'), theme: id, name: z.nullable(textId) }),
  z.strictObject({ type: z.literal('WallSet'), wall: wallSetting, subgroup: z.nullable(id) }),
  /**
   * contrast: how those of one perspective judged beside those of another (`counts` by the options that count), and two
   * answers of theirs that lie far apart. `none`: why there is nothing to compare. The perspectives of other answers stay untold.
   * `reckonedAt`: earlier than the event where newer figures would tell of a few people what they are.
   * `cells`: all perspectives, the small ones and none too, for what comes after; no wall is told them.
   */
  z.strictObject({
    type: z.literal('ContrastShown'),
    step: id,
    item: id,
    prompt: id,
    groups: z.array(z.strictObject({ perspective: id, counts: z.array(z.int()) })),
    sides: z.array(z.strictObject({ answer, version: z.int(), perspective: id })),
    none: z.nullable(z.enum(['notAsked', 'mixed', 'tooFew', 'changed'])),
    reckonedAt: z.number(),
    cells: z.array(z.strictObject({ perspective: z.nullable(id), counts: z.array(z.int()) })),
  }),
  ...shiftEvents,
  ...harvestEvents,
  ...endingEvents,
  z.strictObject({ type: z.literal('SummaryPublished'), version: z.int(), introduction: textId }),
  z.strictObject({ type: z.literal('SummaryWithdrawn') }),
  /** The whole form from now on: own titles, order and what readers do not get (`section`, or `section/item`). */
  z.strictObject({
    type: z.literal('SummaryArranged'),
    titles: z.array(z.strictObject({ section: id, title: textId })),
    order: z.array(id),
    hidden: z.array(id),
  }),
  ...commentEvents,
  /** Made by the gate for one stream, never stored: words and answers leave it, so that a rejoin never gets them. */
  z.strictObject({ type: z.literal('TakenBack'), gone: z.array(textId), answers: z.array(answer) }),
]);

export type Event = z.infer<typeof eventSchema>;
export type EventType = Event['type'];
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;
export type { StoredValue, StoredValues } from './events/values.ts';
export type FormedUnit = z.infer<typeof formedUnit>;
export type Arrangement = z.infer<typeof arrangement>;
export type Texts = Readonly<Record<string, string>>;

/** What the log adds: its place, its time (ms since 1970), who did it, and the words that its reader may know. */
export type Logged<E extends Event = Event> = E & { seq: number; at: number; by: string; texts?: Texts };
/** An event that `decide` proposes, with the words that the store seals beside it. */
export type NewEvent = Event & { texts?: Texts };

/** The ids of all texts that an event names. */
export function textIdsOf(event: Event): string[] {
  switch (event.type) {
    case 'SessionPlanned':
    case 'DetailsChanged':
      return [event.title, event.place, event.partner, event.collaboration];
    case 'NoticeSet':
      return [event.purpose, event.contact].filter((text) => text !== null);
    case 'ConsentSet':
      return event.shown ? [event.shown] : [];
    case 'SubgroupNamed':
      return [event.name, event.place].filter((text) => text !== null);
    case 'ParticipantJoined':
    case 'SeatRenamed':
    case 'DeskInvited':
    case 'ThemeNamed':
      return event.name ? [event.name] : [];
    case 'AnswerSubmitted':
    case 'AgreementMade':
      return Object.values(event.values).flatMap((value) => (value.kind === 'text' ? [value.text] : []));
    case 'AnswerMasked':
      return [event.text, event.spans].filter((text) => text !== null);
    case 'NoteAdded':
    case 'NoteChanged':
    case 'ConclusionDrawn':
      return [event.text];
    case 'ConclusionJudged':
      return event.note ? [event.note] : [];
    case 'ProposalDecided':
    case 'KeepingSet':
      return event.reason ? [event.reason] : [];
    case 'StepAdded':
      return [event.question];
    case 'SummaryPublished':
      return [event.introduction];
    case 'SummaryCommented':
      return [event.text, event.signature].filter((text) => text !== null);
    case 'SummaryArranged':
      return event.titles.map(({ title }) => title);
    default:
      return [];
  }
}
