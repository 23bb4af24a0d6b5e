import { CannotStore, CorruptLog, UnknownSession } from '../errors.ts';
import { draftPlaceOf, type Interest, interestPlaceOf, newEpoch, repeatedOf } from '../session-rules.ts';
import type { Appended, Entry, SessionEntry, Store, StoredDraft, StoredResult } from '../store.ts';
import { loggedOf, storedFormOf, type Words } from '../stored-form.ts';
import { currentForm } from '../upcasters.ts';
import { buildMemoryCredentials } from './memory-credentials.ts';
import { buildMemoryFacilitators } from './memory-facilitators.ts';
import { buildMemoryGrants } from './memory-grants.ts';
import { buildMemoryScripts } from './memory-scripts.ts';

type Row = { seq: number; body: string; texts: string[] };
type Log = {
  entry: Omit<SessionEntry, 'seq'>;
  rows: Row[];
  /** null: erased */
  words: Map<string, string | null>;
  results: Map<string, StoredResult>;
  drafts: Map<string, StoredDraft>;
  marks: Set<string>;
};

/** A store that forgets all when the process ends: for tests and for trying things out. */
export function openMemoryStore({ now = Date.now }: { now?: () => number } = {}): Store {
  const logs = new Map<string, Log>();
  const deleted = new Set<string>();
  const grants = buildMemoryGrants(now);
  const people = buildMemoryFacilitators(now);
  const credentials = buildMemoryCredentials((id) => people.byId(id) !== undefined);
  const scripts = buildMemoryScripts((id) => people.byId(id) !== undefined);
  const interests = new Map<string, Interest>();
  let open = true;

  async function act<T>(work: () => T): Promise<T> {
    if (!open) throw new CannotStore('the store is closed');
    return work();
  }
  function begin(session: string, owner: string): Log {
    const entry = { session, epoch: newEpoch(), owner, createdAt: now(), lost: null };
    const log: Log = { entry, rows: [], words: new Map(), results: new Map(), drafts: new Map(), marks: new Set() };
    logs.set(session, log);
    return log;
  }
  function logOf(session: string): Log {
    const log = logs.get(session);
    if (!log) throw new UnknownSession(session);
    return log;
  }
  const eventsOf = ({ rows, words }: Log, after: number) =>
    rows.slice(after).map(({ seq, body, texts }) => {
      const left = texts.flatMap((text): Words[] => {
        const known = words.get(text);
        return typeof known === 'string' ? [[text, known]] : [];
      });
      return loggedOf(seq, currentForm, body, left);
    });

  function read(session: string, after: number) {
    const log = logs.get(session);
    return log ? eventsOf(log, after) : [];
  }
  function write({ rows, words, results, marks }: Log, { commandId, data, events, erase, remember = [] }: Entry): void {
    for (const event of events) {
      const { body, texts } = storedFormOf(event);
      for (const [text, known] of texts) words.set(text, known);
      rows.push({ seq: rows.length + 1, body, texts: texts.map(([text]) => text) });
    }
    for (const text of erase) if (words.has(text)) words.set(text, null);
    for (const mark of remember) marks.add(mark);
    if (commandId !== null) results.set(commandId, { seq: rows.length, data: data && { ...data } });
  }

  function append(session: string, expectedSeq: number, entries: Entry[], owner: string): Appended {
    const known = logs.get(session);
    if (!known && (expectedSeq !== 0 || deleted.has(session))) throw new UnknownSession(session);
    const repeated = repeatedOf(entries, (command) => known?.results.has(command) === true);
    const seq = known?.rows.length ?? 0;
    if (seq < expectedSeq) throw new CorruptLog(session, seq + 1, `ends at ${seq}, its writer knows ${expectedSeq}`);
    if (known && (seq > expectedSeq || repeated.length > 0)) {
      return { ok: false, tail: eventsOf(known, expectedSeq), repeated };
    }
    const brought = entries.flatMap(({ events }) => events.flatMap(({ texts = {} }) => Object.keys(texts)));
    if (new Set(brought).size < brought.length || brought.some((text) => known?.words.has(text))) {
      throw new Error('a text id is used twice');
    }
    const log = known ?? begin(session, owner);
    for (const entry of entries) write(log, entry);
    return { ok: true, events: eventsOf(log, seq) };
  }

  return {
    append: (session, expectedSeq, entries, owner = '') => act(() => append(session, expectedSeq, entries, owner)),
    read: (session, after = 0) => act(() => read(session, after)),
    readIntact: (session) => act(() => read(session, 0)),
    resultOf: (session, commandId) => act(() => logs.get(session)?.results.get(commandId)),
    remembered: (session) => act(() => [...(logs.get(session)?.marks ?? [])]),
    sessions: () => act(() => [...logs.values()].map(({ entry, rows }) => ({ ...entry, seq: rows.length }))),
    ownerOf: (session) => act(() => logs.get(session)?.entry.owner),
    giveTo: (session, owner) =>
      act(() => {
        logOf(session).entry.owner = owner;
      }),
    deleteSession: (session) =>
      act(() => {
        people.forget(session);
        if (logs.delete(session)) deleted.add(session);
        grants.forget(session);
      }),

    saveDraft: (session, draft) =>
      act(() => {
        const words = draft.words.toWellFormed();
        logOf(session).drafts.set(draftPlaceOf(draft), { ...draft, words });
      }),
    drafts: (session, unit) =>
      act(() => {
        const drafts = [...(logs.get(session)?.drafts.values() ?? [])].filter((draft) => draft.unit === unit);
        return drafts.sort((a, b) => a.at - b.at).map((draft) => ({ ...draft }));
      }),
    dropDraft: (session, key) => act(() => void logs.get(session)?.drafts.delete(draftPlaceOf(key))),

    addGrant: (secretHash, grant) =>
      act(() => {
        if (grant.session !== null && deleted.has(grant.session)) throw new UnknownSession(grant.session);
        grants.add(secretHash, grant);
      }),
    grantByHash: (secretHash) => act(() => grants.byHash(secretHash)),
    grants: (filter) => act(() => grants.list(filter)),
    revokeGrants: (filter) => act(() => grants.revoke(filter)),

    renewGrant: (id, to) => act(() => grants.renew(id, to)),

    facilitators: () => act(people.list),
    facilitator: (id) => act(() => people.byId(id)),
    saveFacilitator: (facilitator) => act(() => people.save(facilitator)),
    changeFacilitator: (id, changed) => act(() => people.change(id, changed)),
    removeFacilitator: (id) =>
      act(() => {
        people.remove(id);
        credentials.removeOf(id);
        scripts.removeOf(id);
      }),
    addCredential: (credential) => act(() => credentials.add(credential)),
    credentials: (filter) => act(() => credentials.list(filter)),
    renewCredential: (id, to) => act(() => credentials.renew(id, to)),
    removeCredential: (id, facilitator) => act(() => credentials.remove(id, facilitator)),
    addShare: (share) =>
      act(() => {
        logOf(share.session);
        people.share(share);
      }),
    shares: (filter) => act(() => people.shares(filter)),
    removeShare: (session, facilitator) => act(() => people.unshare(session, facilitator)),
    saveScript: (saved, most) => act(() => scripts.save(saved, most)),
    scripts: ({ owner }) => act(() => scripts.list(owner)),
    scriptVersions: (script) => act(() => scripts.versions(script)),
    scriptText: (script, version) => act(() => scripts.text(script, version)),
    removeScript: (script) => act(() => scripts.remove(script)),
    giveScripts: (from, to) => act(() => scripts.give(from, to)),
    addAct: (done) => act(() => people.addAct(done)),
    acts: () => act(people.acts),

    changeInterest: (place, change) =>
      act(() => {
        const at = interestPlaceOf(place);
        const known = interests.get(at);
        const next = change(known && known.deleteAfter > now() ? { ...known } : undefined);
        if (next) interests.set(at, { ...next });
        else interests.delete(at);
      }),
    interests: () =>
      act(() => [...interests.values()].filter(({ deleteAfter }) => deleteAfter > now()).map((one) => ({ ...one }))),
    sweepInterests: () =>
      act(() => {
        for (const [at, { deleteAfter }] of interests) if (deleteAfter <= now()) interests.delete(at);
      }),

    probe: () => act(() => {}),
    async close() {
      open = false;
    },
  };
}
