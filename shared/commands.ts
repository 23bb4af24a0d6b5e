/** Commands: what a person wants, in the imperative. The gateway checks their form; `decide` knows the rules. */
import * as z from 'zod/mini';
import { harvestCommands } from './commands/harvest.ts';
import { answerId, answerIds, fieldValues, id, ids, longText, shortText, summaryPart } from './commands/parts.ts';
import { wallModes } from './script.ts';

/** What was shown where somebody ticked that their words may be used in research, and its hash. */
const consented = z.strictObject({ version: z.string().check(z.regex(/^[0-9a-f]{16,64}$/)), words: longText });
const keepDays = z.int().check(z.gte(1), z.lte(3_660));
const metres = z.number().check(z.gte(0.5), z.lte(100));
const place = z.int().check(z.gte(0), z.lte(12_000));
const span = z.strictObject({ from: place, to: place });

export const wallSetting = z.strictObject({
  mode: z.enum(wallModes),
  item: z.nullable(id),
  prompt: z.nullable(id),
  page: z.int().check(z.gte(0), z.lte(999)),
  blank: z.boolean(),
  /** Even stil: answers that came after this place in the log wait, while the picture is talked about. */
  frozen: z.optional(z.int().check(z.gte(0))),
});

const details = {
  title: shortText,
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  place: shortText,
  partner: shortText,
  collaboration: shortText,
};

/** Pairs are made by the people ("zelf", each types a neighbour's number) or by the program ("automatisch"). */
export const pairing = z.enum(['self', 'automatic']);

const arrangedUnit = z.strictObject({ unit: z.nullable(id), seats: ids, subgroup: z.nullable(id) });

