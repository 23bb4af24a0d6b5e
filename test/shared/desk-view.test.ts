// What the desk draws of a session, and how each act is undone (D1): by the same rules, from where it was.
import { beforeEach, expect, test } from 'vitest';
import type { Command } from '../../shared/commands.ts';
import { activeUnits, clockLeft, isOpen, presentSeats, runOf } from '../../shared/session/selectors.ts';
import {
  arrangementBack,
  backTo,
  deskCardsOf,
  deskStep,
  figuresOf,
  isInPile,
  lagOf,
  mayReveal,
  nextStep,
  planOf,
  previousStep,
  revealCount,
  roomOf,
  unclearOf,
  wallItems,
  wallModesFor,
  wallPrompts,
} from '../../shared/views/desk.ts';
import { sceneOf } from '../../shared/views/wall.ts';
import { libraryScript, playSession } from './summary-session.ts';

const minute = 60_000;
let play: ReturnType<typeof playSession>;
const roles = ['student', 'professional', 'docent', 'client'];
const enter = (people: number) => {
  for (let i = 0; i < people; i++) play.join(1, [roles[i % roles.length] as string], `naam-${i}`);
};
const stepOf = (id: string) => play.state.script.steps.find((step) => step.id === id) as never;
const nobody = { online: [], writing: [] };
const everybody = () => ({ online: presentSeats(play.state).map(({ seat }) => seat), writing: [] });
const seating = () =>
  activeUnits(play.state)
    .map((unit) => `${unit.subgroup} ${[...unit.seats].sort().join('+')}`)
    .sort();
beforeEach(() => {
  play = playSession();
});

test('the script says what is done, passed over, now and later', () => {
  play.open('def-duo');
  play.open('ken-lezen');
  const phases = Object.fromEntries(planOf(play.state).map(({ step, phase }) => [step.id, phase]));
  expect(phases).toMatchObject({ 'def-duo': 'done', 'def-lezen': 'skipped', 'ken-lezen': 'now', 'ken-duo': 'later' });
  expect([previousStep(play.state)?.id, nextStep(play.state)?.id]).toEqual(['def-gesprek', 'ken-duo']);
});

test('behind or ahead is counted from the first step that counts, in whole minutes', () => {
  expect(lagOf(play.state, Date.now())).toBeNull();
  const [, first, second] = play.state.script.steps;
  play.open(first?.id ?? '');
  const start = runOf(play.state, first?.id ?? '')?.openedAt ?? 0;
  expect(lagOf(play.state, start + minute)).toBe(0);
  expect(lagOf(play.state, start + ((first?.minutes ?? 0) + 4) * minute)).toBe(4);
  play.open(second?.id ?? '');
  expect(lagOf(play.state, start + minute)).toBe(-(first?.minutes ?? 0));
});

test('each unit is reading, writing, has shared, or is not connected; a step for each person shows persons', () => {
  enter(8);
  play.open('def-lezen');
  expect(roomOf(play.state, everybody())[0]?.tiles.map((tile) => tile.phase)).toEqual(Array(8).fill('here'));
  play.open('def-duo');
  const [one, two, three] = activeUnits(play.state);
  play.answer((_step, prompt, unit) =>
    unit === one?.number || (unit === two?.number && prompt.id === 'usable')
      ? { judgement: { kind: 'judgement', choices: ['ja'] } }
      : null,
  );
  const online = everybody().online.filter((seat) => !three?.seats.includes(seat));
  const tiles = roomOf(play.state, { online, writing: [] }).flatMap((group) => group.tiles);
  expect(tiles.map((tile) => tile.phase)).toEqual(['shared', 'writing', 'quiet', 'reading']);
  expect(roomOf(play.state, nobody)[0]?.shared).toBe(1);
});

test('while people find each other who has nobody yet is seen beside the pairs, and is not said to read (A4)', () => {
  enter(5);
  play.must({ type: 'ChoosePairing', pairing: 'self' });
  play.open('def-duo');
  const tilesOf = (presence = everybody()) => roomOf(play.state, presence).flatMap((group) => group.tiles);
  expect(tilesOf().map(({ phase }) => phase)).toEqual(Array(5).fill('seeking'));
  const [one, two] = presentSeats(play.state);
  play.must({ type: 'FindPartner', number: two?.number ?? 0 }, { role: 'seat', seat: one?.seat ?? '' });
  expect(tilesOf().map(({ number, phase }) => [number, phase])).toEqual([
    [1, 'reading'],
    [null, 'seeking'],
    [null, 'seeking'],
    [null, 'seeking'],
  ]);
  expect(tilesOf(nobody)[1]?.phase).toBe('quiet');
  // Pairs are counted, not who may still be in one.
  expect(roomOf(play.state, everybody())).toMatchObject([{ shared: 0, total: 1 }]);
});

