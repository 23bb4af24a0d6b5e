import { DatabaseError } from 'pg';
import { CannotStore } from '../errors.ts';

/** PostgreSQL's own codes (appendix A of its manual). */
const duplicate = '23505';
/** Rolled back so that others could go on: the same once more may succeed. */
const passing = ['40001', '40P01'];
/** What was asked is wrong: a value, a rule of a table, a statement. Everything else is the server, the disk or the line. */
const ownClasses = ['22', '23', '42'];

const codeOf = (error: unknown): string | undefined => (error instanceof DatabaseError ? error.code : undefined);

export const isDuplicate = (error: unknown): boolean => codeOf(error) === duplicate;
export const isPassing = (error: unknown): boolean => passing.includes(codeOf(error) ?? '');

/** As the store tells it: what is not the asker's own fault is CannotStore. */
export function told(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== undefined && (ownClasses.includes(code.slice(0, 2)) || isPassing(error))) return error;
  return new CannotStore('the database cannot be used now', { cause: error });
}