export const commandSchema = z.discriminatedUnion('type', [
  // the facilitator's
  /** One desk leads: it opens and closes the steps. */
  z.strictObject({ type: z.literal('TakeLead') }),
  /** Another facilitator gets a desk: for the whole session, or in one subgroup. */
  z.strictObject({ type: z.literal('InviteDesk'), facilitator: id, subgroup: z.nullable(id), name: shortText }),
  z.strictObject({ type: z.literal('ChangeDetails'), ...details }),
  /** What phones say before anybody joins; empty words: the program's own. Once somebody is in, only the contact changes. */
  z.strictObject({ type: z.literal('SetNotice'), purpose: shortText, contact: shortText, research: z.boolean() }),
  /**
   * From the program, for who ticked it on a phone: `shown` is what stood there, and its hash. From the desk: a yes of who
   * has no phone, as they said it, or anybody's no.
   */
  z.strictObject({
    type: z.literal('SetConsent'),
    ...{ seat: id, guest: z.boolean(), agrees: z.boolean(), shown: z.nullable(consented) },
  }),
  /** All that somebody wrote and said of themselves is gone, in pairs too. A phone: its own alone. */
  z.strictObject({ type: z.literal('ErasePerson'), seat: id }),
  /** `from`: the step on the desk when the button was pressed; null opens regardless. */
  z.strictObject({ type: z.literal('OpenStep'), step: id, from: z.nullable(id) }),
  z.strictObject({ type: z.literal('CloseStep'), step: id }),
  /**
   * Losse vraag: a question of the moment, not in the script. It comes after the step that is open, and is opened: to each
   * unit, or to each person. `scale`: judged on one of the script's, or answered in words alone.
   */
  z.strictObject({
    type: z.literal('AskQuestion'),
    question: shortText,
    together: z.boolean(),
    scale: z.nullable(id),
    from: id,
  }),
  /** Passed over from now on, unless it is opened all the same; or no longer. Two desks at once lose nothing of each other. */
  z.strictObject({ type: z.literal('SkipStep'), step: id, skipped: z.boolean() }),
  /** It is done before that one, wherever that is by now; null: as the last. */
  z.strictObject({ type: z.literal('MoveStep'), step: id, before: z.nullable(id) }),
  /** A break for all, whatever the step: its clock stops, and people may finish what they write. */
  z.strictObject({ type: z.literal('PauseSession'), paused: z.boolean() }),
  z.strictObject({ type: z.literal('ExtendClock'), step: id, seconds: z.int().check(z.gte(-3600), z.lte(3600)) }),
  z.strictObject({ type: z.literal('PauseClock'), step: id, paused: z.boolean() }),
  z.strictObject({ type: z.literal('RevealStep'), step: id, revealed: z.boolean() }),
  z.strictObject({ type: z.literal('ReleaseAnswer'), answer: answerId, released: z.boolean() }),
  z.strictObject({ type: z.literal('HideAnswer'), answer: answerId, hidden: z.boolean() }),
  /**
   * Covers these words of a field (UTF-16 places in its own words); none uncovers them. `seen`: the text
   * (its id) that was read there when the words were chosen. `forGood`: the words leave the log too.
   */
  z.strictObject({
    type: z.literal('MaskAnswer'),
    answer: answerId,
    field: id,
    seen: id,
    spans: z.array(span).check(z.maxLength(200)),
    forGood: z.boolean(),
  }),
  /** Its words are read under another item of its step; null: where they were given. */
  z.strictObject({ type: z.literal('MoveAnswer'), answer: answerId, item: z.nullable(id) }),
  /** From now on what comes or changes waits for its own release; what is shown stays. */
  z.strictObject({ type: z.literal('HoldAnswers'), step: id, held: z.boolean() }),
  z.strictObject({ type: z.literal('KeepAnswer'), answer: answerId, kept: z.boolean() }),
  z.strictObject({ type: z.literal('SpotlightAnswer'), answer: z.nullable(answerId) }),
  z.strictObject({ type: z.literal('SetWall'), wall: wallSetting }),
  /** How wide the picture is and how far the last row sits, in metres: how large the wall sets its words. */
  z.strictObject({ type: z.literal('MeasureRoom'), width: metres, distance: metres }),
  /** Puts answers of one step in a theme (thema); null: in a new one. An answer is in one at most. */
  z.strictObject({ type: z.literal('GroupAnswers'), step: id, theme: z.nullable(id), answers: answerIds }),
  z.strictObject({ type: z.literal('UngroupAnswers'), step: id, answers: answerIds }),
  /** Empty words take the name away. */
  z.strictObject({ type: z.literal('NameTheme'), theme: id, name: shortText }),
  z.strictObject({ type: z.literal('FormUnits'), step: id, seed: z.int().check(z.gte(0)) }),
  z.strictObject({ type: z.literal('FormSubgroups') }),
  z.strictObject({ type: z.literal('ChoosePairing'), pairing }),
  /** Brings together who has no partner yet. */
  z.strictObject({ type: z.literal('SeatTheRest') }),
  /**
   * Sets who sits with whom: also the undo of any forming or moving. `size`: what the units aim at, where that changes; 0:
   * there are none. `step`: the step on the desk when the button was pressed. `unseated`: who sits nowhere from now on.
   */
  z.strictObject({
    type: z.literal('ArrangeUnits'),
    units: z.array(arrangedUnit).check(z.maxLength(4000)),
    size: z.optional(z.int().check(z.gte(0), z.lte(12))),
    step: z.optional(id),
    unseated: z.optional(z.array(id).check(z.maxLength(4200))),
  }),
  z.strictObject({ type: z.literal('MoveSeat'), seat: id, unit: z.nullable(id) }),
  z.strictObject({ type: z.literal('MoveUnit'), unit: id, subgroup: id }),
  /** What the desk calls a subgroup and where it sits; empty words give back the script's own name, or no place. */
  z.strictObject({ type: z.literal('NameSubgroup'), subgroup: id, name: shortText, place: shortText }),
  /** The items of one unit in their order: how the desk deals it one more, as its next. */
  z.strictObject({ type: z.literal('DealItems'), step: id, unit: id, items: ids }),
  z.strictObject({ type: z.literal('RemoveSeat'), seat: id, removed: z.boolean() }),
  z.strictObject({ type: z.literal('RenameSeat'), seat: id, name: shortText }),
  /** While it is locked nobody new comes in by code or link; who has a seat comes back freely. */
  z.strictObject({ type: z.literal('LockDoor'), locked: z.boolean() }),
  ...harvestCommands,
  z.strictObject({ type: z.literal('CloseSession') }),
  z.strictObject({ type: z.literal('ReopenSession') }),
  z.strictObject({ type: z.literal('ArchiveSession'), archived: z.boolean() }),
  /** By its owner, who asks the program: it knows the longest that the operator allows. An empty reason is none. */
  z.strictObject({ type: z.literal('KeepSession'), days: keepDays, reason: shortText }),
  /** `restores`: the version that was just withdrawn, to be read again as it was: the undo of that. */
  z.strictObject({
    type: z.literal('PublishSummary'),
    introduction: longText,
    restores: z.optional(z.int().check(z.gte(1))),
  }),
  z.strictObject({ type: z.literal('WithdrawSummary') }),
  /**
   * The summary's sections as a whole form: own titles (empty: the script's), their order, and what readers do not get
   * (`section`, or `section/item`). `seen`: the seq of the form that it changes; 0: none.
   */
  z.strictObject({
    type: z.literal('ArrangeSummary'),
    titles: z.array(z.strictObject({ section: id, title: shortText })).check(z.maxLength(200)),
    order: z.array(id).check(z.maxLength(200)),
    hidden: z.array(summaryPart).check(z.maxLength(2000)),
    seen: z.int().check(z.gte(0)),
  }),
  /** From a reader of a team's `link`. `comment`: the hash of a key that the writer's browser alone has, to withdraw it. */
  z.strictObject({
    type: z.literal('CommentSummary'),
    ...{ comment: id, link: id },
    /** Null: about the whole. */
    section: z.nullable(id),
    text: longText,
    signature: shortText,
  }),
  z.strictObject({ type: z.literal('HideComment'), comment: id, hidden: z.boolean() }),
  z.strictObject({ type: z.literal('WithdrawComment'), comment: id, link: id }),
  // the participant's
  /** From the desk: people without a phone, on a seat that has no ticket. */
  z.strictObject({
    type: z.literal('Join'),
    people: z.int().check(z.gte(1), z.lte(2)),
    perspectives: ids,
    /** Of the second person at this phone. */
    guest: z.optional(ids),
    organisation: z.optional(z.nullable(id)),
    name: shortText,
    /** Ticked that their words may be used in research. */
    consent: z.optional(consented),
  }),
  /** Takes in somebody without a phone, with their perspectives; null: alone on this phone again. */
  z.strictObject({ type: z.literal('ShareSeat'), guest: z.nullable(ids) }),
  /** "Ga bij een ander duo zitten": whoever was left alone. */
  z.strictObject({ type: z.literal('JoinOtherUnit') }),
  z.strictObject({ type: z.literal('LeaveSession') }),
  /** A neighbour's number, as their phone shows it. */
  z.strictObject({ type: z.literal('FindPartner'), number: z.int().check(z.gte(0), z.lte(99_999)) }),
  /** `at`: when, by the server's clock, for who was offline then. */
  z.strictObject({ type: z.literal('TakePen'), unit: id, at: z.optional(z.number().check(z.gte(0))) }),
  /** To nobody: it is laid down, for whoever writes next. */
  z.strictObject({ type: z.literal('PassPen'), unit: id, seat: z.nullable(id) }),
  z.strictObject({ type: z.literal('AskPen'), unit: id }),
  /** From the desk: an answer from paper, for a unit (or for one person, by their seat), also after closing. */
  z.strictObject({
    type: z.literal('SubmitAnswer'),
    unit: id,
    step: id,
    item: id,
    prompt: id,
    values: fieldValues,
    /** Of the unit, where the step has turns. */
    turn: z.optional(z.int().check(z.gte(1), z.lte(1000))),
    /** The version that the writer has seen; 0: none. */
    seen: z.optional(z.int().check(z.gte(0))),
    /** Put back where the server lost it, and out of sight before: it waits for its own release. */
    held: z.optional(z.literal(true)),
  }),
  z.strictObject({ type: z.literal('WithdrawAnswer'), answer: answerId }),
  /** `unit` null: for all, by the desk. */
  z.strictObject({
    type: z.literal('BeginTurn'),
    step: id,
    unit: z.nullable(id),
    turn: z.int().check(z.gte(1), z.lte(1000)),
  }),
  /** Indexes of the item's tappable phrases that are not clear. */
  z.strictObject({
    type: z.literal('MarkUnclear'),
    step: id,
    item: id,
    phrases: z.array(z.int().check(z.gte(0), z.lte(99))),
  }),
  /** "Klopt dit?": yes, or what this phone sees otherwise. An empty note takes an earlier one away. */
  z.strictObject({ type: z.literal('JudgeConclusion'), conclusion: id, agrees: z.boolean(), note: shortText }),
  // both
  z.strictObject({ type: z.literal('StarAnswer'), answer: answerId, starred: z.boolean() }),
  /** "Dit herkennen wij ook", once a unit, on the answer in the spotlight. */
  z.strictObject({ type: z.literal('RecogniseAnswer'), answer: answerId, recognised: z.boolean() }),
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
export type { FieldValue, FieldValues } from './commands/parts.ts';
export type Span = z.infer<typeof span>;
export type Pairing = z.infer<typeof pairing>;
export type WallSetting = z.infer<typeof wallSetting>;
