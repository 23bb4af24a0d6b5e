/** What is being written: beside the log, seen by the partner alone, outliving its phone (A3). */
import { expect, test, vi } from 'vitest';
import { buildDrafts } from '../../server/live/drafts.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { DraftMessage } from '../../shared/protocol.ts';
import { answerableItems, stepOf } from '../../shared/script-queries.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { startServer } from '../support/server.ts';
import {
  addPhone,
  connectFor,
  must,
  openScene,
  openServer,
  type Phone,
  submit,
  unitOfPhone,
} from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

const draftOf = (phone: Phone, words: string, more: Partial<DraftMessage> = {}): DraftMessage => ({
  unit: unitOfPhone(phone)?.unit ?? '',
  step: 'def-duo',
  item: 'def',
  prompt: 'recognisable',
  values: { why: { kind: 'text', text: words } },
  at: Date.now(),
  grewFrom: [],
  ...more,
});
const pairs = (phones: Phone[]): [Phone, Phone, Phone] => {
  const one = phones[0] as Phone;
  const friend = phones.find((phone) => phone !== one && unitOfPhone(phone)?.unit === unitOfPhone(one)?.unit) as Phone;
  const stranger = phones.find((phone) => phone !== one && phone !== friend) as Phone;
  return [one, friend, stranger];
};

test('a draft goes to the partner, and to nobody else', async () => {
  const { phones, desk, wall } = await openScene({ phones: 4, step: 'def-duo' });
  const [one, friend, stranger] = pairs(phones);
  expect(await one.draft(draftOf(one, 'Ik ty'))).toEqual({ ok: true });
  const draft = await friend.waitFor('the draft', () => friend.drafts[0]);
  expect(draft).toMatchObject({ seat: one.joined.seat, values: { why: { text: 'Ik ty' } } });
  // Something that reaches everyone afterwards.
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
  for (const screen of [one, stranger, desk, wall]) {
    await screen.waitFor('the clock', () =>
      screen.frames.some(({ events }) => events.some(({ type }) => type === 'ClockExtended')),
    );
    expect(screen.raw.join('\n')).not.toContain('Ik ty');
  }
});

test('nobody drafts in the name of a unit that is not theirs, or at a place that is not there', async () => {
  const { phones, desk } = await openScene({ phones: 4, step: 'def-duo' });
  const [one, , stranger] = pairs(phones);
  const unit = unitOfPhone(stranger)?.unit ?? '';
  const wrong = [{ unit }, { unit: one.joined.seat }, { step: 'no' }, { item: 'no' }, { prompt: 'no' }];
  for (const more of wrong) expect(await one.draft(draftOf(one, 'Nee', more))).toEqual({ ok: false });
  expect(await desk.draft(draftOf(one, 'Nee'))).toEqual({ ok: false });
});

test('hello gives the drafts of the unit and of one’s own, also on another phone; sent is no draft any more (A3)', async () => {
  const { phones, server, desk } = await openScene({ phones: 4, step: 'def-duo' });
  const [one, friend, stranger] = pairs(phones);
  await one.draft(draftOf(one, 'Half af'));
  await one.draft(draftOf(one, 'Bijna af'));
  const recovered = await server.call<{ ticket: string }>('POST', '/api/recover', { recovery: one.joined.recovery });
  for (const ticket of [recovered.body.ticket, friend.joined.ticket]) {
    const back = await connectFor(server.url, ticket);
    expect(back.welcomes[0]).toMatchObject({ ok: true, drafts: [{ values: { why: { text: 'Bijna af' } } }] });
  }
  const other = await connectFor(server.url, stranger.joined.ticket);
  expect(other.welcomes[0]).toMatchObject({ ok: true, drafts: [] });

  await submit(one, 'Af.');
  const after = await connectFor(server.url, friend.joined.ticket);
  expect(after.welcomes[0]).toMatchObject({ ok: true, drafts: [] });

  await must(desk, { type: 'OpenStep', step: 'feedback', from: null });
  const own = draftOf(one, 'Voor mezelf', {
    unit: one.joined.seat,
    step: 'feedback',
    item: 'list',
    prompt: 'takeaway',
  });
  await one.waitFor('the step', () => one.state().step === 'feedback');
  expect(await one.draft({ ...own, values: { text: { kind: 'text', text: 'Voor mezelf' } } })).toEqual({ ok: true });
  expect((await connectFor(server.url, one.joined.ticket)).welcomes[0]).toMatchObject({
    drafts: [{ unit: one.joined.seat }],
  });
  expect((await connectFor(server.url, friend.joined.ticket)).welcomes[0]).toMatchObject({ drafts: [] });
});

test('a draft outlives the server, at most a second behind (A3)', async () => {
  const folder = newDataFolder();
  const before = await startServer({ folder });
  const { phones, desk, wall } = await openScene({ server: before, step: 'def-duo' });
  const one = phones[0] as Phone;
  for (const words of ['A', 'Al', 'Als']) await one.draft(draftOf(one, words));
  for (const screen of [desk, wall, ...phones]) screen.stop();
  await before.stop();
  const after = await openServer({ folder });
  const back = await connectFor(after.url, one.joined.ticket);
  expect(back.welcomes[0]).toMatchObject({ ok: true, drafts: [{ values: { why: { text: 'Als' } } }] });
});

