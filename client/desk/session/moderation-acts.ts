import type { Command, Span } from '../../../shared/commands.ts';
import type { Step } from '../../../shared/script.ts';
import { runOf } from '../../../shared/session/selectors.ts';
import { get } from '../../../shared/session/table.ts';
import { type DeskCard, readTextOf, revealCount, showsAtOnce, type Written } from '../../../shared/views/desk.ts';
import { wording } from '../wording.svelte.ts';
import type { Desk } from './desk.svelte.ts';

/** By field: what is covered from now on. */
export type Covering = ReadonlyMap<string, readonly Span[]>;

const maskOf = (card: DeskCard, { field, seen }: Written, spans: readonly Span[], forGood = false): Command => ({
  ...{ type: 'MaskAnswer', answer: card.answer, field, seen, forGood },
  spans: [...spans],
});

/** Covers these words for all but the desk and the writers; the undo covers what was covered before, if nobody did more. */
export async function cover(desk: Desk, card: DeskCard, covering: Covering): Promise<boolean> {
  const words = wording.words.moderation.cover;
  const isNothing = [...covering.values()].every((spans) => spans.length === 0);
  const commands = card.written.map((written) => maskOf(card, written, covering.get(written.field) ?? written.spans));
  let back: Command[] = [];
  const done = await desk.act(commands, isNothing ? words.undid : words.did, () => back);
  const answer = get(desk.state.answers, card.answer);
  if (answer)
    back = card.written.map((before) =>
      maskOf(card, { ...before, seen: readTextOf(answer, before.field) ?? '' }, before.spans),
    );
  return done;
}

/** The words leave the log: there is no way back. */
export function wipe(desk: Desk, card: DeskCard, covering: Covering): Promise<boolean> {
  const commands = card.written.flatMap((written) => {
    const spans = covering.get(written.field) ?? [];
    return spans.length ? [maskOf(card, written, spans, true)] : [];
  });
  return desk.act(commands, wording.words.moderation.cover.wiped);
}

/** Its words are read under another item of its step; null: where they were given. */
export function move(desk: Desk, card: DeskCard, item: string | null, said: string): Promise<boolean> {
  const before = card.given === null ? null : card.item;
  return desk.act({ type: 'MoveAnswer', answer: card.answer, item }, said, () => [
    { type: 'MoveAnswer', answer: card.answer, item: before },
  ]);
}

/** What comes now waits for a look, or is shown at once: then also what waited for its step. */
export async function holdAnswers(desk: Desk, step: Step, held: boolean): Promise<void> {
  const words = wording.words.moderation.hold;
  const run = runOf(desk.state, step.id);
  const now = showsAtOnce(desk.state, step);
  if (!run || now === undefined || now === !held) return;
  const hold = (held: boolean) => ({ type: 'HoldAnswers', step: step.id, held }) as const;
  if (held) {
    await desk.act(hold(true), words.did, () => [hold(false)]);
    return;
  }
  const reveals = step.wall.reveal !== 'atOnce' && !run.revealed;
  const reveal = (revealed: boolean) => ({ type: 'RevealStep', step: step.id, revealed }) as const;
  const count = revealCount(desk.state, step);
  await desk.act(
    [...(run.held ? [hold(false)] : []), ...(reveals ? [reveal(true)] : [])],
    reveals && count > 0 ? wording.words.step.revealed(count) : words.undid,
    () => [...(reveals ? [reveal(false)] : []), ...(run.held ? [hold(true)] : [])],
  );
}
