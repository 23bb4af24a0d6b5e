import type { ProposalDecision } from '../../../shared/harvest.ts';
import type { Conclusion } from '../../../shared/session/state.ts';
import { type Drawn, unask, undecide, undraw } from '../../../shared/views/desk/conclusion-undo.ts';
import { wording } from '../wording.svelte.ts';
import type { Desk } from './desk.svelte.ts';

/** Makes one, or changes it as a whole. */
export async function draw(desk: Desk, known: Conclusion | null, drawn: Drawn): Promise<boolean> {
  const { state: before } = desk;
  const conclusion = known?.conclusion ?? null;
  return desk.act({ type: 'DrawConclusion', conclusion, ...drawn }, wording.words.conclusions.drawn[drawn.kind], () =>
    undraw(before, desk.state, known, drawn),
  );
}

export function remove(desk: Desk, { conclusion, kind }: Conclusion): Promise<boolean> {
  const give = (removed: boolean) => ({ type: 'RemoveConclusion', conclusion, removed }) as const;
  return desk.act(give(true), wording.words.conclusions.removed[kind], () => [give(false)]);
}

/** "Klopt dit?" on every phone and the wall; the undo brings the wall's picture back. */
export function ask(desk: Desk, conclusion: string | null): Promise<boolean> {
  const words = wording.words.conclusions;
  const { state: before } = desk;
  return desk.act({ type: 'AskConclusion', conclusion }, conclusion ? words.asked : words.stopped, () =>
    unask(before, desk.state, conclusion),
  );
}

export function decideOn(
  desk: Desk,
  known: Conclusion,
  decision: ProposalDecision | null,
  reason: string,
): Promise<boolean> {
  const { state: before } = desk;
  const command = { type: 'DecideProposal', conclusion: known.conclusion, decision, reason } as const;
  return desk.act(command, wording.words.conclusions.decided, () =>
    undecide(before, desk.state, known, { decision, reason }),
  );
}

export function hideMinority(desk: Desk, { conclusion }: Conclusion, seat: string, hidden: boolean): Promise<boolean> {
  const words = wording.words.conclusions;
  const give = (hidden: boolean) => ({ type: 'HideMinority', conclusion, seat, hidden }) as const;
  return desk.act(give(hidden), hidden ? words.hid : words.showed, () => [give(!hidden)]);
}
