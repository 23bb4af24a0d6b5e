/** Small events, entries and grants for the stores' exam. */

import type { Interest } from '../../server/store/session-rules.ts';
import type { Entry, Grant, Store, StoredDraft } from '../../server/store/store.ts';
import type { NewEvent } from '../../shared/events.ts';

type Stamped = Entry['events'][number];
export const sampleAt = 1_700_000_000_000;

export const stamped = (event: NewEvent): Stamped => ({ ...event, at: sampleAt, by: 'desk' });
export const opened = (step: string): Stamped => stamped({ type: 'StepOpened', step, endsAt: null });
export const noted = (note: string, words: string, text = `t-${note}`): Stamped =>
  stamped({
    type: 'NoteAdded',
    note,
    kind: 'insight',
    text,
    step: null,
    item: null,
    subgroup: null,
    texts: { [text]: words },
  });

/** One command that led to these events. */
export const entry = (commandId: string | null, events: Stamped[], more: Partial<Entry> = {}): Entry => ({
  commandId,
  data: null,
  events,
  erase: [],
  ...more,
});
export const oneStep = (name: string): Entry => entry(`command-${name}`, [opened(name)]);

/** Begins a session with as many events as asked. */
export async function begun(store: Store, session: string, events = 1): Promise<void> {
  const entries = Array.from({ length: events }, (_, n) => oneStep(`${session}-${n + 1}`));
  await store.append(session, 0, entries, 'owner-1');
}

export const grant = (id: string, more: Partial<Grant> = {}): Grant => ({
  id,
  kind: 'seat',
  session: 's1',
  subject: 'seat-1',
  createdAt: sampleAt,
  expiresAt: sampleAt + 1000,
  terms: null,
  ...more,
});

export const draft = (words: string, more: Partial<StoredDraft> = {}): StoredDraft => ({
  unit: 'u1',
  step: 'step-1',
  item: 'item-1',
  prompt: 'prompt-1',
  seat: 'seat-1',
  at: sampleAt,
  words,
  ...more,
});

export const interestOf = (email: string, more: Partial<Interest> = {}): Interest => ({
  ...{ script: 'win', month: '2026-03', email, deleteAfter: sampleAt + 1_000 },
  ...{ standing: 'waiting', secret: 'geheim', sendAfter: sampleAt, tries: 2, mailedOn: null },
  ...more,
});
/** As it is, whatever was there. */
export const leave = (store: Store, interest: Interest): Promise<void> =>
  store.changeInterest(interest, () => interest);
