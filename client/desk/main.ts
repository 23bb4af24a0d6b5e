import '../styles/base.css';
import '../styles/content.css';
import './desk.css';
import { mount } from 'svelte';
import { openStorage } from '../live/storage.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import App from './App.svelte';
import { DeskSettings } from './settings.svelte.ts';
import { browserLanguage, wording } from './wording.svelte.ts';

const target = document.getElementById('app');
const keep = openStorage();
const settings = new DeskSettings(keep);
await wording.open(keep, browserLanguage());
keepFocus();
if (target) mount(App, { target, props: { keep, settings } });
