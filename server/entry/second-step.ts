import { createHmac } from 'node:crypto';
import { isSame, letterAt } from '../secrets.ts';

/** How long the wall shows the same three letters, ms. Those of one turn before still count. */
export const turnLength = 60_000;
const lettersForm = /^[BCDFGHJKLMNPQRSTVWXZ]{3}$/;
const passFor = 15 * 60_000;
const passForm = /^([A-Za-z0-9]{1,24})~([a-z0-9]{1,10})~([A-Za-z0-9_-]{22})$/;

const turnOf = (now: number): number => Math.floor(now / turnLength);

/** The three letters of a turn: 8,000 ways, which nobody can reckon without the session's own secret. */
function lettersOfTurn(secret: string, turn: number): string {
  const bytes = createHmac('sha256', secret).update(`letters ${turn}`).digest();
  return [0, 4, 8].map((at) => letterAt(bytes.readUInt32BE(at))).join('');
}
export const lettersAt = (secret: string, now: number): string => lettersOfTurn(secret, turnOf(now));

/** Whether somebody who typed this reads the wall now, or did a turn ago. */
export function areLettersOf(secret: string, typed: string, now: number): boolean {
  const letters = typed.toUpperCase();
  if (!lettersForm.test(letters)) return false;
  const counting = [turnOf(now), turnOf(now) - 1].map((turn) => isSame(letters, lettersOfTurn(secret, turn)));
  return counting.includes(true);
}

const markOf = (secret: string, session: string, until: string): string =>
  createHmac('sha256', secret).update(`pass ${session} ${until}`).digest('base64url').slice(0, 22);

/** Stands for code and letters while somebody says who they are; counts for a quarter of an hour. */
export function passOf(secret: string, session: string, now: number): string {
  const until = (now + passFor).toString(36);
  return [session, until, markOf(secret, session, until)].join('~');
}

export type Pass = { session: string; isRight: (secret: string, now: number) => boolean };
/** An entry that has the form of a pass. */
export function passIn(entry: string): Pass | undefined {
  const [, session, until, mark] = passForm.exec(entry) ?? [];
  if (session === undefined || until === undefined || mark === undefined) return undefined;
  return {
    session,
    isRight: (secret, now) => isSame(mark, markOf(secret, session, until)) && now < Number.parseInt(until, 36),
  };
}
