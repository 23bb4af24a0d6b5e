/** The quiet compass (kompas): what a facilitator may want to look at, by rules that are told with it. It never acts by itself. */
import type { Presence } from '../../protocol.ts';
import type { Item, Step, Text } from '../../script.ts';
import { itemsOf, judgementFieldOf } from '../../script-queries.ts';
import { hasSubmitted } from '../../session/done.ts';
import {
  answersOf,
  currentStep,
  isOpen,
  judgementsIn,
  perspectivesAt,
  presentSeats,
  runOf,
  seatOf,
  subgroupOf,
  unitOf,
} from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { subgroupsOf } from '../../session/subgroups.ts';
import { answeredHere } from '../wall/scene.ts';
import { lagOf } from './plan.ts';
import { roomOf, type Tile } from './room.ts';

const minute = 60_000;
/** The rules' numbers, which the desk tells with each finding. */
export const compassRules = {
  silentMinutes: 4,
  lateMinutes: 5,
  fewestAnswers: 2,
  fewestUnits: 3,
  leastDifference: 0.5,
};

export type Finding =
  | { kind: 'silent'; key: string; tile: Tile }
  | { kind: 'empty'; key: string; item: Item }
  | { kind: 'perspective'; key: string; item: Item; perspective: Text }
  | { kind: 'late'; key: string; minutes: number }
  | { kind: 'difference'; key: string; item: Item; subgroups: [Text, Text] };

type Seen = {
  state: SessionState;
  presence: Pick<Presence, 'online' | 'writing'>;
  now: number;
  /** When this desk last saw a unit write, by unit (ms); what nobody saw is unknown to it. */
  wroteAt: (unit: string) => number;
};

/** Whose phone is here, who is not done, and who neither wrote nor sent anything for a while. */
function silentOnes({ state, presence, now, wroteAt }: Seen): Finding[] {
  const step = currentStep(state);
  const run = step && runOf(state, step.id);
  if (!step?.prompts.length || !run || !isOpen(state, step.id) || state.paused || run.pausedLeft !== null) return [];
  const sentAt = new Map<string, number>();
  for (const { unit, at } of answersOf(state, step.id)) sentAt.set(unit, Math.max(at, sentAt.get(unit) ?? 0));
  return roomOf(state, presence)
    .flatMap(({ tiles }) => tiles)
    .filter(({ id, phase }) => phase === 'reading' && !hasSubmitted(state, step.id, id))
    .filter(({ id }) => {
      const since = [run.reopenedAt, unitOf(state, id)?.formedAt ?? seatOf(state, id)?.joinedAt ?? 0];
      const last = Math.max(...since, sentAt.get(id) ?? 0, wroteAt(id));
      return now - last >= compassRules.silentMinutes * minute;
    })
    .map((tile) => ({ kind: 'silent', key: `silent/${step.id}/${tile.id}`, tile }));
}

/** Items of a step whose answers are talked about: what each was given. */
function answeredItems(state: SessionState): { step: Step; items: { item: Item; answers: Answer[] }[] } | undefined {
  const step = answeredHere(state);
  if (!step?.items || step.items.as === 'list') return undefined;
  const answers = answersOf(state, step.id).filter(({ withdrawn }) => !withdrawn);
  const items = itemsOf(state.script, step).map((item) => ({
    item,
    answers: answers.filter((answer) => answer.item === item.id),
  }));
  return { step, items };
}

/** Nobody answered it, and the others were: only once people stopped answering. */
function emptyItems(state: SessionState): Finding[] {
  const asked = answeredItems(state);
  if (!asked || isOpen(state, asked.step.id) || asked.items.every(({ answers }) => answers.length === 0)) return [];
  return asked.items
    .filter(({ answers }) => answers.length === 0)
    .map(({ item }) => ({ kind: 'empty', key: `empty/${asked.step.id}/${item.id}`, item }));
}

