/** What a phone is told before it joins, the tick for research, and what is one's own, by one's ticket (P1, P2, V1). */
import { expect, onTestFinished, test } from 'vitest';
import { noticesOf } from '../../server/notice.ts';
import { choiceOf } from '../../server/scripts/script-choice.ts';
import type { Joined, LookedUp } from '../../shared/api.ts';
import type { FieldValues } from '../../shared/commands.ts';
import type { Notices, Own, OwnWords } from '../../shared/own.ts';
import { answerableItems, stepOf } from '../../shared/script-queries.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { seatOf } from '../../shared/session/selectors.ts';
import { connect, newCommandId } from '../support/client.ts';
import { roomScript } from '../support/room-script.ts';
import { startServer } from '../support/server.ts';

const script = 'win-professionele-werkplaatsen';
type Plan = { purpose?: string; contact?: string; research?: boolean };

async function open(plan: Plan = {}) {
  const server = await startServer();
  onTestFinished(() => server.stop());
  const details = { language: 'nl', title: 'Middag', date: '2026-11-24', place: 'Utrecht', partner: '' };
  const body = { ...details, script, collaboration: '', pairing: 'automatic', fillIns: {}, ...plan };
  const { body: planned } = await server.asFacilitator<{ session: string }>('POST', '/api/sessions', body);
  const { body: desk } = await server.asFacilitator<{ secret: string }>('GET', `/api/sessions/${planned.session}/desk`);
  const lookUp = async () => (await server.call<LookedUp>('POST', '/api/look-up', { entry: desk.secret })).body;
  const join = (more: object = {}) =>
    server.call<Joined>('POST', '/api/join', {
      ...{ entry: desk.secret, commandId: newCommandId(), people: 1, perspectives: [], name: 'Noor' },
      ...more,
    });
  const host = async () => {
    const found = await server.house.hosts.open(planned.session);
    if (!found) throw new Error('no session');
    return found;
  };
  const own = (ticket: string) => server.call<Own>('POST', '/api/own', { ticket });
  return { server, session: planned.session, lookUp, join, host, own };
}
const sentences = ({ nl, en }: Notices) =>
  [nl, en].flatMap(({ lines, research }) => [...lines, ...(research?.lines ?? [])]);

test('before anybody joins a phone says what for, who sees what, until which day, how to withdraw and whom to ask', async () => {
  const { lookUp } = await open({ purpose: 'Wij maken het model beter.', contact: 'noor@example.nl' });
  const { notice } = await lookUp();
  for (const { lines, until, research } of [notice.nl, notice.en]) {
    const all = lines.join(' ');
    expect(all).toMatch(/Wij maken het model beter/);
    expect(all).toMatch(/noor@example\.nl/);
    expect(all).toMatch(/samenvatting|summary/);
    expect(all).toMatch(/grote scherm|big screen/);
    expect(all).toMatch(/downloade|download/);
    expect(all).toMatch(/intrekken|withdraw/);
    expect(all).toMatch(/90 (dagen|days)/);
    expect(until).toMatch(/20\d\d/);
    expect(research).toBeNull();
  }
});

test('what the plan dialog says that the answers are for is what phones say where nobody typed it, and counts steps as they do', () => {
  const purpose = { nl: 'Voor de buurt.', en: 'For the area.' };
  const given = { ...roomScript, privacy: { ...roomScript.privacy, purpose } };
  const choice = choiceOf(given);
  const { nl, en } = noticesOf({ ...initialState(), script: given }, 0);
  expect([nl.lines[0], en.lines[0]]).toEqual([`Waarvoor: ${choice.purpose?.nl}`, `What for: ${choice.purpose?.en}`]);
  expect(choiceOf(roomScript).purpose).toBeNull();
  expect(choice.steps + choice.before).toBe(roomScript.steps.length);
});

test('no sentence of the program’s own is longer than twelve words', async () => {
  const { lookUp } = await open({ research: true });
  const long = sentences((await lookUp()).notice)
    .flatMap((line) => line.split(/(?<=[.?!:]) /))
    .filter((sentence) => sentence.split(/\s+/).length > 12);
  expect(long).toEqual([]);
});

test('a tick sends the hash of what was shown; another hash is refused, and nobody is asked who was not', async () => {
  const { lookUp, join, host, own } = await open({ research: true });
  const { notice } = await lookUp();
  expect(notice.nl.version).not.toBe(notice.en.version);
  const [without, ticked] = [await join(), await join({ consent: notice.en.version })];
  expect([without.status, ticked.status]).toEqual([200, 200]);
  expect((await join({ consent: '0'.repeat(32) })).status).toBe(400);
  const { state, log } = await host();
  expect([without, ticked].map(({ body }) => seatOf(state, body.seat)?.consent.own)).toEqual([false, true]);
  expect(log().filter(({ type }) => type === 'ConsentSet')).toMatchObject([{ version: notice.en.version }]);
  expect((await own(without.body.ticket)).body.agrees).toBe(false);
  const silent = await open();
  const newcomer = (await silent.join()).body;
  expect((await silent.own(newcomer.ticket)).body.agrees).toBeNull();
});

