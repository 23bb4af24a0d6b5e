/** From event to stored body and back: what `append` returns has made the same journey as what `read` returns. */
import type { Logged, NewEvent } from '../../shared/events.ts';
import { lift, type StoredBody } from './upcasters.ts';

export type NewLogged = NewEvent & { at: number; by: string };
export type Words = [text: string, words: string];

/** The body as JSON without words, and the words apart, without lone surrogates (no database gives those back). */
export function storedFormOf(event: NewLogged): { body: string; texts: Words[] } {
  const { texts = {}, ...body } = event;
  const apart = Object.entries(texts).map(([text, words]): Words => [text, words.toWellFormed()]);
  return { body: JSON.stringify(body), texts: apart };
}

/** The event as its reader gets it: lifted to the newest form, with the words that are left. */
export function loggedOf(seq: number, form: number, body: string, texts: Words[]): Logged {
  const stored: StoredBody = JSON.parse(body);
  const logged = { ...lift(stored, form), seq, ...(texts.length > 0 && { texts: Object.fromEntries(texts) }) };
  return logged as unknown as Logged;
}
