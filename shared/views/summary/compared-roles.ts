/**
 * Perspectives beside each other, as they were when readers could first know of them: at a closing of the step, and at
 * each publication. In between nothing new is told, so that no two versions or downloads tell of a few by what differs.
 */
import type { EventOf } from '../../events.ts';
import type { Prompt, Step } from '../../script.ts';
import { judgementFieldOf, scaleOf } from '../../script-queries.ts';
import type { SessionState } from '../../session/state.ts';
import type { Folded } from './attendance.ts';
import { hasLost, isSame, nextTold, type Outcome, type ToldTable } from './role-cells.ts';
import { type RoleTable, roleTablesIn } from './role-tables.ts';
import type { Figures, NoPerspectives, PerspectiveComparison } from './summary-form.ts';

export type ComparedRoles = (step: Step, item: string, prompt: Prompt) => PerspectiveComparison;

/** What the wall told counts the judgements that count alone, in the scale's order. */
function toldOnWall({ groups, cells }: EventOf<'ContrastShown'>, counted: readonly number[]): ToldTable {
  const whole = cells.map(({ perspective, counts }) => ({
    ...{ role: perspective, units: counts.reduce((sum, count) => sum + count, 0) },
    counts: Array.from({ length: Math.max(...counted) + 1 }, (_, at) => counts[counted.indexOf(at)] ?? 0),
  }));
  return {
    ...{ cells: whole, whole },
    roles: groups.map(({ perspective }) => perspective),
    columns: counted,
  };
}

/** As counts beside each other: what was withdrawn, hidden or not answered is told of all together only. */
function groupsOf({ script }: SessionState, prompt: Prompt, { cells, roles }: ToldTable) {
  const field = judgementFieldOf(prompt.fields);
  const scale = field ? scaleOf(script, field) : [];
  return script.perspectives.options.flatMap(({ id, label }) => {
    const cell = roles.includes(id) ? cells.find(({ role }) => role === id) : undefined;
    if (!cell) return [];
    const options = scale.map((option, i) => ({
      ...{ id: option.id, label: option.label, shape: option.shape, counted: option.counted },
      count: cell.counts[i] ?? 0,
    }));
    const sumOf = (counted: boolean) =>
      options.filter((option) => option.counted === counted).reduce((sum, { count }) => sum + count, 0);
    const figures: Figures = {
      ...{ options, n: sumOf(true), unknown: sumOf(false), split: cell.counts[scale.length] ?? 0 },
      ...{ withdrawn: 0, hidden: 0, unreleased: 0, notAnswered: 0 },
    };
    return [{ label, figures }];
  });
}

/** Once for each. */
function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

const isAlike = (a: SessionState, b: SessionState): boolean =>
  a.answers === b.answers && a.seats === b.seats && a.units === b.units && a.script === b.script;

/** States in which nothing was answered since, and nobody came or went, have their tables together. */
function tablesOf() {
  const known: { state: SessionState; tables: ReturnType<typeof roleTablesIn> }[] = [];
  return (state: SessionState) => {
    const found = known.find((one) => isAlike(one.state, state));
    if (found) return found.tables;
    const tables = remembered(roleTablesIn(state));
    known.push({ state, tables });
    return tables;
  };
}

export function comparedRoles({ state, moments }: Pick<Folded, 'state' | 'moments'>): ComparedRoles {
  const from = state.script.privacy.breakdownFrom;
  const tablesIn = tablesOf();

  /** What readers had at the last moment; null before the first. */
  function lastTold(step: Step, key: string, counted: readonly number[]): Outcome<RoleTable> | null {
    const before: RoleTable[] = [];
    const elsewhere: ToldTable[] = [];
    let last: Outcome<RoleTable> | null = null;
    for (const moment of moments) {
      if (moment.step !== null && moment.step !== step.id) continue;
      if (moment.wall) {
        if (moment.wall.type === 'ContrastShown' && `${moment.wall.item}/${moment.wall.prompt}` === key)
          elsewhere.push(toldOnWall(moment.wall, counted));
        continue;
      }
      const now = tablesIn(moment.state)(step).get(key);
      if (now) last = nextTold(before, elsewhere, now, from);
      else if (last && 'told' in last) last = { none: 'changed' };
      if (last && 'told' in last && last.told !== before.at(-1)) before.push(last.told);
    }
    return last;
  }

  return (step, item, prompt) => {
    const field = judgementFieldOf(prompt.fields);
    const now = tablesIn(state)(step).get(`${item}/${prompt.id}`);
    if (!field || !now) return null;
    const none = (reason: NoPerspectives): PerspectiveComparison => ({ shown: false, reason, from });
    if (state.script.perspectives.options.length === 0) return none('notAsked');
    const counted = scaleOf(state.script, field).flatMap((option, i) => (option.counted ? [i] : []));
    const last = lastTold(step, `${item}/${prompt.id}`, counted);
    if (!last) return none('open');
    if ('none' in last) return none(last.none === 'tooFew' && now.many ? 'mixed' : last.none);
    if (hasLost(last.told, now)) return none('changed');
    return { shown: true, groups: groupsOf(state, prompt, last.told), later: !isSame(last.told, now) };
  };
}
