// Law 10 at the desk: Tab comes by every control, in the order in which it is read, and what has the focus is seen.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SheetName } from '../../client/desk/session/desk.svelte.ts';
import type { ConclusionKind } from '../../shared/harvest.ts';
import type { Actor } from '../../shared/session/actor.ts';
import { activeUnits, answersOf } from '../../shared/session/selectors.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';
import { misplaced, nameOf, stopsOn, unseen } from '../support/reading-order.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(20);
  room.open('def-duo');
  room.answer(8, (unit) => `Wat wij zien, zegt duo ${unit}.`);
});
afterEach(async () => {
  room.desk.sheet = null;
  await stop?.();
  stop = undefined;
});
const lead: Actor = { role: 'desk', facilitator: 'f' };
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

function scrollToTop(): void {
  for (const one of document.querySelectorAll('*')) if (one.scrollTop > 0) one.scrollTop = 0;
}

/** From the first control to the last, by Tab alone: which were passed, and what was wrong on the way. */
async function walk(): Promise<{ passed: HTMLElement[]; faults: string[] }> {
  const [first, ...others] = stopsOn(document);
  first?.focus();
  // There and back, as by a hand on the keys; from a lone control Tab leaves the page, and may not come back.
  if (others.length > 0) await userEvent.keyboard('{Tab}{Shift>}{Tab}{/Shift}');
  const passed: HTMLElement[] = [];
  const faults: string[] = [];
  let isRound = false;
  const look = () => {
    const at = document.activeElement;
    isRound ||= !(at instanceof HTMLElement) || passed.includes(at) || at === document.body || at.matches('dialog');
    if (isRound) return;
    passed.push(at as HTMLElement);
    faults.push(...unseen(at as HTMLElement));
  };
  // At each press, before the focus goes on. All that are expected in one go: to ask for one costs as much as for fifty.
  addEventListener('keydown', look, true);
  await userEvent.keyboard(`{Tab>${others.length + 1}/}`);
  removeEventListener('keydown', look, true);
  for (look(); !isRound && passed.length < 400; look()) await userEvent.keyboard('{Tab}');
  return { passed, faults };
}

