/** What nodes tell one another, without a server: who is gone, what was missed (S4). */
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Letter, type News, type Part, tellPart, type Wire } from '../../server/nodes/news.ts';
import { buildNodes } from '../../server/nodes/nodes.ts';
import { buildExchange } from '../support/exchange.ts';

const part = (...seats: string[]): Part => ({
  seats: Object.fromEntries(seats.map((seat) => [seat, [1_000, 0, 500]])),
  walls: [],
  desks: [],
});

function openTwo() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'Date', 'performance'] });
  const exchange = buildExchange();
  const heard: News[] = [];
  const seen = { missed: 0, company: [] as string[] };
  const [one, other] = [buildNodes(exchange.wire(), Date.now), buildNodes(exchange.wire(), Date.now)];
  one.open({
    news: (news) => void heard.push(news),
    missed: () => void seen.missed++,
    company: (session) => void seen.company.push(session),
  });
  other.open({ news: () => {}, missed: () => {}, company: () => {} });
  onTestFinished(() => {
    one.leave();
    other.leave();
    vi.useRealTimers();
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { one, other, exchange, heard, seen, settle };
}

test('given a node falls silent, then who was there by it is gone after ten seconds, and not before', async () => {
  const { one, other, exchange, settle } = openTwo();
  for (const news of tellPart('s', part('p1', 'p2'), Date.now())) other.tell(news);
  await settle();
  expect(one.partsOf('s').map(({ seats }) => Object.keys(seats))).toEqual([['p1', 'p2']]);
  exchange.lose(() => true);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(one.count()).toBe(1);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(one.count()).toBe(0);
  expect(one.partsOf('s')).toEqual([]);
});

test('given a letter is lost, then the next one, a beat at the latest, tells that something was missed; once', async () => {
  const { other, exchange, seen, settle } = openTwo();
  other.tell({ kind: 'rights' });
  await settle();
  expect(seen.missed).toBe(0);
  exchange.lose(({ kind }) => kind === 'ring');
  other.tell({ kind: 'ring', session: 's' });
  await settle();
  await vi.advanceTimersByTimeAsync(2_100);
  await settle();
  await vi.advanceTimersByTimeAsync(2_100);
  await settle();
  expect(seen.missed).toBe(1);
});

test('hints of one log that follow one another closely are told as one, and the last of them for sure', async () => {
  const { other, exchange, settle } = openTwo();
  for (let seq = 1; seq <= 50; seq++) other.grew('s', seq);
  await vi.advanceTimersByTimeAsync(30);
  await settle();
  const told = exchange.told.flatMap((news) => (news.kind === 'grew' ? [news.logs] : []));
  expect(told).toEqual([[['s', 50]]]);
});

test('a hall of 300 is told in letters that stay under 8,000 bytes, and all of it arrives', async () => {
  const { one, other, exchange, settle } = openTwo();
  const hall = part(...Array.from({ length: 300 }, (_, i) => `seat${String(i).padStart(8, '0')}`));
  const now = Date.now();
  for (const news of tellPart('s', hall, now)) other.tell(news);
  await settle();
  for (const news of exchange.told) expect(JSON.stringify(news).length).toBeLessThan(7_500);
  expect(Object.keys(one.partsOf('s')[0]?.seats ?? {})).toHaveLength(300);
  expect(one.partsOf('s')[0]?.seats['seat00000299']).toEqual([1_000, 0, 500]);
});

test('given a hall is told in several letters, then nobody of it counts as gone before the last of them is here (D1)', async () => {
  const { one, other, seen, settle } = openTwo();
  const hall = part(...Array.from({ length: 300 }, (_, i) => `seat${i}`));
  const here = () => one.partsOf('s').flatMap(({ seats }) => Object.keys(seats)).length;
  const letters = tellPart('s', hall, Date.now());
  expect(letters).toHaveLength(3);
  for (const round of [1, 2]) {
    for (const [i, letter] of letters.entries()) {
      other.tell(letter);
      await settle();
      expect([round, i, here()]).toEqual([round, i, round === 1 && i < 2 ? 0 : 300]);
    }
  }
  expect(seen.company).toEqual(['s', 's']);
});

test('what a node of another version says is passed over', () => {
  const exchange = buildExchange();
  const heard: News[] = [];
  let ear: (letter: unknown) => void = () => {};
  const wire: Wire = {
    ...exchange.wire(),
    hear(own) {
      ear = own;
    },
  };
  const nodes = buildNodes(wire, Date.now);
  nodes.open({ news: (news) => void heard.push(news), missed: () => {}, company: () => {} });
  onTestFinished(nodes.leave);
  const letter: Letter = { version: 1, node: 'x', n: 1, news: { kind: 'rights' } };
  for (const strange of [null, 'x', 3, {}, { ...letter, version: 2 }, []]) ear(strange);
  expect(heard).toEqual([]);
  ear(letter);
  expect(heard).toEqual([{ kind: 'rights' }]);
});
