/** What a screen is told, seen in the raw packets that reach it (V1 to V4). */
import { expect, test } from 'vitest';
import type { Answer } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';
import {
  addPhone,
  connectFor,
  must,
  onePerUnit,
  openScene,
  type Phone,
  submit,
  unitOfPhone,
  wordsOf,
} from '../support/server-scene.ts';

const answers = ({ state }: Pick<Phone, 'state'>): Answer[] => [...valuesOf(state().answers)];
const two = (phones: readonly Phone[]) => onePerUnit(phones) as [Phone, Phone];

test('a phone holds nothing of another unit before it is shown (V2)', async () => {
  const { phones, desk, server } = await openScene({ phones: 4, step: 'def-duo' });
  const [a, b] = two(phones);
  await must(desk, { type: 'RenameSeat', seat: b.joined.seat, name: 'Naam-van-B' });
  await submit(b, 'Tekst-van-B.');
  await b.draft({
    unit: unitOfPhone(b)?.unit ?? '',
    step: 'def-duo',
    item: 'def',
    prompt: 'usable',
    values: { why: { kind: 'text', text: 'Klad-van-B' } },
    at: Date.now(),
    grewFrom: [],
  });
  const back = await connectFor(server.url, a.joined.ticket);
  // All that was under way has reached them once a later event of everyone has.
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
  await a.waitFor('the clock', () =>
    a.frames.some(({ events }) => events.some(({ type }) => type === 'ClockExtended')),
  );
  for (const phone of [a, back]) {
    expect(phone.raw.length).toBeGreaterThan(0);
    expect(phone.raw.join('\n')).not.toMatch(/Tekst-van-B|Naam-van-B|Klad-van-B/);
  }
});

test('the wall holds nothing of a step before its policy lets it (V3)', async () => {
  const { phones, desk, wall, server, session } = await openScene({ phones: 4, step: 'def-duo' });
  for (const [i, phone] of two(phones).entries()) await submit(phone, `Nog-niet-tonen-${i}`);
  await must(desk, { type: 'CloseStep', step: 'def-duo' });
  await wall.waitFor('the closing', () => wall.state().runs['def-duo']?.closedAt);
  const late = await connectFor(server.url, session.wallTicket);
  for (const screen of [wall, late]) expect(screen.raw.join('\n')).not.toContain('Nog-niet-tonen');
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  for (const screen of [wall, late]) await screen.waitFor('both answers', () => wordsOf(screen.state()).length === 2);
});

test('hidden is gone from the wall within 300 ms, and a rejoin never gets it; shown again it is back (V4)', async () => {
  const { phones, desk, wall, server, session } = await openScene({ phones: 4, step: 'def-duo' });
  const [a] = two(phones);
  await submit(a, 'Moet-weg.');
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  const answer = await wall.waitFor('the answer', () => answers(wall)[0]);
  const from = { cursor: wall.cursor(), state: wall.state() };

  const start = performance.now();
  const hiding = must(desk, { type: 'HideAnswer', answer: answer.answer, hidden: true });
  await wall.waitFor('its words are gone', () => wordsOf(wall.state()).length === 0);
  const took = performance.now() - start;
  console.info(`V4: hidden on the wall in ${took.toFixed(1)} ms`);
  expect(took).toBeLessThan(300);
  await hiding;

  const anew = await connectFor(server.url, session.wallTicket);
  expect(anew.raw.join('\n')).not.toContain('Moet-weg.');
  const resumed = await connectFor(server.url, session.wallTicket, { from });
  expect(resumed.welcomes[0]).toMatchObject({ ok: true, fresh: false });
  expect(wordsOf(resumed.state())).toEqual([]);
  // The desk and the writers keep it.
  expect(wordsOf(desk.state())).toEqual(['Moet-weg.']);
  expect(wordsOf((await connectFor(server.url, a.joined.ticket)).state())).toEqual(['Moet-weg.']);

  await must(desk, { type: 'HideAnswer', answer: answer.answer, hidden: false });
  await wall.waitFor('it is back', () => wordsOf(wall.state()).includes('Moet-weg.'));
});