test('the desk sees who is here and who writes, phones and wall only how many', async () => {
  const { phones, desk, wall, server, session } = await openScene({ phones: 4, step: 'def-duo' });
  const [one, friend] = pairs(phones);
  await desk.waitFor('all four', () => desk.presence()?.online.length === 4);
  expect(desk.presence()).toMatchObject({ walls: 1, desks: 1 });
  await one.draft(draftOf(one, 'Ik'));
  await desk.waitFor('one who writes', () => desk.presence()?.writing.includes(one.joined.seat));
  await submit(one, 'Klaar.');
  for (const prompt of ['usable', 'complete']) await submit(one, 'Klaar.', prompt);
  const isRight = (screen: typeof wall) => () => {
    const counts = screen.counts();
    return counts?.people === 4 && counts.online === 4 && counts.units === 2 && counts.submitted['def-duo'] === 1;
  };
  for (const screen of [wall, friend]) await screen.waitFor('the counts', isRight(screen));
  await desk.waitFor('nobody writes', () => desk.presence()?.writing.length === 0);
  friend.stop();
  await desk.waitFor('three online', () => desk.presence()?.online.length === 3);
  for (const screen of [wall, one]) expect(screen.raw.join('\n')).not.toContain('"writing"');
  // Who comes now hears the figures though nothing changes after it.
  const late = await connectFor(server.url, session.wallTicket);
  await late.waitFor('its first counts', () => late.counts()?.people === 4);
});

test('a wall tells on how many pages its picture stands, and the desk knows; a phone tells nothing of the kind', async () => {
  const { phones, desk, wall } = await openScene({ phones: 2 });
  expect(await wall.socket.emitWithAck('pages', { pages: 3 })).toEqual({ ok: true });
  await desk.waitFor('three pages', () => desk.presence()?.pages === 3);
  expect(await (phones[0] as Phone).socket.emitWithAck('pages', { pages: 9 })).toEqual({ ok: false });
  expect(await wall.socket.emitWithAck('pages', { pages: 0 })).toEqual({ ok: false });
  expect(await wall.socket.emitWithAck('pages', { pages: 2 })).toEqual({ ok: true });
  await desk.waitFor('two pages', () => desk.presence()?.pages === 2);
});

test('an allowance of drafts slows down a phone that sends each letter, and the last one still arrives', async () => {
  const { phones } = await openScene({ phones: 2, step: 'def-duo' });
  const [one] = phones as [Phone];
  const results = await Promise.all(Array.from({ length: 20 }, (_, i) => one.draft(draftOf(one, `Letter ${i}`))));
  expect(results.filter(({ ok }) => ok).length).toBeLessThan(14);
  await vi.waitFor(async () => expect(await one.draft(draftOf(one, 'De laatste'))).toEqual({ ok: true }), {
    timeout: 3_000,
    interval: 100,
  });
});

const text = (words: string) => ({ kind: 'text', text: words }) as const;

test('given the writer of a draft is moved, then a newcomer gets neither draft nor name; the writer and who sat beside keep it (A3, V2)', async () => {
  const server = await openServer({ folder: newDataFolder() });
  const { session, desk, phones } = await openScene({ server, phones: 3 });
  const writer = await addPhone(server, session, { name: 'Xantippe' });
  phones.push(writer);
  for (let i = 0; i < 2; i++) phones.push(await addPhone(server, session));
  await must(desk, { type: 'OpenStep', step: 'def-duo', from: null });
  for (const phone of phones) await phone.waitFor('a unit', () => unitOfPhone(phone));
  const home = unitOfPhone(writer)?.unit ?? '';
  const beside = phones.find((one) => one !== writer && unitOfPhone(one)?.unit === home) as Phone;
  const others = phones.filter((one) => unitOfPhone(one)?.unit !== home);
  const newcomer = others[0] as Phone;
  const elsewhere = unitOfPhone(others.find((one) => unitOfPhone(one)?.unit !== unitOfPhone(newcomer)?.unit) as Phone);
  expect(await writer.draft(draftOf(writer, 'Kladje'))).toEqual({ ok: true });
  await must(desk, { type: 'MoveSeat', seat: writer.joined.seat, unit: elsewhere?.unit ?? '' });
  await must(desk, { type: 'MoveSeat', seat: newcomer.joined.seat, unit: home });
  await newcomer.waitFor('its new unit', () => unitOfPhone(newcomer)?.unit === home);
  const backOf = async ({ joined }: Phone) => await connectFor(server.url, joined.ticket);
  const drafts = { drafts: [{ unit: home, seat: writer.joined.seat, values: { why: { text: 'Kladje' } } }] };
  const again = await backOf(newcomer);
  for (const screen of [newcomer, again]) {
    expect(screen.raw.join('\n')).not.toContain('Kladje');
    expect(screen.raw.join('\n')).not.toContain('Xantippe');
  }
  for (const phone of [writer, beside]) expect((await backOf(phone)).welcomes[0]).toMatchObject(drafts);
  for (const phone of others.slice(1)) expect((await backOf(phone)).raw.join('\n')).not.toContain('Kladje');
  // It is not offered any more as soon as its writer sits there again: it is read along.
  await must(desk, { type: 'MoveSeat', seat: writer.joined.seat, unit: home });
  expect((await backOf(newcomer)).welcomes[0]).toMatchObject(drafts);
});

