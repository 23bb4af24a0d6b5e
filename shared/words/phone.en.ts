import { joining } from './phone/joining.en.ts';
import { rest } from './phone/rest.en.ts';
import { room } from './phone/room.en.ts';
import type { words as dutch } from './phone.nl.ts';

/** Every sentence on the phone, in English. */
export const words: typeof dutch = { ...joining, ...room, ...rest };
