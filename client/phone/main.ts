import '../styles/base.css';
import './phone.css';
import { mount } from 'svelte';
import { reloadOnce } from '../live/reload-once.ts';
import { openStorage } from '../live/storage.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import App from './App.svelte';
import { importRoom } from './loading.ts';
import { readSeat } from './seat.ts';
import { view } from './view.svelte.ts';
import { browserLanguage, wording } from './wording.svelte.ts';

const target = document.getElementById('app');
const keep = openStorage();
view.open(keep);
// A part of this page is gone: the server has a newer one.
addEventListener('vite:preloadError', () => void (keep.lasting && reloadOnce()));
/** Has a place, and no code of another: then the room comes first, with its words. */
const returns = !location.hash && readSeat(keep) !== undefined;
if (returns) void importRoom().catch(() => undefined);
await wording.open(keep, browserLanguage(), returns);
if (target) {
  target.replaceChildren();
  keepFocus();
  mount(App, { target, props: { keep } });
}
