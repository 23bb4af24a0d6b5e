/** The phone of somebody who is played, in a frame of the desk that rehearses: `#ticket=…&session=…&seat=…&unit=…&taal=nl`. */
import '../styles/base.css';
import './phone.css';
import { mount } from 'svelte';
import { memory } from '../live/storage.ts';
import Room from './room/Room.svelte';
import { wording } from './wording.svelte.ts';

const asked = new URLSearchParams(location.hash.slice(1));
const of = (name: string): string => asked.get(name) ?? '';
/** Frames of one browser share what it keeps: each of these keeps its own, as long as it is open. */
const keep = { ...memory(), lasting: true };
// Nor is the program kept here for when there is no network.
Object.defineProperty(navigator, 'serviceWorker', { value: undefined });

await wording.open(keep, of('taal') === 'en' ? 'en' : 'nl', true);
const target = document.getElementById('app');
// Who is played has found whom they sit with.
if (of('unit')) keep.set(`ig.${of('session')}.${of('seat')}.met.${of('unit')}`, '1');
const seat = { session: of('session'), seat: of('seat'), ticket: of('ticket'), recovery: '', title: '' };
const nothing = () => undefined;
if (target) mount(Room, { target, props: { seat, keep, onforget: nothing, onleft: nothing } });
