// For every kind of participant: larger text, one question a screen, read aloud by the device, words in the right language.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { openStorage } from '../../client/live/storage.ts';
import Answering from '../../client/phone/answer/Answering.svelte';
import OwnAnswers from '../../client/phone/room/OwnAnswers.svelte';
import ReadAloud from '../../client/phone/room/ReadAloud.svelte';
import Reading from '../../client/phone/room/Reading.svelte';
import Talking from '../../client/phone/room/Talking.svelte';
import TextSize from '../../client/phone/TextSize.svelte';
import { view } from '../../client/phone/view.svelte.ts';
import { wording } from '../../client/phone/wording.svelte.ts';
import type { Script, Step } from '../../shared/script.ts';
import { fakeRoom, freshPhone, script } from '../support/phone-room.svelte.ts';

beforeEach(async () => {
  await freshPhone();
  return () => vi.unstubAllGlobals();
});
afterEach(() => vi.restoreAllMocks());

const rootSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

test('text grows step by step, is as usual again after the largest, and is kept on the phone', async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('[data-text="1"]{font-size:125%}[data-text="2"]{font-size:150%}[data-text="3"]{font-size:180%}');
  document.adoptedStyleSheets.push(sheet);
  const screen = await render(TextSize);
  const sizes = [rootSize()];
  for (const _ of [1, 2, 3]) {
    await screen.getByRole('button', { name: 'Tekst groter' }).click();
    sizes.push(rootSize());
  }
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  view.open(openStorage());
  expect(view.size).toBe(3);
  await screen.getByRole('button', { name: 'Gewone tekst' }).click();
  expect(rootSize()).toBe(sizes[0]);
  document.adoptedStyleSheets.pop();
});

/** The pair's step with three questions. */
const many: Script = {
  ...script,
  steps: script.steps.map(
    (step): Step =>
      step.id === 'duo'
        ? {
            ...step,
            prompts: ['Herkenbaar?', 'Bruikbaar?', 'Volledig?'].map((nl, i) => ({
              id: `p${i}`,
              title: { nl },
              help: { nl: `Hulp bij ${nl}` },
              fields: [{ id: 't', kind: 'text', max: 40, optional: true, label: { nl: 'Waarom?' } }],
            })),
          }
        : step,
  ),
};
const threeQuestions = () => {
  const fake = fakeRoom(openStorage(), many);
  const step = many.steps.find(({ id }) => id === 'duo') as Step;
  return { fake, show: () => render(Answering, { room: fake.room, step }) };
};

test('one question a screen: with how far along, there and back, each text kept (A3), and all of it sent at the last', async () => {
  view.toggleOneByOne();
  const { fake, show } = threeQuestions();
  const screen = await show();
  const text = screen.getByRole('textbox');
  await expect.element(screen.getByText('Vraag 1 van 3')).toBeVisible();
  await expect.element(screen.getByText('Hulp bij Herkenbaar?')).toBeVisible();
  expect(screen.getByRole('heading', { level: 2 }).elements()).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Versturen' }).elements()).toHaveLength(0);
  await text.fill('eerste');
  await screen.getByRole('button', { name: 'Volgende vraag' }).click();
  await expect.element(screen.getByText('Vraag 2 van 3')).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Bruikbaar?' })).toHaveFocus();
  await text.fill('tweede');
  await screen.getByRole('button', { name: 'Vorige vraag' }).click();
  await expect.element(text).toHaveValue('eerste');
  await screen.unmount();

  const again = await show();
  await expect.element(again.getByText('Vraag 3 van 3')).toBeVisible();
  await again.getByRole('button', { name: 'Versturen' }).click();
  fake.acknowledge();
  await expect.element(again.getByText('Eén vraag is nog niet ingevuld.')).toBeVisible();
  const sent = fake.live.outbox.pending;
  expect(sent).toHaveLength(0);
  await expect.element(again.getByText('eerste')).toBeVisible();
  await expect.element(again.getByText('tweede')).toBeVisible();
});

test('without that choice all questions of a step stand on one screen', async () => {
  const screen = await threeQuestions().show();
  await expect.poll(() => screen.getByRole('heading', { level: 2 }).elements()).toHaveLength(3);
  expect(screen.getByText('Vraag 1 van 3').elements()).toHaveLength(0);
});

test('where one types on glass the keyboard’s own microphone is pointed at, and nowhere else', async () => {
  const hint = 'Liever praten? Gebruik de microfoon op je toetsenbord.';
  const desk = await threeQuestions().show();
  await expect.element(desk.getByRole('button', { name: 'Versturen' })).toBeVisible();
  expect(desk.getByText(hint).elements()).toHaveLength(0);
  await desk.unmount();
  const real = matchMedia.bind(window);
  vi.stubGlobal('matchMedia', (query: string) => real(query === '(pointer: coarse)' ? 'all' : query));
  const phone = await threeQuestions().show();
  await expect.element(phone.getByText(hint)).toBeVisible();
});

