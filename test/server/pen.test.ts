/** The pen over real sockets: who may take it depends on whose phone is here and writing, and only the unit hears of that (A3, V1). */
import { expect, test } from 'vitest';
import type { DraftMessage } from '../../shared/protocol.ts';
import { penIdleAfter, penOf } from '../../shared/session/pen.ts';
import { addPhone, connectFor, must, openScene, openServer, type Phone, unitOfPhone } from '../support/server-scene.ts';

const unitIdOf = (phone: Phone) => unitOfPhone(phone)?.unit ?? '';
const draftOf = (phone: Phone, words: string, at = Date.now()): DraftMessage => ({
  unit: unitIdOf(phone),
  step: 'def-duo',
  item: 'def',
  prompt: 'recognisable',
  values: { why: { kind: 'text', text: words } },
  at,
  grewFrom: [],
});
const take = (phone: Phone) => phone.command({ type: 'TakePen', unit: unitIdOf(phone) });
const holderOn = (phone: Phone) => penOf(phone.state(), unitIdOf(phone)).seat;

async function pairAndStranger(clock: () => number = Date.now) {
  const server = await openServer({ clock });
  const scene = await openScene({ server, phones: 4, step: 'def-duo' });
  const one = scene.phones[0] as Phone;
  const partner = scene.phones.find((phone) => phone !== one && unitIdOf(phone) === unitIdOf(one)) as Phone;
  const stranger = scene.phones.find((phone) => unitIdOf(phone) !== unitIdOf(one)) as Phone;
  return { ...scene, one, partner, stranger };
}

test('who writes is not taken over from; when the phone is gone the unit alone hears so, and the partner takes the pen', async () => {
  const { one, partner, stranger, desk } = await pairAndStranger();
  await must(one, { type: 'TakePen', unit: unitIdOf(one) });
  await one.draft(draftOf(one, 'Ik ben bezig'));
  expect(await take(partner)).toEqual({ ok: false, refusal: { reason: 'penInUse' } });
  await partner.waitFor('both here', () => partner.beside()?.here.length === 2);
  one.stop();
  await partner.waitFor('who went', () => partner.beside()?.here.join() === partner.joined.seat);
  expect(await take(partner)).toMatchObject({ ok: true });
  await partner.waitFor('the pen', () => holderOn(partner) === partner.joined.seat);
  await desk.waitFor('the desk knows', () => penOf(desk.state(), unitIdOf(partner)).seat === partner.joined.seat);
  // What the stranger was told of who is here is about its own pair alone.
  expect(stranger.raw.filter((packet) => packet.includes('"beside"')).join('\n')).not.toContain(unitIdOf(partner));
  expect(stranger.raw.join('\n')).not.toContain('PenTaken');
});

test('who did not write for a minute is taken over from; what was written offline counts from when it was written', async () => {
  let now = Date.now();
  const { one, partner } = await pairAndStranger(() => now);
  await must(one, { type: 'TakePen', unit: unitIdOf(one) });
  await one.draft(draftOf(one, 'Net begonnen', now));
  now += penIdleAfter - 1;
  expect(await take(partner)).toEqual({ ok: false, refusal: { reason: 'penInUse' } });
  await one.draft(draftOf(one, 'Nog iets', now));
  now += penIdleAfter - 1;
  expect(await take(partner)).toMatchObject({ ok: false });
  // An old text, told late, is no sign of writing now.
  await one.draft(draftOf(one, 'Oud', now - penIdleAfter));
  now += 1;
  expect(await take(partner)).toMatchObject({ ok: true });
});

test('a phone whose clock runs ahead does not write in the future: the text that counts stays the last one', async () => {
  const { one, partner } = await pairAndStranger();
  await one.draft(draftOf(one, 'Uit de toekomst', Date.now() + 3_600_000));
  const draft = await partner.waitFor('the draft', () => partner.drafts[0]);
  expect(draft.at).toBeLessThanOrEqual(Date.now());
});

test('who comes to the unit hears at once who of it is here', async () => {
  const { one, partner, server, session } = await pairAndStranger();
  partner.stop();
  await one.waitFor('one of two', () => one.beside()?.here.join() === one.joined.seat);
  const again = await connectFor(server.url, partner.joined.ticket);
  await again.waitFor('both', () => again.beside()?.here.length === 2);
  const late = await addPhone(server, session);
  await late.waitFor('its unit', () => late.beside()?.unit === unitIdOf(late));
});

test('what one types is on the partner’s screen within 300 ms, at the pace at which a phone shares it', async () => {
  const { one, partner } = await pairAndStranger();
  const times: number[] = [];
  for (let i = 0; i < 8; i++) {
    const from = performance.now();
    await one.draft(draftOf(one, `Letter ${i}`));
    await partner.waitFor('the letter', () =>
      partner.drafts.some(({ values }) => values['why']?.kind === 'text' && values['why'].text === `Letter ${i}`),
    );
    times.push(performance.now() - from);
  }
  // The phone waits at most 200 ms before it shares.
  expect(Math.max(...times)).toBeLessThan(50);
});
