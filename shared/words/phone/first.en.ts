/** All that a phone says before somebody has joined, in one file: in English. */
export { refusals } from '../refusals.en.ts';
export { joining } from './joining.en.ts';