test('while a last question is open nobody is thanked, and the desk says what the wall shows instead (A4)', () => {
  enter(4);
  play.open('feedback');
  expect(play.state.wall.mode).toBe('thanks');
  expect([sceneOf(play.state), wallModesFor(play.state)]).toEqual(['progress', ['progress']]);
  play.must({ type: 'CloseSession' });
  expect(sceneOf(play.state)).toBe('thanks');
});

test('coverage counts units per item, of those that were dealt it', () => {
  enter(8);
  play.open('model-duo');
  play.answer((_step, prompt, unit) =>
    unit <= 1 && prompt.id === 'clear'
      ? { judgement: { kind: 'judgement', choices: ['deels'] }, evokes: { kind: 'text', text: 'Herkenbaar.' } }
      : null,
  );
  const figures = figuresOf(play.state, stepOf('model-duo'));
  const covered = figures.rows.map((row) => row.coverage);
  expect(covered.map((coverage) => coverage?.dealt)).toEqual([2, 2, 2, 2, 2, 2]);
  expect(covered.reduce((sum, coverage) => sum + (coverage?.answered ?? 0), 0)).toBe(3);
  expect(figures.rows.flatMap((row) => row.cells.map((cell) => cell.n)).reduce((a, b) => a + b)).toBe(3);
  const tiles = roomOf(play.state, nobody).flatMap((group) => group.tiles);
  expect(tiles.find((tile) => tile.number === 1)?.items).toEqual({ answered: 3, asked: 3 });
});

test('an answer lies in the pile of what was done with it; a boundary situation waits for its own release', () => {
  enter(4);
  play.open('model-duo');
  play.answer();
  const cards = () => deskCardsOf(play.state, stepOf('model-duo')).cards;
  const [boundary] = cards().filter((card) => card.isBoundary);
  const [plain] = cards().filter((card) => !card.isBoundary);
  if (!boundary || !plain) throw new Error('no cards');
  const pilesOf = (id: string) => {
    const card = cards().find((one) => one.answer === id);
    return card ? (['new', 'wall', 'kept', 'away'] as const).filter((pile) => isInPile(card, pile)) : [];
  };
  expect(pilesOf(plain.answer)).toEqual(['new']);
  expect(revealCount(play.state, stepOf('model-duo'))).toBe(cards().filter((card) => !card.isBoundary).length);
  play.must({ type: 'RevealStep', step: 'model-duo', revealed: true });
  expect([pilesOf(plain.answer), pilesOf(boundary.answer)]).toEqual([['wall'], ['new']]);
  // Its step shows it, so releasing it would change nothing.
  expect(cards().find((card) => card.answer === plain.answer)?.isReleasable).toBe(false);
  play.must({ type: 'ReleaseAnswer', answer: boundary.answer, released: true });
  play.must({ type: 'KeepAnswer', answer: boundary.answer, kept: true });
  expect(pilesOf(boundary.answer)).toEqual(['wall', 'kept']);
  play.must({ type: 'HideAnswer', answer: boundary.answer, hidden: true });
  expect(pilesOf(boundary.answer)).toEqual(['away']);
  play.open('oogst');
  expect(deskStep(play.state)?.id).toBe('model-duo');
});

test('going to another step is undone: step, clock, pause, wall and spotlight come back (D1)', () => {
  enter(4);
  play.open('def-duo');
  play.answer();
  const [card] = deskCardsOf(play.state, stepOf('def-duo')).cards;
  play.must({ type: 'ExtendClock', step: 'def-duo', seconds: 120 });
  play.must({ type: 'SpotlightAnswer', answer: card?.answer ?? '' });
  play.must({ type: 'PauseClock', step: 'def-duo', paused: true });
  const before = play.state;
  const left = clockLeft(runOf(before, 'def-duo'), 0) ?? 0;
  const undo = backTo(before, 0, 'ken-lezen');
  play.open('ken-lezen');
  for (const command of undo) play.must(command);
  expect(play.state.step).toBe('def-duo');
  expect(play.state.wall).toEqual(before.wall);
  expect(play.state.spotlight).toBe(before.spotlight);
  const run = runOf(play.state, 'def-duo');
  expect(run?.pausedLeft).not.toBeNull();
  // The rules' own clock moves on with every command.
  expect(Math.abs((run?.pausedLeft ?? 0) - left)).toBeLessThan(30_000);
});

test('a step that was closed is closed again by the undo', () => {
  play.open('def-lezen');
  play.must({ type: 'CloseStep', step: 'def-lezen' });
  const undo = backTo(play.state, 0, 'def-duo');
  play.open('def-duo');
  for (const command of undo) play.must(command);
  expect([play.state.step, isOpen(play.state, 'def-lezen')]).toEqual(['def-lezen', false]);
});

