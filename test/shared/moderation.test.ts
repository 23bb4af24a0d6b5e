/** Moving and holding answers, and the log of what a desk did with them (V3, V4, D1, D3). */
import { describe, expect, test } from 'vitest';
import { stepOf } from '../../shared/script-queries.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import type { Act } from '../../shared/session/trail.ts';
import { deskCardsOf } from '../../shared/views/desk.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { cardsOf, harvestOf, orderCards } from '../../shared/views/wall.ts';
import { exportText } from '../support/exported.ts';
import { judged, openStep, pairsOf, type Room, seatActor, seenIn, submit, text, unitOfSeat } from '../support/room.ts';
import { questions, scene, shownOn } from '../support/wall-scene.ts';

const acts = (state: Room['state']): Act[] => [...valuesOf(state.trail)].sort((a, b) => a.seq - b.seq);

/** A pair judged an item of the model, shown on the wall. */
function onModel() {
  const { room, seats } = pairsOf(2);
  openStep(room, 'groups');
  openStep(room, 'model');
  const [a = ''] = seats;
  const values = { judgement: judged('nee'), why: text('Hoort bij het tweede') };
  const answer = submit(room, a, { step: 'model', item: 'o1', prompt: 'recognisable' }, values);
  room.must({ type: 'RevealStep', step: 'model', revealed: true });
  const screens = { wall: room.addScreen('wall'), writer: room.addScreen('seat', a), desk: room.addScreen('desk') };
  const under = (item: string) =>
    Object.values(screens).map(({ state }) => {
      const step = stepOf(state.script, 'model');
      return step ? cardsOf(state, step, { item }).length : null;
    });
  return { room, a, answer, screens, under };
}

describe('moving', () => {
  test('given an answer is moved, then its words are read under the other item on every screen, also after a rejoin, and back again (D1)', () => {
    const { room, answer, screens, under } = onModel();
    room.must({ type: 'MoveAnswer', answer, item: 'o2' });
    expect([under('o1'), under('o2')]).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    for (const screen of Object.values(screens)) room.hello(screen, false);
    expect([under('o1'), under('o2')]).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    room.must({ type: 'MoveAnswer', answer, item: 'o1' });
    expect(get(room.state.answers, answer)?.movedTo).toBeNull();
    expect([under('o1'), under('o2')]).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ]);
  });

  test('given an answer is moved, then its judgement stays counted where it was asked, and its quote says where it was given (D3)', () => {
    const { room, answer } = onModel();
    const seen = () =>
      currentSummary(room.log)
        .sections.flatMap(({ items }) => items)
        .flatMap(({ id, prompts }) =>
          prompts.map(({ figures, quotes, missing }) => ({ id, n: figures?.n ?? 0, said: [...quotes, ...missing] })),
        )
        .filter(({ n, said }) => n + said.length > 0)
        .map(({ id, n, said }) => [id, n, said.map(({ text: words, given }) => [words, given?.nl])]);
    room.must({ type: 'MoveAnswer', answer, item: 'o2' });
    expect(seen().sort()).toEqual([
      ['o1', 1, []],
      ['o2', 0, [['Hoort bij het tweede', 'o1']]],
    ]);
  });

  test('given an item of another step, or a withdrawn answer, then it does not move', () => {
    const { room, a, answer } = onModel();
    for (const item of ['def', 'k1', 'cause', '__proto__']) {
      expect(room.refused({ type: 'MoveAnswer', answer, item })).toBe('noSuchItem');
    }
    room.must({ type: 'WithdrawAnswer', answer }, seatActor(a));
    expect(room.refused({ type: 'MoveAnswer', answer, item: 'o2' })).toBe('withdrawn');
  });
});

