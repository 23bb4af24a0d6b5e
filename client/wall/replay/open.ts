import './replay.css';
import { mount } from 'svelte';
import { browserLanguage } from '../../live/browser-language.ts';
import type { Keep } from '../../live/storage.ts';
import { wording } from '../wording.svelte.ts';
import { readPlace } from './place.ts';
import Replay from './Replay.svelte';

/** A page that somebody reads, no projector: in the language of the summary, and it scrolls. */
export async function openReplay(target: HTMLElement | null, keep: Keep): Promise<void> {
  document.documentElement.classList.add('replay');
  await wording.open(keep, { key: 'ig.language', fallback: browserLanguage() });
  if (target) mount(Replay, { target, props: { place: readPlace() } });
}
