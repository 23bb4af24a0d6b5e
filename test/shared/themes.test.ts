/** Themes: answers put together at the desk; what a wall hears of them (V1, V3), and that two who do it at once lose nothing. */
import { expect, test } from 'vitest';
import { activeUnits, textOf } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { joinMany, judged, openRoom, openStep, type Room, seatActor, submit, text } from '../support/room.ts';

const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
const group = (answers: string[], theme: string | null = null) =>
  ({ type: 'GroupAnswers', step: 'pairs', theme, answers }) as const;
const themeOf = (room: Room, answer: string) => get(room.state.answers, answer)?.theme ?? null;
const themesOf = (room: Room) => [...valuesOf(room.state.themes)].sort((a, b) => a.number - b.number);

/** Four pairs have answered; nothing is shown yet. */
function answered() {
  const room = openRoom();
  joinMany(room, 8);
  openStep(room, 'pairs');
  const seats = activeUnits(room.state).map(({ seats: [first = ''] }) => first);
  const answers = seats.map((seat, i) => submit(room, seat, place, { why: text(`Van duo ${i + 1}`) }));
  return { room, seats, answers: answers as [string, string, string, string] };
}

/** What the wall's stream would give to who begins with nothing. */
const onWall = (room: Room) => room.streams.since(['wall'], {});

test('given answers put together, then each is in one theme: merging and splitting move them, a theme is never gone', () => {
  const { room, answers } = answered();
  const [a, b, c, d] = answers;
  room.must(group([a, b]));
  room.must(group([c, d]));
  const [one, two] = themesOf(room);
  expect([one?.number, two?.number]).toEqual([1, 2]);
  room.must(group([c, d], one?.theme));
  expect(answers.map((answer) => themeOf(room, answer))).toEqual(Array(4).fill(one?.theme));
  room.must(group([d], two?.theme));
  expect(themeOf(room, d)).toBe(two?.theme);
  room.must({ type: 'UngroupAnswers', step: 'pairs', answers });
  expect(answers.map((answer) => themeOf(room, answer))).toEqual([null, null, null, null]);
  expect(themesOf(room)).toHaveLength(2);
});

test('given two facilitators who put together at once, then nothing that either did is lost', () => {
  const { room, answers } = answered();
  const [a, b, c, d] = answers;
  room.must(group([a, b]), { role: 'desk', facilitator: 'fac1' });
  const [one] = themesOf(room);
  // Both saw a theme of two; each brings one more.
  room.must(group([c], one?.theme), { role: 'desk', facilitator: 'fac1' });
  room.must(group([d], one?.theme), { role: 'desk', facilitator: 'fac2' });
  expect(answers.map((answer) => themeOf(room, answer))).toEqual(Array(4).fill(one?.theme));
});

test('given one of them was withdrawn meanwhile, then the others are put together all the same', () => {
  const { room, seats, answers } = answered();
  const [a, b, c] = answers;
  room.must({ type: 'WithdrawAnswer', answer: a }, seatActor(seats[0] ?? ''));
  room.must(group([a, b, c]));
  expect(answers.map((answer) => themeOf(room, answer) !== null)).toEqual([false, true, true, false]);
  room.must({ type: 'UngroupAnswers', step: 'pairs', answers: [a, b] });
  expect(answers.map((answer) => themeOf(room, answer) !== null)).toEqual([false, false, true, false]);
});

test('given what cannot be put together, then it is refused with its reason and nothing changes', () => {
  const { room, seats, answers } = answered();
  const [a, b] = answers;
  expect(room.refused(group(['pairs/x/def/recognisable']))).toBe('noSuchAnswer');
  expect(room.refused({ ...group([a]), step: 'alone' })).toBe('noSuchAnswer');
  expect(room.refused(group([a], 'nope'))).toBe('noSuchTheme');
  expect(room.refused({ type: 'UngroupAnswers', step: 'pairs', answers: [a] })).toBe('nothingToDo');
  room.must(group([a, b]));
  const theme = themesOf(room)[0]?.theme ?? '';
  expect(room.refused(group([a], theme))).toBe('nothingToDo');
  expect(room.refused({ type: 'NameTheme', theme, name: 'x'.repeat(81) })).toBe('textTooLong');
  expect(room.refused({ type: 'NameTheme', theme, name: '' })).toBe('nothingToDo');
  room.must({ type: 'WithdrawAnswer', answer: a }, seatActor(seats[0] ?? ''));
  expect(themeOf(room, a)).toBeNull();
  expect(room.refused(group([a], theme))).toBe('withdrawn');
});

