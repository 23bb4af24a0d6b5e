/** What a server lost is put back by the phones: each its own, once, in its order, and nothing that was taken away (A1, A3, S4). */
import '../faults/support/runes.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type OnRefused, Outbox } from '../../client/live/outbox.svelte.ts';
import { openStorage } from '../../client/live/storage.ts';
import type { CommandOf } from '../../shared/commands.ts';
import type { Logged, NewEvent } from '../../shared/events.ts';
import type { CommandMessage, CommandResult } from '../../shared/protocol.ts';
import { isOnWall } from '../../shared/session/selectors.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import { get } from '../../shared/session/table.ts';
import { answerOf, must, openScene, type Phone, unitOfPhone, wordsOf } from '../support/server-scene.ts';

const told = (seq: number, event: NewEvent): Logged => ({ ...event, seq, at: 0, by: '' });

/** A phone's outbox, and a server that answers as it is told. */
function open(keep = openStorage(), onRefused: OnRefused | undefined = () => undefined) {
  const sent: CommandMessage[] = [];
  let answer: (message: CommandMessage) => CommandResult = () => ({ ok: true, seq: sent.length });
  const outbox = new Outbox(keep, 's.seat', onRefused);
  const send = async (message: CommandMessage) => {
    sent.push(message);
    return answer(message);
  };
  return {
    ...{ keep, outbox, sent },
    answers: (next: typeof answer) => {
      answer = next;
    },
    /** Connected to a log of this epoch; gives what was sent then. */
    async on(epoch: string): Promise<CommandMessage[]> {
      const from = sent.length;
      outbox.connect(send, epoch);
      await vi.waitUntil(() => outbox.pending.length === 0);
      return sent.slice(from);
    },
  };
}
const words = ({ command }: CommandMessage) =>
  command.type === 'SubmitAnswer' && command.values['why']?.kind === 'text' ? command.values['why'].text : command.type;
const answer = (text: string, prompt?: string) => answerOf('u', text, prompt);
const idOf = (command: CommandOf<'SubmitAnswer'>) => answerIdOf(command);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

test('acknowledged once, it is offered again to a log of a new epoch, with the same id and in the same order, and to the same log it is not', async () => {
  const phone = open();
  await phone.on('one');
  for (const text of ['a', 'b']) void phone.outbox.add(answer(text));
  void phone.outbox.add({ type: 'WithdrawAnswer', answer: 'x/u/def/p' });
  void phone.outbox.add({ type: 'TakePen', unit: 'u' });
  const first = await phone.on('one').then(() => [...phone.sent]);
  expect(await phone.on('one')).toEqual([]);
  void phone.outbox.connect();
  const again = await phone.on('two');
  expect(again).toEqual(first.slice(0, 3));
  expect(await phone.on('two')).toEqual([]);
});

test('it is offered again after a reload too, and before what was written since', async () => {
  const before = open();
  await before.on('one');
  void before.outbox.add(answer('a'));
  await before.on('one');
  before.outbox.connect();
  void before.outbox.add(answer('b'));
  const after = open(before.keep);
  expect(after.outbox.pending).toHaveLength(1);
  expect((await after.on('two')).map(words)).toEqual(['a', 'b']);
});

test('P2 what was withdrawn or covered for good since, here or by another, leaves the phone and is not put back', async () => {
  const phone = open();
  await phone.on('one');
  for (const [text, prompt] of [
    ['weg', 'recognisable'],
    ['gewist', 'usable'],
    ['blijft', 'complete'],
  ] as const)
    void phone.outbox.add(answer(text, prompt));
  await phone.on('one');
  phone.outbox.note(told(9, { type: 'AnswerWithdrawn', answer: idOf(answer('', 'recognisable')), seat: 'other' }));
  const masked = { version: 1, field: 'why', text: 't', spans: null, forGood: true, erased: [] };
  phone.outbox.note(told(9, { type: 'AnswerMasked', answer: idOf(answer('', 'usable')), ...masked }));
  // Told anew, of before it was written.
  phone.outbox.note(told(1, { type: 'AnswerWithdrawn', answer: idOf(answer('', 'complete')), seat: 'other' }));
  const kept = phone.keep
    .keys('')
    .map((key) => phone.keep.get(key))
    .join();
  expect([kept.includes('weg'), kept.includes('gewist'), kept.includes('blijft')]).toEqual([false, false, true]);
  expect((await open(phone.keep).on('two')).map(words)).toEqual(['blijft']);
});

