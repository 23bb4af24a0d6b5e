/** What the wall and the phones may show, and when (V2, V3): policies, spotlight, release and their undo. */
import { describe, expect, test } from 'vitest';
import { answersOf } from '../../shared/session/selectors.ts';
import { get } from '../../shared/session/table.ts';
import { openStep, seatActor, submit, text } from '../support/room.ts';
import type { Screen } from '../support/room-screens.ts';
import { heldBy, questions, scene, shownOn, story } from '../support/wall-scene.ts';

describe('reveal policies: what the wall shows (V3)', () => {
  const table: [keyof typeof questions, [submitted: boolean, closed: boolean, revealed: boolean, released: boolean]][] =
    [
      ['atOnce', [true, true, true, true]],
      ['whenAllSubmitted', [false, false, true, true]],
      ['afterRelease', [false, false, true, true]],
      ['afterClosing', [false, true, true, true]],
      ['situation', [false, false, false, true]],
    ];
  test.each(table)(
    '%s: submitted, closed, revealed, released → %j',
    (policy, [submitted, closed, revealed, released]) => {
      const question = questions[policy];
      const expectShown = (shown: boolean, { wall }: { wall: Screen }) => {
        expect(shownOn(wall)).toEqual(shown ? ['Van ons'] : []);
        if (!shown) expect(heldBy(wall)).not.toContain('Van ons');
      };
      expectShown(submitted, scene(question));
      const afterClosing = scene(question);
      afterClosing.room.must({ type: 'CloseStep', step: question.step });
      expectShown(closed, afterClosing);
      const afterReveal = scene(question);
      afterReveal.room.must({ type: 'RevealStep', step: question.step, revealed: true });
      expectShown(revealed, afterReveal);
      const afterRelease = scene(question);
      afterRelease.room.must({ type: 'ReleaseAnswer', answer: afterRelease.answer, released: true });
      expectShown(released, afterRelease);
    },
  );

  test('never: neither closing nor revealing shows it, and it cannot be released or put in the spotlight', () => {
    const { room, wall, answer } = scene(questions.never);
    expect(room.refused({ type: 'ReleaseAnswer', answer, released: true })).toBe('notShown');
    expect(room.refused({ type: 'SpotlightAnswer', answer })).toBe('notShown');
    room.must({ type: 'RevealStep', step: 'secret', revealed: true });
    room.must({ type: 'CloseStep', step: 'secret' });
    expect(heldBy(wall)).not.toContain('Van ons');
  });

  test('given the talk about a step opens, then its answers are shown, but boundary situations still wait', () => {
    const { room, a, wall } = scene(questions.whenAllSubmitted);
    submit(room, a, questions.situation, story('Een grens'));
    openStep(room, 'talk');
    expect(shownOn(wall)).toEqual(['Van ons']);
    expect(heldBy(wall)).not.toContain('Een grens');
  });

  test('given a step that shows after closing, when it is opened again, then the wall holds nothing of it', () => {
    const { room, wall } = scene(questions.afterClosing);
    room.must({ type: 'CloseStep', step: 'closing' });
    expect(shownOn(wall)).toEqual(['Van ons']);
    openStep(room, 'closing');
    expect(heldBy(wall)).not.toContain('Van ons');
    expect(heldBy(room.addScreen('wall'))).not.toContain('Van ons');
  });

  test('given a step whose answers were shown, when it is opened again, then they leave the wall until they are shown again', () => {
    const { room, phone, wall } = scene(questions.whenAllSubmitted);
    openStep(room, 'talk');
    expect(shownOn(wall)).toEqual(['Van ons']);
    openStep(room, 'pairs');
    for (const screen of [wall, phone, room.addScreen('wall')]) expect(heldBy(screen)).not.toContain('Van ons');
    openStep(room, 'talk');
    expect(shownOn(wall)).toEqual(['Van ons']);
  });

  test('given an answer that was in the spotlight, when its step is opened again and it is written anew, then the wall waits', () => {
    const { room, a, wall, answer } = scene(questions.whenAllSubmitted);
    room.must({ type: 'SpotlightAnswer', answer });
    openStep(room, 'talk');
    openStep(room, 'pairs');
    submit(room, a, questions.whenAllSubmitted, questions.whenAllSubmitted.values('Iets nieuws'));
    for (const screen of [wall, room.addScreen('wall')]) {
      expect(heldBy(screen)).not.toContain('Iets nieuws');
      expect(heldBy(screen)).not.toContain('Van ons');
    }
  });

  test('given what is shown is written anew, then the words that were replaced leave the wall (V1)', () => {
    const { room, a, wall, writer, desk } = scene(questions.whenAllSubmitted);
    room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
    submit(room, a, questions.whenAllSubmitted, questions.whenAllSubmitted.values('Iets nieuws'));
    for (const screen of [wall, room.addScreen('wall')]) {
      expect(heldBy(screen)).toContain('Iets nieuws');
      expect(heldBy(screen)).not.toContain('Van ons');
    }
    for (const screen of [writer, desk]) expect(heldBy(screen)).toContain('Van ons');
  });

  test('given what was shown is concealed again, then the wall holds nothing of it; shown again, it is back (D1)', () => {
    const { room, wall } = scene(questions.whenAllSubmitted);
    const reveal = { type: 'RevealStep', step: 'pairs' } as const;
    room.must({ ...reveal, revealed: true });
    room.must({ ...reveal, revealed: false });
    expect(shownOn(wall)).toEqual([]);
    expect(heldBy(wall)).not.toContain('Van ons');
    room.must({ ...reveal, revealed: true });
    expect(shownOn(wall)).toEqual(['Van ons']);
  });
});

