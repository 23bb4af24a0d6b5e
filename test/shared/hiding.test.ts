/** What is hidden leaves, and the facilitator's notes come only when they may (V3, V4). */
import { describe, expect, test } from 'vitest';
import { get } from '../../shared/session/table.ts';
import { judged, openStep, type Room, submit, text } from '../support/room.ts';
import { heldBy, questions, scene, shownOn } from '../support/wall-scene.ts';

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
