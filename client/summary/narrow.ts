import { MediaQuery } from 'svelte/reactivity';

/** Of a phone, as the parts of the summary have it. */
export const narrow = new MediaQuery('screen and (max-width: 760px)');
