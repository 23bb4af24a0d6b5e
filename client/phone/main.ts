import '../styles/base.css';
import './phone.css';
import { mount } from 'svelte';
import { openStorage } from '../live/storage.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import App from './App.svelte';
import { browserLanguage, wording } from './wording.svelte.ts';

const target = document.getElementById('app');
const keep = openStorage();
await wording.open(keep, browserLanguage());
if (target) {
  target.replaceChildren();
  keepFocus();
  mount(App, { target, props: { keep } });
}
