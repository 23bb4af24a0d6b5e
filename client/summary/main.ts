import '../styles/base.css';
import '../styles/content.css';
import './summary.css';
import './print.css';
import { mount } from 'svelte';
import { browserLanguage } from '../live/browser-language.ts';
import { openStorage } from '../live/storage.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import App from './App.svelte';
import { wording } from './wording.svelte.ts';

const target = document.getElementById('app');
const keep = openStorage();
await wording.open(keep, browserLanguage());
keepFocus();
if (target) {
  target.replaceChildren();
  mount(App, { target, props: { keep } });
}
