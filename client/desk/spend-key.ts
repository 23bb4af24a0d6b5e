import { call } from '../live/api.ts';

/** A key works once: its answer is the way in, also for a page that is loaded anew before it comes. */
export const spendKey = (key: string) => call('POST', '/api/sign-in', { key }, undefined, true);
