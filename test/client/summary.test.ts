// The summary page: what a reader sees in each state, and what only the facilitator can do (A4, D3, V4).
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../client/summary/App.svelte';
import CountRow from '../../client/summary/parts/CountRow.svelte';
import SummaryDocument from '../../client/summary/SummaryDocument.svelte';
import { wording } from '../../client/summary/wording.svelte.ts';
import type { Field, Script } from '../../shared/script.ts';
import { presentSeats } from '../../shared/session/selectors.ts';
import { currentSummary, draftSummary, publishedSummary, versionsIn } from '../../shared/views/summary.ts';
import { words } from '../../shared/words/summary.nl.ts';
import { playSession } from '../shared/summary-play.ts';
import { playRoles, times, twoRoles } from '../support/role-session.ts';

const shapes = [
  ['ja', 'full'],
  ['deels', 'half'],
  ['nee', 'open'],
] as const;
const judgement = { kind: 'judgement', id: 'judgement', scale: 'three', optional: false } as const;
const script = {
  format: 'in-gesprek/script@1',
  id: 'klein',
  version: '1',
  languages: ['nl', 'en'],
  title: { nl: 'Klein gesprek', en: 'Small talk' },
  minutes: 5,
  authors: [],
  // The same one twice is said twice.
  sources: ['Bron, 2019', 'Bron, 2019'],
  explorations: [],
  perspectives: { options: [], max: 2 },
  privacy: { keepDays: 90, breakdownFrom: 5 },
  clock: { warnSeconds: [30], extendMinutes: 2 },
  scales: { three: shapes.map(([id, shape]) => ({ id, shape, label: { nl: id }, counted: true })) },
  itemSets: [
    {
      id: 'model',
      kind: 'model',
      title: { nl: 'Het model' },
      items: [{ id: 'kern', place: 'core', title: { nl: 'De kern' } }],
    },
  ],
  agenda: [],
  steps: [
    {
      ...{ id: 'inloop', kind: 'arrival', minutes: 5, before: true, form: 'individual', title: { nl: 'Inloop' } },
      ...{ split: false, prompts: [], cluster: false, notes: [], content: [], hints: [] },
      wall: { reveal: 'never', groupBy: 'item', order: 'script' },
    },
    {
      ...{
        id: 'samen',
        kind: 'answering',
        minutes: 5,
        before: false,
        form: 'pair',
        title: { nl: 'Samen' },
        split: true,
      },
      items: { set: 'model', as: 'each' },
      prompts: [
        {
          id: 'helder',
          title: { nl: 'Duidelijk?' },
          fields: [judgement, { kind: 'text', id: 'waarom', max: 400, optional: true, label: { nl: 'Waarom?' } }],
        },
      ],
      ...{ cluster: false, notes: [], content: [], hints: [] },
      wall: { reveal: 'atOnce', groupBy: 'item', order: 'script' },
    },
  ],
} satisfies Script;

function played(pairs = 3) {
  const session = playSession(script);
  for (let i = 0; i < pairs * 2; i++) session.join(1, []);
  session.must({ type: 'OpenStep', step: 'samen', from: null });
  session.answerAll((_step, _prompt, unit) => ({
    judgement: { kind: 'judgement', choices: [unit === 1 ? 'nee' : 'ja'] },
    waarom: { kind: 'text', text: `Dit schreef duo ${unit}.` },
  }));
  return session;
}

const keep = { get: () => 'nl', set: () => undefined, remove: () => undefined, keys: () => [], lasting: false };
const answerWith = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status, headers: { etag: '"1"' } }));

beforeAll(() => wording.open(keep, 'nl'));
beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', location.pathname + location.search);
});
afterEach(() => vi.unstubAllGlobals());