test('given answers that are not shown, then the wall hears nothing of their theme, not even its name, until they are (V3)', () => {
  const { room, answers } = answered();
  const [a, b, c] = answers;
  room.must(group([a, b, c]));
  const theme = themesOf(room)[0]?.theme ?? '';
  room.must({ type: 'NameTheme', theme, name: 'Vertrouwen' });
  room.must({ type: 'HideAnswer', answer: c, hidden: true });
  expect(JSON.stringify(onWall(room))).not.toMatch(/Vertrouwen|AnswersGrouped|ThemeNamed/);
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  const told = JSON.stringify(onWall(room));
  expect(told).toContain('Vertrouwen');
  expect(told).toContain(a);
  expect(told).not.toContain(c);
  room.must({ type: 'HideAnswer', answer: c, hidden: false });
  const grouped = onWall(room).filter((event) => event.type === 'AnswersGrouped');
  expect(new Set(grouped.flatMap((event) => event.answers))).toEqual(new Set([a, b, c]));
});

test('given another name, then the one before leaves the store and every stream (P2, V4)', () => {
  const { room, answers } = answered();
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  room.must(group([...answers]));
  const theme = themesOf(room)[0]?.theme ?? '';
  room.must({ type: 'NameTheme', theme, name: 'Mevrouw Jansen' });
  const before = get(room.state.themes, theme)?.name ?? '';
  const decision = room.decide({ type: 'NameTheme', theme, name: 'Vertrouwen' });
  expect(decision.ok && decision.erase).toEqual([before]);
  room.must({ type: 'NameTheme', theme, name: 'Vertrouwen' });
  expect(JSON.stringify(room.streams.since(['wall', 'desk'], {}))).not.toContain('Jansen');
  expect(textOf(room.state, get(room.state.themes, theme)?.name ?? null)).toBe('Vertrouwen');
});

test('given answers of another step, then they are in themes of their own, numbered from one', () => {
  const { room, answers } = answered();
  const [a, b] = answers;
  room.must(group([a]));
  room.must(group([b]));
  const [first] = themesOf(room);
  openStep(room, 'closing');
  const [seat = ''] = activeUnits(room.state).map(({ seats: [one = ''] }) => one);
  const later = submit(room, seat, { ...place, step: 'closing' }, { why: text('Later gezegd') });
  const closing = { ...group([later]), step: 'closing' };
  expect(room.refused({ ...closing, theme: first?.theme ?? '' })).toBe('noSuchTheme');
  room.must(closing);
  const theme = get(room.state.themes, themeOf(room, later) ?? '');
  expect([theme?.step, theme?.number]).toEqual(['closing', 1]);
});

test('given a theme with a name, then it keeps it when more come into it', () => {
  const { room, answers } = answered();
  const [a, b] = answers;
  room.must(group([a]));
  const theme = themesOf(room)[0]?.theme ?? '';
  room.must({ type: 'NameTheme', theme, name: 'Vertrouwen' });
  room.must(group([b], theme));
  expect(textOf(room.state, get(room.state.themes, theme)?.name ?? null)).toBe('Vertrouwen');
});

test('given words that are sent anew, then the answer stays in its theme', () => {
  const { room, seats, answers } = answered();
  const [a] = answers;
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  room.must(group([a]));
  submit(room, seats[0] ?? '', place, { judgement: judged('ja'), why: text('Anders gezegd') });
  expect(themeOf(room, a)).toBe(themesOf(room)[0]?.theme);
  expect(onWall(room).findLast((event) => event.type === 'AnswersGrouped')?.seq).toBeGreaterThan(0);
});