test('V4 what was hidden or covered is put back so that it waits for the desk; shown again since, it is as it was', async () => {
  const phone = open();
  await phone.on('one');
  for (const prompt of ['recognisable', 'usable', 'complete']) void phone.outbox.add(answer(prompt, prompt));
  await phone.on('one');
  const hide = (prompt: string, hidden: boolean) =>
    phone.outbox.note(told(9, { type: 'AnswerHidden', answer: idOf(answer('', prompt)), hidden }));
  hide('recognisable', true);
  hide('usable', true);
  hide('usable', false);
  const mask = { version: 1, field: 'why', text: 't', spans: 's', forGood: false, erased: [] };
  phone.outbox.note(told(9, { type: 'AnswerMasked', answer: idOf(answer('', 'complete')), ...mask }));
  const again = await open(phone.keep).on('two');
  expect(again.map(({ command }) => command.type === 'SubmitAnswer' && command.held)).toEqual([true, undefined, true]);
});

test('what is refused when it is put back is given to the screen; a desk keeps nothing', async () => {
  const refused: string[] = [];
  const phone = open(openStorage(), ({ command }) => void refused.push(words({ commandId: '', command })));
  await phone.on('one');
  void phone.outbox.add(answer('a'));
  await phone.on('one');
  phone.answers(() => ({ ok: false, refusal: { reason: 'stepClosed' } }));
  await phone.on('two');
  expect(refused).toEqual(['a']);
  expect(phone.keep.keys('')).toEqual([]);

  const desk = new Outbox(openStorage(), 'desk');
  const given: CommandMessage[] = [];
  const send = async (message: CommandMessage): Promise<CommandResult> => ({ ok: true, seq: given.push(message) });
  desk.connect(send, 'one');
  await desk.add(answer('papier'));
  desk.connect(send, 'two');
  expect(given).toHaveLength(1);
});

test('it is kept for twelve hours, and no more than so much of it: the oldest goes first', async () => {
  const phone = open();
  await phone.on('one');
  void phone.outbox.add(answer('oud'));
  await phone.on('one');
  vi.setSystemTime(Date.now() + 12 * 3_600_000 + 1);
  expect(await open(phone.keep).on('two')).toEqual([]);
  for (let i = 0; i < 30; i++) void phone.outbox.add(answer(`${i}${'x'.repeat(10_000)}`));
  await phone.on('one');
  const again = await open(phone.keep).on('two');
  expect(again.length).toBeGreaterThan(15);
  expect(again.length).toBeLessThan(20);
  expect(words(again.at(-1) as CommandMessage)).toMatch(/^29x/);
});

test('of one answer by two phones the newest stands, whoever comes back first; the other is its earlier version (A3)', async () => {
  const { phones, desk } = await openScene({ phones: 2, step: 'def-duo' });
  const [one, two] = phones as [Phone, Phone];
  const unit = unitOfPhone(one)?.unit ?? '';
  const newer = must(two, { ...answerOf(unit, 'nieuwer'), seen: 1 });
  const older = must(one, { ...answerOf(unit, 'ouder'), seen: 0 });
  expect(await newer).toBeGreaterThan(await older);
  const held = () => get(desk.state().answers, idOf(answerOf(unit, '')));
  await desk.waitFor('both', () => held()?.version === 2);
  expect(wordsOf(desk.state())).toEqual(['nieuwer']);
  expect(held()).toMatchObject({ seat: two.joined.seat, unseen: null, earlier: [{ why: { kind: 'text' } }] });
  // The one that it was written on is on a phone that sleeps: it does not wait for ever.
  await must(two, { ...answerOf(unit, 'bruikbaar', 'usable'), seen: 1 });
});

test('V4 put back held, it is on no wall until the desk releases it', async () => {
  const { phones, desk, wall } = await openScene({ phones: 2, step: 'def-duo' });
  const [one] = phones as [Phone];
  const unit = unitOfPhone(one)?.unit ?? '';
  await must(one, { ...answerOf(unit, 'verborgen'), held: true });
  await must(one, answerOf(unit, 'open', 'usable'));
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await wall.waitFor('what is shown', () => wordsOf(wall.state()).includes('open'));
  expect(wordsOf(wall.state())).toEqual(['open']);
  const state = desk.state();
  const answerHeld = get(state.answers, idOf(answerOf(unit, '')));
  expect(answerHeld && isOnWall(state, answerHeld)).toBe(false);
});
