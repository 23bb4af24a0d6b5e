/**
 * I-CVI (content validity index of one item): of the raters in expert roles, how many rated it 3 or 4 of four. Only where each
 * rated alone, before the talk; a fraction with its n (Lynn, 1986; Polit & Beck, 2006), and only where neither it nor what is
 * left of all ratings tells of a few people what they are.
 */
import type { Prompt, Step } from '../../script.ts';
import { judgementFieldOf, scaleOf } from '../../script-queries.ts';
import { answersOf, judgementsIn, perspectivesAt, seatOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import type { Folded } from './attendance.ts';
import { hasLost, isSame, nextTold, type Outcome, type ToldTable } from './role-cells.ts';
import type { ValidityView } from './summary-form.ts';
import { rolesOfSeats } from './told-roles.ts';

/** Below three raters there is no index; where this is from was not seen (docs/decisions/037). */
const fewestRaters = 3;

/** How many of n raters have to find an item relevant: all of up to five, from six on 7/9 (0.78) of them, rounded up. */
const neededOf = (n: number): number => (n <= 5 ? n : Math.ceil((7 * n) / 9));

export type ValidityOf = (step: Step, item: string, prompt: Prompt) => ValidityView;

const role = 'experts';
const isRelevant = (shape: string | undefined): boolean => shape === 'full' || shape === 'threeQuarters';

/** Experts beside all others, with how many found it relevant and how many did not. */
function tableOf(state: SessionState, step: Step, item: string, prompt: Prompt, from: number): ToldTable | null {
  const field = judgementFieldOf(prompt.fields);
  if (!field) return null;
  const experts = prompt.contentValidity?.experts ?? [];
  const scale = scaleOf(state.script, field);
  const rolesOf = rolesOfSeats(state);
  const raters = answersOf(state, step.id).flatMap((answer) => {
    const seat = seatOf(state, answer.unit);
    const [judged, ...others] = judgementsIn(answer.values, field);
    const isHere = answer.item === item && answer.prompt === prompt.id && !answer.withdrawn && !answer.hidden;
    if (!isHere || !seat || judged === undefined || others.length) return [];
    const told = rolesOf(seat);
    return [
      {
        isExpert: perspectivesAt(seat).some((one) => experts.includes(one)),
        isNamed: told !== null && !told.others,
        isRelevant: isRelevant(scale.find(({ id }) => id === judged)?.shape),
      },
    ];
  });
  if (raters.length === 0) return null;
  const countOf = (isMeant: (one: (typeof raters)[number]) => boolean) => raters.filter(isMeant).length;
  const cells = [true, false].map((isExpert) => ({
    role: isExpert ? role : null,
    units: countOf((one) => one.isExpert === isExpert),
    counts: [true, false].map((is) => countOf((one) => one.isExpert === isExpert && one.isRelevant === is)),
  }));
  // Who is not named beside their answer could be told apart by what is left.
  const isSafe = [true, false].every((isExpert) => {
    const unnamed = countOf((one) => one.isExpert === isExpert && !one.isNamed);
    return unnamed === 0 || unnamed >= from;
  });
  const isEnough = (cells[0]?.units ?? 0) >= Math.max(fewestRaters, from);
  return { cells, whole: cells, roles: isSafe && isEnough ? [role] : [], columns: [0, 1] };
}

/** As readers could know it at a closing of the step and at each publication: never by one rater more at a time. */
export function validityIn({ state, moments }: Pick<Folded, 'state' | 'moments'>): ValidityOf {
  const from = state.script.privacy.breakdownFrom;
  return (step, item, prompt) => {
    const now = prompt.contentValidity && !step.compareWith ? tableOf(state, step, item, prompt, from) : null;
    if (!now) return null;
    const before: ToldTable[] = [];
    let last: Outcome<ToldTable> | null = null;
    for (const moment of moments) {
      if (moment.wall || (moment.step !== null && moment.step !== step.id)) continue;
      const then = tableOf(moment.state, step, item, prompt, from);
      if (then) last = nextTold(before, [], then, from);
      else if (last && 'told' in last) last = { none: 'changed' };
      if (last && 'told' in last && last.told !== before.at(-1)) before.push(last.told);
    }
    const none = (reason: 'open' | 'tooFew' | 'changed'): ValidityView => ({ shown: false, reason, from });
    if (!last) return none('open');
    if ('none' in last) return none(last.none);
    if (hasLost(last.told, now)) return none('changed');
    const [agree = 0, not = 0] = last.told.cells[0]?.counts ?? [];
    const options = state.script.perspectives.options.filter(({ id }) => prompt.contentValidity?.experts.includes(id));
    return {
      ...{ shown: true, agree, n: agree + not, needed: neededOf(agree + not) },
      ...{ roles: options.map(({ label }) => label), later: !isSame(last.told, now) },
    };
  };
}
