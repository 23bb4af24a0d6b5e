/** What happened in a room, noted by hand for the oracle: it uses nothing of the product's own fold or selectors. */
import { isDeepStrictEqual } from 'node:util';
import type { EventOf, EventType, Logged } from '../../shared/events.ts';
import type { Prompt, Script, Step } from '../../shared/script.ts';
import { buildAgreements } from './room-agreements.ts';
import { buildCompany } from './room-company.ts';
import { buildConclusions } from './room-conclusions.ts';
import { buildLights } from './room-lights.ts';
import { type Covers, maskedFact, noCovers, writtenAnew } from './room-masks.ts';

export type Told = {
  answer: string;
  unit: string;
  /** Where it was given first: no answer moves. */
  owner: { unit: string; step: string; item: string; prompt: string };
  step: Step;
  prompt: Prompt;
  /** Texts of the latest version, and of all versions. */
  now: string[];
  ever: string[];
  released: boolean;
  /** Sent while the desk held what came. */
  held: boolean;
  hidden: boolean;
  withdrawn: boolean;
  covers: Covers;
  movedTo: string | null;
  /** Of the version that counts: a seat, or `desk`. */
  by: string | null;
  /** Sent and not withdrawn since. */
  version: number;
  /** What one of them wrote and another replaced without having seen it, until its writer writes again. */
  lost: { by: string; texts: string[] } | null;
  /** Who sat there at any version since it was withdrawn: it stays theirs wherever they sit. */
  writers: Set<string>;
  /** Of those of them who sit elsewhere: the texts that they knew when they left. */
  kept: Map<string, { now: string[]; ever: string[] }>;
  /** Who ever wrote it: they may know that it was. */
  wrote: Set<string>;
  /** The theme that the desk put it in. */
  theme: string | null;
};
/** `left`: when who sits elsewhere did so. */
export type Group = { seats: Set<string>; ever: Set<string>; left: Map<string, number>; subgroup: string | null };