const peopleOf = (state: SessionState, unit: string) =>
  (unitOf(state, unit)?.everSeats ?? [unit]).flatMap((seat) => seatOf(state, seat) ?? []);

/** A perspective that is in the room, and in none of the units that answered an item. */
function missingPerspectives(state: SessionState): Finding[] {
  const asked = answeredItems(state);
  const here = new Set(presentSeats(state).flatMap(perspectivesAt));
  if (!asked || isOpen(state, asked.step.id)) return [];
  return asked.items.flatMap(({ item, answers }) => {
    const units = new Set(answers.map(({ unit }) => unit));
    if (units.size < compassRules.fewestAnswers) return [];
    const heard = new Set([...units].flatMap((unit) => peopleOf(state, unit).flatMap(perspectivesAt)));
    return state.script.perspectives.options
      .filter(({ id }) => here.has(id) && !heard.has(id))
      .map(({ id, label }): Finding => {
        return { kind: 'perspective', key: `perspective/${asked.step.id}/${item.id}/${id}`, item, perspective: label };
      });
  });
}

/** How many units of each subgroup judged an item, and how many of them said no, partly, or differed. */
function against(state: SessionState, step: Step, answers: readonly Answer[]) {
  const groups = new Map<string, { units: Set<string>; against: Set<string> }>();
  for (const answer of answers) {
    const field = judgementFieldOf(step.prompts.find(({ id }) => id === answer.prompt)?.fields ?? []);
    const judged = field ? judgementsIn(answer.values, field) : [];
    const subgroup = subgroupOf(state, answer);
    if (field?.kind !== 'judgement' || judged.length === 0 || !subgroup) continue;
    const group = groups.get(subgroup) ?? { units: new Set(), against: new Set() };
    groups.set(subgroup, group);
    const options = (state.script.scales[field.scale] ?? []).filter(({ id }) => judged.includes(id));
    if (options.some(({ counted }) => counted)) group.units.add(answer.unit);
    if (options.length > 1 || options.some(({ shape }) => shape === 'open' || shape === 'half'))
      group.against.add(answer.unit);
  }
  return groups;
}

/** Where two subgroups lie furthest apart. */
function mostDifference(state: SessionState): Finding[] {
  const asked = answeredItems(state);
  const names = subgroupsOf(state);
  if (!asked || isOpen(state, asked.step.id) || names.length < 2) return [];
  const apart = asked.items.flatMap(({ item, answers }) => {
    const parts = [...against(state, asked.step, answers)]
      .filter(([, { units }]) => units.size >= compassRules.fewestUnits)
      .map(([id, group]) => ({
        label: names.find((name) => name.id === id)?.label,
        part: group.against.size / group.units.size,
      }))
      .sort((a, b) => b.part - a.part);
    const [most, least] = [parts[0], parts.at(-1)];
    if (!most?.label || !least?.label || most.part - least.part < compassRules.leastDifference) return [];
    return [{ item, difference: most.part - least.part, subgroups: [most.label, least.label] as [Text, Text] }];
  });
  const [first] = apart.sort((a, b) => b.difference - a.difference);
  if (!first) return [];
  const { item, subgroups } = first;
  return [{ kind: 'difference', key: `difference/${asked.step.id}/${item.id}`, item, subgroups }];
}

function runningLate({ state, now }: Seen): Finding[] {
  const minutes = lagOf(state, now) ?? 0;
  if (minutes < compassRules.lateMinutes || state.closedAt !== null) return [];
  // Said again only when it got worse by as much.
  const times = Math.floor(minutes / compassRules.lateMinutes);
  return [{ kind: 'late', key: `late/${times}`, minutes }];
}

/** What there is to see now, the most pressing first. */
export const findingsOf = (seen: Seen): Finding[] => [
  ...silentOnes(seen),
  ...emptyItems(seen.state),
  ...missingPerspectives(seen.state),
  ...mostDifference(seen.state),
  ...runningLate(seen),
];