test('counts stand with their n, and quotes under the number of their pair (D3, P1)', async () => {
  await render(SummaryDocument, { summary: currentSummary(played().log) });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Werkplaats Wijk & Welzijn' })).toBeVisible();
  await expect
    .element(page.getByRole('img', { name: '2 ja, 0 deels, 1 nee (n = 3)', exact: true }).last())
    .toBeInTheDocument();
  await expect.element(page.getByText('n = 3').first()).toBeInTheDocument();
  await expect.element(page.getByText('Dit schreef duo 2.')).toBeVisible();
  await expect.element(page.getByText('Duo 2', { exact: true })).toBeVisible();
});

test('beside a reason stands what its writers chose with it, also where it is quoted again (D3)', async () => {
  const options = ['doel', 'wie'].map((id) => ({ id, label: { nl: `het ${id}` } }));
  const misses: Field = { kind: 'choice', id: 'mist', many: true, optional: true, label: { nl: 'Wat mist?' }, options };
  const asks = (step: Script['steps'][number]) => ({
    ...step,
    prompts: step.prompts.map((prompt) => ({ ...prompt, fields: [...prompt.fields, misses] })),
  });
  const session = playSession({ ...script, steps: script.steps.map(asks) });
  session.join(1, []);
  session.join(1, []);
  session.open('samen');
  session.answerAll(() => ({
    waarom: { kind: 'text', text: 'Dat ontbreekt.' },
    mist: { kind: 'choice', choices: ['doel', 'wie'] },
  }));
  const [answer = ''] = session.answers('samen').map((one) => one.answer);
  session.must({ type: 'KeepAnswer', answer, kept: true });
  await render(SummaryDocument, { summary: currentSummary(session.log) });
  const cards = page.getByRole('blockquote').filter({ hasText: 'Dat ontbreekt.' });
  expect(cards.elements().map((card) => card.textContent?.includes('Wat mist? het doel, het wie'))).toEqual([
    true,
    true,
  ]);
});

test('a conclusion stands with what it rests on, and a minority beside the majority with its n (D3)', async () => {
  const session = played();
  const answers = session.answers('samen').map(({ answer }) => answer);
  const drawing = { type: 'DrawConclusion', conclusion: null, item: 'kern' } as const;
  session.must({ ...drawing, kind: 'conclusion', text: 'Dit is helder.', answers, notes: [] });
  session.must({ ...drawing, kind: 'proposal', text: 'Noem de cliënt.', answers: answers.slice(0, 1), notes: [] });
  const [conclusion = '', proposal = ''] = Object.keys(session.state.conclusions);
  session.must({ type: 'AskConclusion', conclusion });
  const [one = '', two = '', three = ''] = presentSeats(session.state).map(({ seat }) => seat);
  for (const [seat, agrees, note] of [
    [one, true, ''],
    [two, true, ''],
    [three, false, 'Niet voor ons.'],
  ] as const)
    session.must({ type: 'JudgeConclusion', conclusion, agrees, note }, { role: 'seat', seat });
  session.must({ type: 'DecideProposal', conclusion: proposal, decision: 'taken', reason: 'Goed gezien.' });
  await render(SummaryDocument, { summary: currentSummary(session.log) });
  const drawn = page.getByRole('article').filter({ hasText: 'Dit is helder.' });
  await expect.element(drawn.getByText(words.reading.restsOn(3, "3 duo's"), { exact: false })).toBeVisible();
  await expect.element(drawn.getByText(words.checked(2, 1, 3), { exact: false })).toBeVisible();
  await expect.element(drawn.getByText('Niet voor ons.')).toBeVisible();
  await expect.element(drawn.getByText('Dit schreef duo 1.')).toBeVisible();
  await drawn.getByText(words.moreQuotes(1), { exact: false }).click();
  await expect.element(drawn.getByText('Dit schreef duo 3.')).toBeVisible();
  const taken = page.getByRole('article').filter({ hasText: 'Noem de cliënt.' });
  await expect.element(taken.getByText(words.decisions.taken)).toBeVisible();
  await expect.element(taken.getByText('Goed gezien.')).toBeVisible();
});