const bundle = async () => {
  await userEvent.click(button(words.themes.bundle).first());
  await expect.element(page.getByRole('checkbox').first()).toBeVisible();
};
const sheet = (name: SheetName) => async () => {
  if (name === 'paper') room.desk.enterPaper(activeUnits(room.live.state)[0]?.unit);
  else room.desk.sheet = name;
  await expect.element(page.getByRole('dialog')).toBeVisible();
};
/** Two themes, and what is in none. */
function group(): void {
  const ids = answersOf(room.live.state, 'def-duo').map(({ answer }) => answer);
  for (const answers of [ids.slice(0, 2), ids.slice(2, 4)])
    room.must({ type: 'GroupAnswers', step: 'def-duo', theme: null, answers }, lead);
}
/** Two conclusions, one asked about and differed from; and a proposal that was decided upon. */
function conclude(): void {
  const ids = answersOf(room.live.state, 'def-duo').map(({ answer }) => answer);
  const draw = (kind: ConclusionKind, text: string) =>
    room.must({ type: 'DrawConclusion', conclusion: null, kind, text, item: null, answers: ids, notes: [] }, lead);
  draw('conclusion', 'Wij leren samen.');
  draw('conclusion', 'Grenswerk vraagt een plek in het rooster.');
  draw('proposal', 'Noem de cliënt.');
  const [conclusion = '', , proposal = ''] = Object.keys(room.live.state.conclusions);
  room.must({ type: 'AskConclusion', conclusion }, lead);
  for (const [i, seat] of room.live.presence.online.slice(0, 3).entries()) {
    const note = i > 0 ? `Bij ons niet, zegt ${i}.` : '';
    room.must({ type: 'JudgeConclusion', conclusion, agrees: i === 0, note }, { role: 'seat', seat });
  }
  room.must(
    { type: 'DecideProposal', conclusion: proposal, decision: 'taken', reason: 'Drie duo’s misten haar.' },
    lead,
  );
}
/** What is done at the desk before Tab goes round. */
const states: Record<string, () => unknown> = {
  'a running step with answers': () => undefined,
  'an answer that is chosen': () => userEvent.click(page.getByRole('button', { name: /^Duo \d/ }).first()),
  'answers to be put together': bundle,
  themes: async () => {
    await bundle();
    group();
    await expect.element(page.getByRole('region').first()).toBeVisible();
  },
  'a talk about the answers': () => room.open('def-gesprek'),
  'everything unfolded': () => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  },
  'the script being changed': async () => {
    room.desk.hasScript = true;
    await userEvent.click(button(words.planning.change));
  },
  'the people': sheet('people'),
  'somebody picked among the people': async () => {
    await sheet('people')();
    await userEvent.click(page.getByRole('button', { name: /Naam3/ }).first());
  },
  'pairs proposed': async () => {
    await sheet('people')();
    await userEvent.click(button(words.people.mix(2)));
    await expect.element(button(words.pairing.announce)).toBeVisible();
  },
  'a paper': sheet('paper'),
  'the room invited': sheet('share'),
  'the settings': sheet('settings'),
  'a question of the moment': sheet('question'),
  'what was done': sheet('trail'),
  'no conclusion yet': sheet('conclusions'),
  'conclusions, one asked about, and a proposal decided upon': async () => {
    conclude();
    await sheet('conclusions')();
  },
  'a conclusion being made': async () => {
    room.must({ type: 'AddNote', kind: 'insight', text: 'Lef alleen helpt niet.', item: null, subgroup: null }, lead);
    await sheet('conclusions')();
    await userEvent.click(button(words.conclusions.make.conclusion));
  },
  'a conclusion that people reacted to being changed': async () => {
    conclude();
    await sheet('conclusions')();
    await userEvent.click(button(words.conclusions.change).first());
  },
  'the keys': sheet('keys'),
  'the wall in large': sheet('wall'),
  'a text that is read, nothing to choose': () => room.open('def-lezen'),
  'nothing asked': () => room.open('waarom'),
  'the end': () => {
    room.open('bedankt');
    room.must({ type: 'CloseSession' }, lead);
  },
};

describe.each([
  [1440, 900],
  [1024, 768],
])('at %i x %i', (width, height) => {
  test.each(Object.keys(states))('with %s, Tab skips nothing and goes as one reads (law 10)', async (name) => {
    stop = await room.show(width, height);
    await states[name]?.();
    scrollToTop();
    const stops = stopsOn(document);
    expect(stops.length).toBeGreaterThan(0);
    expect(misplaced(stops)).toEqual([]);
    const { passed, faults } = await walk();
    expect(passed.map(nameOf)).toEqual(stops.map(nameOf));
    expect(faults).toEqual([]);
  });
});

test('put away, the script gives the focus back to what brought it; meanwhile nothing behind it has the focus (law 10)', async () => {
  stop = await room.show(1024, 768);
  const brings = button(words.bar.script);
  await userEvent.click(brings);
  await expect.element(button(words.script.hide).last()).toHaveFocus();
  brings.element().focus();
  await expect.element(brings).not.toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(brings).toHaveFocus();
});

test('a control that stands before what is read first, one that Tab passes, and one that lies under another are seen', async () => {
  const board = document.createElement('div');
  document.body.append(board);
  stop = async () => board.remove();
  const row = (css: string) => {
    const one = document.createElement('button');
    one.textContent = css;
    one.style.cssText = `display: block; height: 40px; ${css}`;
    board.append(one);
    return one;
  };
  board.style.cssText = 'display: flex; flex-direction: column; height: 200px';
  const [first, second, third] = [row('order: 1'), row(''), row('order: 2')];
  expect(stopsOn(document)).toEqual([first, second, third]);
  expect(misplaced(stopsOn(document))).toHaveLength(1);
  third.style.position = 'absolute';
  third.style.inset = '0 auto auto 0';
  second.style.cssText += '; position: absolute; inset: 0 auto auto 0';
  second.focus();
  expect(unseen(second).join()).toContain('is covered by button');
  third.style.top = '-90px';
  third.focus({ preventScroll: true });
  expect(unseen(third).join()).toContain('is out of view');
});
