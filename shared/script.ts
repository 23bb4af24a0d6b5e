/** The script (draaiboek): what is prepared. Data in `sessions/`, checked here, copied whole into a session's first event. */
import * as z from 'zod/mini';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const line = z.string().check(z.minLength(1), z.maxLength(4000));

/** Words in one or two languages; `quote` is word for word from `source` and is shown as the Dutch (or `language`) text. */
const text = z
  .strictObject({
    nl: z.optional(line),
    en: z.optional(line),
    quote: z.optional(line),
    source: z.optional(line),
    language: z.optional(z.enum(languages)),
  })
  .check(z.refine((words) => Boolean(words.nl || words.en || words.quote), 'needs nl, en or quote'));

const option = z.strictObject({ id, label: text });
/** `withdraws`: who chooses this takes the whole answer back ("niet bewaren"). */
const choiceOption = z.strictObject({ id, label: text, withdraws: z.optional(z.boolean()) });

/** How a step on a scale is drawn: a circle that is full, filled for a part or open, or a question mark. */
const scaleShapes = ['full', 'threeQuarters', 'half', 'quarter', 'open', 'unknown'] as const;
export type ScaleShape = (typeof scaleShapes)[number];

/** A step on a scale (schaal). */
const scaleOption = z.strictObject({
  id,
  label: text,
  shape: z.enum(scaleShapes),
  /** false: shown, but outside the denominator ("weet ik niet"). */
  counted: z._default(z.boolean(), true),
});

/** How many: at least one. */
const amount = z.int().check(z.gte(1), z.lte(1000));
const minutes = z.number().check(z.gte(0), z.lte(600));
const maxLength = z.int().check(z.gte(1), z.lte(1500));
const fieldBase = { id, label: z.optional(text), optional: z._default(z.boolean(), false) };
const field = z.discriminatedUnion('kind', [
  z.strictObject({ ...fieldBase, kind: z.literal('judgement'), scale: id }),
  /** `askedAt`: shown only when the prompt's judgement is one of these ("Wat mist er?" at partly and no). */
  z.strictObject({ ...fieldBase, kind: z.literal('text'), max: maxLength, askedAt: z.optional(z.array(id)) }),
  z.strictObject({
    ...fieldBase,
    kind: z.literal('choice'),
    many: z._default(z.boolean(), false),
    options: z.array(choiceOption),
  }),
  /** Marks items of the step's set ("welke herkennen jullie niet?"). */
  z.strictObject({ ...fieldBase, kind: z.literal('marks') }),
  z.strictObject({ ...fieldBase, kind: z.literal('date') }),
]);

const prompt = z.strictObject({
  id,
  title: text,
  help: z.optional(text),
  /** A boundary situation (grenssituatie): drawn with the dashed line, on the wall only after release. */
  about: z.optional(z.literal('boundarySituation')),
  /** Only the person in this turn's role answers it ("verteller: klopt dit zo?"). */
  role: z.optional(id),
  /** Rated for relevance on four steps by each alone, before the talk: a summary gives its I-CVI, over raters in these perspectives. */
  contentValidity: z.optional(z.strictObject({ experts: z.array(id).check(z.minLength(1)) })),
  fields: z.array(field).check(z.minLength(1)),
});

const section = z.strictObject({ id, label: text, intro: z.optional(text), points: z.array(text) });

const places = ['core', 'around', 'surrounding', 'before', 'after', 'whole'] as const;

/** What is talked about: a definition, a characteristic, a component of a model. */
const item = z.strictObject({
  id,
  title: z.optional(text),
  text: z.optional(text),
  points: z.optional(z.array(text)),
  sections: z.optional(z.array(section)),
  /** Phrases of the text that a reader can tap as unclear; per language. */
  phrases: z.optional(z.strictObject({ nl: z.optional(z.array(line)), en: z.optional(z.array(line)) })),
  citation: z.optional(text),
  /** Where it stands in the figure; `before` and `after` are context and never answered; `whole` takes what fits nowhere. */
  place: z.optional(z.enum(places)),
  subgroup: z.optional(id),
  icon: z.optional(id),
  /** One of the eight hues of the house (1-8). */
  hue: z.optional(z.int().check(z.gte(1), z.lte(8))),
});

