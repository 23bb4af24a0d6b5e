import type { Joined, LookedUp } from '../../../shared/api.ts';
import { type ApiResult, call } from '../../live/api.ts';
import { wording } from '../wording.svelte.ts';

export const codeLength = 6;
export const recoveryLength = 10;
/** Of what the big screen shows beside the code, where that is asked. */
export const lettersLength = 3;

const groupOf = (length: number) => Math.max(3, length / 2);

/** What was typed or pasted as a code: in capitals or not, with or without spaces, as long as the letters are there. */
export const lettersOf = (typed: string, length: number): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, length);

/** Letters in two groups (three are one), as the big screen shows them. */
export const grouped = (letters: string, length: number): string =>
  [letters.slice(0, groupOf(length)), letters.slice(groupOf(length))].join(' ').trim();

type Found = LookedUp & { entry: string };

export async function lookUp(entry: string): Promise<ApiResult<Found>> {
  const found = await call<LookedUp>('POST', '/api/look-up', { entry });
  return found.ok ? { ...found, body: { entry, ...found.body } } : found;
}

export type Wish = {
  people: number;
  perspectives: string[];
  guest?: string[];
  organisation: string | null;
  name: string;
  consent?: string;
};

/** The session in the address is a hint to a balancer: it is counted where its lines will be. */
export const join = ({ session, entry }: Found, commandId: string, wish: Wish): Promise<ApiResult<Joined>> =>
  call('POST', `/api/join?session=${session}`, { entry, commandId, ...wish });

export const recover = (recovery: string): Promise<ApiResult<Joined>> => call('POST', '/api/recover', { recovery });

/** Why it did not work, in words that say what to do. */
export function problemOf(reason: string): string {
  const { joining: words, refusals } = wording;
  if (reason === 'offline') return words.join.offline;
  if (reason === 'tooFast') return words.join.tooMany;
  if (reason === 'link') return words.join.linkUnknown;
  return reason in refusals ? refusals[reason as keyof typeof refusals] : refusals.tryAgain;
}
