/** For who comes without a code: what this is, for whom, how a session goes, what is kept. */
import '../styles/base.css';
import './about.css';
import { about as english } from '../../shared/words/about.en.ts';
import { about as dutch } from '../../shared/words/about.nl.ts';
import { browserLanguage } from '../live/browser-language.ts';
import { openStorage } from '../live/storage.ts';
import cards from './pictures/cards.webp';
import phone from './pictures/phone.webp';
import summary from './pictures/summary.webp';
import wall from './pictures/wall.webp';

const pictures = { wall, phone, cards, summary };
/** As they were made: the page does not jump when they come. */
const measures = { wall: [960, 540], phone: [520, 853], cards: [960, 540], summary: [960, 540] } as const;
/** What stands beside each part of how a session goes. */
const shown = ['wall', 'phone', 'cards', 'summary'] as const;

function part<K extends keyof HTMLElementTagNameMap>(name: K, ...inside: (string | Node)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}
function link(href: string, text: string, look: string): HTMLAnchorElement {
  const made = part('a', text);
  made.href = href;
  made.className = look;
  return made;
}

const keep = openStorage();
const kept = keep.get('ig.language');
let language = kept === 'nl' || kept === 'en' ? kept : browserLanguage();

function draw(): void {
  const words = language === 'nl' ? dutch : english;
  const other = language === 'nl' ? 'en' : 'nl';
  const change = part('button', words.otherLanguage);
  change.className = 'button quiet';
  change.lang = other;
  change.addEventListener('click', () => {
    language = other;
    keep.set('ig.language', other);
    draw();
    document.querySelector<HTMLElement>('header button')?.focus();
  });
  const picture = (name: keyof typeof pictures): HTMLElement => {
    const image = part('img');
    image.src = pictures[name];
    image.alt = words.alt[name];
    [image.width, image.height] = measures[name];
    image.loading = 'lazy';
    const frame = part('figure', image);
    frame.className = name;
    return frame;
  };
  const steps = words.how.steps.map((step, at) =>
    part('li', part('div', part('h3', step.title), part('p', step.text)), ...shown.slice(at, at + 1).map(picture)),
  );
  const lead = part('p', words.lead);
  lead.className = 'lead';
  const main = part(
    'main',
    part('section', part('h1', words.title), lead, part('p', words.lead2), link('/', words.join, 'button primary')),
    part('section', part('h2', words.for.title), part('p', words.for.text)),
    part('section', part('h2', words.how.title), part('ol', ...steps)),
    part('section', part('h2', words.kept.title), part('ul', ...words.kept.points.map((point) => part('li', point)))),
    part(
      'section',
      part('h2', words.try.title),
      part('p', words.try.text),
      link('/bureau', words.try.desk, 'button'),
      part('p', words.try.own),
      part('p', link('/hulp', words.try.help, '')),
    ),
  );
  document.documentElement.lang = language;
  document.title = words.pageTitle;
  document.getElementById('app')?.replaceChildren(part('header', change), main);
}
draw();