const itemSet = z.strictObject({
  id,
  kind: z.enum(['definition', 'list', 'model', 'context', 'columns']),
  title: text,
  citation: z.optional(text),
  items: z._default(z.array(item), []),
  /** The items are typed in when the session is made. */
  fillIn: z.optional(z.strictObject({ min: amount, max: amount, maxLength })),
  /** The items are another script's set ("script-id/set-id"). */
  from: z.optional(z.string().check(z.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))),
  /** The items are the findings of a session's summary. */
  fromSummary: z.optional(z.strictObject({ max: amount })),
});

const stepKinds = [
  'arrival',
  'presentation',
  'reading',
  'grouping',
  'answering',
  'discussion',
  'harvest',
  'closing',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** Who acts together (werkvorm). */
const form = z.union([
  z.enum(['everyone', 'individual', 'pair', 'subgroup']),
  z.strictObject({
    group: z.int().check(z.gte(3), z.lte(12)),
    from: z.optional(z.literal('pairs')),
    /** Nothing reads it: older scripts say it. */
    rest: z.optional(z.array(amount)),
  }),
]);

/** When answers may be on the wall: see DESIGN "reveal policies". */
const revealPolicies = ['atOnce', 'whenAllSubmitted', 'afterRelease', 'afterClosing', 'never'] as const;
export type RevealPolicy = (typeof revealPolicies)[number];

/** What a step may begin with; a comparison is reckoned when the desk asks for it. */
const stepModes = [
  'welcome',
  'agenda',
  'reading',
  'list',
  'figure',
  'groups',
  'progress',
  'cards',
  'themes',
  'spotlight',
  'boundary',
  'distribution',
  'harvest',
  'thanks',
  'blank',
] as const;
export const wallModes = [...stepModes, 'contrast', 'shift'] as const;
export type WallMode = (typeof wallModes)[number];

export const noteKinds = ['insight', 'difference', 'question', 'proposal'] as const;
export type NoteKind = (typeof noteKinds)[number];

const step = z.strictObject({
  id,
  kind: z.enum(stepKinds),
  minutes,
  /** Comes before the clock starts: not counted among the steps or the minutes. */
  before: z._default(z.boolean(), false),
  form,
  /** Whether people stay in the units they have (`keep`, the default), or sit with others now. */
  units: z.optional(z.enum(['keep', 'anew'])),
  title: text,
  instruction: z.optional(text),
  items: z.optional(
    z.strictObject({
      set: id,
      /** `list`: one answer about the whole set; `each` (default): one per item. */
      as: z._default(z.enum(['each', 'list']), 'each'),
      /** Items are dealt so that coverage is even: `perUnit` items a unit, each unit starting at another one. */
      deal: z.optional(z.strictObject({ across: z.enum(['everyone', 'subgroup']), perUnit: amount })),
      /** Each unit chooses this many itself. */
      choose: z.optional(amount),
    }),
  ),
  prompts: z._default(z.array(prompt), []),
  /** The writers may say "wij verschillen van mening": two judgements in one answer. */
  split: z._default(z.boolean(), false),
  /** The step whose answers are talked about. */
  about: z.optional(id),
  /** The step whose answers each unit takes along. */
  carry: z.optional(id),
  /** The earlier step with the same prompts, for a shift table. */
  compareWith: z.optional(id),
  turns: z.optional(z.strictObject({ count: amount, minutes, roles: z.array(option), writer: id, subject: id })),
  /** Each may write so many short cards about an item: the one question is there as often (`questionsOf`). */
  cards: z.optional(z.strictObject({ max: amount })),
  stars: z.optional(z.strictObject({ per: z.enum(['subgroup', 'person']), count: amount })),
  cluster: z._default(z.boolean(), false),
  notes: z._default(z.array(z.enum(noteKinds)), []),
  /** What each agreement of a harvest holds (what, who, when). */
  agreement: z.optional(z.array(field)),
  /** Asks for an e-mail address, kept apart from all answers. */
  stayInformed: z.optional(z.strictObject({ title: text, consent: text })),
  content: z._default(z.array(text), []),
  phone: z.optional(text),
  wall: z._default(
    z.strictObject({
      mode: z.optional(z.enum(stepModes)),
      text: z.optional(text),
      reveal: z._default(z.enum(revealPolicies), 'whenAllSubmitted'),
      groupBy: z._default(z.enum(['item', 'prompt', 'unit']), 'item'),
      order: z._default(z.enum(['script', 'deviatingFirst', 'mostMarked', 'mostDifference']), 'script'),
    }),
    { reveal: 'whenAllSubmitted', groupBy: 'item', order: 'script' },
  ),
  hints: z._default(z.array(text), []),
  /** Another way to do this step (homework), described only. */
  variant: z.optional(z.strictObject({ minutes, as: z.enum(['each', 'list']), text })),
});

export const scriptSchema = z.strictObject({
  format: z.literal('in-gesprek/script@1'),
  id,
  version: line,
  languages: z.array(z.enum(languages)).check(z.minLength(1)),
  title: text,
  subtitle: z.optional(text),
  /** A file may leave it out: then it is as long as its steps together (`server/library/minutes-of.ts`). */
  minutes,
  authors: z._default(z.array(line), []),
  sources: z._default(z.array(line), []),
  rights: z.optional(text),
  contact: z.optional(line),
  /** Earlier meetings of the project: which fields a session carries. */
  explorations: z._default(
    z.array(
      z.strictObject({
        date: line,
        text,
        collaboration: line,
        partner: z.optional(line),
        institute: line,
        place: line,
      }),
    ),
    [],
  ),
  /** Nobody leads: open from the start for this many days. */
  unled: z.optional(z.strictObject({ days: z.int().check(z.gte(1), z.lte(60)) })),
  perspectives: z._default(z.strictObject({ options: z.array(option), max: z._default(amount, 2) }), {
    options: [],
    max: 2,
  }),
  /** Asked when joining, only to bring people of several organisations together; in no figure, and on no screen but the desk. */
  organisations: z.optional(z.array(option)),
  subgroups: z.optional(
    z.strictObject({
      names: z.array(z.strictObject({ id, label: text })).check(z.minLength(2)),
      fromUnits: z._default(amount, 4),
    }),
  ),
  privacy: z._default(
    z.strictObject({
      tip: z.optional(text),
      /** What the answers are for, as phones say it before anybody joins; a facilitator may say it otherwise. */
      purpose: z.optional(text),
      keepDays: z._default(amount, 90),
      breakdownFrom: z._default(z.int().check(z.gte(3)), 5),
    }),
    { keepDays: 90, breakdownFrom: 5 },
  ),
  clock: z._default(z.strictObject({ warnSeconds: z.array(amount), extendMinutes: minutes }), {
    warnSeconds: [120, 30],
    extendMinutes: 2,
  }),
  scales: z._default(z.record(id, z.array(scaleOption)), {}),
  itemSets: z._default(z.array(itemSet), []),
  agenda: z._default(z.array(z.strictObject({ title: text, steps: z.array(id) })), []),
  steps: z.array(step).check(z.minLength(1), z.maxLength(100)),
});

export type Script = z.infer<typeof scriptSchema>;
export type Text = z.infer<typeof text>;
export type Step = z.infer<typeof step>;
export type Prompt = z.infer<typeof prompt>;
export type Field = z.infer<typeof field>;
export type Item = z.infer<typeof item>;
export type ItemSet = z.infer<typeof itemSet>;
export type ScaleOption = z.infer<typeof scaleOption>;