type Said = { text: string; lang: string; onend: () => void };
/** A device with these voices; what it is made to say. */
function device(...voices: { lang: string; localService: boolean }[]) {
  const said: Said[] = [];
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      lang = '';
      onend = () => undefined;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue(voices as SpeechSynthesisVoice[]);
  vi.spyOn(speechSynthesis, 'speak').mockImplementation((one) => void said.push(one as unknown as Said));
  const cancelled = vi.spyOn(speechSynthesis, 'cancel').mockImplementation(() => undefined);
  return { said, cancelled };
}
const readAloud = (shown = 'a') => render(ReadAloud, { language: 'nl', shown });
const page = (html: string) => {
  const main = document.createElement('main');
  main.append(document.createRange().createContextualFragment(html));
  document.body.prepend(main);
  return () => main.remove();
};

test('P3: where the device has no voice of its own nothing is offered; one from elsewhere does not count', async () => {
  device();
  const silent = await readAloud();
  expect(silent.getByRole('button').elements()).toHaveLength(0);
  await silent.unmount();
  device({ lang: 'nl-NL', localService: false }, { lang: 'de-DE', localService: true });
  const remote = await readAloud();
  expect(remote.getByRole('button').elements()).toHaveLength(0);
});

test('what stands there is read in order, by the device’s voice of its language; what it has no voice for is left out', async () => {
  const remove = page(`<h1>Definitie</h1><p>Zo staat het <b>er</b>.</p><p lang="en">In English.</p>
    <button>Tik</button><span class="visually-hidden">niet</span><details><summary>Meer</summary><p>dicht</p></details>
    <p aria-hidden="true">teken</p><textarea>eigen</textarea><ul><li>een</li><li>twee</li></ul>`);
  const { said } = device({ lang: 'nl-NL', localService: true }, { lang: 'en-GB', localService: false });
  const screen = await readAloud();
  await screen.getByRole('button', { name: 'Lees voor' }).click();
  expect(said.map(({ text }) => text)).toEqual(['Definitie', 'Zo staat het er.', 'Meer', 'een', 'twee']);
  expect(new Set(said.map(({ lang }) => lang))).toEqual(new Set(['nl-NL']));
  said.at(-1)?.onend();
  await expect.element(screen.getByRole('button', { name: 'Lees voor' })).toBeVisible();
  remove();
});

test('reading stops at a tap, and when another screen comes', async () => {
  const remove = page('<h1>Definitie</h1>');
  const { cancelled } = device({ lang: 'nl_NL', localService: true });
  const screen = await readAloud();
  await screen.getByRole('button', { name: 'Lees voor' }).click();
  await screen.getByRole('button', { name: 'Stop' }).click();
  await screen.getByRole('button', { name: 'Lees voor' }).click();
  await expect.element(screen.getByRole('button', { name: 'Stop' })).toBeVisible();
  cancelled.mockClear();
  await screen.rerender({ language: 'nl', shown: 'b' });
  await expect.element(screen.getByRole('button', { name: 'Lees voor' })).toBeVisible();
  expect(cancelled).toHaveBeenCalled();
  remove();
});

/** Every text of the script is marked, so that it is known on the screen. */
const marked = JSON.parse(
  JSON.stringify(many, (key, value) => (key === 'nl' && typeof value === 'string' ? `¤${value}` : value)),
) as Script;
const told = (root: Element): { text: string; lang: string | undefined }[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (nodeValue?.includes('¤') && !parentElement?.closest('.visually-hidden'))
      found.push({ text: nodeValue, lang: parentElement?.closest<HTMLElement>('[lang]')?.lang });
  }
  return found;
};

test('what a script says in the other language alone is shown in that, and marked as that', async () => {
  await wording.use('en');
  const fake = fakeRoom(openStorage(), marked);
  const { room } = fake;
  const named = (id: string) => marked.steps.find((step) => step.id === id) as Step;
  const values = { t: { kind: 'text', text: '¤Wij zagen dit' } as const };
  const screens = [
    async () => render(Reading, { room, step: named('lezen') }),
    async () => render(Answering, { room, step: named('duo') }),
    async () => {
      fake.asHamid({ type: 'SubmitAnswer', unit: fake.unit, step: 'duo', item: 'def', prompt: 'p0', values });
      const none = () => undefined;
      return render(OwnAnswers, { room, onback: none, onforget: none, onleft: none });
    },
    async () => render(Talking, { room, step: named('praat') }),
  ];
  for (const show of screens) {
    const screen = await show();
    await expect.poll(() => told(screen.container).length).toBeGreaterThan(0);
    expect(told(screen.container).filter(({ lang }) => lang !== 'nl')).toEqual([]);
    await screen.unmount();
  }
  await wording.use('nl');
});