test('covered words are gone from the wall and all phones within 300 ms, and a rejoin never gets them (V4)', async () => {
  const { phones, desk, wall, server, session } = await openScene({ phones: 24, step: 'def-duo' });
  const [a] = two(phones);
  await submit(a, 'Kanarie zei het.');
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  const { answer, values } = await wall.waitFor('the answer', () => answers(wall)[0]);
  await must(desk, { type: 'SpotlightAnswer', answer });
  const others = phones.filter((phone) => unitOfPhone(phone)?.unit !== unitOfPhone(a)?.unit);
  const readers = [wall, ...others];
  for (const one of readers) await one.waitFor('the light', () => wordsOf(one.state()).includes('Kanarie zei het.'));

  const start = performance.now();
  const why = values['why'];
  const seen = why?.kind === 'text' ? why.text : '';
  const mask = { type: 'MaskAnswer', answer, field: 'why', seen, forGood: false } as const;
  const masking = must(desk, { ...mask, spans: [{ from: 0, to: 7 }] });
  await Promise.all(
    readers.map((one) =>
      one.waitFor('the mark', () => !JSON.stringify([...valuesOf(one.state().texts)]).includes('Kanarie')),
    ),
  );
  const took = performance.now() - start;
  console.info(`V4: covered on a wall and ${others.length} phones in ${took.toFixed(1)} ms`);
  expect(took).toBeLessThan(300);
  await masking;

  const anew = [session.wallTicket, others[0]?.joined.ticket ?? ''].map((ticket) => connectFor(server.url, ticket));
  for (const one of await Promise.all(anew)) expect(one.raw.join('\n')).not.toContain('Kanarie');
  expect(wordsOf((await connectFor(server.url, a.joined.ticket)).state())).toEqual(['Kanarie zei het.']);

  const hidden = performance.now();
  const hiding = must(desk, { type: 'HideAnswer', answer, hidden: true });
  await Promise.all(readers.map((one) => one.waitFor('it is gone', () => wordsOf(one.state()).length === 0)));
  const gone = performance.now() - hidden;
  console.info(`V4: hidden on a wall and ${others.length} phones in ${gone.toFixed(1)} ms`);
  expect(gone).toBeLessThan(300);
  await hiding;
});

test('submitted and hidden in one go, its words never leave for the wall (V4)', async () => {
  const { phones, desk, wall } = await openScene({ phones: 4, step: 'def-duo' });
  const [a] = two(phones);
  await submit(a, 'Eerste-versie.');
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  const answer = await wall.waitFor('the answer', () => answers(wall)[0]);
  await Promise.all([
    must(desk, { type: 'HideAnswer', answer: answer.answer, hidden: true }),
    must(desk, { type: 'HideAnswer', answer: answer.answer, hidden: false }),
    must(desk, { type: 'HideAnswer', answer: answer.answer, hidden: true }),
  ]);
  await wall.waitFor('its words are gone', () => wordsOf(wall.state()).length === 0);
});

test('a withdrawn answer leaves every screen, also the desk (V4)', async () => {
  const { phones, desk, wall, server, session } = await openScene({ phones: 4, step: 'def-duo' });
  const [a] = two(phones);
  await submit(a, 'Spijt-van.');
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  const answer = await wall.waitFor('the answer', () => answers(wall)[0]);
  await must(a, { type: 'WithdrawAnswer', answer: answer.answer });
  for (const screen of [wall, desk, a]) await screen.waitFor('no words', () => wordsOf(screen.state()).length === 0);
  const anew = await connectFor(server.url, session.ticket);
  expect(anew.raw.join('\n')).not.toContain('Spijt-van.');
  const host = await server.house.hosts.open(session.session);
  expect(JSON.stringify(host?.log())).not.toContain('Spijt-van.');
});

test('a step that is concealed again takes its answers off the wall, and is not shown again by itself (V3, D1)', async () => {
  const { phones, desk, wall } = await openScene({ phones: 4, step: 'def-duo' });
  await submit(two(phones)[0], 'Even-verborgen.');
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await wall.waitFor('the answer', () => wordsOf(wall.state()).length === 1);
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: false });
  await wall.waitFor('no words', () => wordsOf(wall.state()).length === 0);
  for (const phone of two(phones)) {
    for (const prompt of ['recognisable', 'usable', 'complete']) await submit(phone, 'Alles beantwoord.', prompt);
  }
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
  await wall.waitFor('the clock', () =>
    wall.frames.some(({ events }) => events.some(({ type }) => type === 'ClockExtended')),
  );
  expect(wordsOf(wall.state())).toEqual([]);
});

test('when all present units have submitted, the step is shown by itself', async () => {
  const { phones, wall, desk } = await openScene({ phones: 4, step: 'def-duo' });
  const [a, b] = two(phones);
  for (const prompt of ['recognisable', 'usable', 'complete']) await submit(a, 'Van A.', prompt);
  for (const prompt of ['recognisable', 'usable']) await submit(b, 'Van B.', prompt);
  expect(desk.state().runs['def-duo']?.revealed).toBe(false);
  await submit(b, 'Van B.', 'complete');
  await wall.waitFor('all answers', () => wordsOf(wall.state()).length === 6);
});

test('only the desk is told who did what, and a phone is told only of its own unit (V1)', async () => {
  const { phones, desk, wall, server, session } = await openScene({ phones: 4, step: 'def-duo' });
  const late = await addPhone(server, session);
  await submit(two(phones)[0], 'Iets.');
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await wall.waitFor('the answer', () => wordsOf(wall.state()).length === 1);
  for (const screen of [wall, late, ...phones]) {
    const events = [
      ...screen.frames.flatMap((frame) => frame.events),
      ...screen.welcomes.flatMap((w) => (w.ok ? w.events : [])),
    ];
    expect(events.filter(({ by }) => by !== '')).toEqual([]);
  }
  expect(wall.raw.join('\n')).not.toContain('"seats":["');
  const seats = phones.map(({ joined }) => joined.seat);
  for (const seat of seats) expect(wall.raw.join('\n')).not.toContain(seat);
});
