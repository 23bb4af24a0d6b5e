import type { WallSetting } from '../../../shared/commands.ts';
import type { WallMode } from '../../../shared/script.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { hasThemes, noContrast, noShift, showsItems, wallItems, wallModesFor } from '../../../shared/views/desk.ts';
import { sceneOf, spotlitAnswer } from '../../../shared/views/wall.ts';
import type { Desk } from './desk.svelte.ts';

/** The same buttons bring it back, so the wall needs no undo of its own. */
async function setWall(desk: Desk, change: Partial<WallSetting>): Promise<void> {
  await desk.act({ type: 'SetWall', wall: { ...desk.state.wall, ...change } }, null);
}

/** Another picture: the list of answers follows the wall, also while it is held. */
async function turnTo(desk: Desk, change: Partial<WallSetting>): Promise<void> {
  await setWall(desk, { ...change, page: 0 });
  // Who stands on a card stays there: what is moved in a page loses the focus (law 10).
  if (!document.activeElement?.closest('article')) desk.answers.refresh();
}

export const showMode = (desk: Desk, mode: WallMode): Promise<void> => turnTo(desk, { mode, blank: false });

/** The wall tells how many are done, where it could show what they wrote. */
export const tellsProgress = (state: SessionState): boolean =>
  sceneOf(state) === 'progress' && wallModesFor(state).includes('cards');

export const toggleBlank = (desk: Desk): Promise<void> => setWall(desk, { blank: !desk.state.wall.blank });

/** Even stil: the picture stays as it is while people talk about it; what comes in waits. */
export async function toggleFrozen(desk: Desk): Promise<void> {
  const { frozen, ...wall } = desk.state.wall;
  const still = frozen === undefined ? { ...wall, frozen: desk.live.state.seq } : wall;
  await desk.act({ type: 'SetWall', wall: still }, null);
}

/** The last page that the wall has, from 0; as many as one likes while no wall has told. */
export const lastPage = (desk: Desk): number => (wallPages(desk) || 1000) - 1;
/** On how many pages this desk's wall stands: that of the room, or of its subgroup; 0 while none has told. */
export function wallPages({ live, subgroup }: Desk): number {
  const { pages, subgroupPages } = live.presence;
  return subgroup === null ? pages : (subgroupPages[subgroup] ?? 0);
}

export async function turnPage(desk: Desk, by: 1 | -1): Promise<void> {
  const now = Math.min(desk.state.wall.page, lastPage(desk));
  const page = Math.max(0, Math.min(lastPage(desk), now + by));
  if (page !== desk.state.wall.page) await setWall(desk, { page });
}

export const showPrompt = (desk: Desk, prompt: string | null): Promise<void> => turnTo(desk, { prompt });

/** Brings an item to the wall, in the picture that is there if that shows items; null: whatever comes first. */
export async function showItem(desk: Desk, item: string | null): Promise<void> {
  const { state } = desk;
  const modes = wallModesFor(state);
  const scene = sceneOf(state);
  const mode = showsItems(scene) ? scene : (modes.find(showsItems) ?? state.wall.mode);
  await turnTo(desk, { item, mode, blank: false });
}

/** The nth item (from 1); the same again lets go of it. */
export async function showNthItem(desk: Desk, n: number): Promise<void> {
  const item = wallItems(desk.state)[n - 1];
  if (item) await showItem(desk, desk.state.wall.item === item.id ? null : item.id);
}

/** The spotlight needs an answer, themes many or some that were made, a comparison two roles that are large enough; a closed session thanks. */
function mayShow(state: SessionState, mode: WallMode): boolean {
  if (state.closedAt !== null) return false;
  if (mode === 'spotlight') return spotlitAnswer(state) !== undefined;
  if (mode === 'themes') return hasThemes(state);
  if (mode === 'shift') return noShift(state) === null;
  return mode !== 'contrast' || noContrast(state) === null;
}

export async function nextMode(desk: Desk): Promise<void> {
  const { state } = desk;
  const modes = wallModesFor(state).filter((mode) => mayShow(state, mode));
  const at = modes.indexOf(state.wall.mode);
  const next = modes[(at + 1) % modes.length];
  if (next) await showMode(desk, next);
}
