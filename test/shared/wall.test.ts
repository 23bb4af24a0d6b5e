/** What the wall and the phones may show, and when (V2, V3, V4): policies, spotlight, hiding, release and their undo. */
import { describe, expect, test } from 'vitest';
import type { FieldValues } from '../../shared/commands.ts';
import { answersOf, isOnWall, textOf } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import {
  joinMany,
  judged,
  openRoom,
  openStep,
  type Room,
  seatActor,
  submit,
  text,
  unitOfSeat,
} from '../support/room.ts';
import type { Screen } from '../support/room-screens.ts';

/** The words of all that a screen takes for shown. */
const shownOn = ({ state }: Pick<Screen, 'state'>): string[] =>
  [...valuesOf(state.answers)]
    .filter((answer) => isOnWall(state, answer))
    .flatMap(({ values }) => Object.values(values))
    .flatMap((value) =>
      value.kind === 'text' ? [textOf(state, value.text)] : value.kind === 'judgement' ? value.choices : [],
    );
/** Everything that a screen holds, shown or not. */
const heldBy = ({ state }: Pick<Screen, 'state'>): string[] => [...valuesOf(state.texts)];

type Question = { step: string; item?: string; prompt: string; values: (words: string) => FieldValues };
const story = (words: string): FieldValues => ({ story: text(words) });
const questions: Record<
  'atOnce' | 'whenAllSubmitted' | 'afterRelease' | 'afterClosing' | 'never' | 'situation',
  Question
> = {
  atOnce: { step: 'alone', prompt: 'thought', values: (words) => ({ text: text(words) }) },
  whenAllSubmitted: { step: 'pairs', item: 'def', prompt: 'recognisable', values: (words) => ({ why: text(words) }) },
  afterRelease: { step: 'marks', prompt: 'marked', values: (words) => ({ why: text(words) }) },
  afterClosing: { step: 'closing', item: 'def', prompt: 'recognisable', values: (words) => ({ why: text(words) }) },
  never: { step: 'secret', prompt: 'thought', values: (words) => ({ text: text(words) }) },
  situation: { step: 'pairs', item: 'def', prompt: 'situation', values: story },
};

/** Two pairs, a wall and a phone of the second pair; the first pair has answered. */
function scene(question: Question, words = 'Van ons') {
  const room = openRoom();
  const seats = joinMany(room, 4);
  openStep(room, question.step);
  const [a = ''] = seats;
  const individual = question.step === 'alone' || question.step === 'secret';
  const other =
    seats.find((seat) => (individual ? seat !== a : unitOfSeat(room, seat).unit !== unitOfSeat(room, a).unit)) ?? '';
  const wall = room.addScreen('wall');
  const phone = room.addScreen('seat', other);
  const writer = room.addScreen('seat', a);
  const desk = room.addScreen('desk');
  const answer = submit(room, a, question, question.values(words));
  return { room, a, other, wall, phone, writer, desk, answer };
}

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

