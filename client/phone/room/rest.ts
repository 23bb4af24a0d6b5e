/** What the lobby and answering do not need: fetched when a screen asks for it, or when there is time. */
export { inputOf } from '../../fields/register.ts';
export { default as Carried } from '../answer/Carried.svelte';
export { default as Choosing } from '../answer/Choosing.svelte';
export { default as SentView } from '../answer/SentView.svelte';
export { default as TurnBar } from '../answer/TurnBar.svelte';
export { default as Versions } from '../answer/Versions.svelte';
export { default as Alone } from './Alone.svelte';
export { default as Check } from './Check.svelte';
export { default as Closing } from './Closing.svelte';
export { default as Finding } from './Finding.svelte';
export { default as Gone } from './Gone.svelte';
export { default as MenuDialog } from './MenuDialog.svelte';
export { default as OwnAnswers } from './OwnAnswers.svelte';
export { default as Paired } from './Paired.svelte';
export { default as Presentation } from './Presentation.svelte';
export { default as Reading } from './Reading.svelte';
export { default as StayInformed } from './StayInformed.svelte';
export { default as Talking } from './Talking.svelte';