test.each<[string, () => Command]>([
  ['mixing again', () => ({ type: 'FormUnits', step: 'def-duo', seed: 7 })],
  ['forming subgroups', () => ({ type: 'FormSubgroups' })],
  [
    'moving a person',
    () => ({
      type: 'MoveSeat',
      seat: activeUnits(play.state)[0]?.seats[0] ?? '',
      unit: activeUnits(play.state)[1]?.unit ?? '',
    }),
  ],
  [
    'setting a person apart',
    () => ({ type: 'MoveSeat', seat: activeUnits(play.state)[0]?.seats[0] ?? '', unit: null }),
  ],
])('%s is undone by seating everybody as before', (_name, command) => {
  enter(9);
  play.open('def-duo');
  const before = play.state;
  const seated = seating();
  play.must(command());
  expect(seating()).not.toEqual(seated);
  play.must(arrangementBack(before, play.state));
  expect(seating()).toEqual(seated);
});

test('who came or left since the mixing is not moved by its undo', () => {
  enter(8);
  play.open('def-duo');
  const before = play.state;
  const gone = presentSeats(before)[0]?.seat ?? '';
  play.must({ type: 'FormUnits', step: 'def-duo', seed: 3 });
  play.must({ type: 'LeaveSession' }, { role: 'seat', seat: gone });
  play.join(1, ['docent'], 'laat');
  const late = presentSeats(play.state).find(({ seat }) => !presentSeats(before).some((old) => old.seat === seat));
  play.must(arrangementBack(before, play.state));
  const seats = activeUnits(play.state).flatMap((unit) => unit.seats);
  expect(seats).toHaveLength(8);
  expect(seats).toContain(late?.seat);
  expect(seats).not.toContain(gone);
});

test('only pictures that say something in the step are offered, its own among them', () => {
  const modes = (step: string) => {
    play.open(step);
    return wallModesFor(play.state);
  };
  enter(8);
  expect(modes('def-lezen')).toEqual(['reading']);
  expect(modes('def-duo')).toEqual(['progress', 'reading', 'cards', 'themes', 'spotlight', 'distribution']);
  expect(wallPrompts(play.state)).toEqual([]);
  expect(modes('def-gesprek')).toEqual(['cards', 'themes', 'spotlight', 'distribution', 'contrast', 'reading']);
  expect(wallPrompts(play.state).map((prompt) => prompt.id)).toEqual(['recognisable', 'usable', 'complete']);
  expect(modes('ken-lezen')).toEqual(['agenda', 'list']);
  expect(modes('model-gesprek')).toContain('figure');
  expect(wallItems(play.state).map((item) => item.id)).toEqual(['o1', 'o2', 'o3', 'o4', 'o5', 'o6']);
  play.open('model-uitleg');
  expect(wallItems(play.state)).toHaveLength(8);
  // What people say of the meeting never comes on the wall.
  // Nobody is thanked while the last questions are open: that picture would show how far everybody is.
  expect(modes('feedback')).toEqual(['progress']);
  // Judged by each alone, roles may be put beside each other; there is no talk after it in which that could be done.
  const ask = { type: 'AskQuestion', question: 'Is er tijd?', scale: 'three' } as const;
  play.must({ ...ask, together: false, from: play.state.step });
  expect(wallModesFor(play.state)).toContain('contrast');
  play.must({ ...ask, together: true, from: play.state.step });
  expect(wallModesFor(play.state)).not.toContain('contrast');
  // Its own picture is the empty wall, which has a button of its own.
  expect(modes('vervolg')).toEqual(['agenda']);
});

test('words that readers found unclear are counted by phrase', () => {
  enter(3);
  play.open('def-lezen');
  for (const [i, { seat }] of presentSeats(play.state).entries()) {
    const phrases = i === 0 ? [0, 2] : i === 1 ? [2] : [];
    play.must({ type: 'MarkUnclear', step: 'def-lezen', item: 'def', phrases }, { role: 'seat', seat });
  }
  const [row] = unclearOf(play.state, 'def-lezen', 'nl');
  expect(row?.readers).toBe(2);
  expect(row?.phrases.map(({ count }) => count)).toEqual([1, 2]);
});

test('given cards that are shown when their step closes, then the desk offers to show them while it is open, and nothing once they are on the wall (A4)', () => {
  play = playSession(libraryScript('terugblik'));
  for (let i = 0; i < 3; i++) play.join(1, []);
  const offered = () => mayReveal(play.state, stepOf('kaarten'));
  play.open('kaarten');
  expect(offered()).toBe(true);
  play.open('bespreken');
  expect(runOf(play.state, 'kaarten')?.closedAt).not.toBeNull();
  expect(offered()).toBe(false);
  play.open('kaarten');
  expect(offered()).toBe(true);
});
