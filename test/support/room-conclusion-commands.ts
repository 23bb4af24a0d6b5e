import type { CommandOf } from '../../shared/commands.ts';
import { conclusionKinds, proposalDecisions } from '../../shared/harvest.ts';
import type { Room } from './room.ts';
import type { Random } from './room-random.ts';

type Kind =
  | 'DrawConclusion'
  | 'RemoveConclusion'
  | 'AskConclusion'
  | 'JudgeConclusion'
  | 'HideMinority'
  | 'DecideProposal'
  | 'PlanCheck'
  | 'TakeCheck';
type Given = {
  room: Room;
  random: Random;
  say: () => string;
  strangely: (id: string) => string;
  someNote: () => string;
  someSeat: () => string;
  answersHere: () => string[];
};

/** Commands about conclusions, as a desk and phones would give them now, or at random. */
export function conclusionMakers({ room, random, say, strangely, someNote, someSeat, answersHere }: Given): {
  [K in Kind]: () => CommandOf<K>;
} {
  const { pick, pickOr, chance } = random;
  const someConclusion = () => strangely(pickOr(Object.keys(room.state.conclusions), 'no-conclusion'));
  const conclusionNamed = (id: string) =>
    Object.hasOwn(room.state.conclusions, id) ? room.state.conclusions[id] : undefined;
  /** The other of what it is, mostly. */
  const changed = (now: boolean) => (chance(0.9) ? !now : now);
  const someCheck = () => strangely(pick(['check-1', 'check-2']));
  return {
    PlanCheck: () => ({ type: 'PlanCheck', check: someCheck(), until: room.now }),
    TakeCheck: () => ({ type: 'TakeCheck', check: someCheck(), upTo: pick([null, 1, 2, 3, 4, 5]) }),
    DrawConclusion: () => ({
      type: 'DrawConclusion',
      conclusion: chance(0.6) ? null : someConclusion(),
      kind: pick(conclusionKinds),
      text: say(),
      item: chance(0.7) ? null : strangely('o1'),
      answers: answersHere(),
      notes: chance(0.6) ? [] : [someNote()],
    }),
    RemoveConclusion: () => {
      const conclusion = someConclusion();
      return { type: 'RemoveConclusion', conclusion, removed: changed(conclusionNamed(conclusion)?.removed ?? false) };
    },
    AskConclusion: () => ({
      type: 'AskConclusion',
      conclusion: room.state.asked && chance(0.3) ? null : someConclusion(),
    }),
    JudgeConclusion: () => ({
      type: 'JudgeConclusion',
      conclusion: room.state.asked && chance(0.8) ? room.state.asked : someConclusion(),
      agrees: chance(0.5),
      note: chance(0.5) ? say() : '',
    }),
    HideMinority: () => {
      const judged = Object.values(room.state.conclusions).filter((one) => Object.keys(one.opinions).length > 0);
      const conclusion = chance(0.8) ? pickOr(judged, { conclusion: someConclusion() }).conclusion : someConclusion();
      const opinions = Object.entries(conclusionNamed(conclusion)?.opinions ?? {});
      const [seat, opinion] = pickOr(opinions, [someSeat(), undefined]);
      return { type: 'HideMinority', conclusion, seat, hidden: changed(opinion?.hidden ?? false) };
    },
    DecideProposal: () => ({
      type: 'DecideProposal',
      conclusion: someConclusion(),
      decision: pick([...proposalDecisions, null]),
      reason: chance(0.5) ? say() : '',
    }),
  };
}
