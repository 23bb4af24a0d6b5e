/** Terugkijken: what the wall showed at each moment, and nothing that it may not show any more (V1, V3, V4). */
import { describe, expect, test } from 'vitest';
import { countsOf } from '../../server/live/counts.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { mark } from '../../shared/session/masks.ts';
import { textOf } from '../../shared/session/selectors.ts';
import { subgroupsOf } from '../../shared/session/subgroups.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { publishedLog } from '../../shared/views/summary/attendance.ts';
import { changed, filmIn, livedBy, momentsForReaders, momentsIn, shownOn, stillShown } from '../support/replayed.ts';
import { joinMany, openRoom, openStep, seatActor, seenIn, submit, text } from '../support/room.ts';
import { playSafely } from '../support/room-afternoon.ts';

const place = { step: 'alone', prompt: 'thought' };
const words = (name: string) => `Wat ${name} hier zei`;

/** Three people who each wrote something on the wall, a minute after each other. */
function threeVoices() {
  const room = openRoom();
  const seats = joinMany(room, 3);
  openStep(room, 'alone');
  const answers = seats.map((seat, i) => {
    room.wait(60_000);
    return submit(room, seat, place, { text: text(words(`stem ${i}`)) });
  });
  return { room, seats, answers };
}
const bytesOf = async (room: ReturnType<typeof openRoom>) => JSON.stringify(await momentsIn(room.log));

test('60 random afternoons, each wall: at every moment what it held then, less what is gone since (S3, V1, V3, V4)', {
  timeout: 120_000,
}, async () => {
  let compared = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { room } = playSafely(seed);
    for (const subgroup of [null, ...subgroupsOf(room.state).map(({ id }) => id)]) {
      const lived = livedBy(room.log, room.script, subgroup);
      const end = lived.get(room.log.length) ?? initialState();
      const film = await filmIn(room.log, room.script, subgroup);
      for (const [i, { seq }] of film.moments.entries()) {
        const [then, now] = [lived.get(seq) ?? initialState(), film.stateAt(i)];
        expect(shownOn(now), `afternoon ${seed}, wall ${subgroup}, event ${seq}`).toEqual(stillShown(then, end));
        expect([now.step, now.closedAt, now.wall, now.runs, now.units, now.paused]).toEqual([
          ...[then.step, then.closedAt, then.wall, then.runs, then.units, then.paused],
        ]);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(5_000);
});

test('60 random afternoons: no word in a replay that the wall does not hold now, no seat, and no word from before a reveal (V1, V3, P1)', {
  timeout: 120_000,
}, async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { room } = playSafely(seed);
    const held = new Set(room.streams.since(['wall'], {}).flatMap((event) => Object.values(event.texts ?? {})));
    // Details are told as they are now.
    const moments = await momentsIn(room.log);
    const told = moments.flatMap(({ events }) => events);
    for (const event of told) for (const one of Object.values(event.texts ?? {})) expect(held).toContain(one);
    const bytes = JSON.stringify(moments);
    for (const { seat, name } of valuesOf(room.state.seats)) {
      expect(bytes).not.toMatch(new RegExp(`"(?:[^"]*/)?${seat}[/"]`));
      if (name) expect(bytes).not.toContain(`"${name}"`);
      // Somebody may be called what a subgroup is called too.
      const words = textOf(room.state, name);
      if (words.length > 3 && !held.has(words)) expect(bytes).not.toContain(`"${words}"`);
    }
  }
});

