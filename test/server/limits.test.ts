/** How much, how often, and when a step is shown by itself. */
import { expect, onTestFinished, test } from 'vitest';
import { buildGuesses } from '../../server/entry/guesses.ts';
import { networkOf } from '../../server/entry/networks.ts';
import { stepToReveal } from '../../server/live/all-submitted.ts';
import { countsOf } from '../../server/live/counts.ts';
import { buildHosts } from '../../server/live/hosts.ts';
import { joinCodeIn, newJoinCode, newRecoveryCode, newSecret, recoveryCodeIn } from '../../server/secrets.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import { buildTokenBucket, buildTokenBuckets } from '../../server/token-bucket.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { answerIdOf, type Seat, type SessionState, type Unit } from '../../shared/session/state.ts';
import { emptyTable, set } from '../../shared/session/table.ts';

test('a bucket gives its burst, then its rate, and never more than its burst', () => {
  const bucket = buildTokenBucket(3, 2);
  const taken = (at: number) => [1, 2, 3, 4, 5].filter(() => bucket.take(at)).length;
  expect(taken(0)).toBe(3);
  expect(taken(400)).toBe(0);
  expect(taken(1_000)).toBe(2);
  expect(taken(3_600_000)).toBe(3);
  // A clock that is set back gives nothing.
  expect(taken(0)).toBe(0);
});

test('a clock that is set back holds nobody up: the bucket fills from there (A3)', () => {
  const bucket = buildTokenBucket(3, 2);
  const taken = (at: number) => [1, 2, 3, 4, 5].filter(() => bucket.take(at)).length;
  expect(taken(600_000)).toBe(3);
  expect(taken(0)).toBe(0);
  expect(taken(1_000)).toBe(2);
});

test('a bucket that is full again is forgotten, one in use is not', () => {
  const bucketOf = buildTokenBuckets(2, 1);
  bucketOf('a', 0).take(0);
  const [a] = [bucketOf('a', 0)];
  for (let i = 0; i < 2_000; i++) bucketOf(`other ${i}`, 0);
  expect(bucketOf('a', 0)).toBe(a);
  for (let i = 0; i < 2_000; i++) bucketOf(`later ${i}`, 10_000);
  expect(bucketOf('a', 10_000)).not.toBe(a);
});

