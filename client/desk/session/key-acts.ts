import { tick } from 'svelte';
import { isTyping, type KeyName, keyPressed } from '../keys.ts';
import { toggleHidden, toggleKept, toggleSpotlight } from './answer-acts.ts';
import type { Desk } from './desk.svelte.ts';
import { goBack, goOn, moveClock, togglePause } from './step-acts.ts';
import { nextMode, showNthItem, toggleBlank, toggleFrozen, turnPage } from './wall-acts.ts';

export const cardId = (answer: string): string => `answer-${answer.replaceAll('/', '-')}`;

async function walk(desk: Desk, by: 1 | -1): Promise<void> {
  const answer = desk.answers.walk(by);
  if (!answer) return;
  desk.answers.hold();
  desk.tab = 'answers';
  await tick();
  document.getElementById(cardId(answer))?.focus();
}

function toggleBundling(desk: Desk): void {
  desk.answers.isBundling = !desk.answers.isBundling && desk.answers.step !== undefined;
  desk.tab = 'answers';
}

/** What each key does; a key without its act does not compile. */
const acts: Record<KeyName, (desk: Desk, key: string) => unknown> = {
  next: (desk) => goOn(desk),
  back: (desk) => goBack(desk),
  extend: (desk) => moveClock(desk, desk.state.step, desk.state.script.clock.extendMinutes),
  pause: (desk) => togglePause(desk, desk.state.step),
  blank: (desk) => toggleBlank(desk),
  freeze: (desk) => toggleFrozen(desk),
  mode: (desk) => nextMode(desk),
  item: (desk, key) => showNthItem(desk, Number(key)),
  pageForward: (desk) => turnPage(desk, 1),
  pageBack: (desk) => turnPage(desk, -1),
  down: (desk) => walk(desk, 1),
  up: (desk) => walk(desk, -1),
  spotlight: (desk) => desk.answers.current && toggleSpotlight(desk, desk.answers.current),
  keep: (desk) => desk.answers.current && toggleKept(desk, desk.answers.current),
  hide: (desk) => desk.answers.current && toggleHidden(desk, desk.answers.current),
  bundle: (desk) => toggleBundling(desk),
  undo: (desk) => desk.toasts.undoLast(),
  list: (desk) => {
    desk.sheet = 'help';
  },
};

/** A key anywhere on the desk: silent in fields, in dialogs, when held down, and when turned off. */
export function pressKey(desk: Desk, event: KeyboardEvent): void {
  if (event.key === 'Escape') desk.hasScript = false;
  if (!desk.settings.hasKeys || event.defaultPrevented || event.isComposing) return;
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
  const name = keyPressed(event);
  if (!name) return;
  event.preventDefault();
  if (event.repeat && name !== 'down' && name !== 'up') return;
  acts[name](desk, event.key);
}