test('a draft holds what its question asks, and no more', async () => {
  const { phones } = await openScene({ phones: 2, step: 'def-duo' });
  const one = phones[0] as Phone;
  const wrong: Partial<DraftMessage>[] = [
    { values: { none: text('Nee') } },
    { values: { why: { kind: 'choice', choices: ['a'] } } },
    { values: { judgement: text('Nee') } },
    { values: { why: text('x'.repeat(13_000)) } },
    { turn: 1 },
  ];
  for (const more of wrong)
    expect(await one.draft(draftOf(one, 'Nee', more)), JSON.stringify(more).slice(0, 60)).toEqual({ ok: false });
  expect(await one.draft(draftOf(one, 'x'.repeat(1_600)))).toEqual({ ok: true });
});

test('given words left for good, then no draft of who sat there holds them any more, for nobody who comes (V4, P2)', async () => {
  const { phones, server, desk } = await openScene({ phones: 4, step: 'def-duo' });
  const [one, friend, stranger] = pairs(phones);
  await friend.draft(draftOf(friend, 'Jansenius zei dit'));
  await submit(one, 'Jansenius zei dit');
  const [answer] = valuesOf(desk.state().answers);
  const why = answer?.values['why'];
  await must(desk, {
    ...{ type: 'MaskAnswer', answer: answer?.answer ?? '', field: 'why', forGood: true },
    ...{ seen: why?.kind === 'text' ? why.text : '', spans: [{ from: 0, to: 9 }] },
  });
  await must(desk, { type: 'MoveSeat', seat: stranger.joined.seat, unit: unitOfPhone(one)?.unit ?? '' });
  for (const { joined } of [one, friend, stranger]) {
    const again = await connectFor(server.url, joined.ticket);
    expect(again.welcomes[0]).toMatchObject({ ok: true, drafts: [] });
  }
});

test('what somebody types while they are erased is kept nowhere, also where each writes for themselves (P2)', async () => {
  const { server, session, phones } = await openScene({ phones: 1 });
  const seat = phones[0]?.joined.seat ?? '';
  const host = (await server.house.hosts.open(session.session)) ?? expect.fail('no session');
  const step = stepOf(host.state.script, 'feedback') ?? expect.fail('no such step');
  const [prompt] = step.prompts;
  const field = prompt?.fields.find(({ kind }) => kind === 'text')?.id ?? '';
  const place = { unit: seat, step: step.id, item: answerableItems(host.state.script, step)[0] ?? '' };
  const typed = { values: { [field]: { kind: 'text' as const, text: 'Nog net' } }, at: Date.now(), grewFrom: [] };
  const type = () => host.draft({ ...place, prompt: prompt?.id ?? '', ...typed }, seat);
  expect(type()).toBeDefined();
  const actor = { role: 'seat', seat } as const;
  expect(await host.give({ commandId: null, command: { type: 'ErasePerson', seat }, actor })).toMatchObject({
    ok: true,
  });
  expect(type()).toBeUndefined();
  await vi.waitFor(async () => expect(await host.draftsFor(seat)).toEqual([]));
});

test('S3 what another node stores while one reads what is being typed is read too: who is on the way in hears nothing yet', async () => {
  const store = openMemoryStore();
  const place = { unit: 'u', step: 's', item: 'i', prompt: 'p', seat: 'a' };
  const stored = (text: string, at: number) => ({
    ...{ ...place, at },
    words: JSON.stringify({ draft: { values: { why: { kind: 'text', text } }, grewFrom: [], item: 'i' }, beside: [] }),
  });
  const opened = { type: 'StepOpened', step: 's', endsAt: null, at: 1, by: 'system' } as const;
  await store.append('x', 0, [{ commandId: null, data: null, events: [opened], erase: [] }], 'owner');
  await store.saveDraft('x', stored('Eerst', 1));
  let reads = 0;
  const drafts = buildDrafts(
    'x',
    {
      ...store,
      async drafts(session, unit) {
        const found = await store.drafts(session, unit);
        reads += 1;
        if (reads === 1) {
          // After it was read, and before that is here.
          await store.saveDraft('x', stored('Daarna', 2));
          drafts.yieldTo(place, 2);
          drafts.yieldTo({ ...place, unit: 'other' }, 2);
        }
        return found;
      },
    },
    Date.now,
  );
  const texts = (await drafts.of(['u'])).map(({ draft }) => draft.values['why']);
  expect(texts).toEqual([{ kind: 'text', text: 'Daarna' }]);
  expect(reads).toBe(2);
});
