/** The other dialogues in `sessions/`, each over real sockets from the first phone to the summary and the exports (D1, D2, D3, V2, V3). */
import { expect, test } from 'vitest';
import type { ExportKind } from '../../shared/exports.ts';
import { hasSubmitted } from '../../shared/session/done.ts';
import { activeUnits, answersOf, seatOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import type { Summary, SummaryDraft } from '../../shared/views/summary.ts';
import { shiftDrawn } from '../../shared/views/wall.ts';
import type { Client } from '../support/client.ts';
import type { Planned, TestServer } from '../support/server.ts';
import { addPhone, connectFor, must, openServer, type Phone, unitOfPhone, wordsOf } from '../support/server-scene.ts';

type Played = { server: TestServer; session: Planned; desk: Client; wall: Client; phones: Phone[] };

async function play(
  script: string,
  people: { perspectives?: string[] }[],
  plan: Parameters<TestServer['planSession']>[1] = {},
): Promise<Played> {
  const server = await openServer();
  const session = await server.planSession(script, plan);
  const desk = await connectFor(server.url, session.ticket);
  const wall = await connectFor(server.url, session.wallTicket);
  const phones: Phone[] = [];
  for (const person of people) phones.push(await addPhone(server, session, person));
  return { server, session, desk, wall, phones };
}

async function open({ desk, phones, wall }: Played, step: string): Promise<void> {
  await must(desk, { type: 'OpenStep', step, from: null });
  for (const screen of [wall, ...phones]) await screen.waitFor(`step ${step}`, () => screen.state().step === step);
}

const said = (text: string) => ({ kind: 'text' as const, text });
const judged = (choice: string) => ({ kind: 'judgement' as const, choices: [choice] });

const summaryOf = async ({ server, session }: Played): Promise<Summary> =>
  (await server.asFacilitator<SummaryDraft>('GET', `/api/sessions/${session.session}/summary`)).body.draft;

async function exported({ server, session }: Played, kind: ExportKind): Promise<string> {
  const file = await server.asFacilitator<unknown>('GET', `/api/sessions/${session.session}/exports/${kind}`);
  expect(file.status, kind).toBe(200);
  return typeof file.body === 'string' ? file.body : JSON.stringify(file.body);
}

const everybody = (count: number, perspective: string) =>
  Array.from({ length: count }, () => ({ perspectives: [perspective] }));

/** Each rates all four questions so. */
async function rate({ phones }: Played, step: string, ratings: readonly string[]): Promise<void> {
  for (const [i, phone] of phones.entries())
    for (const prompt of ['relevant', 'recognisable', 'usable', 'complete'])
      if (ratings[i])
        await must(phone, {
          ...{ type: 'SubmitAnswer', unit: phone.joined.seat, step, item: 'item-1', prompt },
          values: { judgement: judged(ratings[i] ?? '') },
        });
}

test('definition check: rated alone, talked about, rated again; who moved is counted from five on, on wall, summary and in files, and the I-CVI is a fraction (D3, V3)', async () => {
  const played = await play('definition-check', everybody(6, 'teacher'), {
    language: 'en',
    fillIns: { definition: ['A place where people learn together.'] },
  });
  const { desk, wall, phones } = played;
  await open(played, 'alone');
  await rate(played, 'alone', ['1', '3', '3', '4', '4', '3']);
  await open(played, 'pairs');
  const [writer] = phones;
  const unit = await writer?.waitFor('a pair', () => unitOfPhone(writer as Phone)?.unit);
  await must(writer as Phone, {
    ...{ type: 'SubmitAnswer', unit: unit ?? '', step: 'pairs', item: 'item-1', prompt: 'wording' },
    values: { text: said('Learn and do together.') },
  });
  await open(played, 'talk');
  await open(played, 'again');
  await rate(played, 'again', ['3', '3', '4', '4']);
  await open(played, 'moved');
  const shift = { mode: 'shift', item: null, prompt: null, page: 0, blank: false } as const;
  await must(desk, { type: 'SetWall', wall: shift });
  await wall.waitFor('a reason', () => wall.state().shift?.none === 'tooFew');
  expect((await summaryOf(played)).sections[0]?.items[0]?.prompts.find(({ step }) => step === 'again')?.shift).toEqual({
    ...{ shown: false, reason: 'tooFew', from: 5 },
  });
  // Two more rated the second time: from five on the room may see it, and none of the ratings of before by itself.
  await must(desk, { type: 'OpenStep', step: 'again', from: null });
  await rate(played, 'again', ['3', '3', '4', '4', '4', '3']);
  await open(played, 'moved');
  await must(desk, { type: 'SetWall', wall: shift });
  await wall.waitFor('the table', () => wall.state().shift?.none === null && wall.state().shift);
  const rows = [
    [0, 0, 1, 0],
    [0, 0, 0, 0],
    [0, 0, 2, 1],
    [0, 0, 0, 2],
  ];
  const drawn = shiftDrawn(wall.state());
  expect(drawn?.tables).toHaveLength(4);
  expect(drawn?.tables[0]).toMatchObject({ rows, n: 6, same: 4, once: 0 });
  expect(answersOf(wall.state(), 'alone')).toEqual([]);
  expect(phones.every(({ state }) => state().shift === null)).toBe(true);

  const prompts = (await summaryOf(played)).sections[0]?.items[0]?.prompts ?? [];
  const asked = (step: string, id: string) => prompts.find((one) => one.step === step && one.id === id);
  expect(asked('again', 'usable')?.shift).toMatchObject({
    shown: true,
    rows,
    n: 6,
    same: 4,
    before: { en: 'On your own' },
  });
  // Of six experts five rated 3 or 4; it takes five of six (Lynn, 1986). Never after the talk, nor for another question.
  expect(asked('alone', 'relevant')?.validity).toMatchObject({ shown: true, agree: 5, n: 6, needed: 5 });
  for (const [step, id] of [
    ['alone', 'usable'],
    ['again', 'relevant'],
  ] as const)
    expect(asked(step, id)?.validity).toBeNull();

  // Asked twice, and told apart: by its step.
  expect(asked('again', 'usable')?.question).toEqual({ en: 'Once more on your own · How usable is it?' });

  const markdown = await exported(played, 'markdown');
  expect(markdown).toContain('5/6');
  expect(markdown).not.toMatch(/\d ?%/);
  expect(markdown).toContain('n = 6, who rated both times');
  expect(await exported(played, 'counts-csv')).toContain('icvi_n');
  expect(await exported(played, 'json')).toContain('"same":4');

  // Withdrawn: the room's table goes at once, for a wall does not know what was said before (V4).
  await must(phones[0] as Phone, {
    type: 'WithdrawAnswer',
    answer: `alone/${phones[0]?.joined.seat}/item-1/relevant`,
  });
  await wall.waitFor('no table', () => wall.state().shift?.none === 'changed');
  await must(desk, { type: 'SetWall', wall: { ...shift, mode: 'blank' } });
  await must(desk, { type: 'SetWall', wall: shift });
  await wall.waitFor('three tables', () => wall.state().shift?.shifts.length === 3);
});

test('definition check: where a few others rated too, no I-CVI tells what they are, nor below three raters (D3, V1)', async () => {
  const played = await play('definition-check', [...everybody(5, 'researcher'), ...everybody(1, 'client')], {
    language: 'en',
    fillIns: { definition: ['A place where people learn together.'] },
  });
  await open(played, 'alone');
  await rate(played, 'alone', ['4', '4', '4', '4', '4', '1']);
  await must(played.desk, { type: 'CloseStep', step: 'alone' });
  const [prompt] = (await summaryOf(played)).sections[0]?.items[0]?.prompts ?? [];
  expect(prompt?.validity).toEqual({ shown: false, reason: 'tooFew', from: 5 });
  expect(await exported(played, 'markdown')).not.toContain('5/5');
});

test('looking back: cards, themes, stars, and agreements with who and when, on the wall, in the summary and in files (V3)', async () => {
  const played = await play('terugblik', [{}, {}, {}]);
  const { desk, wall, phones } = played;
  await open(played, 'kaarten');
  for (const [i, phone] of phones.entries())
    await must(phone, {
      ...{ type: 'SubmitAnswer', unit: phone.joined.seat, step: 'kaarten', item: 'beter', prompt: 'card' },
      values: { text: said(`Kaartje ${i}`) },
    });
  // More than one card in a column: each is an answer of its own, and nobody misses the others.
  const [writer] = phones as [Phone];
  await must(writer, {
    ...{ type: 'SubmitAnswer', unit: writer.joined.seat, step: 'kaarten', item: 'beter', prompt: 'card-2' },
    values: { text: said('Nog een kaartje') },
  });
  for (const { joined } of phones) expect(hasSubmitted(desk.state(), 'kaarten', joined.seat)).toBe(true);
  expect(wordsOf(wall.state())).toEqual([]);
  await open(played, 'bespreken');
  await wall.waitFor('the cards', () => wordsOf(wall.state()).length === 4);
  const cards = answersOf(desk.state(), 'kaarten').map(({ answer }) => answer);
  await must(desk, { type: 'GroupAnswers', step: 'kaarten', theme: null, answers: cards.slice(0, 2) });
  const [theme] = [...valuesOf(desk.state().themes)];
  await must(desk, { type: 'NameTheme', theme: theme?.theme ?? '', name: 'Tijd' });
  await open(played, 'sterren');
  const [first, second] = phones as [Phone, Phone];
  await first.waitFor('cards to star', () => answersOf(first.state(), 'kaarten').length === 4);
  await must(first, { type: 'StarAnswer', answer: cards[1] ?? '', starred: true });
  await must(second, { type: 'StarAnswer', answer: cards[1] ?? '', starred: true });
  await open(played, 'afspraken');
  const make = (agreement: string | null, what: string) =>
    must(desk, {
      ...{ type: 'MakeAgreement', agreement, step: 'afspraken' },
      values: { what: said(what), who: said('De docenten'), when: { kind: 'date', date: '2026-12-18' } },
    });
  await make(null, 'Een uur per week same');
  const [made] = Object.values(desk.state().agreements);
  await make(made?.agreement ?? '', 'Een uur per week samen');
  await make(null, 'Die gaat weer weg');
  const [, gone] = Object.values(desk.state().agreements);
  await must(desk, { type: 'RemoveAgreement', agreement: gone?.agreement ?? '', removed: true });
  expect(
    await desk.command({ type: 'MakeAgreement', agreement: null, step: 'kaarten', values: { what: said('x') } }),
  ).toEqual({ ok: false, refusal: { reason: 'noSuchStep' } });
  expect(
    await desk.command({ type: 'MakeAgreement', agreement: null, step: 'afspraken', values: { who: said('Noor') } }),
  ).toEqual({ ok: false, refusal: { reason: 'nothingWritten' } });
  await wall.waitFor('what was agreed', () => Object.values(wall.state().agreements).some(({ removed }) => removed));
  const onWall = JSON.stringify([...valuesOf(wall.state().texts)]);
  expect(onWall).toContain('Een uur per week samen');
  for (const words of ['Een uur per week same"', 'Die gaat weer weg']) expect(onWall).not.toContain(words);
  for (const phone of phones) expect(phone.raw.join()).not.toContain('De docenten');

  const summary = await summaryOf(played);
  expect(summary.agreements).toMatchObject([
    {
      title: { nl: 'Afspraken' },
      columns: [{ label: { nl: 'Wat?' } }, { label: { nl: 'Wie?' } }, { label: { nl: 'Wanneer?' } }],
      rows: [{ cells: ['Een uur per week samen', 'De docenten', '2026-12-18'] }],
    },
  ]);
  // In the summary all of a column stand beneath its one question.
  const column = summary.sections[0]?.items.find(({ id }) => id === 'beter');
  expect(column?.prompts.map(({ quotes }) => quotes.map(({ text }) => text).sort())).toEqual([
    ['Kaartje 0', 'Kaartje 1', 'Kaartje 2', 'Nog een kaartje'],
  ]);
  expect(summary.taken.map(({ text, stars }) => [text, stars])).toEqual([['Kaartje 1', 2]]);
  expect(summary.sections[0]?.themes.map(({ name, answers }) => [name, answers])).toEqual([['Tijd', 2]]);
  for (const kind of ['markdown', 'json'] as const) {
    const file = await exported(played, kind);
    for (const words of ['Een uur per week samen', 'De docenten']) expect(file, kind).toContain(words);
    expect(file, kind).not.toContain('Die gaat weer weg');
  }
  expect(await exported(played, 'markdown')).toContain('18 december 2026');
  // A version keeps what was agreed then; an agreement that is taken away later leaves it (V4).
  await must(desk, { type: 'PublishSummary', introduction: '' });
  await must(desk, { type: 'RemoveAgreement', agreement: made?.agreement ?? '', removed: true });
  const read = await played.server.call('POST', '/api/summary/read', { token: phones[0]?.joined.ticket });
  expect(JSON.stringify(read.body)).not.toContain('De docenten');
});

test('1-2-4-All on a list that is typed in when planning: each statement is asked, and what is carried goes no further than its four (V2, D2)', async () => {
  const statements = ['Leren kost tijd.', 'Iedereen leert.', 'Fouten mogen.'];
  const refused = await (await openServer()).asFacilitator('POST', '/api/sessions', {
    ...{ script: 'een-twee-vier-allen', language: 'nl', title: 'Leeg', date: '2026-11-24', place: '' },
    ...{ partner: '', collaboration: '', pairing: 'automatic', fillIns: {} },
  });
  expect(refused.status).toBe(400);
  const played = await play(
    'een-twee-vier-allen',
    Array.from({ length: 8 }, () => ({})),
    {
      fillIns: { stellingen: statements },
    },
  );
  const { desk, wall, phones } = played;
  const items = desk.state().script.itemSets[0]?.items ?? [];
  expect(items.map(({ title, text }) => (title ?? text)?.nl)).toEqual(statements);
  await open(played, 'een');
  for (const [i, phone] of phones.entries())
    for (const { id: item } of items)
      await must(phone, {
        ...{ type: 'SubmitAnswer', unit: phone.joined.seat, step: 'een', item, prompt: 'judgement' },
        values: { judgement: judged('deels'), why: said(`Alleen ${i} over ${item}`) },
      });
  await open(played, 'twee');
  for (const phone of phones) await phone.waitFor('a pair', () => unitOfPhone(phone)?.seats.length === 2);
  const pairs = activeUnits(desk.state());
  for (const { unit, seats } of pairs) {
    const phone = phones.find(({ joined }) => joined.seat === seats[0]) as Phone;
    await phone.waitFor('both own answers', () => wordsOf(phone.state()).length === 6);
    await must(phone, {
      ...{ type: 'SubmitAnswer', unit, step: 'twee', item: items[0]?.id ?? '', prompt: 'judgement' },
      values: { judgement: judged('eens'), why: said(`Samen ${unit}`) },
    });
  }
  await open(played, 'vier');
  for (const phone of phones) await phone.waitFor('a four', () => unitOfPhone(phone)?.seats.length === 4);
  for (const { unit, seats } of activeUnits(desk.state())) {
    const phone = phones.find(({ joined }) => joined.seat === seats[0]) as Phone;
    const told = pairs.filter((pair) => pair.seats.every((seat) => seats.includes(seat))).map((pair) => pair.unit);
    expect(told).toHaveLength(2);
    await phone.waitFor(
      'both pairs',
      () => wordsOf(phone.state()).filter((one) => one.startsWith('Samen')).length === 2,
    );
    await must(phone, {
      ...{ type: 'SubmitAnswer', unit, step: 'vier', item: 'list', prompt: 'core' },
      values: { text: said(`Kern van ${unit}`) },
    });
  }
  expect(seatOf(desk.state(), phones[0]?.joined.seat ?? '')?.unit).toBeTruthy();
  await open(played, 'allen');
  await wall.waitFor('two cores', () => wordsOf(wall.state()).filter((one) => one.startsWith('Kern')).length === 2);
  expect(wall.raw.join()).not.toContain('Alleen 0');
  const csv = await exported(played, 'csv');
  for (const words of [...statements, 'Alleen 7', 'Samen', 'Kern van']) expect(csv).toContain(words);
  const summary = JSON.stringify(await summaryOf(played));
  for (const words of [...statements, 'Kern van']) expect(summary).toContain(words);
});

test('nine times three as homework: nobody leads, the day on which it closes is said before joining, and it closes by itself (D1)', async () => {
  const day = 24 * 60 * 60_000;
  let now = Date.now();
  const server = await openServer({ clock: () => now });
  const session = await server.planSession('kenmerken-huiswerk');
  const { body: found } = await server.call<{ notice: { nl: { until: string } } }>('POST', '/api/look-up', {
    entry: session.secret,
  });
  const closes = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long' }).format(now + 7 * day);
  expect(found.notice.nl.until).toContain(`Je kunt meedoen tot ${closes}.`);
  const phone = await addPhone(server, session);
  const items = phone.state().script.itemSets[0]?.items ?? [];
  expect(items).toHaveLength(9);
  const answer = (item: string, prompt: string) =>
    phone.command({
      ...{ type: 'SubmitAnswer', unit: phone.joined.seat, step: 'huiswerk', item, prompt },
      values: { judgement: judged(prompt === 'complete' ? 'deels' : 'ja') },
    });
  for (const { id } of items.slice(0, 8))
    for (const prompt of ['recognisable', 'usable', 'complete'])
      expect(await answer(id, prompt)).toMatchObject({ ok: true });
  // At one's own pace: the rest two days later, from the same seat.
  now += 2 * day;
  await server.closeUnled();
  for (const prompt of ['recognisable', 'usable', 'complete'])
    expect(await answer(items[8]?.id ?? '', prompt)).toMatchObject({ ok: true });
  const read = async (path: string) =>
    (await server.asFacilitator<string>('GET', `/api/sessions/${session.session}/${path}`)).body;
  const { draft } = (await server.asFacilitator<SummaryDraft>('GET', `/api/sessions/${session.session}/summary`)).body;
  const prompts = draft.sections[0]?.items.flatMap((item) => item.prompts) ?? [];
  expect(prompts).toHaveLength(27);
  expect(prompts.every(({ figures }) => figures?.n === 1)).toBe(true);
  expect((await read('exports/counts-csv')).trim().split('\n')).toHaveLength(28);
  now += 5 * day;
  await server.closeUnled();
  await phone.waitFor('the end', () => phone.state().closedAt !== null);
  expect(await answer(items[0]?.id ?? '', 'usable')).toEqual({ ok: false, refusal: { reason: 'sessionClosed' } });
});
