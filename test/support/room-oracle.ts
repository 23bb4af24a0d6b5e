/**
 * Who may hold which words, told once more from the words of V1 to V4 in shared/RULES.md and from nothing else: it knows
 * neither the gate nor the selectors, only what happened.
 */
import type { Logged } from '../../shared/events.ts';
import type { Role } from '../../shared/protocol.ts';
import type { Script, Step } from '../../shared/script.ts';
import type { Sign } from '../../shared/session/decide/decision.ts';
import { buildFacts, type Told } from './room-facts.ts';
import { readEver, readNow } from './room-masks.ts';

/** When the pen is asked for, the writer's phone and one's own, and the time named. */
type Taking = { now: number; sign: Sign | null; own: Sign | undefined; at: number | undefined };

export type Oracle = ReturnType<typeof buildOracle>;

export function buildOracle(script: Script) {
  const facts = buildFacts(script);
  const { answers, notes, runs, units, names } = facts;
  /** Words that were shown and not taken back since: on the wall, to all phones, to a subgroup's phones. */
  const wall = new Set<string>();
  const phones = new Set<string>();
  const subgroups = new Map<string, Set<string>>();
  const wallNotes = new Set<string>();
  /** Of each subgroup: what its own wall was shown and did not lose since. */
  const ownWalls = new Map<string, Set<string>>();

  /** The names of themes that a wall was told: once it showed an answer in it. */
  const wallThemes = new Set<string>();
  const ownThemes = new Map<string, Set<string>>();

  const setFor = (subgroup: string): Set<string> => {
    const known = subgroups.get(subgroup) ?? new Set();
    subgroups.set(subgroup, known);
    return known;
  };
  const isOpen = (step: Step | undefined) => Boolean(step && runs.get(step.id)?.open);
  const stepTalkedAbout = (from: Step | undefined): Step | undefined =>
    !from || from.prompts.length ? from : stepTalkedAbout(script.steps.find(({ id }) => id === from.about));

  /** Whose phones talk about it with stars to give: a subgroup's, or all. */
  function starring(told: Told): Set<string> | undefined {
    const { step } = facts;
    if (!step?.stars || !isOpen(step) || stepTalkedAbout(step) !== told.step || !facts.isShown(told)) return undefined;
    const subgroup = step.form === 'subgroup' ? units.get(told.unit)?.subgroup : null;
    return subgroup ? setFor(subgroup) : phones;
  }

  function note(event: Logged): void {
    facts.note(event);
    for (const told of answers.values()) {
      for (const { id } of script.subgroups?.names ?? []) {
        const own = ownWalls.get(id) ?? new Set();
        ownWalls.set(id, own);
        for (const text of told.covers.barred) own.delete(text);
        if (facts.isShown(told) && facts.subgroupOf(told) === id) {
          for (const text of readNow(told)) own.add(text);
          named(told, ownThemes.get(id) ?? ownThemes.set(id, new Set()).get(id));
        } else for (const text of told.ever) own.delete(text);
      }
      for (const set of [wall, phones, ...subgroups.values()]) for (const text of told.covers.barred) set.delete(text);
      if (facts.isShown(told)) {
        named(told, wallThemes);
        const lit = [...subgroups.keys(), ...facts.lights.own].filter((id) => facts.lights.onWall(id) === told.answer);
        const sets = [wall, starring(told), facts.spotlight === told.answer ? phones : undefined, ...lit.map(setFor)];
        for (const set of sets) for (const text of readNow(told)) set?.add(text);
      } else {
        for (const set of [wall, phones, ...subgroups.values()]) for (const text of told.ever) set.delete(text);
      }
    }
    for (const { text, removed } of notes.values()) {
      if (removed) wallNotes.delete(text);
      else if (facts.step?.kind === 'harvest') wallNotes.add(text);
    }
  }

  function named({ theme }: Told, into: Set<string> | undefined): void {
    const name = facts.themeNames.get(theme ?? '');
    if (name) into?.add(name);
  }
  /** The names of the themes of what is shown now. */
  const namesShown = (subgroup: string | null) => {
    const names = new Set<string>();
    for (const told of shownOn(subgroup)) named(told, names);
    return names;
  };

  const shownOn = (subgroup: string | null): Told[] =>
    [...answers.values()].filter(
      (told) => facts.isShown(told) && (subgroup === null || facts.subgroupOf(told) === subgroup),
    );
  const left = (texts: Iterable<string>) => new Set([...texts].filter((text) => !facts.erased.has(text)));
  const namesOf = (seats: Iterable<string>) => [...seats].flatMap((seat) => names.get(seat) ?? []);

  /** What these people answered before and brought along; hidden answers stay with their writers. */
  function broughtBy(people: ReadonlySet<string>, steps: readonly Step[]): Told[] {
    const from = new Set(steps.flatMap(({ carry }) => carry ?? []));
    const isTheirs = ({ writers }: Told) => !people.isDisjointFrom(writers);
    // A boundary situation goes no further than who wrote it, before it is released.
    const mayGo = ({ prompt, released }: Told) => released || prompt.about !== 'boundarySituation';
    return [...answers.values()].filter(
      (told) => from.has(told.step.id) && !told.hidden && mayGo(told) && isTheirs(told),
    );
  }

  const isOwn = (told: Told, seat: string) => told.unit === seat || told.unit === facts.unitOf.get(seat);

  /** All that a unit, or somebody alone, has written; and what somebody wrote with others, who sits elsewhere now. */
  const ownWords = (seat: string, known: 'now' | 'ever'): string[] =>
    [...answers.values()].flatMap((told) => (isOwn(told, seat) ? told.ever : (told.kept.get(seat)?.[known] ?? [])));

  /** The answers that this seat's phone offers to star. */
  function starrable(seat: string): Told[] {
    const subgroup = facts.groupOf(seat)?.subgroup;
    const own = subgroup ? setFor(subgroup) : undefined;
    return [...answers.values()].filter((told) => {
      const set = starring(told);
      return set !== undefined && (set === phones || set === own);
    });
  }

  /** Theirs, wherever they sit: they read their own words. */
  const isMine = (told: Told, seat: string) => isOwn(told, seat) || told.writers.has(seat);

  const peopleOf = (seat: string) => new Set([seat, ...(facts.groupOf(seat)?.ever ?? [])]);

  /** What may have been brought into this seat's unit, by whoever sat there, in any step so far. */
  function brought(seat: string): Told[] {
    return broughtBy(
      peopleOf(seat),
      script.steps.filter(({ id }) => runs.has(id)),
    );
  }

  const subgroupWords = () => [...facts.subgroupWords.values()].flat();

  function phoneMay(seat: string): string[] {
    const group = facts.groupOf(seat);
    const heard = group?.subgroup ? [...phones, ...setFor(group.subgroup)] : [...phones];
    return [
      ...facts.details,
      ...facts.questions,
      ...subgroupWords(),
      ...heard,
      ...facts.conclusions.may(seat),
      ...namesOf(peopleOf(seat)),
      ...ownWords(seat, 'ever'),
      ...brought(seat).flatMap(readEver),
    ];
  }

  function phoneMust(seat: string): string[] {
    const { step } = facts;
    const group = facts.groupOf(seat);
    const spotlit = answers.get(facts.lights.onPhones(group?.subgroup) ?? '');
    const brought = broughtBy(group?.seats ?? new Set(), step && isOpen(step) ? [step] : []);
    const heard = [...starrable(seat), ...(spotlit ? [spotlit] : []), ...brought].flatMap((told) =>
      isMine(told, seat) ? told.now : readNow(told),
    );
    return [
      ...facts.details,
      ...facts.questions,
      ...subgroupWords(),
      ...heard,
      ...facts.conclusions.must(seat),
      ...namesOf([seat, ...(group?.seats ?? [])]),
      ...ownWords(seat, 'now'),
    ];
  }

  /** Of the room's wall everything; of a subgroup's only its own. */
  const isFor = (subgroup: string | null, of: string | null) => subgroup === null || subgroup === of;

  function wallMay(subgroup: string | null): string[] {
    const noted = [...notes.values()].filter((note) => wallNotes.has(note.text) && isFor(subgroup, note.subgroup));
    const shown = subgroup === null ? wall : (ownWalls.get(subgroup) ?? []);
    const themes = subgroup === null ? wallThemes : (ownThemes.get(subgroup) ?? []);
    return [
      ...facts.details,
      ...facts.questions,
      ...subgroupWords(),
      ...shown,
      ...themes,
      ...facts.conclusions.may(null),
      ...facts.agreements.onWall(),
      ...noted.map(({ text }) => text),
    ];
  }

  function wallMust(subgroup: string | null): string[] {
    const noted =
      facts.step?.kind === 'harvest'
        ? [...notes.values()].filter((note) => !note.removed && isFor(subgroup, note.subgroup))
        : [];
    const shown = [...shownOn(subgroup).flatMap(readNow), ...namesShown(subgroup)];
    const asked = subgroup === null ? facts.conclusions.must(null) : [];
    return [
      ...[...facts.details, ...facts.questions, ...subgroupWords(), ...shown, ...asked, ...facts.agreements.onWall()],
      ...noted.map(({ text }) => text),
    ];
  }

  /** Who writes in a unit now: whoever took or was given the pen, and still sits there. */
  function writerIn(unit: string): { seat: string; at: number } | undefined {
    const pen = facts.pens.get(unit);
    return pen && units.get(unit)?.seats.has(pen.seat) ? pen : undefined;
  }
  /**
   * Whether somebody may get the pen: from whoever has it; or by taking it where nobody writes, whose phone is gone
   * (no sign), who did nothing for a minute, or who was away when it was taken and since then neither got it nor wrote.
   * A time that somebody names counts only where their phone was away then.
   */
  function mayGetPen(unit: string, by: string, to: string, { now, sign, own, at }: Taking): boolean {
    const seats = units.get(unit)?.seats;
    if (!seats?.has(by) || !seats.has(to)) return false;
    const writer = writerIn(unit);
    if (!writer || writer.seat === by || writer.seat === to) return Boolean(writer) || by === to;
    if (by !== to || !sign) return by === to;
    const quietSince = Math.max(writer.at, sign.wroteAt);
    const wasOffline = own && at !== undefined && at <= own.since;
    const taken = wasOffline ? (at < own.hereUntil ? own.hereUntil : at) : now;
    const wasAway = sign.since > taken && quietSince < sign.since;
    return wasAway || now >= quietSince + 60_000;
  }

  return {
    note,
    writerIn,
    mayGetPen,
    erased: facts.erased as ReadonlySet<string>,
    shown: (subgroup: string | null = null): string[] => shownOn(subgroup).map(({ answer }) => answer),
    /** What a screen has in the light. */
    spotlight: (role: Role, seat: string | null, subgroup: string | null): string | null => {
      if (role === 'seat') return facts.lights.onPhones(facts.groupOf(seat ?? '')?.subgroup);
      return subgroup === null ? facts.spotlight : facts.lights.onWall(subgroup);
    },
    /** Where an answer was given first. */
    ownerOf: (answer: string) => answers.get(answer)?.owner,
    /** Who sat in which unit when a step was closed last, and was not moved by hand since. */
    satIn: facts.satIn,
    isRemoved: (seat: string): boolean => facts.removed.has(seat),
    told: (answer: string) => answers.get(answer),
    isLocked: (): boolean => facts.locked,
    /** How many people sit at this seat's phone (or, without one, there). */
    peopleAt: (seat: string): number => facts.people.get(seat) ?? 0,
    seatSubgroup: (seat: string): string | null => facts.groupOf(seat)?.subgroup ?? null,
    subgroupOf: (answer: string): string | null => facts.subgroupOf(answers.get(answer)),
    answersIn: (theme: string): string[] =>
      [...answers.values()].filter((told) => told.theme === theme).map(({ answer }) => answer),
    noteSubgroup: (note: string): string | null => notes.get(note)?.subgroup ?? null,
    lead: (): string | null => facts.lead,
    deskSubgroup: (facilitator: string): string | null => facts.deskOf.get(facilitator) ?? null,
    /** Others' answers, and one's own, that a screen may know of at all: on the wall only what is shown. */
    mayKnow: (role: Role, seat: string | null, subgroup: string | null): Set<string> => {
      const shown = shownOn(role === 'wall' ? subgroup : null);
      const own = [...answers.values()].filter((told) => isOwn(told, seat ?? '') || told.wrote.has(seat ?? ''));
      const known =
        role === 'wall' ? shown : role === 'desk' ? [...answers.values()] : [...shown, ...own, ...brought(seat ?? '')];
      return new Set(known.map(({ answer }) => answer));
    },
    starrable: (seat: string): string[] => starrable(seat).map(({ answer }) => answer),
    mayHold: (role: Role, seat: string | null, subgroup: string | null): Set<string> =>
      left(role === 'desk' ? facts.all : role === 'wall' ? wallMay(subgroup) : phoneMay(seat ?? '')),
    mustHold: (role: Role, seat: string | null, subgroup: string | null): Set<string> =>
      left(role === 'desk' ? facts.all : role === 'wall' ? wallMust(subgroup) : phoneMust(seat ?? '')),
  };
}
