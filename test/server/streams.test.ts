/** The index of streams, by itself: what is told, taken back, and caught up with (S3, S4, V4). */
import { expect, test } from 'vitest';
import { foldLog } from '../../server/live/folded.ts';
import { buildStreams } from '../../server/live/streams.ts';
import type { Logged } from '../../shared/events.ts';

const stamp = (seq: number) => ({ seq, at: seq * 1_000, by: '' });
const noteAdded = (seq: number, text: string, words: string): Logged => ({
  type: 'NoteAdded',
  note: `n${seq}`,
  kind: 'insight',
  text,
  step: null,
  item: null,
  subgroup: null,
  texts: { [text]: words },
  ...stamp(seq),
});
const closed = (seq: number): Logged => ({ type: 'SessionClosed', ...stamp(seq) });

test('each stream gets one frame, that follows on its own last one', () => {
  const streams = buildStreams();
  streams.tell(closed(1), {
    told: [
      { to: 'desk', events: [closed(1)] },
      { to: 'wall', events: [closed(1)] },
    ],
  });
  streams.takeFrames();
  for (const seq of [2, 3]) streams.tell(closed(seq), { told: [{ to: 'desk', events: [closed(seq)] }] });
  streams.tell(closed(4), {
    told: [
      { to: 'wall', events: [closed(4)] },
      { to: 'wall', events: [closed(4)] },
    ],
  });
  expect(streams.takeFrames()).toEqual([
    { stream: 'desk', after: 1, seq: 3, events: [closed(2), closed(3)] },
    { stream: 'wall', after: 1, seq: 4, events: [closed(4), closed(4)] },
  ]);
  expect(streams.takeFrames()).toEqual([]);
});

test('words that are taken back leave the stored entries, and the stream says so after what it is told', () => {
  const streams = buildStreams();
  const note = noteAdded(1, 't1', 'Geheim.');
  streams.tell(note, {
    told: [
      { to: 'desk', events: [note] },
      { to: 'wall', events: [note] },
    ],
  });
  const removed: Logged = { type: 'NoteRemoved', note: 'n1', removed: true, ...stamp(2) };
  streams.tell(removed, { told: [{ to: 'wall', events: [removed] }], takenBack: { texts: ['t1'], keep: ['desk'] } });
  const frames = streams.takeFrames();
  const wall = frames.find(({ stream }) => stream === 'wall');
  expect(wall?.events.map(({ type }) => type)).toEqual(['NoteAdded', 'NoteRemoved', 'TakenBack']);
  expect(wall?.events.at(-1)).toMatchObject({ gone: ['t1'], seq: 2, by: '' });
  expect(JSON.stringify(wall)).not.toContain('Geheim.');
  expect(JSON.stringify(streams.since(['desk'], {}))).toContain('Geheim.');
  expect(JSON.stringify(streams.since(['wall'], { wall: 0 }))).not.toContain('Geheim.');
});

test('what the same event tells anew is not taken back, and a second taking back says nothing twice', () => {
  const streams = buildStreams();
  const note = noteAdded(1, 't1', 'Blijft.');
  streams.tell(note, { told: [{ to: 'wall', events: [note] }] });
  const again = { ...note, ...stamp(2) };
  streams.tell(again, { told: [{ to: 'wall', events: [again] }], takenBack: { texts: ['t1'], keep: [] } });
  expect(JSON.stringify(streams.since(['wall'], {}))).toContain('Blijft.');
  for (const seq of [3, 4]) streams.tell(closed(seq), { told: [], takenBack: { texts: ['t1', 't1'], keep: [] } });
  expect(streams.since(['wall'], { wall: 2 }).map(({ type, seq }) => [type, seq])).toEqual([['TakenBack', 3]]);
});

test('a log whose words were erased since gives the same streams but for the words (S3)', () => {
  const [whole, erased] = [buildStreams(), buildStreams()];
  const note = noteAdded(1, 't1', 'Weg.');
  const { texts: _, ...without } = note;
  for (const [streams, event] of [
    [whole, note],
    [erased, without as Logged],
  ] as const) {
    streams.tell(event, {
      told: [
        { to: 'wall', events: [event] },
        { to: 'phones', events: [event] },
      ],
    });
    streams.tell(closed(2), { told: [{ to: 'wall', events: [closed(2)] }], takenBack: { texts: ['t1'], keep: [] } });
  }
  for (const stream of ['wall', 'phones'] as const) {
    const withoutTexts = (events: Logged[]) => events.map(({ texts: _words, ...event }) => event);
    expect(withoutTexts(whole.since([stream], {}))).toEqual(withoutTexts(erased.since([stream], {})));
    expect(whole.headOf(stream)).toBe(2);
  }
});

test('several streams are caught up with in log order, and within one event in the order that was asked', () => {
  const streams = buildStreams();
  const told = (seq: number, ...to: ('phones' | 'seat:a' | 'unit:u')[]) =>
    streams.tell(closed(seq), { told: to.map((stream) => ({ to: stream, events: [{ ...closed(seq), by: stream }] })) });
  told(1, 'phones');
  told(2, 'unit:u', 'phones');
  told(3, 'seat:a');
  told(4, 'phones', 'seat:a');
  const names = ['phones', 'seat:a', 'unit:u'] as const;
  expect(streams.since(names, {}).map(({ seq, by }) => `${seq} ${by}`)).toEqual([
    '1 phones',
    '2 phones',
    '2 unit:u',
    '3 seat:a',
    '4 phones',
    '4 seat:a',
  ]);
  expect(streams.since(names, { phones: 2, 'unit:u': 2 }).map(({ seq, by }) => `${seq} ${by}`)).toEqual([
    '3 seat:a',
    '4 phones',
    '4 seat:a',
  ]);
});

test('a stream is new until its first frame has left', () => {
  const streams = buildStreams();
  expect(streams.isNew('unit:u')).toBe(true);
  streams.tell(closed(1), { told: [{ to: 'unit:u', events: [closed(1)] }] });
  expect(streams.isNew('unit:u')).toBe(true);
  streams.takeFrames();
  expect(streams.isNew('unit:u')).toBe(false);
});

test('the log is what the desk knows, without what the gate adds', () => {
  const streams = buildStreams();
  const note = noteAdded(1, 't1', 'Weg.');
  streams.tell(note, { told: [{ to: 'desk', events: [note] }] });
  streams.tell(closed(2), { told: [{ to: 'desk', events: [closed(2)] }], takenBack: { texts: ['t1'], keep: [] } });
  expect(streams.log().map(({ type }) => type)).toEqual(['NoteAdded', 'SessionClosed']);
  expect(JSON.stringify(streams.log())).not.toContain('Weg.');
});

test('while a long log is folded others have their turn, and it leads to the same as one event after the other (S3)', async () => {
  const log = Array.from({ length: 5_000 }, (_, i) => noteAdded(i + 1, `t${i + 1}`, `words ${i + 1}`));
  let turns = 0;
  const counting = setInterval(() => turns++, 0);
  const folded = await foldLog(log);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(0);
  expect(folded.state.seq).toBe(5_000);
  expect(folded.streams.log()).toEqual(log);
  expect(folded.streams.takeFrames()).toEqual([]);
});
