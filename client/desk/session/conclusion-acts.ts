import type { CommandOf } from '../../../shared/commands.ts';
import type { ProposalDecision } from '../../../shared/harvest.ts';
import { textOf } from '../../../shared/session/selectors.ts';
import type { Conclusion } from '../../../shared/session/state.ts';
import { wording } from '../wording.svelte.ts';
import type { Desk } from './desk.svelte.ts';

type Drawn = Omit<CommandOf<'DrawConclusion'>, 'type' | 'conclusion'>;

/** Makes one, or changes it as a whole. */
export async function draw(desk: Desk, before: Conclusion | null, drawn: Drawn): Promise<boolean> {
  const words = wording.words.conclusions;
  const known = new Set(Object.keys(desk.state.conclusions));
  const conclusion = before?.conclusion ?? null;
  const former = before && {
    ...({ type: 'DrawConclusion', conclusion, kind: before.kind, item: before.item } as const),
    ...{ text: textOf(desk.state, before.text), answers: [...before.answers], notes: [...before.notes] },
  };
  return desk.act({ type: 'DrawConclusion', conclusion, ...drawn }, words.drawn[drawn.kind], () =>
    former
      ? [former]
      : Object.keys(desk.state.conclusions)
          .filter((id) => !known.has(id))
          .slice(-1)
          .map((id) => ({ type: 'RemoveConclusion', conclusion: id, removed: true })),
  );
}

export function remove(desk: Desk, { conclusion, kind }: Conclusion): Promise<boolean> {
  const give = (removed: boolean) => ({ type: 'RemoveConclusion', conclusion, removed }) as const;
  return desk.act(give(true), wording.words.conclusions.removed[kind], () => [give(false)]);
}

/** "Klopt dit?" on every phone and the wall; the undo brings the wall's picture back. */
export function ask(desk: Desk, conclusion: string | null): Promise<boolean> {
  const words = wording.words.conclusions;
  const { asked, wall } = desk.state;
  return desk.act({ type: 'AskConclusion', conclusion }, conclusion ? words.asked : words.stopped, () => [
    { type: 'AskConclusion', conclusion: asked },
    { type: 'SetWall', wall },
  ]);
}

export function decideOn(
  desk: Desk,
  before: Conclusion,
  decision: ProposalDecision | null,
  reason: string,
): Promise<boolean> {
  const { conclusion } = before;
  const former = textOf(desk.state, before.reason);
  return desk.act({ type: 'DecideProposal', conclusion, decision, reason }, wording.words.conclusions.decided, () => [
    { type: 'DecideProposal', conclusion, decision: before.decision, reason: former },
  ]);
}

export function hideMinority(desk: Desk, { conclusion }: Conclusion, seat: string, hidden: boolean): Promise<boolean> {
  const words = wording.words.conclusions;
  const give = (hidden: boolean) => ({ type: 'HideMinority', conclusion, seat, hidden }) as const;
  return desk.act(give(hidden), hidden ? words.hid : words.showed, () => [give(!hidden)]);
}
