// "Klopt dit?": a phone says yes, or what it sees otherwise; nothing typed is lost, and nothing is called sent before it is (A3, A4).
import { flushSync } from 'svelte';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { openStorage } from '../../client/live/storage.ts';
import { announcer } from '../../client/phone/announcer.svelte.ts';
import Check from '../../client/phone/room/Check.svelte';
import { wording } from '../../client/phone/wording.svelte.ts';
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

test('given what is seen otherwise was typed and the question ends, then the words stay and can still be sent; until then nothing is called sent (A3, A4)', async () => {
  const { fake, screen, ask, opinion } = await asked();
  await userEvent.click(screen.getByRole('button', { name: words.check.no, exact: true }));
  await fake.acknowledge();
  await userEvent.fill(screen.getByRole('textbox'), 'Niet bij ons.');
  expect(screen.getByText(words.answer.sent).elements(), 'what is typed is not sent yet').toEqual([]);
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

test('given the network is slow and words are typed while no is on its way, then they stay and can be sent (A3)', async () => {
  const { fake, screen } = await asked();
  await userEvent.click(screen.getByRole('button', { name: words.check.no, exact: true }));
  await userEvent.fill(screen.getByRole('textbox'), 'Niet bij ons.');
  await fake.acknowledge();
  await expect.element(screen.getByText(words.answer.sending)).not.toBeInTheDocument();
  await expect.element(screen.getByRole('textbox')).toHaveValue('Niet bij ons.');
  await userEvent.click(screen.getByRole('button', { name: words.answer.send, exact: true }));
  await fake.acknowledge();
  await expect.element(screen.getByRole('status')).toHaveTextContent(words.answer.sent);
  await expect.element(screen.getByRole('textbox')).toHaveValue('Niet bij ons.');
});

test('the question is heard once, whatever else happens in the room (law 12)', async () => {
  const { fake } = await asked();
  await expect.poll(() => announcer.sentence).toContain(said);
  announcer.say('Nog 2 minuten');
  fake.asHamid({ type: 'TakePen', unit: fake.unit });
  flushSync();
  expect(announcer.sentence).toBe('Nog 2 minuten');
});

test.each(['nl', 'en'] as const)(
  'in %s, on the narrowest phone and with text twice as large, no word is broken and nothing is cut (laws 4, 5)',
  async (language) => {
    const { fake, screen, ask, conclusion } = await asked();
    await wording.open(openStorage(), language);
    await wording.openRoom();
    const words = wording.words.check;
    ask(null);
    const text = 'Een student zag dat medicijnen dubbel waren gegeven. '.repeat(10).slice(0, 500);
    const { answers = [] } = fake.room.live.state.conclusions[conclusion] ?? {};
    const drawn = { text, item: 'def', answers: [...answers], notes: [] };
    fake.desk({ type: 'DrawConclusion', conclusion, kind: 'conclusion', ...drawn });
    ask(conclusion);
    await userEvent.click(screen.getByRole('button', { name: words.no, exact: true }));
    await fake.acknowledge();
    for (const [width, size] of [
      [390, ''],
      [320, ''],
      [320, '200%'],
    ] as const) {
      await page.viewport(width, 844);
      document.documentElement.style.fontSize = size;
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      for (const name of [words.yes, words.no]) {
        const button = screen.getByRole('button', { name, exact: true }).element();
        const label = [...button.childNodes].find((node) => node.textContent?.includes(name)) as Text;
        for (const { index, 0: word } of name.matchAll(/\S+/g)) {
          const range = document.createRange();
          const from = label.data.indexOf(name) + index;
          range.setStart(label, from);
          range.setEnd(label, from + word.length);
          expect(range.getClientRects(), `${word} at ${width} ${size}`).toHaveLength(1);
        }
      }
    }
    document.documentElement.style.fontSize = '';
  },
);

test('given nobody is asked, then nothing of it is on the phone', async () => {
  const { screen, ask } = await asked();
  ask(null);
  await expect.poll(() => screen.getByText(said).elements()).toHaveLength(0);
});