describe('hiding (V4)', () => {
  test('given an answer in the spotlight is hidden, then only desk and writers hold it, live and after a rejoin', () => {
    const { room, wall, phone, writer, desk, answer } = scene(questions.situation);
    room.must({ type: 'SpotlightAnswer', answer });
    room.must({ type: 'HideAnswer', answer, hidden: true });
    for (const screen of [wall, phone]) {
      expect(heldBy(screen)).not.toContain('Van ons');
      expect(get(screen.state.answers, answer)).toBeUndefined();
      expect(screen.state.spotlight).toBeNull();
      expect(JSON.stringify(room.streams.since(room.streamsFor(screen), {}))).not.toContain('Van ons');
    }
    for (const screen of [writer, desk]) expect(heldBy(screen)).toContain('Van ons');
  });

  test('given an answer is hidden, then its writers’ phone does not say that it is on the big screen (A4)', () => {
    const { room, writer, answer } = scene(questions.atOnce);
    expect(shownOn(writer)).toEqual(['Van ons']);
    room.must({ type: 'HideAnswer', answer, hidden: true });
    expect(shownOn(writer)).toEqual([]);
    room.must({ type: 'HideAnswer', answer, hidden: false });
    expect(shownOn(writer)).toEqual(['Van ons']);
  });

  test('given it is shown again, then it is back as it was, also when its step was concealed meanwhile (D1)', () => {
    const { room, wall, answer } = scene(questions.whenAllSubmitted);
    const reveal = { type: 'RevealStep', step: 'pairs' } as const;
    room.must({ ...reveal, revealed: true });
    room.must({ type: 'HideAnswer', answer, hidden: true });
    room.must({ ...reveal, revealed: false });
    room.must({ type: 'HideAnswer', answer, hidden: false });
    room.must({ ...reveal, revealed: true });
    expect(shownOn(wall)).toEqual(['Van ons']);
  });

  test('given a judgement without words is hidden while its step is concealed, then it is not shown with the others', () => {
    const { room, a, wall, answer } = scene({
      ...questions.whenAllSubmitted,
      values: () => ({ judgement: judged('nee') }),
    });
    const reveal = { type: 'RevealStep', step: 'pairs' } as const;
    room.must({ ...reveal, revealed: true });
    expect(shownOn(wall)).toEqual(['nee']);
    room.must({ ...reveal, revealed: false });
    room.must({ type: 'HideAnswer', answer, hidden: true });
    room.must({ ...reveal, revealed: true });
    expect(shownOn(wall)).toEqual([]);
    submit(room, a, questions.whenAllSubmitted, { judgement: judged('ja') });
    expect(shownOn(wall)).toEqual([]);
  });

  test('given an earlier version was shown, then that goes too', () => {
    const { room, a, wall, answer } = scene(questions.atOnce, 'Eerst dit');
    submit(room, a, questions.atOnce, { text: text('Toen dat') });
    room.must({ type: 'HideAnswer', answer, hidden: true });
    expect(heldBy(wall)).not.toContain('Eerst dit');
    expect(heldBy(wall)).not.toContain('Toen dat');
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

describe('notes', () => {
  const noted = (room: Room, words: string) =>
    room
      .must({ type: 'AddNote', kind: 'insight', text: words, item: null, subgroup: null })
      .flatMap((event) => (event.type === 'NoteAdded' ? [event.note] : []))[0] ?? '';

  test('given a note, then the wall has it from the harvest on, and the phones never', () => {
    const { room, wall, phone } = scene(questions.atOnce);
    noted(room, 'Vroeg gezien');
    expect(heldBy(wall)).not.toContain('Vroeg gezien');
    openStep(room, 'harvest');
    noted(room, 'Nu gezien');
    for (const words of ['Vroeg gezien', 'Nu gezien']) {
      expect(heldBy(wall)).toContain(words);
      expect(heldBy(phone)).not.toContain(words);
    }
  });

  test('given a removed note, when it is changed during the harvest, then the wall does not get it', () => {
    const { room, wall } = scene(questions.atOnce);
    openStep(room, 'harvest');
    noted(room, 'Blijft');
    const note = noted(room, 'Gaat weg');
    room.must({ type: 'RemoveNote', note, removed: true });
    room.must({ type: 'ChangeNote', note, text: 'Veranderd' });
    expect(heldBy(wall)).not.toContain('Gaat weg');
    expect(heldBy(wall)).not.toContain('Veranderd');
    room.must({ type: 'RemoveNote', note, removed: false });
    expect(heldBy(wall)).toContain('Veranderd');
    expect(JSON.stringify(room.streams.since(['wall'], {}))).not.toContain('fac1');
  });

  test('given a note is changed, then its old words leave the log (P2)', () => {
    const { room } = scene(questions.atOnce);
    const note = noted(room, 'Oude woorden');
    room.must({ type: 'ChangeNote', note, text: 'Nieuwe woorden' });
    expect(JSON.stringify(room.log)).not.toContain('Oude woorden');
  });

  test('given a note that nobody made, or no words, then it is refused', () => {
    const { room } = scene(questions.atOnce);
    for (const note of ['nope', '__proto__', 'constructor']) {
      expect(room.refused({ type: 'ChangeNote', note, text: 'Hoi' })).toBe('noSuchNote');
      expect(room.refused({ type: 'RemoveNote', note, removed: true })).toBe('noSuchNote');
    }
    const note = noted(room, 'Een');
    expect(room.refused({ type: 'ChangeNote', note, text: '' })).toBe('nothingWritten');
    expect(room.refused({ type: 'ChangeNote', note, text: 'x'.repeat(501) })).toBe('textTooLong');
  });
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