test('by one’s ticket one changes it, and by nothing else', async () => {
  const { server, join, own, host } = await open({ research: true });
  const { ticket, seat } = (await join()).body;
  const { nl } = (await own(ticket)).body.notice;
  const change = (more: object) =>
    server.call('POST', '/api/own/consent', { ticket, agrees: true, version: nl.version, ...more });
  expect((await change({})).status).toBe(200);
  expect((await own(ticket)).body.agrees).toBe(true);
  expect((await change({ agrees: false })).status).toBe(200);
  expect((await own(ticket)).body.agrees).toBe(false);
  expect((await change({ ticket: 'nobody' })).status).toBe(401);
  expect((await change({ version: 'f'.repeat(32) })).status).toBe(400);
  expect((await own('nobody')).status).toBe(401);
  // No cookie on a phone, and nobody fills the log with a changing mind.
  expect((await join()).headers.get('set-cookie')).toBeNull();
  const often = await Promise.all(Array.from({ length: 40 }, () => own(ticket)));
  expect(often.filter(({ status }) => status === 429).length).toBeGreaterThan(5);
  expect((await host()).log().filter(({ type }) => type === 'ConsentSet')).toMatchObject([{ seat }, { seat }]);
});

test('all that one wrote comes as a file: own words, those written together and drafts; nobody else’s', async () => {
  const { server, join, session, host } = await open();
  const [me] = [(await join()).body, await join({ name: 'Hamid' })];
  const desk = (await server.asFacilitator<{ ticket: string }>('GET', `/api/sessions/${session}/desk`)).body;
  const [leading, phone] = await Promise.all([desk.ticket, me.ticket].map((one) => connect(server.url, one)));
  await leading?.command({ type: 'OpenStep', step: 'def-duo', from: null });
  const { state } = await host();
  const step = stepOf(state.script, 'def-duo');
  const [prompt] = step?.prompts ?? [];
  const item = step ? (answerableItems(state.script, step)[0] ?? '') : '';
  const values: FieldValues = {};
  for (const { kind, id } of prompt?.fields ?? []) {
    if (kind === 'judgement') values[id] = { kind, choices: ['deels'] };
    if (kind === 'text') values[id] = { kind, text: 'Dit schreven wij samen' };
  }
  const unit = seatOf(state, me.seat)?.unit ?? '';
  const answer = { unit, step: 'def-duo', item, prompt: prompt?.id ?? '', values };
  expect(await phone?.command({ type: 'SubmitAnswer', ...answer })).toMatchObject({ ok: true });
  const { body } = await server.call<OwnWords>('POST', '/api/own/words', { ticket: me.ticket });
  expect(body.name).toMatch(/^wat-ik-schreef-.*\.txt$/);
  expect(body.text).toContain('Noor');
  expect(body.text).toContain('Dit schreven wij samen');
  expect(body.text).toContain('samen geschreven');
  expect(body.text).not.toContain('Hamid');
  expect((await server.call('POST', '/api/own/words', { ticket: 'nobody' })).status).toBe(401);
});

test('the file says the words under which oneself said yes, and no other’s', async () => {
  const { server, lookUp, join } = await open({ research: true });
  const { nl, en } = (await lookUp()).notice;
  const [dutch, english, silent] = [
    (await join({ consent: nl.version })).body,
    (await join({ consent: en.version })).body,
    (await join()).body,
  ];
  const read = async ({ ticket }: { ticket: string }) =>
    (await server.call<OwnWords>('POST', '/api/own/words', { ticket })).body.text;
  const words = [nl, en].map(({ research }) => research?.label ?? '');
  const told = (text: string) => words.map((label) => text.includes(label));
  expect([told(await read(dutch)), told(await read(english)), told(await read(silent))]).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('a phone that erases itself is told goodbye, and its ticket and recovery code open nothing any more (P2)', async () => {
  const { server, join, own, host, session } = await open();
  const { ticket, seat, recovery } = (await join()).body;
  const phone = await connect(server.url, ticket);
  expect(await phone.command({ type: 'ErasePerson', seat })).toMatchObject({ ok: true });
  await phone.waitFor('goodbye', () => phone.goodbyes.length > 0);
  expect(phone.goodbyes).toEqual(['left']);
  const gone = async () => (await server.house.store.grants({ session })).every(({ subject }) => subject !== seat);
  await expect.poll(gone).toBe(true);
  expect((await own(ticket)).status).toBe(401);
  expect((await server.call('POST', '/api/recover', { recovery })).status).toBe(404);
  expect(seatOf((await host()).state, seat)?.name).toBeNull();
});

test('a file for research is made where it was asked, of who said yes; the archive never is', async () => {
  const { server, lookUp, join, session } = await open({ research: true });
  const { notice } = await lookUp();
  await join({ consent: notice.nl.version });
  await join();
  const exports = `/api/sessions/${session}/exports`;
  const get = (path: string) => server.asFacilitator<unknown>('GET', path);
  expect((await get(`/api/sessions/${session}/research`)).body).toEqual({ leftOut: 0, of: 0 });
  const made = await get(`${exports}/json?use=research`);
  expect(made.status).toBe(200);
  expect(made.headers.get('content-disposition')).toContain('_onderzoek-0-van-0-niet.json');
  expect(made.body).toMatchObject({ summary: { head: { people: 1 } }, research: { agreedTo: [expect.any(String)] } });
  for (const path of ['archive?use=research', 'moderation-csv?use=research', 'json?use=everything'])
    expect((await get(`${exports}/${path}`)).status).toBe(400);
  const silent = await open();
  expect((await silent.server.asFacilitator('GET', `/api/sessions/${silent.session}/research`)).body).toBeNull();
  const refused = await silent.server.asFacilitator('GET', `/api/sessions/${silent.session}/exports/json?use=research`);
  expect([refused.status, refused.body]).toEqual([400, { reason: 'notAsked' }]);
  expect((await server.call('GET', `/api/sessions/${session}/research`)).status).toBe(401);
});
