// "Klopt dit?": a phone says yes, or what it sees otherwise; nothing typed is lost, and nothing is called sent before it is (A3, A4).
import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Check from '../../client/phone/room/Check.svelte';
import type { Command, FieldValues } from '../../shared/commands.ts';
import { answersOf } from '../../shared/session/selectors.ts';
import { words } from '../../shared/words/phone.nl.ts';
import { fakeRoom, freshPhone } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

const said = 'Leren hoort bij het werk.';

/** Noor's phone, while the room is asked about a conclusion. */
async function asked() {
  const fake = fakeRoom();
  const values: FieldValues = { j: { kind: 'judgement', choices: ['ja'] } };
  fake.asHamid({ type: 'SubmitAnswer', step: 'duo', unit: fake.unit, item: 'def', prompt: 'p', values });
  const { answer = '' } = answersOf(fake.room.live.state, 'duo')[0] ?? {};
  const draw: Command = {
    ...{ type: 'DrawConclusion', conclusion: null, kind: 'conclusion', text: said },
    ...{ item: 'def', answers: [answer], notes: [] },
  };
  fake.desk(draw);
  const [conclusion = ''] = Object.keys(fake.room.live.state.conclusions);
  const ask = (id: string | null) => fake.desk({ type: 'AskConclusion', conclusion: id });
  ask(conclusion);
  const screen = await render(Check, { room: fake.room });
  const opinion = () => fake.room.live.state.conclusions[conclusion]?.opinions[fake.room.seat.seat];
  return { fake, screen, conclusion, ask, opinion };
}

test('asked, it shows the conclusion; yes is said to be sent only once the server has it (A4)', async () => {
  const { fake, screen, opinion } = await asked();
  await expect.element(screen.getByText(said)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: words.check.yes, exact: true }));
  await expect.element(screen.getByRole('status')).toHaveTextContent(words.answer.sending);
  expect(opinion()).toBeUndefined();
  await fake.acknowledge();
  await expect.element(screen.getByRole('status')).toHaveTextContent(words.answer.sent);
  expect(opinion()?.agrees).toBe(true);
});

test('given what is seen otherwise was typed and the question ends, then the words stay and can still be sent (A3)', async () => {
  const { fake, screen, ask, opinion } = await asked();
  await userEvent.click(screen.getByRole('button', { name: words.check.no, exact: true }));
  await fake.acknowledge();
  await userEvent.fill(screen.getByRole('textbox'), 'Niet bij ons.');
  ask(null);
  await expect.element(screen.getByRole('textbox')).toHaveValue('Niet bij ons.');
  await userEvent.click(screen.getByRole('button', { name: words.answer.send, exact: true }));
  await fake.acknowledge();
  await expect.poll(() => screen.getByRole('textbox').elements()).toHaveLength(0);
  const note = opinion()?.note ?? '';
  expect(fake.room.live.state.texts.size).toBeGreaterThan(0);
  expect(note).not.toBe('');
});

test('given words were typed and yes is pressed after all, then no brings the words back (A3)', async () => {
  const { fake, screen } = await asked();
  const press = async (name: string) => {
    await userEvent.click(screen.getByRole('button', { name, exact: true }));
    await fake.acknowledge();
  };
  await press(words.check.no);
  await userEvent.fill(screen.getByRole('textbox'), 'Toch niet.');
  await press(words.check.yes);
  await expect.poll(() => screen.getByRole('textbox').elements()).toHaveLength(0);
  await press(words.check.no);
  await expect.element(screen.getByRole('textbox')).toHaveValue('Toch niet.');
});

test('given nobody is asked, then nothing of it is on the phone', async () => {
  const { screen, ask } = await asked();
  ask(null);
  await expect.poll(() => screen.getByText(said).elements()).toHaveLength(0);
});
