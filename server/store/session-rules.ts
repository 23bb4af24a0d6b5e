/** What every store holds to in the same way. */
import { randomBytes } from 'node:crypto';
import type { Entry, Grant, StoredDraft } from './store.ts';

export type DraftKey = Pick<StoredDraft, 'unit' | 'step' | 'item' | 'prompt' | 'seat'>;
export type Interest = { script: string; month: string; email: string; deleteAfter: number };
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