describe('holding (V3)', () => {
  test('given a step that shows at once is held, then what is shown stays, and what comes or changes waits one by one', () => {
    const { room, a, other, wall, writer, answer } = scene(questions.atOnce, 'Staat er al');
    room.must({ type: 'HoldAnswers', step: 'alone', held: true });
    expect(shownOn(wall)).toEqual(['Staat er al']);
    const second = submit(room, other, questions.atOnce, { text: text('Nieuw') });
    submit(room, a, questions.atOnce, { text: text('Veranderd') });
    expect(shownOn(wall)).toEqual([]);
    expect(shownOn(writer), 'the phone does not say that it is on the big screen (A4)').toEqual([]);
    room.must({ type: 'ReleaseAnswer', answer: second, released: true });
    expect(shownOn(wall)).toEqual(['Nieuw']);
    room.must({ type: 'ReleaseAnswer', answer, released: true });
    expect(shownOn(writer)).toEqual(['Veranderd']);
  });

  test('given it is let go, then new answers show at once again, and what nobody looked at still waits', () => {
    const { room, a, other, wall } = scene(questions.atOnce, 'Eerste');
    room.must({ type: 'HoldAnswers', step: 'alone', held: true });
    submit(room, other, questions.atOnce, { text: text('Gewacht') });
    room.must({ type: 'HoldAnswers', step: 'alone', held: false });
    expect(shownOn(wall)).toEqual(['Eerste']);
    submit(room, a, questions.atOnce, { text: text('Weer meteen') });
    expect(shownOn(wall)).toEqual(['Weer meteen']);
  });

  test('given a step that waits for all is shown and then held, then what comes after waits', () => {
    const { room, other, wall } = scene(questions.whenAllSubmitted, 'Van de een');
    room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
    room.must({ type: 'HoldAnswers', step: 'pairs', held: true });
    submit(room, other, questions.whenAllSubmitted, { why: text('Van de ander') });
    expect(shownOn(wall)).toEqual(['Van de een']);
  });

  test('given it is opened again, then it is held still, and what was released one by one stays (D1)', () => {
    const { room, other, wall } = scene(questions.atOnce, 'Eerste');
    room.must({ type: 'HoldAnswers', step: 'alone', held: true });
    const answer = submit(room, other, questions.atOnce, { text: text('Bekeken') });
    room.must({ type: 'ReleaseAnswer', answer, released: true });
    room.must({ type: 'CloseStep', step: 'alone' });
    openStep(room, 'alone');
    expect(shownOn(wall).sort()).toEqual(['Bekeken', 'Eerste']);
    expect(room.state.runs['alone']?.held).toBe(true);
    expect(room.refused({ type: 'HoldAnswers', step: 'secret', held: true })).toBe('noSuchStep');
  });
});

describe('the log of what was done', () => {
  test('given acts and their undoing, then all of them are in it, with who did them, and no words', () => {
    const { room, answer, desk, phone, wall } = scene(questions.atOnce, 'Geheim woord');
    const co = { role: 'desk', facilitator: 'fac2' } as const;
    room.must({ type: 'HideAnswer', answer, hidden: true });
    room.must({ type: 'HideAnswer', answer, hidden: false }, co);
    const mask = () =>
      ({ type: 'MaskAnswer', answer, field: 'text', seen: seenIn(room, answer, 'text'), forGood: false }) as const;
    room.must({ ...mask(), spans: [{ from: 0, to: 6 }] });
    room.must({ ...mask(), spans: [] });
    room.must({ ...mask(), spans: [{ from: 0, to: 6 }], forGood: true });
    room.must({ type: 'HoldAnswers', step: 'alone', held: true });
    expect(acts(room.state).map(({ kind, by }) => [kind, by])).toEqual([
      ['hide', 'desk:fac1'],
      ['unhide', 'desk:fac2'],
      ['mask', 'desk:fac1'],
      ['unmask', 'desk:fac1'],
      ['erase', 'desk:fac1'],
      ['hold', 'desk:fac1'],
    ]);
    expect(acts(desk.state)).toEqual(acts(room.state));
    expect(JSON.stringify(acts(room.state))).not.toMatch(/Geheim|woord/);
    for (const screen of [phone, wall]) expect(screen.state.trail.size).toBe(0);
  });

  test('given an answer is lit, then its release and its light are two acts; the people’s own new words that wait are one too', () => {
    const { room, a, answer } = scene(questions.situation);
    room.must({ type: 'SpotlightAnswer', answer });
    room.must({
      ...{ type: 'MaskAnswer', answer, field: 'story', seen: seenIn(room, answer, 'story'), forGood: false },
      spans: [{ from: 0, to: 3 }],
    });
    submit(room, a, { ...questions.situation, unit: unitOfSeat(room, a).unit }, { story: text('Anders') });
    expect(acts(room.state).map(({ kind }) => kind)).toEqual(['release', 'light', 'mask', 'hide']);
    expect(acts(room.state).at(-1)?.by).toMatch(/^seat:/);
  });

  test('given 5,000 acts, then one more costs no more than the first, and they fit in a few megabytes', () => {
    const { room, answer } = scene(questions.atOnce);
    for (let i = 0; i < 5000; i++) room.decide({ type: 'HideAnswer', answer, hidden: i % 2 === 0 });
    expect(room.state.trail.size).toBe(5000);
    expect(JSON.stringify(acts(room.state)).length).toBeLessThan(1_500_000);
  });
});

