import { groupBy } from '../../group-by.ts';
import type { Step } from '../../script.ts';
import { judgementFieldOf, scaleOf } from '../../script-queries.ts';
import {
  answersOf,
  isTakenOut,
  isUndone,
  judgementsIn,
  perspectivesAt,
  seatOf,
  unitOf,
} from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { isUnreleased } from './figures.ts';
import { perspectivesOf } from './perspectives.ts';
import { type Caps, type RoleCell, rolesToShow, type ToldTable } from './role-cells.ts';
import { rolesInUnits, rolesOfSeats, type ToldRoles } from './told-roles.ts';

/** Judgements by perspective at one item and prompt; `many`: most of them were given by several perspectives together. */
export type RoleTable = ToldTable & { many: boolean };

/** `role`: the one that all in it said is theirs, `named`: the one that the exports name. */
type Whose = { role: string | null; named: string | null; many: boolean };

const oneIn = (told: ToldRoles | null): string | null =>
  told && !told.others && told.named.length === 1 ? (told.named[0] ?? null) : null;

function whoseIn(state: SessionState): (answer: Answer) => Whose {
  const [unitRoles, seatRoles] = [rolesInUnits(state), rolesOfSeats(state)];
  return ({ number, unit }) => {
    const seat = number === null ? seatOf(state, unit) : undefined;
    const seats = seat ? [seat] : (unitOf(state, unit)?.everSeats ?? []).flatMap((id) => seatOf(state, id) ?? []);
    const said = seats.map(perspectivesAt);
    const all = [...new Set(said.flat())];
    const isOne = said.every((own) => own.length === 1) && all.length === 1;
    const named = seat ? (isTakenOut(seat) ? null : seatRoles(seat)) : unitRoles(unit);
    return { role: isOne ? (all[0] ?? null) : null, named: oneIn(named), many: all.length > 1 };
  };
}

/** Of who answers alone it is known how many of each perspective there are. */
function capsOf(state: SessionState): Caps {
  const { shown, others } = perspectivesOf(state);
  return new Map<string | null, number>([...shown.map(({ id, count }) => [id, count] as const), [null, others ?? 0]]);
}

const countsFor = (columns: readonly string[], judged: readonly { judgements: readonly string[] }[]): number[] => [
  ...columns.map((id) => judged.filter(({ judgements }) => judgements.length === 1 && judgements[0] === id).length),
  judged.filter(({ judgements }) => judgements.length > 1).length,
];

/** The tables of one step as it stood, by item and prompt. */
export function roleTablesIn(state: SessionState): (step: Step) => ReadonlyMap<string, RoleTable> {
  const whose = whoseIn(state);
  const known = capsOf(state);
  const from = state.script.privacy.breakdownFrom;
  const roles = [...state.script.perspectives.options.map(({ id }) => id), null];

  function tableOf(step: Step, answers: readonly Answer[]): RoleTable | null {
    const prompt = step.prompts.find(({ id }) => id === answers[0]?.prompt);
    const field = prompt && judgementFieldOf(prompt.fields);
    if (!field) return null;
    const columns = scaleOf(state.script, field).map(({ id }) => id);
    const judged = answers.flatMap((answer) => {
      const judgements = judgementsIn(answer.values, field);
      return judgements.length ? [{ unit: answer.unit, judgements, ...whose(answer) }] : [];
    });
    if (judged.length === 0) return null;
    const unitsOf = (own: readonly { unit: string }[]) => new Set(own.map(({ unit }) => unit)).size;
    const cellOf = (role: string | null, isOf: (one: Whose) => boolean): RoleCell => {
      const own = judged.filter(isOf);
      return { role, units: unitsOf(own), counts: countsFor(columns, own) };
    };
    const whole = roles.map((role) => cellOf(role, (one) => one.role === role));
    // Never more than the exports tell of each, so that nothing can be subtracted from them.
    const toldOf = ({ role, named }: Whose) => (role === named ? role : null);
    const cells = roles.map((role) => {
      const cell = cellOf(role, (one) => toldOf(one) === role);
      // What they name beyond these would tell of a few that they did not all say it.
      const beyond = unitsOf(judged.filter((one) => role !== null && one.named === role && one.role !== role));
      return beyond > 0 && beyond < from ? { ...cell, units: Math.min(cell.units, from - 1) } : cell;
    });
    const caps = answers.every(({ number }) => number === null) ? known : undefined;
    const many = judged.filter((one) => one.many).length * 2 > judged.length;
    return { cells, whole, roles: rolesToShow(cells, from, caps), columns: [...columns.keys(), columns.length], many };
  }

  return (step) => {
    const answers = answersOf(state, step.id).filter(
      (answer) => !answer.withdrawn && !answer.hidden && !isUnreleased(step, answer) && !isUndone(answer),
    );
    const asked = groupBy(answers, ({ item, prompt }) => `${item}/${prompt}`);
    return new Map(
      [...asked].flatMap(([key, own]) => {
        const table = tableOf(step, own);
        return table ? [[key, table]] : [];
      }),
    );
  };
}