test('a thousand guesses at once are counted one by one; a right one costs nothing (E18)', async () => {
  const guesses = buildGuesses(() => 0);
  const wrong = Array.from({ length: 1_000 }, () => guesses.attempt('one', async () => undefined));
  const answers = await Promise.all(wrong);
  expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(10);
  expect(answers.filter((answer) => answer === 'tooFast')).toHaveLength(990);
  const right = Array.from({ length: 300 }, () => guesses.attempt('two', async () => 'in'));
  expect(new Set(await Promise.all(right))).toEqual(new Set(['in']));
  await expect(guesses.attempt('two', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  expect(await guesses.attempt('two', async () => 'in')).toBe('in');
});

test('an IPv6 household guesses as one address, an IPv4 address as itself (E18)', async () => {
  const one = ['2001:db8:7:9::1', '2001:0db8:0007:0009:ffff:1:2:3', '2001:db8:7:9:a::'].map(networkOf);
  expect(new Set(one)).toEqual(new Set(['2001:db8:7:9']));
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('2001:db8:7:a::1')).not.toBe(one[0]);
  for (const v4 of ['198.51.100.7', '::ffff:198.51.100.7']) expect(networkOf(v4)).toBe(v4);
  const guesses = buildGuesses(() => 0);
  const wrong = Array.from({ length: 50 }, (_, i) => guesses.attempt(`2001:db8:7:9::${i}`, async () => undefined));
  expect((await Promise.all(wrong)).filter((answer) => answer === 'wrong')).toHaveLength(10);
});

test('codes are what their readers accept, and secrets have 256 bits', () => {
  for (let i = 0; i < 100; i++) {
    const [code, recovery] = [newJoinCode(), newRecoveryCode()];
    expect(joinCodeIn(` ${code.toLowerCase().slice(0, 3)}-${code.slice(3)} `)).toBe(code);
    expect(recoveryCodeIn(recovery.replace(/./g, '$& '))).toBe(recovery);
    expect(Buffer.from(newSecret(), 'base64url')).toHaveLength(32);
  }
  for (const wrong of ['', 'BCDFG', 'BCDFGHJ', 'BCDFGA', 'BCDFG1', 'ÇBCDFG']) expect(joinCodeIn(wrong)).toBeUndefined();
});

const script = {
  ...initialState().script,
  itemSets: [{ id: 'set', kind: 'list', title: { nl: 'Lijst' }, items: [{ id: 'i1' }, { id: 'i2' }] }],
  steps: [
    {
      ...{ id: 's', kind: 'answering', minutes: 5, before: false, form: 'pair', title: { nl: 'Stap' }, split: false },
      ...{ cluster: false, notes: [], content: [], hints: [], items: { set: 'set', as: 'each' } },
      wall: { reveal: 'whenAllSubmitted', groupBy: 'item', order: 'script' },
      prompts: ['p', 'q'].map((id) => ({ id, title: { nl: id }, fields: [] })),
    },
  ],
} as unknown as SessionState['script'];

/** Two pairs and a seat without a unit, in an open step. */
function room(): SessionState {
  const seatOf = (seat: string, unit: string | null): Seat => ({
    seat,
    people: 1,
    perspectives: [],
    organisation: null,
    guest: null,
    phone: true,
    name: null,
    renamed: false,
    number: null,
    unit,
    gone: null,
    joinedAt: 0,
    consent: { own: false, guests: [] },
  });
  const unitOf = (unit: string, seats: string[], number: number): Unit => ({
    unit,
    number,
    seats,
    everSeats: seats,
    leftAt: {},
    satAt: {},
    people: seats.length,
    subgroup: null,
    formedAt: 0,
  });
  let state: SessionState = { ...initialState(), session: 'x', script, step: 's' };
  for (const seat of [seatOf('a', 'u1'), seatOf('b', 'u1'), seatOf('c', 'u2'), seatOf('d', 'u2'), seatOf('e', null)]) {
    state = { ...state, seats: set(state.seats, seat.seat, seat) };
  }
  for (const unit of [unitOf('u1', ['a', 'b'], 1), unitOf('u2', ['c', 'd'], 2)])
    state = { ...state, units: set(state.units, unit.unit, unit) };
  return {
    ...state,
    runs: {
      s: {
        openedAt: 0,
        reopenedAt: 0,
        closedAt: null,
        closedBefore: null,
        endsAt: null,
        pausedLeft: null,
        revealed: false,
        held: false,
        extra: {},
        seated: null,
      },
    },
  };
}

function answered(state: SessionState, unit: string, item: string, prompt: string, withdrawn = false): SessionState {
  const answer = answerIdOf({ step: 's', unit, item, prompt });
  const parts = {
    answer,
    unit,
    step: 's',
    item,
    prompt,
    seat: null,
    number: 1,
    version: 1,
    late: false,
    values: {},
    earlier: [],
    unseen: null,
    writers: [],
    turn: null,
  };
  const rest = {
    firstSeq: 1,
    seq: 1,
    at: 0,
    withdrawn,
    released: false,
    held: false,
    hidden: false,
    movedTo: null,
    masks: [],
    people: null,
    watched: false,
    kept: false,
    stars: {},
    recognised: [],
    theme: null,
    actedBy: '',
  };
  const submitted = set(state.submitted, `s/${unit}`, 1);
  return { ...state, submitted, answers: set(state.answers, answer, { ...parts, ...rest }) };
}
const bothPrompts = (state: SessionState, unit: string, item = 'i1') =>
  answered(answered(state, unit, item, 'p'), unit, item, 'q');

const whole = (state: SessionState, unit: string) => bothPrompts(bothPrompts(state, unit), unit, 'i2');

test('a step is shown by itself when each unit with somebody present has answered each item whole', () => {
  const one = whole(room(), 'u1');
  expect(stepToReveal(one, ['a', 'c'])).toBeUndefined();
  expect(stepToReveal(answered(one, 'u2', 'i1', 'p'), ['a', 'c'])).toBeUndefined();
  const half = answered(answered(one, 'u2', 'i1', 'p'), 'u2', 'i2', 'q');
  expect(stepToReveal(half, ['a', 'c'])).toBeUndefined();
  expect(stepToReveal(bothPrompts(one, 'u2', 'i2'), ['a', 'c']), 'one of two').toBeUndefined();
  const all = whole(one, 'u2');
  expect(stepToReveal(all, ['a', 'c'])).toBe('s');
  expect(stepToReveal(all, ['b', 'd', 'e', 'nobody'])).toBe('s');
});

test('a unit of which nobody is present is not waited for, and one unit alone is no room', () => {
  const all = whole(whole(room(), 'u1'), 'u2');
  expect(stepToReveal(all, ['a', 'b'])).toBeUndefined();
  expect(stepToReveal(all, [])).toBeUndefined();
  const three = {
    ...all,
    seats: set(all.seats, 'e', {
      seat: 'e',
      people: 1,
      perspectives: [],
      organisation: null,
      guest: null,
      phone: true,
      name: null,
      renamed: false,
      number: null,
      unit: 'u3',
      gone: null,
      joinedAt: 0,
      consent: { own: false, guests: [] },
    }),
  };
  expect(stepToReveal(three, ['a', 'c'])).toBe('s');
  expect(stepToReveal(three, ['a', 'c', 'e'])).toBeUndefined();
  const left = {
    ...three,
    seats: set(three.seats, 'e', {
      seat: 'e',
      people: 1,
      perspectives: [],
      organisation: null,
      guest: null,
      phone: true,
      name: null,
      renamed: false,
      number: null,
      unit: 'u3',
      gone: 'left' as const,
      joinedAt: 0,
      consent: { own: false, guests: [] },
    }),
  };
  expect(stepToReveal(left, ['a', 'c', 'e'])).toBe('s');
});

test('nothing is shown of a step that is closed, shown already, or has another policy; a withdrawn answer is none', () => {
  const all = whole(whole(room(), 'u1'), 'u2');
  const withRun = (change: object): SessionState => ({
    ...all,
    runs: { s: { ...(all.runs['s'] as object), ...change } as never },
  });
  expect(stepToReveal(withRun({ closedAt: 1 }), ['a', 'c'])).toBeUndefined();
  expect(stepToReveal(withRun({ revealed: true }), ['a', 'c'])).toBeUndefined();
  expect(stepToReveal({ ...all, closedAt: 1 }, ['a', 'c'])).toBeUndefined();
  expect(stepToReveal(answered(all, 'u2', 'i1', 'q', true), ['a', 'c'])).toBeUndefined();
  const policy = {
    ...script,
    steps: script.steps.map((step) => ({ ...step, wall: { ...step.wall, reveal: 'afterRelease' as const } })),
  };
  expect(stepToReveal({ ...all, script: policy }, ['a', 'c'])).toBeUndefined();
});

test('counts are of people and of units, for the current step alone', () => {
  // One question of two is not done yet, nor one item of two.
  expect(countsOf(answered(room(), 'u1', 'i1', 'p'), new Set())).toMatchObject({ submitted: { s: 0 } });
  expect(countsOf(bothPrompts(room(), 'u1'), new Set())).toMatchObject({ submitted: { s: 0 } });
  const state = whole(room(), 'u1');
  expect(countsOf(state, new Set(['a', 'c', 'nobody']))).toEqual({
    people: 5,
    online: 2,
    units: 2,
    seeking: 0,
    submitted: { s: 1 },
  });
  const alone = { ...script, steps: script.steps.map((step) => ({ ...step, form: 'individual' as const })) };
  const own = { ...whole(room(), 'a'), script: alone };
  expect(countsOf(own, new Set())).toMatchObject({ online: 0, submitted: { s: 1 } });
  expect(countsOf({ ...state, step: 'none' }, new Set())).toMatchObject({ submitted: {} });
  expect(countsOf({ ...state, seats: emptyTable() }, new Set())).toMatchObject({ people: 0 });
});

test('a session where nobody is for half an hour is closed, and opened again from the store', async () => {
  const store = openMemoryStore();
  let now = 1_000;
  const opened = { type: 'StepOpened', step: 's', endsAt: null, at: now, by: 'system' } as const;
  await store.append('x', 0, [{ commandId: null, data: null, events: [opened], erase: [] }], 'owner');
  const outlet = {
    frame: () => undefined,
    counts: () => undefined,
    presence: () => undefined,
    draft: () => undefined,
    beside: () => undefined,
  };
  const hosts = buildHosts({ store, clock: () => now, outletOf: () => outlet });
  onTestFinished(hosts.stop);
  const host = await hosts.open('x');
  now += 29 * 60_000;
  await hosts.closeIdle();
  expect(await hosts.open('x')).toBe(host);
  now += 31 * 60_000;
  await hosts.closeIdle();
  const again = await hosts.open('x');
  expect(again).not.toBe(host);
  expect(again?.state).toEqual(host?.state);
  expect(await hosts.open('y')).toBeUndefined();
});
