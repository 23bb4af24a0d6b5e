/** What every store holds to in the same way. */
import { randomBytes } from 'node:crypto';
import type { Entry, Grant, StoredDraft } from './store.ts';

export type DraftKey = Pick<StoredDraft, 'unit' | 'step' | 'item' | 'prompt' | 'seat'>;
/** Where an address stands in the list: once for each script and month. */
export type InterestPlace = { script: string; month: string; email: string };
export type Interest = InterestPlace & {
  deleteAfter: number;
  /** `unasked`: left where no mail goes out; `waiting`: to be confirmed by mail. */
  standing: 'unasked' | 'waiting' | 'confirmed';
  /** What its links are made of; empty in what is older than they are. */
  secret: string;
  /** When the mail is to go, or to be tried again; null: none is. */
  sendAfter: number | null;
  tries: number;
  /** The day on which it went. */
  mailedOn: number | null;
};
/** Undefined: it goes. */
export type ChangeInterest = (known: Interest | undefined) => Interest | undefined;

/** Under which name the key and the tombstone of a script stand, among those of sessions (whose ids have no slash). */
const scriptPrefix = 'script/';
export const keptAsOf = (script: string): string => scriptPrefix + script;
/** The script that is kept under this name; undefined of a session. */
export const scriptKeptAs = (name: string): string | undefined =>
  name.startsWith(scriptPrefix) ? name.slice(scriptPrefix.length) : undefined;
/** To what the sealed words of a version are bound. */
export const versionPlaceOf = ({ script, version }: { script: string; version: number }): string =>
  `${scriptPrefix}${script}/${version}`;

export const interestPlaceOf = ({ script, month, email }: InterestPlace): string =>
  JSON.stringify([script, month, email]);
export type GrantFilter = { id?: string; session?: string; kind?: Grant['kind']; subject?: string };

/** Names one life of a log: 128 random bits. */
export const newEpoch = (): string => randomBytes(16).toString('base64url');

/** The entries' commands that were stored before; the same command twice in one append is an error. */
export function repeatedOf(entries: Entry[], isStored: (commandId: string) => boolean): string[] {
  const commands = entries.flatMap(({ commandId }) => (commandId === null ? [] : [commandId]));
  if (new Set(commands).size < commands.length) throw new Error('a command is twice in one append');
  return commands.filter(isStored);
}

/** Where a draft belongs, as one string. */
export const draftPlaceOf = ({ unit, step, item, prompt, seat }: DraftKey): string =>
  JSON.stringify([unit, step, item, prompt, seat]);

/** The filter's set fields; without any, everything would be revoked. */
export function fieldsOf(filter: GrantFilter): [keyof GrantFilter, string][] {
  const { id, session, kind, subject } = filter;
  return Object.entries({ id, session, kind, subject }).flatMap(([field, value]) =>
    value === undefined ? [] : [[field as keyof GrantFilter, value]],
  );
}
export function checkedFieldsOf(filter: GrantFilter): [keyof GrantFilter, string][] {
  const fields = fieldsOf(filter);
  if (fields.length === 0) throw new Error('say which grants to revoke');
  return fields;
}