test('a conclusion says of how many pairs its answers are and who said nothing; what is against it stands after what it rests on, under its name (D3)', async () => {
  const session = played();
  const answers = session.answers('samen').map(({ answer }) => answer);
  const drawing = { type: 'DrawConclusion', conclusion: null, item: 'kern' } as const;
  session.must({ ...drawing, kind: 'conclusion', text: 'Dit is helder.', answers, notes: [] });
  const [conclusion = ''] = Object.keys(session.state.conclusions);
  session.must({ type: 'KeepAnswer', answer: answers[0] ?? '', kept: true });
  session.must({ type: 'AskConclusion', conclusion });
  const [{ seat } = { seat: '' }] = presentSeats(session.state);
  const against = { type: 'JudgeConclusion', conclusion, agrees: false, note: 'Niet voor ons.' } as const;
  session.must(against, { role: 'seat', seat });
  const summary = currentSummary(session.log);
  expect(summary.conclusions[0]?.checked).toMatchObject({ n: 1, silent: 5 });
  await render(SummaryDocument, { summary });
  const drawn = page.getByRole('article').filter({ hasText: 'Dit is helder.' });
  await expect.element(drawn.getByText(words.reading.silent(5), { exact: false })).toBeVisible();
  await expect.element(drawn.getByText(words.reading.about('De kern')).first()).toBeVisible();
  const named = drawn.getByRole('heading', { name: words.minority }).element();
  const quote = drawn.getByText('Dit schreef duo 1.').element();
  expect(quote.compareDocumentPosition(named) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  const chosen = page.getByRole('region', { name: words.taken });
  await expect.element(chosen.getByText(words.reading.quoted(1))).toBeVisible();
  await expect.element(chosen.getByText('Dit schreef duo 1.')).not.toBeInTheDocument();
});

test('a long list of quotes is folded on a screen, open for the printer, and folded again after it', async () => {
  await page.viewport(1200, 900);
  await render(SummaryDocument, { summary: currentSummary(played(7).log) });
  const last = page.getByText('Dit schreef duo 7.');
  await expect.element(page.getByText('Dit schreef duo 4.')).toBeVisible();
  const fold = () => last.element().closest('details')?.open;
  expect(fold()).toBe(false);
  window.dispatchEvent(new Event('beforeprint'));
  await expect.poll(fold).toBe(true);
  window.dispatchEvent(new Event('afterprint'));
  await expect.poll(fold).toBe(false);
});

test('what was taken back is counted apart among the folded answers', async () => {
  await page.viewport(1200, 900);
  const session = played(7);
  const [, , , , fifth] = session.answers('samen');
  if (fifth) session.withdraw(fifth);
  await render(SummaryDocument, { summary: currentSummary(session.log) });
  await expect.element(page.getByText(words.reading.more(2, 1))).toBeVisible();
});

test('the contents lead to each part, and leave the address as it was: it holds the link of its reader', async () => {
  await render(SummaryDocument, { summary: currentSummary(played().log) });
  const before = location.href;
  const contents = page.getByRole('navigation', { name: words.reading.contents });
  await contents.getByRole('link', { name: 'Het model' }).click();
  await expect.element(page.getByRole('heading', { level: 2, name: 'Het model' })).toHaveFocus();
  expect(location.href).toBe(before);
});

test('a withdrawn answer says so and no more', async () => {
  const session = played();
  const [first] = session.answers('samen');
  session.must({ type: 'PublishSummary', introduction: '' });
  if (first) session.withdraw(first);
  const summary = publishedSummary(session.log);
  if (!summary) throw new Error('not published');
  await render(SummaryDocument, { summary });
  await expect.element(page.getByText('Ingetrokken', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Dit schreef duo 1.')).not.toBeInTheDocument();
  await expect.element(page.getByText('1 ingetrokken', { exact: false }).first()).toBeVisible();
});

test('hiding is for the facilitator alone', async () => {
  const { draft } = draftSummary(played().log);
  const reader = await render(SummaryDocument, { summary: draft });
  await expect.element(page.getByRole('button', { name: /Verberg/ })).not.toBeInTheDocument();
  await reader.unmount();
  const hide = vi.fn();
  await render(SummaryDocument, { summary: draft, moderation: { hide, coverAt: () => '#' } });
  await page.getByRole('button', { name: /Verberg.*duo 2/ }).click();
  expect(hide).toHaveBeenCalledWith(expect.stringContaining('/kern/helder'), true, false);
});

test('an empty session is a page, not an error', async () => {
  await render(SummaryDocument, { summary: currentSummary(playSession(script).log) });
  await expect.element(page.getByText('Niet behandeld.')).toBeVisible();
});

test('a link to what is not published yet says so and waits', async () => {
  answerWith(200, { by: 'link', language: 'nl', versions: [], comments: null, summary: null });
  location.hash = `#${'a'.repeat(32)}`;
  await render(App, { keep });
  await expect.element(page.getByRole('heading', { name: 'De samenvatting is er nog niet' })).toBeVisible();
});

test('a revoked link leaves nothing on an open page (V4)', async () => {
  const session = played();
  session.must({ type: 'PublishSummary', introduction: '' });
  answerWith(200, { by: 'link', language: 'nl', versions: [], comments: null, summary: publishedSummary(session.log) });
  location.hash = `#${'b'.repeat(32)}`;
  await render(App, { keep });
  await expect.element(page.getByText('Dit schreef duo 2.')).toBeVisible();
  answerWith(404, { reason: 'noTicket' });
  window.dispatchEvent(new Event('focus'));
  await expect.element(page.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
  await expect.element(page.getByText('Dit schreef duo 2.')).not.toBeInTheDocument();
});

test('a participant’s own ticket leaves the address, and a reload still works', async () => {
  const session = played();
  session.must({ type: 'PublishSummary', introduction: '' });
  answerWith(200, { by: 'seat', language: 'nl', versions: [], comments: null, summary: publishedSummary(session.log) });
  location.hash = `#${'c'.repeat(32)}`;
  const first = await render(App, { keep });
  await expect.element(page.getByText('Dit schreef duo 2.')).toBeVisible();
  await vi.waitFor(() => expect(location.hash).toBe(''));
  await expect.element(page.getByRole('button', { name: 'Kopieer de link' })).not.toBeInTheDocument();
  await first.unmount();
  await render(App, { keep });
  await expect.element(page.getByText('Dit schreef duo 2.')).toBeVisible();
});

test('without a link the page says what belongs here', async () => {
  await render(App, { keep });
  await expect.element(page.getByRole('heading', { name: 'Hier hoort een link bij' })).toBeVisible();
});

test('a row nobody marked is no row, a doubt nobody had no place in the order, a chosen judgement has its question', async () => {
  const played3 = played();
  const [kept] = played3.answers('samen');
  if (!kept) throw new Error('no answer');
  played3.must({ type: 'KeepAnswer', answer: kept.answer, kept: true });
  played3.must({ type: 'HideAnswer', answer: played3.answers('samen')[1]?.answer ?? '', hidden: true });
  const summary = currentSummary(played3.log);
  const [section] = summary.sections;
  const [prompt] = section?.items[0]?.prompts ?? [];
  if (!section || !prompt) throw new Error('no section');
  prompt.marks = [
    {
      label: { nl: 'Welke niet?' },
      n: 3,
      items: ['wel', 'nooit', 'evenmin'].map((id, i) => ({ id, label: { nl: id }, count: i ? 0 : 2 })),
    },
  ];
  section.order = ['kern', 'rand'].map((item) => ({ item, title: { nl: item }, against: 0, n: 3, size: 2 }));
  const screen = await render(SummaryDocument, { summary });
  await expect.element(screen.getByText('2 andere zijn door niemand aangetikt.')).toBeVisible();
  expect(document.body.textContent).not.toMatch(/nooit|evenmin|\b0 van\b/);
  await expect.element(screen.getByText(wording.words.noDoubt)).toBeVisible();
  await expect.element(screen.getByText('Buiten de telling: 1 verborgen.')).toBeVisible();
  const taken = screen.getByRole('region', { name: wording.words.taken });
  expect(taken.element().querySelector('footer .asked')?.textContent).toBe('Duidelijk?');
});

test('an earlier version is chosen from a list, says that it is one, and the way back is one press', async () => {
  const session = played();
  for (const introduction of ['Zo was het eerst.', 'Zo is het nu.'])
    session.must({ type: 'PublishSummary', introduction });
  const versions = versionsIn(session.log);
  vi.stubGlobal('fetch', async (_path: string, { body, signal, headers }: RequestInit) => {
    const { version, wait } = JSON.parse(String(body));
    const etag = `"${version ?? 2}"`;
    if (wait && new Headers(headers).get('if-none-match') === etag)
      await new Promise((_, stop) => signal?.addEventListener('abort', stop));
    const summary = publishedSummary(session.log, version);
    return new Response(JSON.stringify({ by: 'link', language: 'nl', versions, comments: null, summary }), {
      headers: { etag },
    });
  });
  location.hash = `#${'d'.repeat(32)}`;
  await render(App, { keep });
  await expect.element(page.getByText('Zo is het nu.')).toBeVisible();
  const list = page.getByLabelText(words.versionChoice);
  await expect.element(list).toHaveDisplayValue(/^Versie 2 van 2, /);
  await list.selectOptions('1');
  await expect.element(page.getByText('Zo was het eerst.')).toBeVisible();
  await expect.element(page.getByText(words.versionOld)).toBeVisible();
  await page.getByRole('button', { name: words.toNewest }).click();
  await expect.element(page.getByText('Zo is het nu.')).toBeVisible();
  await expect.element(page.getByText(words.versionOld)).not.toBeInTheDocument();
});

test('roles stand beside each other on one scale, each with its n; where they may not, the section says why once (D3, V1)', async () => {
  const shown = playRoles([...twoRoles, ...times(5, 'client', 'deels')]);
  shown.close();
  const screen = await render(SummaryDocument, { summary: currentSummary(shown.log) });
  await expect.element(page.getByRole('heading', { level: 5, name: words.roles.title })).toBeVisible();
  const bars = ['student: 2 ja, 0 deels, 4 nee (n = 6)', 'docent: 5 ja, 0 deels, 0 nee (n = 5)'];
  for (const name of bars) await expect.element(page.getByRole('img', { name, exact: true })).toBeVisible();
  const widthOf = (name: string) =>
    page.getByRole('img', { name, exact: true }).element().querySelector('rect[class*="full"]')?.getAttribute('width');
  // Five are two and a half times as long as two, less the gap between them.
  expect(Number(widthOf(bars[1] ?? '')) + 2).toBeCloseTo(2.5 * (Number(widthOf(bars[0] ?? '')) + 2));
  await screen.unmount();

  const hidden = playRoles(twoRoles.slice(3));
  hidden.close();
  await render(SummaryDocument, { summary: currentSummary(hidden.log) });
  const why = `${words.roles.lead(false)} ${words.roles.none.tooFew(5)}`;
  await expect.element(page.getByText(why)).toBeVisible();
  expect(page.getByRole('heading', { level: 5, name: words.roles.title }).elements()).toEqual([]);
});

test('counts whose names are long are as wide as a small phone (law 9)', async () => {
  await page.viewport(320, 640);
  const label = { nl: 'Helemaal mee eens, want zo doen wij het ook al jaren, en niet zonder reden' };
  const options = shapes.map(([id, shape], count) => ({ id, shape, label, counted: true, count }));
  const none = { unknown: 0, split: 0, withdrawn: 0, hidden: 0, unreleased: 0, notAnswered: 0 };
  const screen = await render(CountRow, { figures: { options, n: 3, ...none }, scale: 3 });
  const parts = [...screen.container.querySelectorAll('p, span')];
  expect(Math.max(...parts.map((part) => part.getBoundingClientRect().right))).toBeLessThanOrEqual(320);
  await page.viewport(1024, 768);
});