describe('release', () => {
  test('given it is undone, then the answer leaves the wall and the spotlight on every screen (V3, D1)', () => {
    const { room, wall, phone, answer } = scene(questions.situation);
    room.must({ type: 'SpotlightAnswer', answer });
    expect(shownOn(phone)).toEqual(['Van ons']);
    room.must({ type: 'ReleaseAnswer', answer, released: false });
    expect(room.state.spotlight).toBeNull();
    for (const screen of [wall, phone]) {
      expect(screen.state.spotlight).toBeNull();
      expect(heldBy(screen)).not.toContain('Van ons');
      expect(shownOn(screen)).toEqual([]);
    }
  });

  test('given it was undone in the spotlight, when the writers change the text, then no other phone gets it (V2)', () => {
    const { room, a, phone, answer } = scene(questions.situation);
    room.must({ type: 'SpotlightAnswer', answer });
    room.must({ type: 'ReleaseAnswer', answer, released: false });
    submit(room, a, questions.situation, story('Nog eens anders'));
    expect(heldBy(phone)).not.toContain('Nog eens anders');
  });
});

describe('spotlight', () => {
  test('given an answer is put there, then that releases it, and every phone gets it', () => {
    const { room, wall, phone, answer } = scene(questions.situation);
    room.must({ type: 'SpotlightAnswer', answer });
    expect(get(room.state.answers, answer)?.released).toBe(true);
    for (const screen of [wall, phone]) {
      expect(screen.state.spotlight).toBe(answer);
      expect(shownOn(screen)).toEqual(['Van ons']);
    }
    room.must({ type: 'SpotlightAnswer', answer: null });
    expect(wall.state.spotlight).toBeNull();
  });

  test('given a new version while it is there, then every phone gets that', () => {
    const { room, a, phone, answer } = scene(questions.atOnce);
    room.must({ type: 'SpotlightAnswer', answer });
    submit(room, a, questions.atOnce, { text: text('Beter gezegd') });
    expect(shownOn(phone)).toEqual(['Beter gezegd']);
  });

  test('given what is shown one by one is written anew, then it waits for a release of its own (V3)', () => {
    const { room, a, wall, phone, answer } = scene(questions.situation);
    room.must({ type: 'SpotlightAnswer', answer });
    submit(room, a, questions.situation, story('Nog niet bekeken'));
    for (const screen of [wall, phone]) {
      expect(screen.state.spotlight).toBeNull();
      for (const words of ['Van ons', 'Nog niet bekeken']) expect(heldBy(screen)).not.toContain(words);
    }
    room.must({ type: 'ReleaseAnswer', answer, released: true });
    expect(shownOn(wall)).toEqual(['Nog niet bekeken']);
  });

  test('given a shown step whose lit answer was written anew, when the step is concealed, then every light on it is out (V1, V3)', () => {
    const { room, a, wall, phone, desk, answer } = scene(questions.afterRelease);
    room.must({ type: 'SpotlightAnswer', answer });
    room.must({ type: 'RevealStep', step: 'marks', revealed: true });
    submit(room, a, questions.afterRelease, questions.afterRelease.values('Anders gezegd'));
    expect([shownOn(phone), phone.state.spotlight]).toEqual([['Anders gezegd'], answer]);
    room.must({ type: 'RevealStep', step: 'marks', revealed: false });
    for (const screen of [wall, phone, desk]) expect(screen.state.spotlight).toBeNull();
    for (const screen of [wall, phone]) expect(heldBy(screen)).not.toContain('Anders gezegd');
  });

  test('given it was let through by itself meanwhile, when the step is concealed, then it is in the light still, on every screen (V1)', () => {
    const { room, a, wall, phone, desk, answer } = scene(questions.afterRelease);
    room.must({ type: 'SpotlightAnswer', answer });
    room.must({ type: 'RevealStep', step: 'marks', revealed: true });
    submit(room, a, questions.afterRelease, questions.afterRelease.values('Anders gezegd'));
    room.must({ type: 'ReleaseAnswer', answer, released: true });
    room.must({ type: 'RevealStep', step: 'marks', revealed: false });
    for (const screen of [wall, phone, desk]) {
      expect(screen.state.spotlight).toBe(answer);
      expect(shownOn(screen)).toEqual(['Anders gezegd']);
    }
  });

  test('given the next step opens, then the spotlight is off', () => {
    const { room, phone, answer } = scene(questions.situation);
    room.must({ type: 'SpotlightAnswer', answer });
    openStep(room, 'talk');
    expect([room.state.spotlight, phone.state.spotlight]).toEqual([null, null]);
  });

  test('given it was hidden, withdrawn or never there, then it cannot be put there', () => {
    const { room, a, answer } = scene(questions.situation);
    room.must({ type: 'HideAnswer', answer, hidden: true });
    expect(room.refused({ type: 'SpotlightAnswer', answer })).toBe('notShown');
    room.must({ type: 'WithdrawAnswer', answer }, seatActor(a));
    expect(room.refused({ type: 'SpotlightAnswer', answer })).toBe('withdrawn');
    expect(room.refused({ type: 'SpotlightAnswer', answer: 'pairs/x/def/situation' })).toBe('noSuchAnswer');
  });
});

test('given an answer is kept for later, then only the desk knows', () => {
  const { room, wall, writer, answer } = scene(questions.atOnce);
  room.must({ type: 'KeepAnswer', answer, kept: true });
  expect([room.state, wall.state, writer.state].map(({ answers }) => get(answers, answer)?.kept)).toEqual([
    true,
    false,
    false,
  ]);
  expect(room.refused({ type: 'KeepAnswer', answer: 'a/b/c/d', kept: true })).toBe('noSuchAnswer');
});

test('given a summary is published, then phones learn that, and read its words elsewhere; withdrawn, it is gone (D1)', () => {
  const { room, phone } = scene(questions.atOnce);
  expect(room.refused({ type: 'WithdrawSummary' })).toBe('nothingToDo');
  room.must({ type: 'PublishSummary', introduction: 'Wat wij hoorden' });
  expect(phone.state.publication?.version).toBe(1);
  expect(heldBy(phone)).not.toContain('Wat wij hoorden');
  room.must({ type: 'WithdrawSummary' });
  expect(phone.state.publication).toBeNull();
  expect(answersOf(room.state, 'alone')).toHaveLength(1);
});
