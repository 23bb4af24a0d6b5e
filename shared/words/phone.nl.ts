/** Every sentence on the phone, in Dutch: B1, je/jullie, at most twelve words a sentence. Its three parts are fetched one after the other. */
import { joining } from './phone/joining.nl.ts';
import { rest } from './phone/rest.nl.ts';
import { room } from './phone/room.nl.ts';

export const words = { ...joining, ...room, ...rest };
