import { wallModeOf } from '../../../shared/session/evolve/steps.ts';
import { type DeskCard, relight, unhide, unlight } from '../../../shared/views/desk.ts';
import { isInLight } from '../../../shared/views/wall.ts';
import { wording } from '../wording.svelte.ts';
import type { Desk } from './desk.svelte.ts';

/** Puts one answer in the spotlight, or takes it out; the wall goes back to the picture of the step. */
export async function toggleSpotlight(desk: Desk, { answer }: DeskCard): Promise<void> {
  const before = desk.state;
  const did = wording.words.answers.did;
  if (before.closedAt !== null) {
    desk.toasts.say(wording.words.wall.closed);
    return;
  }
  if (!isInLight(before, answer)) {
    await desk.act({ type: 'SpotlightAnswer', answer }, did.spotlight, () => unlight(before, desk.state, answer));
    return;
  }
  const own = desk.step ? wallModeOf(desk.step) : 'cards';
  const mode = own === 'spotlight' ? 'cards' : own;
  await desk.act(
    [
      { type: 'SpotlightAnswer', answer: null },
      { type: 'SetWall', wall: { ...before.wall, mode, page: 0 } },
    ],
    did.unspotlight,
    () => relight(before, desk.state, answer),
  );
}

export async function toggleRelease(desk: Desk, { answer, isReleased }: DeskCard): Promise<void> {
  const did = wording.words.answers.did;
  const before = desk.state;
  await desk.act({ type: 'ReleaseAnswer', answer, released: !isReleased }, isReleased ? did.unshow : did.show, () => [
    { type: 'ReleaseAnswer', answer, released: isReleased },
    ...(isReleased ? relight(before, desk.state, answer) : []),
  ]);
}

export async function toggleHidden(desk: Desk, { answer, isHidden }: DeskCard): Promise<void> {
  const did = wording.words.answers.did;
  const before = desk.state;
  await desk.act({ type: 'HideAnswer', answer, hidden: !isHidden }, isHidden ? did.unhide : did.hide, () =>
    isHidden ? [{ type: 'HideAnswer', answer, hidden: true }] : unhide(before, desk.state, answer),
  );
}

export async function toggleKept(desk: Desk, { answer, isKept }: DeskCard): Promise<void> {
  const did = wording.words.answers.did;
  await desk.act({ type: 'KeepAnswer', answer, kept: !isKept }, isKept ? did.unkeep : did.keep, () => [
    { type: 'KeepAnswer', answer, kept: isKept },
  ]);
}

/** The desk's own star: pressing again takes it back. */
export async function toggleStar(desk: Desk, { answer, isStarred }: DeskCard): Promise<void> {
  await desk.act({ type: 'StarAnswer', answer, starred: !isStarred }, null);
}
