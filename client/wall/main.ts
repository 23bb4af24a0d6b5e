import '../styles/base.css';
import '../styles/content.css';
import './wall.css';
import { mount } from 'svelte';
import { openStorage } from '../live/storage.ts';
import App from './App.svelte';
import { WallSettings } from './settings.svelte.ts';
import { wording } from './wording.svelte.ts';

const target = document.getElementById('app');
const keep = openStorage();
/** terugkijken: the same pictures, of moments that have been. */
const isReplay = /^\/(terugkijken|replay)\/?$/.test(location.pathname);

if (isReplay) {
  const { openReplay } = await import('./replay/open.ts');
  await openReplay(target, keep);
} else {
  const settings = new WallSettings(keep);
  await wording.open(keep);
  if (target) mount(App, { target, props: { keep, settings } });
}