export function buildFacts(script: Script) {
  const answers = new Map<string, Told>();
  const units = new Map<string, Group>();
  const unitOf = new Map<string, string>();
  const names = new Map<string, string | null>();
  const notes = new Map<string, { text: string; removed: boolean; subgroup: string | null }>();
  /** What the desk called the subgroups, and their places. */
  const subgroupWords = new Map<string, string[]>();
  /** The name of each theme, if it has one. */
  const themeNames = new Map<string, string | null>();
  /** Desks of one subgroup. */
  const deskOf = new Map<string, string | null>();
  const runs = new Map<string, { open: boolean; revealed: boolean; held: boolean }>();
  /** Who of a unit was given the pen, or took it, and when; until it was laid down. */
  const pens = new Map<string, { seat: string; at: number }>();
  /** When each step was closed, each unit and seat first there; how many people a seat holds. */
  const closings = new Map<string, number[]>();
  const openings = new Map<string, number>();
  const since = new Map<string, number>();
  const people = new Map<string, number>();
  const company = buildCompany(unitOf);
  const all = new Set<string>();
  const erased = new Set<string>();
  const agreements = buildAgreements((texts) => erase(texts));
  const conclusions = buildConclusions((texts) => erase(texts));
  const facts = {
    removed: new Set<string>(),
    ...{ answers, units, unitOf, names, notes, runs, pens, all, erased, people, subgroupWords, deskOf, themeNames },
    satIn: company.satIn,
    conclusions,
    agreements,
    locked: false,
    details: [] as string[],
    notice: [] as (string | null)[],
    /** Asked of everybody, and held by every screen. */
    questions: [] as string[],
    spotlight: null as string | null,
    lead: null as string | null,
    lights: buildLights(),
    subgroupOf,
    step: undefined as Step | undefined,
    note,
    isShown,
    groupOf: (seat: string): Group | undefined => units.get(unitOf.get(seat) ?? ''),
  };

  /** Questions of the moment, each a step of its own. */
  const added = new Map<string, Step>();
  const stepNamed = (id: string) => added.get(id) ?? script.steps.find((step) => step.id === id);

  /** Where an answer is talked about: with its unit, or where its one writer sits. */
  function subgroupOf(told: Told | undefined): string | null {
    return (units.get(told?.unit ?? '') ?? facts.groupOf(told?.unit ?? ''))?.subgroup ?? null;
  }

  /** DESIGN "reveal policies", and: a boundary situation is shown one by one. */
  function isShown({ step, prompt, released, held, hidden, withdrawn }: Told): boolean {
    const run = runs.get(step.id);
    const policy = step.wall.reveal;
    if (hidden || withdrawn || policy === 'never') return false;
    if (released) return true;
    if (held) return false;
    if (prompt.about === 'boundarySituation') return false;
    if (policy === 'atOnce' || run?.revealed) return true;
    return policy === 'afterClosing' && run !== undefined && !run.open;
  }

  function sit(seat: string, unit: string | null, at: number): void {
    const before = unitOf.get(seat);
    facts.groupOf(seat)?.seats.delete(seat);
    facts.groupOf(seat)?.left.set(seat, at);
    for (const told of answers.values())
      if (told.unit === before && told.writers.has(seat)) told.kept.set(seat, { now: told.now, ever: told.ever });
    unitOf.delete(seat);
    if (unit === null) return;
    unitOf.set(seat, unit);
    units.get(unit)?.seats.add(seat);
    units.get(unit)?.ever.add(seat);
  }

  function moved(seat: string, unit: string | null, at: number): void {
    company.moved(seat);
    sit(seat, unit, at);
  }

  function groupNamed(unit: string, subgroup: string | null): Group {
    const group: Group =
      units.get(unit) ?? ({ seats: new Set(), ever: new Set(), left: new Map(), subgroup } satisfies Group);
    units.set(unit, group);
    return group;
  }

  function erase(texts: Iterable<string | null | undefined>): void {
    for (const text of texts) if (text) erased.add(text);
  }

  function submitted(event: Logged<EventOf<'AnswerSubmitted'>>): void {
    const step = stepNamed(event.step);
    const prompt = step?.prompts.find(({ id }) => id === event.prompt);
    if (!step || !prompt) throw new Error('an answer to nothing');
    const now = Object.keys(event.texts ?? {});
    const known = answers.get(event.answer);
    // Shown one by one: what was released was that text, not the next one.
    // Or its phone asked so (room-checks.ts).
    const held = event.held ?? false;
    if (runs.get(step.id)?.held && !held) throw new Error(`${event.answer} is held: ${event.held}`);
    const waits = held || step.wall.reveal === 'afterRelease' || prompt.about === 'boundarySituation';
    const released = !waits && (known?.released ?? false);
    const owner = { unit: event.unit, step: event.step, item: event.item, prompt: event.prompt };
    const marks = { hidden: false, movedTo: null, theme: null };
    const fresh = { answer: event.answer, unit: event.unit, owner, step, prompt, ...marks };
    const ever = [...(known?.ever ?? []), ...now];
    checkWriter(event, known);
    const group = units.get(event.unit);
    // A paper is of who sat there in that step, wherever they sit by now: the event says who, the facts that they ever did.
    const here = event.seat === 'desk' ? (event.writers ?? []) : [...(group?.seats ?? [event.unit]), event.seat];
    if (here.some((seat) => seat && seat !== event.unit && seat !== event.seat && !group?.ever.has(seat)))
      throw new Error(`${event.answer} is of ${here}, who never sat there`);
    const writers = new Set([...(known?.writers ?? []), ...here.flatMap((seat) => seat ?? [])]);
    const kept = known?.kept ?? new Map();
    // Who wrote it with them and sits elsewhere now knows how it stands.
    for (const seat of writers)
      if (event.unit !== seat && !units.get(event.unit)?.seats.has(seat))
        kept.set(seat, { now, ever: [...(kept.get(seat)?.ever ?? []), ...now] });
    const wrote = new Set([...(known?.wrote ?? []), ...writers]);
    const replaced = event.unseen && known?.by ? { by: known.by, texts: known.now } : (known?.lost ?? null);
    const lost = replaced?.by === event.seat ? null : replaced;
    const version = (known?.version ?? 0) + 1;
    const told: Told = {
      ...fresh,
      ...known,
      version,
      lost,
      wrote,
      now,
      ever,
      released,
      held,
      covers: writtenAnew(known, fieldsIn(event)),
      withdrawn: false,
      by: event.seat,
      writers,
      kept,
    };
    answers.set(event.answer, told);
    if (!isShown(told)) putOut(event.answer);
  }

  /**
   * An answer stays with the unit that gave it, and only who sat there writes it. No paper takes the place of what people
   * sent or withdrew; late is what a phone could have sent before a closing.
   */
  function checkWriter(
    { seat, unit, step, item, prompt, late, at }: Logged<EventOf<'AnswerSubmitted'>>,
    known: Told | undefined,
  ): void {
    const owner = { unit, step, item, prompt };
    if (known && !isDeepStrictEqual(known.owner, owner)) throw new Error(`${known.answer} changed owner`);
    const group = units.get(unit);
    const left = group?.left.get(seat ?? '') ?? Number.NEGATIVE_INFINITY;
    if (seat !== 'desk' && seat !== unit && !group?.seats.has(seat ?? '') && left < (openings.get(step) ?? 0))
      throw new Error(`${seat} wrote for ${unit} without sitting there`);
    if (seat === 'desk' && known && known.by !== 'desk')
      throw new Error(`A1: a paper took the place of ${known.answer}`);
    const missed = (closings.get(step) ?? []).some((closed) => closed >= (since.get(unit) ?? at));
    if (late !== (missed && seat !== 'desk')) throw new Error(`late is ${late} for ${unit} in ${step}`);
  }

  function judged(event: Logged<EventOf<'AnswerWithdrawn' | 'AnswerReleased' | 'AnswerHidden'>>): void {
    const told = answers.get(event.answer);
    if (!told) return;
    if (event.type === 'AnswerHidden') told.hidden = event.hidden;
    if (event.type === 'AnswerReleased') told.released = event.released;
    if (event.type === 'AnswerWithdrawn') {
      erase(told.ever);
      // What is written after this is another text, and waits for a release of its own.
      if (event.seat === 'desk' && told.by !== 'desk') throw new Error(`the desk withdrew ${told.answer}`);
      if (event.seat !== 'desk' && event.seat !== told.unit && !told.writers.has(event.seat))
        throw new Error(`${event.seat} withdrew ${told.answer}, which is not theirs`);
      const covers = { ...noCovers(), watched: told.covers.watched, forEver: told.covers.watched };
      const marks = { covers, movedTo: null, theme: null };
      const empty = { writers: new Set(), kept: new Map(), now: [], ever: [], lost: null, ...marks };
      Object.assign(told, { ...empty, withdrawn: true, released: false, by: event.seat });
    }
    if (!isShown(told) || !told.released) putOut(event.answer);
  }

  function putOut(answer: string): void {
    if (facts.spotlight === answer) facts.spotlight = null;
    facts.lights.out(answer);
  }

  function formed(event: Logged<EventOf<'UnitsFormed'>>): void {
    company.formed(event.size, facts.step && runs.get(facts.step.id)?.open ? facts.step.id : null);
    for (const { unit, subgroup } of event.units) {
      if (!units.has(unit)) since.set(unit, event.at);
      const group = groupNamed(unit, subgroup);
      group.subgroup = subgroup;
      for (const seat of [...group.seats]) sit(seat, null, event.at);
    }
    for (const { unit, seats } of event.units) for (const seat of seats) sit(seat, unit, event.at);
  }

  const detailed = (event: Logged<EventOf<'SessionPlanned' | 'DetailsChanged'>>) => {
    erase(facts.details);
    facts.details = [event.title, event.place, event.partner, event.collaboration];
  };
  const named = ({ seat, name }: EventOf<'ParticipantJoined' | 'SeatRenamed'>) => {
    erase([names.get(seat)]);
    names.set(seat, name);
  };

  const comments = new Map<string, (string | null)[]>();
  const happened: { [K in EventType]?: (event: Logged<EventOf<K>>) => void } = {
    SummaryCommented: ({ comment, text, signature }) => void comments.set(comment, [text, signature]),
    CommentWithdrawn: ({ comment }) => erase(comments.get(comment) ?? []),
    SessionPlanned: detailed,
    NoticeSet: ({ purpose, contact }) => {
      erase(facts.notice);
      facts.notice = [purpose, contact];
    },
    PersonErased: ({ seat, erased, at }) => {
      moved(seat, null, at);
      facts.removed.add(seat);
      const known = [names.get(seat), ...conclusions.forget(seat)].filter((text) => text != null);
      if (known.some((text) => !erased.includes(text))) throw new Error(`not all of ${seat} is erased`);
      if ([...answers.values()].some(({ withdrawn, writers }) => !withdrawn && writers.has(seat)))
        throw new Error(`${seat} still wrote something`);
      erase(erased);
      names.set(seat, null);
    },
    DetailsChanged: detailed,
    ParticipantJoined: (event) => {
      named(event);
      people.set(event.seat, event.people);
      since.set(event.seat, event.at);
    },
    SeatRenamed: named,
    SeatShared: ({ seat, guest }) => void people.set(seat, guest ? 2 : 1),
    DoorLocked: ({ locked }) => {
      facts.locked = locked;
    },
    ParticipantLeft: ({ seat, at }) => moved(seat, null, at),
    SeatRemoved: ({ seat, removed, at }) => {
      moved(seat, null, at);
      if (removed) facts.removed.add(seat);
      else facts.removed.delete(seat);
    },
    UnitsFormed: formed,
    SeatMoved: ({ seat, unit, subgroup, at }) => {
      if (!units.has(unit)) since.set(unit, at);
      groupNamed(unit, subgroup);
      moved(seat, unit, at);
    },
    SubgroupsFormed: (event) => {
      for (const [unit, subgroup] of Object.entries(event.units)) groupNamed(unit, subgroup).subgroup = subgroup;
    },
    UnitMoved: ({ unit, subgroup }) => {
      groupNamed(unit, subgroup).subgroup = subgroup;
    },
    StepAdded: ({ step, question, size, scale }) => {
      facts.questions.push(question);
      const title = { nl: question };
      const words = { id: 'text', kind: 'text' as const, max: 400, optional: scale !== null };
      const judged = scale === null ? [] : [{ id: 'judgement', kind: 'judgement' as const, scale, optional: false }];
      const wall = { reveal: 'whenAllSubmitted' as const, groupBy: 'item' as const, order: 'script' as const };
      added.set(step, {
        ...{ id: step, kind: 'answering', minutes: 0, before: false, title, split: size > 1, cluster: false },
        ...{ form: size === 1 ? 'individual' : 'pair', notes: [], content: [], hints: [], wall },
        prompts: [{ id: 'question', title, fields: [...judged, words] }],
      });
    },
    StepOpened: ({ step, at }) => {
      openings.set(step, at);
      const known = closings.get(step) ?? [];
      // The desk slipped to another one and came back: that closed nothing.
      if (facts.step?.id !== step && at - (known.at(-1) ?? at) < 30_000) closings.set(step, known.slice(0, -1));
      facts.step = stepNamed(step);
      // In turns whoever writes in them has it: what was held before lies on the table.
      if (facts.step?.turns) pens.clear();
      facts.spotlight = null;
      facts.lights = buildLights();
      // Opened again, only what was released one by one stays released.
      for (const told of runs.has(step) ? answers.values() : []) {
        const waits =
          told.held || told.step.wall.reveal === 'afterRelease' || told.prompt.about === 'boundarySituation';
        if (told.step.id === step && !waits) told.released = false;
      }
      runs.set(step, { held: runs.get(step)?.held ?? false, revealed: false, open: true });
    },
    StepClosed: ({ step, at }) => {
      closings.set(step, [...(closings.get(step) ?? []), at]);
      company.closed(step);
      runs.set(step, { held: false, revealed: false, ...runs.get(step), open: false });
    },
    StepRevealed: ({ step, revealed }) => {
      runs.set(step, { held: false, open: false, ...runs.get(step), revealed });
      // What leaves the walls with the step stands in no light.
      for (const told of answers.values()) if (told.step.id === step && !isShown(told)) putOut(told.answer);
    },
    AnswersHeld: ({ step, held }) => void runs.set(step, { open: false, revealed: false, ...runs.get(step), held }),
    AnswerMasked: (event) => {
      const told = answers.get(event.answer);
      if (told) maskedFact(told, event);
      erase(event.erased);
    },
    AnswerMoved: ({ answer, item }) => {
      const told = answers.get(answer);
      if (told) told.movedTo = item;
    },
    TurnBegan: ({ unit }) => void (unit === null ? pens.clear() : pens.delete(unit)),
    PenTaken: ({ unit, seat, at }) => void (seat === null ? pens.delete(unit) : pens.set(unit, { seat, at })),
    AnswerSubmitted: submitted,
    AnswerWithdrawn: judged,
    AnswerReleased: judged,
    AnswerHidden: judged,
    AnswerSpotlighted: ({ answer, subgroup }) => {
      if (subgroup === null) facts.spotlight = answer;
      facts.lights.lit(answer, subgroup);
    },
    AnswersGrouped: ({ answers: ids, theme }) => {
      for (const id of ids) {
        const told = answers.get(id);
        if (!told || told.withdrawn) throw new Error(`${id} cannot be in ${theme}`);
        told.theme = theme;
      }
      if (theme !== null && !themeNames.has(theme)) themeNames.set(theme, null);
    },
    ThemeNamed: ({ theme, name }) => {
      erase([themeNames.get(theme)]);
      themeNames.set(theme, name);
    },
    NoteAdded: ({ note, text, subgroup }) => void notes.set(note, { text, removed: false, subgroup }),
    NoteChanged: ({ note, text }) => {
      erase([notes.get(note)?.text]);
      notes.set(note, { removed: false, subgroup: null, ...notes.get(note), text });
    },
    NoteRemoved: ({ note, removed }) => void notes.set(note, { text: '', subgroup: null, ...notes.get(note), removed }),
    SubgroupNamed: ({ subgroup, name, place }) => {
      erase(subgroupWords.get(subgroup) ?? []);
      subgroupWords.set(
        subgroup,
        [name, place].filter((text) => text !== null),
      );
    },
    LeadTaken: ({ facilitator }) => {
      facts.lead = facilitator;
    },
    DeskInvited: ({ facilitator, subgroup }) => void deskOf.set(facilitator, subgroup),
    WallSet: ({ subgroup }) => {
      if (subgroup !== null) facts.lights.turned(subgroup);
    },
  };

  function note(event: Logged): void {
    for (const text of Object.keys(event.texts ?? {})) all.add(text);
    for (const table of [happened, conclusions.happened, agreements.happened])
      (table[event.type as keyof typeof table] as ((event: Logged) => void) | undefined)?.(event);
    facts.lights.seatedAs((answer) => subgroupOf(answers.get(answer)));
  }

  return facts;
}

/** By field, the text in it. */
const fieldsIn = ({ values }: EventOf<'AnswerSubmitted'>): Map<string, string> =>
  new Map(Object.entries(values).flatMap(([field, value]) => (value.kind === 'text' ? [[field, value.text]] : [])));
