/**
 * Who may hold which words, told once more from the words of V1 to V4 in shared/RULES.md and from nothing else: it knows
 * neither the gate nor the selectors, only what happened.
 */
import type { Logged } from '../../shared/events.ts';
import type { Role } from '../../shared/protocol.ts';
import type { Script, Step } from '../../shared/script.ts';
import { buildFacts, type Told } from './room-facts.ts';

export type Oracle = ReturnType<typeof buildOracle>;

export function buildOracle(script: Script) {
  const facts = buildFacts(script);
  const { answers, notes, runs, units, names } = facts;
  /** Words that were shown and not taken back since: on the wall, to all phones, to a subgroup's phones. */
  const wall = new Set<string>();
  const phones = new Set<string>();
  const subgroups = new Map<string, Set<string>>();
  const wallNotes = new Set<string>();

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
      if (facts.isShown(told)) {
        const sets = [wall, starring(told), facts.spotlight === told.answer ? phones : undefined];
        for (const set of sets) for (const text of told.now) set?.add(text);
      } else {
        for (const set of [wall, phones, ...subgroups.values()]) for (const text of told.ever) set.delete(text);
      }
    }
    for (const { text, removed } of notes.values()) {
      if (removed) wallNotes.delete(text);
      else if (facts.step?.kind === 'harvest') wallNotes.add(text);
    }
  }

  const left = (texts: Iterable<string>) => new Set([...texts].filter((text) => !facts.erased.has(text)));
  const namesOf = (seats: Iterable<string>) => [...seats].flatMap((seat) => names.get(seat) ?? []);

  /** What these people answered before and brought along; hidden answers stay with their writers. */
  function broughtBy(people: ReadonlySet<string>, steps: readonly Step[]): Told[] {
    const from = new Set(steps.flatMap(({ carry }) => carry ?? []));
    const isTheirs = ({ unit }: Told) => people.has(unit) || !people.isDisjointFrom(units.get(unit)?.ever ?? new Set());
    return [...answers.values()].filter((told) => from.has(told.step.id) && !told.hidden && isTheirs(told));
  }

  /** All that a unit, or somebody alone, has written. */
  const ownWords = (seat: string): string[] =>
    [...answers.values()].flatMap(({ unit, ever }) => (unit === seat || unit === facts.unitOf.get(seat) ? ever : []));

  /** The answers that this seat's phone offers to star. */
  function starrable(seat: string): Told[] {
    const subgroup = facts.groupOf(seat)?.subgroup;
    const own = subgroup ? setFor(subgroup) : undefined;
    return [...answers.values()].filter((told) => {
      const set = starring(told);
      return set !== undefined && (set === phones || set === own);
    });
  }

  const peopleOf = (seat: string) => new Set([seat, ...(facts.groupOf(seat)?.ever ?? [])]);

  /** What may have been brought into this seat's unit, by whoever sat there, in any step so far. */
  function brought(seat: string): Told[] {
    return broughtBy(
      peopleOf(seat),
      script.steps.filter(({ id }) => runs.has(id)),
    );
  }

  function phoneMay(seat: string): string[] {
    const group = facts.groupOf(seat);
    const heard = group?.subgroup ? [...phones, ...setFor(group.subgroup)] : [...phones];
    return [
      ...facts.details,
      ...heard,
      ...namesOf(peopleOf(seat)),
      ...ownWords(seat),
      ...brought(seat).flatMap(({ ever }) => ever),
    ];
  }

  function phoneMust(seat: string): string[] {
    const { step } = facts;
    const group = facts.groupOf(seat);
    const spotlit = answers.get(facts.spotlight ?? '');
    const brought = broughtBy(group?.seats ?? new Set(), step && isOpen(step) ? [step] : []);
    const heard = [...starrable(seat), ...(spotlit ? [spotlit] : []), ...brought].flatMap(({ now }) => now);
    return [...facts.details, ...heard, ...namesOf([seat, ...(group?.seats ?? [])]), ...ownWords(seat)];
  }

  function wallMust(): string[] {
    const noted = facts.step?.kind === 'harvest' ? [...notes.values()].filter(({ removed }) => !removed) : [];
    const shown = [...answers.values()].filter(facts.isShown);
    return [...facts.details, ...shown.flatMap(({ now }) => now), ...noted.map(({ text }) => text)];
  }

  return {
    note,
    erased: facts.erased as ReadonlySet<string>,
    shown: (): string[] => [...answers.values()].filter(facts.isShown).map(({ answer }) => answer),
    spotlight: (): string | null => facts.spotlight,
    /** Others' answers, and one's own, that a screen may know of at all: on the wall only what is shown. */
    mayKnow: (role: Role, seat: string | null): Set<string> => {
      const shown = [...answers.values()].filter(facts.isShown);
      const own = [...answers.values()].filter(({ unit }) => unit === seat || unit === facts.unitOf.get(seat ?? ''));
      const known =
        role === 'wall' ? shown : role === 'desk' ? [...answers.values()] : [...shown, ...own, ...brought(seat ?? '')];
      return new Set(known.map(({ answer }) => answer));
    },
    starrable: (seat: string): string[] => starrable(seat).map(({ answer }) => answer),
    mayHold: (role: Role, seat: string | null): Set<string> =>
      left(
        role === 'desk'
          ? facts.all
          : role === 'wall'
            ? [...facts.details, ...wall, ...wallNotes]
            : phoneMay(seat ?? ''),
      ),
    mustHold: (role: Role, seat: string | null): Set<string> =>
      left(role === 'desk' ? facts.all : role === 'wall' ? wallMust() : phoneMust(seat ?? '')),
  };
}