describe('stars and "dit herkennen wij ook" are no ranking', () => {
  test('given some answers have more of both than others, then no list on any screen, file or summary changes its order', async () => {
    const { room, seats } = pairsOf(8);
    openStep(room, 'alone');
    const answers = seats.map((seat, i) => submit(room, seat, questions.atOnce, { text: text(`Nummer ${i}`) }));
    openStep(room, 'harvest');
    for (const answer of answers) room.must({ type: 'KeepAnswer', answer, kept: true });
    const last = answers.at(-1) ?? '';
    const orders = async () => {
      const { state } = room;
      const step = stepOf(state.script, 'alone');
      const numbers = (value: unknown) => [...JSON.stringify(value).matchAll(/Nummer (\d)/g)].map(([, n]) => n);
      return {
        wall: numbers(step && orderCards(cardsOf(state, step), 'script')),
        deviating: numbers(step && orderCards(cardsOf(state, step), 'deviatingFirst')),
        desk: numbers(step && deskCardsOf(state, step).cards.map(({ text: words }) => words)),
        taken: numbers(currentSummary(room.log).taken),
        sections: numbers(currentSummary(room.log).sections),
        csv: numbers(await exportText(room.log, 'csv')),
        markdown: numbers(await exportText(room.log, 'markdown')),
      };
    };
    const before = await orders();
    expect(before.taken).toHaveLength(8);
    room.must({ type: 'SpotlightAnswer', answer: last });
    room.must({ type: 'StarAnswer', answer: last, starred: true });
    for (const seat of seats.slice(0, 6)) {
      if (unitOfSeat(room, seat).seats.includes(seats[7] ?? '')) continue;
      room.must({ type: 'RecogniseAnswer', answer: last, recognised: true }, seatActor(seat));
    }
    expect(get(room.state.answers, last)?.recognised.length).toBeGreaterThan(1);
    expect(await orders()).toEqual(before);
  });

  test('given one answer has more stars than an earlier one, then in the harvest it comes after it all the same', () => {
    const { room, seats } = pairsOf(8);
    openStep(room, 'groups');
    openStep(room, 'model');
    const given = seats.slice(0, 8).flatMap((seat, i) => {
      const { unit } = unitOfSeat(room, seat);
      const item = room.state.deals && get(room.state.deals, `model/${unit}`)?.[0];
      const known = [...valuesOf(room.state.answers)].some((answer) => answer.unit === unit);
      if (!item || known) return [];
      return [submit(room, seat, { step: 'model', item, prompt: 'recognisable' }, { why: text(`Woord ${i}`) })];
    });
    openStep(room, 'talk-model');
    for (const answer of given) room.must({ type: 'StarAnswer', answer, starred: true });
    openStep(room, 'harvest');
    const order = () => harvestOf(room.state).map(({ key }) => key);
    const before = order();
    openStep(room, 'talk-model');
    for (const seat of seats)
      room.decide({ type: 'StarAnswer', answer: before.at(-1) ?? '', starred: true }, seatActor(seat));
    expect(Object.keys(get(room.state.answers, before.at(-1) ?? '')?.stars ?? {}).length).toBeGreaterThan(1);
    openStep(room, 'harvest');
    expect(order()).toEqual(before);
  });
});
