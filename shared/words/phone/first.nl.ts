/** All that a phone says before somebody has joined, in one file: in Dutch. */
export { refusals } from '../refusals.nl.ts';
export { joining } from './joining.nl.ts';
