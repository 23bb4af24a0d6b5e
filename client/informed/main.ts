/** Opened from a mail: an address is confirmed, or leaves the list, by one press. A link alone does neither: mail programs open links. */
import '../styles/base.css';
import './informed.css';
import { informed as english } from '../../shared/words/informed.en.ts';
import { informed as dutch } from '../../shared/words/informed.nl.ts';
import { call } from '../live/api.ts';
import { browserLanguage } from '../live/browser-language.ts';

const language = browserLanguage();
const words = language === 'nl' ? dutch : english;
/** After the #; but a mail program's own button has only a path, and opens it where it cannot press by itself. */
const [, inPath] = /^\/afmelden\/([A-Za-z0-9_-]{43})$/.exec(location.pathname) ?? [];
const [, stop = inPath, secret = inPath] = /^#(stop=)?([A-Za-z0-9_-]{43})$/.exec(location.hash) ?? [];
const asked = stop ? words.stop : words.confirm;

function part<K extends 'h1' | 'p' | 'button'>(name: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

const title = part('h1', secret ? asked.title : words.none);
const said = part('p', secret ? asked.text : '');
said.setAttribute('role', 'status');
const button = part('button', asked.go);
button.className = 'button primary';
button.addEventListener('click', () => void press());

async function press(): Promise<void> {
  button.disabled = true;
  const done = await call('POST', `/api/interest/${stop ? 'stop' : 'confirm'}`, { secret });
  button.disabled = false;
  const isOver = done.ok || done.reason === 'noTicket';
  said.textContent = done.ok ? asked.done : isOver ? words.gone : words.failed;
  if (!isOver) return;
  button.remove();
  // What was spent does not stay in the address.
  history.replaceState(null, '', '/op-de-hoogte');
}

document.documentElement.lang = language;
document.title = `${title.textContent} · In gesprek`;
document.getElementById('app')?.replaceChildren(title, said, ...(secret ? [button] : []));
window.addEventListener('hashchange', () => location.reload());
