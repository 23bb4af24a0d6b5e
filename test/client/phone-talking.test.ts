// While the group talks: a phone says that an answer is on the big screen only while it is (A4).
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { screenOf } from '../../client/phone/room/screen.ts';
import Talking from '../../client/phone/room/Talking.svelte';
import type { Command, FieldValues } from '../../shared/commands.ts';
import { answersOf } from '../../shared/session/selectors.ts';
import { fakeRoom, freshPhone, script, stepNamed } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

const picture = { mode: 'spotlight', item: null, prompt: null, page: 0, blank: false } as const;
const turn = (change: object): Command => ({ type: 'SetWall', wall: { ...picture, ...change } });

/** Noor's phone, with the answer of her pair in the light. */
async function lit() {
  const fake = fakeRoom();
  const values: FieldValues = { j: { kind: 'judgement', choices: ['ja'] }, t: { kind: 'text', text: 'Lef.' } };
  fake.asHamid({ type: 'SubmitAnswer', step: 'duo', unit: fake.unit, item: 'def', prompt: 'p', values });
  fake.desk({ type: 'OpenStep', step: 'praat', from: null });
  const { answer = '' } = answersOf(fake.room.live.state, 'duo')[0] ?? {};
  fake.desk({ type: 'SpotlightAnswer', answer });
  const screen = await render(Talking, { room: fake.room, step: stepNamed('praat') });
  return { fake, answer, now: screen.getByText('Nu op het grote scherm'), words: screen.getByText('Lef.') };
}

test('A4: given the desk turns the wall to another picture, then no answer is said to be on it, until it is again', async () => {
  const { fake, answer, now, words } = await lit();
  await expect.element(now).toBeVisible();
  await expect.element(words).toBeVisible();
  fake.desk(turn({ mode: 'cards' }));
  await expect.poll(() => [...now.elements(), ...words.elements()]).toHaveLength(0);
  fake.desk({ type: 'SpotlightAnswer', answer });
  await expect.element(now).toBeVisible();
});

test('A4: given the desk blanks the wall, then nothing is said to be on it, until the picture is back', async () => {
  const { fake, now } = await lit();
  fake.desk(turn({ blank: true }));
  await expect.poll(() => now.elements()).toHaveLength(0);
  fake.desk(turn({}));
  await expect.element(now).toBeVisible();
});

test('law 1: given a step that asks for stars alone, then the phone shows the cards to give them to', async () => {
  const stars = { per: 'person', count: 3 } as const;
  const step = { ...stepNamed('praat'), kind: 'answering', form: 'individual', stars } as const;
  const steps = script.steps.map((one) => (one.id === step.id ? step : one));
  const { room, unit, asHamid, desk } = fakeRoom(undefined, { ...script, steps });
  const values: FieldValues = { j: { kind: 'judgement', choices: ['ja'] }, t: { kind: 'text', text: 'Lef.' } };
  asHamid({ type: 'SubmitAnswer', step: 'duo', unit, item: 'def', prompt: 'p', values });
  desk({ type: 'RevealStep', step: 'duo', revealed: true });
  desk({ type: 'OpenStep', step: step.id, from: null });
  expect(screenOf(room.live.state, room.seat.seat, [unit]).name).toBe('talking');
  const screen = await render(Talking, { room, step });
  await expect.element(screen.getByText('Lef.')).toBeVisible();
  await expect.element(screen.getByRole('button', { pressed: false })).toBeEnabled();
});
