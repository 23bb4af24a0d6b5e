import { NewerSchema } from './errors.ts';

/** An event's stored body in any form that was ever written; `at` and `by` are in it, `seq` and words are not. */
export type StoredBody = Readonly<Record<string, unknown>>;
type Upcaster = (body: StoredBody) => StoredBody;

/** The n-th lifts form n to form n + 1; each released form keeps its fixtures for ever. */
const upcasters: readonly Upcaster[] = [];

/** The form in which events are written now. */
export const currentForm = upcasters.length + 1;

/** Lifts a body from the form it was written in to the newest one. */
export function lift(body: StoredBody, form: number, table = upcasters): StoredBody {
  if (form < 1 || form > table.length + 1) throw new NewerSchema('an event', form, table.length + 1);
  return table.slice(form - 1).reduce((lifted, upcaster) => upcaster(lifted), body);
}
