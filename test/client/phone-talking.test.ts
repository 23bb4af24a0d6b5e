// While the group talks: a phone says that an answer is on the big screen only while it is (A4).
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Talking from '../../client/phone/room/Talking.svelte';
import type { Command, FieldValues } from '../../shared/commands.ts';
import { answersOf } from '../../shared/session/selectors.ts';
import { fakeRoom, freshPhone, stepNamed } from '../support/phone-room.svelte.ts';

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
