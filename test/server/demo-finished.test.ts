// The finished sessions of `npm run demo`: played by the same rules, so that a summary can be read before anybody came.
import { expect, test } from 'vitest';
import { addFinished } from '../../server/demo/finished/finished.ts';
import type { Home } from '../../shared/api.ts';
import { comparePart } from '../../shared/views/compare.ts';
import type { Summary, SummaryPage } from '../../shared/views/summary.ts';
import { currentSummary, draftSummary } from '../../shared/views/summary.ts';
import { winScript } from '../shared/summary-session.ts';
import { openServer } from '../support/server-scene.ts';

const friday = Date.parse('2027-03-05T10:00:00+01:00');

async function openFinished() {
  const server = await openServer({ clock: () => friday });
  const before = performance.now();
  const made = await addFinished(server.house, winScript());
  const took = performance.now() - before;
  const logOf = async (session: string) => (await server.house.hosts.open(session))?.log() ?? [];
  return { server, took, ...made, logs: { published: await logOf(made.published), draft: await logOf(made.draft) } };
}

/** Every column in which a reader finds texts below one another. */
function columnsOf({ sections, taken, notes, conclusions, proposals, feedback }: Summary): string[][] {
  const prompts = sections.flatMap(({ items }) => items.flatMap((item) => item.prompts));
  return [
    ...prompts.flatMap(({ quotes, missing, situations }) => [
      ...[quotes, missing, situations].map((told) => told.map(({ text }) => text)),
      situations.flatMap(({ more }) => more.map(({ text }) => text)),
    ]),
    ...[taken, notes, conclusions, proposals].map((told) => told.map(({ text }) => text)),
    conclusions.flatMap(({ checked }) => checked?.minority.map(({ text }) => text) ?? []),
    proposals.map(({ reason }) => reason),
    ...feedback.map(({ texts }) => texts.map(({ text }) => text)),
  ].map((column) => column.filter(Boolean));
}

test('the desk lists two sessions that are over, one of them published, made within seconds (S2)', async () => {
  const { server, took, published, draft } = await openFinished();
  expect(took).toBeLessThan(5_000);
  const { body } = await server.asFacilitator<Home>('GET', '/api/home');
  const told = body.sessions.map((row) => [row.session, row.phase, row.published, row.people, row.date]);
  expect(told.sort()).toEqual(
    [
      [published, 'past', true, 24, '2027-02-18'],
      [draft, 'past', false, 8, '2027-01-28'],
    ].sort(),
  );
});

test('everything happened on one afternoon, but for who took back an answer that evening and the publishing next morning (S1)', async () => {
  const { logs } = await openFinished();
  for (const log of Object.values(logs)) {
    expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).sort((a, b) => a - b));
    const after = new Set(['SessionPlanned', 'PairingChosen', 'AnswerWithdrawn', 'SummaryPublished']);
    const minutes = log.slice(3).flatMap(({ type, at }) => {
      const time = new Date(at);
      return after.has(type) ? [] : [time.getHours() * 60 + time.getMinutes()];
    });
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(13 * 60 + 15);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(15 * 60 + 5);
  }
});

test('every answering step is answered, and a team reads conclusions that each resolve to all their answers', async () => {
  const { server, published, logs } = await openFinished();
  const link = await server.house.teamLinks.make(published, 'facilitator', {});
  const read = await server.call<SummaryPage>('POST', '/api/summary/read', { token: link?.secret });
  const summary = read.body.summary as Summary;
  const prompts = summary.sections.flatMap(({ items }) => items.flatMap((item) => item.prompts));
  expect(prompts.every(({ figures }) => figures && figures.n > 2)).toBe(true);
  const known = new Set(
    prompts.flatMap(({ quotes, missing, situations }) => [...quotes, ...missing, ...situations].map(({ key }) => key)),
  );
  expect([summary.conclusions.length, summary.proposals.map(({ decision }) => decision)]).toEqual([
    3,
    ['taken', 'later'],
  ]);
  for (const { quotes, unread, checked } of [...summary.conclusions, ...summary.proposals]) {
    expect(unread).toBe(0);
    expect(quotes.length).toBeGreaterThanOrEqual(2);
    expect(quotes.length).toBeLessThanOrEqual(5);
    for (const { key, text, state } of quotes) {
      expect(known).toContain(key);
      expect([text.length > 10, state]).toEqual([true, 'shown']);
    }
    if (checked) expect(checked.agree).toBeGreaterThan(checked.n * 0.8);
  }
  expect(summary.conclusions.map(({ checked }) => checked?.minority.length)).toEqual([2, 1, 1]);
  for (const subgroup of ['A', 'B']) {
    const kinds = summary.notes.filter((note) => note.subgroup?.nl === subgroup).map(({ kind }) => kind);
    expect(kinds).toEqual(['insight', 'difference', 'question', 'proposal']);
  }
  const { draft } = draftSummary(logs.published);
  expect(draft.feedback.every(({ texts }) => texts.length > 4)).toBe(true);
  expect([draft.hidden, draft.unreleased, draft.taken.length]).toEqual([1, 1, 8]);
});

test('nobody says the same twice in one column, and people write Dutch sentences that can be read aloud', async () => {
  const { logs } = await openFinished();
  const texts = Object.values(logs).flatMap((log) => {
    const columns = columnsOf(draftSummary(log).draft);
    for (const column of columns) expect(column).toEqual([...new Set(column)]);
    return columns.flat();
  });
  expect(new Set(texts).size).toBeGreaterThan(150);
  for (const text of texts) {
    expect(text).not.toMatch(/\b(the|and|with|this|they|we are)\b|['"]/i);
    for (const sentence of text.split(/[.!?:]\s/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(25);
  }
});

test('the same afternoon every time, and sessions that have something to compare (D3)', async () => {
  const [one, two] = [await openFinished(), await openFinished()];
  expect(currentSummary(one.logs.published)).toEqual(currentSummary(two.logs.published));
  expect(currentSummary(one.logs.draft)).toEqual(currentSummary(two.logs.draft));
  const [published, draft] = [comparePart(one.logs.published), comparePart(one.logs.draft)];
  expect(published.asked.map(({ key }) => key)).toEqual(draft.asked.map(({ key }) => key));
  const answered = draft.asked.filter(({ cell }) => cell.state === 'answered').length;
  expect(answered).toBeGreaterThan(draft.asked.length * 0.8);
  expect(published.themes.some(({ key }) => draft.themes.some((theme) => theme.key === key))).toBe(true);
});

test('one answer is withdrawn, one hidden and one situation not let go: readers have none of their words (V4)', async () => {
  const { logs } = await openFinished();
  const { draft } = draftSummary(logs.published);
  const read = JSON.stringify(currentSummary(logs.published));
  const prompts = draft.sections.flatMap(({ items }) => items.flatMap((item) => item.prompts));
  const told = prompts.flatMap(({ quotes, situations }) => [...quotes, ...situations]);
  const gone = told.filter(({ state }) => state !== 'shown');
  expect(gone.map(({ state }) => state).sort()).toEqual(['hidden', 'hidden', 'withdrawn']);
  for (const { text } of gone.filter(({ state }) => state === 'hidden')) expect(read).not.toContain(text);
});
