import './replay.css';
import { mount } from 'svelte';
import { browserLanguage } from '../../live/browser-language.ts';
import type { Keep } from '../../live/storage.ts';
import { wording } from '../wording.svelte.ts';
import { readPlace } from './place.ts';
import Replay from './Replay.svelte';

/** The wall's pictures know a theme by its name; a page that is read follows the device. */
function followDevice(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', follow);
  follow();
}

/** A page that somebody reads, no projector: in the language of the summary, and it scrolls. */
export async function openReplay(target: HTMLElement | null, keep: Keep): Promise<void> {
  document.documentElement.classList.add('replay');
  followDevice();
  await wording.open(keep, { key: 'ig.language', fallback: browserLanguage() });
  // Another link in the same tab: another reader.
  window.addEventListener('hashchange', () => location.hash && location.reload());
  if (target) mount(Replay, { target, props: { place: readPlace() } });
}