describe('what was taken away is gone from every moment (V4)', () => {
  test.each(['hidden', 'withdrawn', 'erased'] as const)('an answer that is %s', async (how) => {
    const { room, seats, answers } = threeVoices();
    const [answer = '', seat = ''] = [answers[1], seats[1]];
    expect(await bytesOf(room)).toContain(words('stem 1'));
    if (how === 'hidden') room.must({ type: 'HideAnswer', answer, hidden: true });
    if (how === 'withdrawn') room.must({ type: 'WithdrawAnswer', answer }, seatActor(seat));
    if (how === 'erased') {
      const seen = seenIn(room, answer, 'text');
      room.must({ type: 'MaskAnswer', answer, field: 'text', seen, spans: [{ from: 0, to: 7 }], forGood: true });
    }
    expect(await bytesOf(room)).not.toContain(words('stem 1'));
    expect(await bytesOf(room)).toContain(words('stem 2'));
    const film = await filmIn(room.log, room.script);
    const numbers = film.moments.map((_, i) => shownOn(film.stateAt(i)).length);
    expect(Math.max(...numbers)).toBe(how === 'erased' ? 3 : 2);
  });

  test('words that are covered now are covered from the first moment on', async () => {
    const { room, answers } = threeVoices();
    const [answer = ''] = answers;
    const seen = seenIn(room, answer, 'text');
    room.must({ type: 'MaskAnswer', answer, field: 'text', seen, spans: [{ from: 4, to: 8 }], forGood: false });
    expect(await bytesOf(room)).not.toContain(words('stem 0'));
    const film = await filmIn(room.log, room.script);
    const first = film.marks[0]?.at ?? 0;
    expect(shownOn(film.stateAt(first)).map((shown) => shown.words)).toEqual([[`Wat ${mark} 0 hier zei`]]);
  });

  test('words that were written anew: the card stands there, and says that its words are others now', async () => {
    const { room, seats } = threeVoices();
    submit(room, seats[0] ?? '', place, { text: text('Nu anders') });
    expect(await bytesOf(room)).not.toContain(words('stem 0'));
    const film = await filmIn(room.log, room.script);
    expect(shownOn(film.stateAt(film.marks[0]?.at ?? 0)).map((shown) => shown.words)).toEqual([[changed]]);
    expect(shownOn(film.stateAt(film.last))[0]?.words).toEqual(['Nu anders']);
  });

  test('an answer that was hidden by mistake and shown again is there, but for the moments between (D1)', async () => {
    const { room, answers } = threeVoices();
    const [answer = ''] = answers;
    room.must({ type: 'HideAnswer', answer, hidden: true });
    const hiddenAt = room.log.length;
    room.must({ type: 'HideAnswer', answer, hidden: false });
    const film = await filmIn(room.log, room.script);
    const shownAt = (seq: number) =>
      shownOn(film.stateAt(film.moments.findLastIndex((moment) => moment.seq <= seq))).map((shown) => shown.words[0]);
    const [one, two, three] = [0, 1, 2].map((i) => words(`stem ${i}`));
    expect([hiddenAt - 1, hiddenAt, hiddenAt + 1].map(shownAt)).toEqual([
      [one, two, three],
      [two, three],
      [one, two, three],
    ]);
  });

  test('a note that was corrected says what it says now, one that was taken away nothing', async () => {
    const room = openRoom();
    joinMany(room, 4);
    const about = { kind: 'insight', step: null, item: null, subgroup: null } as const;
    for (const one of ['Met een naam', 'Gaat weg']) room.must({ type: 'AddNote', ...about, text: one });
    openStep(room, 'harvest');
    const [first, second] = Object.keys(room.state.notes);
    room.must({ type: 'ChangeNote', note: first ?? '', text: 'Zonder naam' });
    room.must({ type: 'RemoveNote', note: second ?? '', removed: true });
    const bytes = await bytesOf(room);
    expect(['Met een naam', 'Gaat weg', 'Zonder naam'].map((one) => bytes.includes(one))).toEqual([false, false, true]);
  });
});

test('who answers alone is another in each step: nobody’s answers can be laid beside each other (P1)', async () => {
  const { room, seats } = threeVoices();
  const bytes = await bytesOf(room);
  for (const seat of seats) expect(bytes).not.toContain(seat);
});

test('the figures beside the stream are those of the moment: how many are here, and how many are done (D3)', async () => {
  const { room } = threeVoices();
  const film = await filmIn(room.log, room.script);
  let state = initialState();
  for (const event of room.log) {
    state = evolve(state, event);
    const { online: _, ...then } = countsOf(state, new Set());
    const i = film.moments.findLastIndex((moment) => moment.seq <= event.seq);
    expect(film.counts[i]).toMatchObject(then);
  }
  expect(film.counts[film.last]).toMatchObject({ people: 3, submitted: { alone: 3 } });
});

test('readers get it up to what was published, without what was taken away since (V4)', async () => {
  const { room, seats, answers } = threeVoices();
  expect(publishedLog(room.log)).toBeNull();
  room.must({ type: 'PublishSummary', introduction: 'Lees dit' });
  submit(room, seats[0] ?? '', place, { text: text('Na de publicatie') });
  room.must({ type: 'HideAnswer', answer: answers[1] ?? '', hidden: true });
  const bytes = JSON.stringify(await momentsForReaders(room.log));
  expect(['stem 0', 'stem 1', 'stem 2'].map((name) => bytes.includes(words(name)))).toEqual([true, false, true]);
  expect(bytes).not.toContain('Na de publicatie');
  room.must({ type: 'WithdrawSummary' });
  expect(publishedLog(room.log)).toBeNull();
});

test('a silence is short on the time line, and each step has its stretch', async () => {
  const { room } = threeVoices();
  room.wait(45 * 60_000);
  openStep(room, 'pairs');
  const film = await filmIn(room.log, room.script);
  expect(film.stretches.map(({ step }) => step)).toEqual([null, 'arrive', 'alone', 'pairs']);
  expect(film.length).toBeLessThan(6 * 60_000);
  for (const [i, at] of film.places.entries()) expect(film.places[film.momentAt(at)]).toBe(film.places[i]);
});

test('a conclusion is told in its words of now, and one that was taken away is asked of nobody (V4)', async () => {
  const { room, answers } = threeVoices();
  openStep(room, 'harvest');
  const drawn = { kind: 'conclusion' as const, item: null, answers: [answers[0] ?? ''], notes: [] };
  const ids = ['Nog met een naam', 'Gaat weer weg'].map((words) => {
    const events = room.must({ type: 'DrawConclusion', conclusion: null, ...drawn, text: words });
    return events.flatMap((event) => (event.type === 'ConclusionDrawn' ? [event.conclusion] : []))[0] ?? '';
  });
  for (const conclusion of ids) room.must({ type: 'AskConclusion', conclusion });
  room.must({ type: 'DrawConclusion', conclusion: ids[0] ?? '', ...drawn, text: 'Zonder naam' });
  room.must({ type: 'RemoveConclusion', conclusion: ids[1] ?? '', removed: true });
  const bytes = await bytesOf(room);
  const words = ['Nog met een naam', 'Gaat weer weg', 'Zonder naam'];
  expect(words.map((one) => bytes.includes(one))).toEqual([false, false, true]);
});
