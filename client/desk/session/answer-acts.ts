import type { Command } from '../../../shared/commands.ts';
import { wallModeOf } from '../../../shared/session/evolve/steps.ts';
import { type DeskCard, unhide } from '../../../shared/views/desk.ts';
import { wording } from '../wording.svelte.ts';
import type { Desk } from './desk.svelte.ts';

/** Puts one answer in the spotlight, or takes it out; the wall goes back to the picture of the step. */
export async function toggleSpotlight(desk: Desk, card: DeskCard): Promise<void> {
  const { state } = desk;
  const { answer, isReleased } = card;
  const did = wording.words.answers.did;
  const wall = { ...state.wall };
  const before = state.spotlight;
  if (before === answer && wall.mode === 'spotlight') {
    const own = desk.step ? wallModeOf(desk.step) : 'cards';
    const mode = own === 'spotlight' ? 'cards' : own;
    await desk.act(
      [
        { type: 'SpotlightAnswer', answer: null },
        { type: 'SetWall', wall: { ...wall, mode, page: 0 } },
      ],
      did.unspotlight,
      () => [{ type: 'SpotlightAnswer', answer }],
    );
    return;
  }
  const undo: Command[] = [
    { type: 'SpotlightAnswer', answer: before },
    { type: 'SetWall', wall },
    ...(isReleased ? [] : [{ type: 'ReleaseAnswer', answer, released: false } as const]),
  ];
  await desk.act({ type: 'SpotlightAnswer', answer }, did.spotlight, () => undo);
}

export async function toggleRelease(desk: Desk, { answer, isReleased }: DeskCard): Promise<void> {
  const did = wording.words.answers.did;
  await desk.act({ type: 'ReleaseAnswer', answer, released: !isReleased }, isReleased ? did.unshow : did.show, () => [
    { type: 'ReleaseAnswer', answer, released: isReleased },
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
