import type { Logged } from '../../../shared/events.ts';
import { inTurns } from '../../in-turns.ts';
import { CannotStore, type CorruptLog, UnknownSession } from '../errors.ts';
import { keptAsOf } from '../session-rules.ts';
import type { Store } from '../store.ts';
import { buildActs } from './acts.ts';
import { buildBatch, type OnCommit } from './batch.ts';
import { buildCredentials } from './credentials.ts';
import { type Databases, emptyLog, moveLog, openDatabases } from './database.ts';
import { buildDeletion } from './deletion.ts';
import { buildDrafts } from './drafts.ts';
import { buildFacilitators } from './facilitators.ts';
import { isDamaged, isDiskFailure } from './failures.ts';
import { buildStoreFiles } from './files.ts';
import { buildGrants } from './grants.ts';
import { buildInterests } from './interests.ts';
import { buildKeys } from './keys.ts';
import { buildKnownEnds, type LostEnd } from './known-ends.ts';
import { buildScripts } from './scripts.ts';
import { buildSessionLog } from './session-log.ts';

export type SqliteStore = Store & {
  /** The logs known to be damaged: by their counts at opening, or found in reading. */
  damaged: () => CorruptLog[];
};
type Options = {
  now?: () => number;
  onCommit?: OnCommit;
  /** Told once of each log that is found to be damaged. */
  onDamage?: (found: CorruptLog) => void;
  /** Told at opening of each log whose end is gone. */
  onLost?: (lost: LostEnd) => void;
};

/** What a disk does to the write-ahead log is done to this much of the past (ms). */
const moveEvery = 15_000;

/** Opens `in-gesprek.db` and `keys.db` in a folder (made if needed) for this process alone: StoreInUse if another has it. */
export function openSqliteStore({ folder, ...options }: Options & { folder: string }): SqliteStore {
  const databases = openDatabases(folder);
  try {
    return buildSqliteStore(databases, options);
  } catch (cause) {
    databases.main.close();
    databases.keys.close();
    throw new CannotStore(`cannot use the files in ${folder}`, { cause });
  }
}

/** The store on two open databases, which it closes. */
export function buildSqliteStore(
  databases: Databases,
  { now = Date.now, onCommit, onDamage, onLost }: Options = {},
): SqliteStore {
  const { main } = databases;
  const keys = buildKeys(databases.keys);
  const deletion = buildDeletion(main, keys, now);
  deletion.finish();
  const ends = buildKnownEnds(databases.keys, main, now);
  for (const lost of ends.findLost()) onLost?.(lost);
  const log = buildSessionLog(main, keys, ends, now, onDamage);
  if (log.eraseAgain()) emptyLog(main);
  const grants = buildGrants(main, keys, now);
  if (grants.markAll()) emptyLog(main);
  const drafts = buildDrafts(main, keys);
  const interests = buildInterests(main, keys, now);
  const facilitators = buildFacilitators(main);
  const credentials = buildCredentials(main);
  const scripts = buildScripts(main, keys, (facilitator) => facilitators.byId(facilitator) !== undefined);
  const acts = buildActs(main, now);
  function committed(calls: number): void {
    isMoved = false;
    ends.write();
    onCommit?.(calls);
  }
  const { write, close } = buildBatch(main, committed, now);
  const sign = main.prepare('INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at');
  let open = true;
  let isMoved = true;
  const moving = setInterval(() => {
    if (!isMoved) moveLog(main);
    isMoved = true;
  }, moveEvery).unref();

  function wipe(): void {
    // closing has emptied both logs itself
    if (!open) return;
    emptyLog(main);
    keys.wipe();
  }
  const look = async <T>(work: () => T): Promise<T> => looking(work);
  function looking<T>(work: () => T): T {
    if (!open) throw new CannotStore('the store is closed');
    try {
      return work();
    } catch (error) {
      if (isDiskFailure(error) || isDamaged(error)) throw new CannotStore('cannot read the file', { cause: error });
      throw error;
    }
  }
  function* readInSteps(session: string, after: number): Generator<undefined, Logged[]> {
    const steps = looking(() => log.readInSteps(session, after));
    for (;;) {
      const { done, value } = looking(() => steps.next());
      if (done) return value;
      yield;
    }
  }
  function ifHere<T>(session: string, work: () => T): T {
    if (!log.has(session)) throw new UnknownSession(session);
    return work();
  }
  function unlessBuried<T>(session: string | null, work: () => T): T {
    if (session !== null && keys.isBuried(session)) throw new UnknownSession(session);
    return work();
  }

  return {
    append: (session, expectedSeq, entries, owner = '') =>
      write(
        () => log.append(session, expectedSeq, entries, owner),
        entries.some(({ erase }) => erase.length > 0),
      ),
    read: (session, after = 0) => inTurns(readInSteps(session, after)),
    readIntact: (session) => look(() => log.readIntact(session)),
    resultOf: (session, commandId) => look(() => log.resultOf(session, commandId)),
    remembered: (session) => look(() => log.remembered(session)),
    sessions: () => look(log.sessions),
    damaged: log.damaged,
    ownerOf: (session) => look(() => log.ownerOf(session)),
    giveTo: (session, owner) => write(() => ifHere(session, () => log.giveTo(session, owner))),
    async deleteSession(session) {
      await write(() => deletion.remove(session));
      log.forget(session);
      wipe();
    },

    saveDraft: (session, draft) => write(() => ifHere(session, () => drafts.save(session, draft))),
    drafts: (session, unit) => look(() => (log.has(session) ? drafts.list(session, unit) : [])),
    dropDraft: (session, key, forGood) => write(() => drafts.drop(session, key), forGood),

    addGrant: (secretHash, grant) => write(() => unlessBuried(grant.session, () => grants.add(secretHash, grant))),
    grantByHash: (secretHash) => look(() => grants.byHash(secretHash)),
    grants: (filter) => look(() => grants.list(filter)),
    revokeGrants: (filter) => write(() => grants.revoke(filter)),

    renewGrant: (id, to) => write(() => grants.renew(id, to)),

    facilitators: () => look(facilitators.list),
    facilitator: (id) => look(() => facilitators.byId(id)),
    saveFacilitator: (facilitator) => write(() => facilitators.save(facilitator), true),
    changeFacilitator: (id, changed) => write(() => facilitators.change(id, changed), true),
    async removeFacilitator(id) {
      const own = await write(() => {
        facilitators.remove(id);
        credentials.removeOf(id);
        const all = scripts.list(id);
        for (const { script } of all) deletion.remove(keptAsOf(script));
        return all.length;
      }, true);
      if (own > 0) wipe();
    },
    addCredential: (credential) => write(() => credentials.add(credential)),
    credentials: (filter) => look(() => credentials.list(filter)),
    renewCredential: (id, to) => write(() => credentials.renew(id, to)),
    removeCredential: (id, facilitator) => write(() => credentials.remove(id, facilitator), true),
    addShare: (share) => write(() => ifHere(share.session, () => facilitators.share(share))),
    shares: (filter) => look(() => facilitators.shares(filter)),
    removeShare: (session, facilitator) => write(() => facilitators.unshare(session, facilitator)),
    saveScript: (saved, most) => write(() => scripts.save(saved, most)),
    scripts: ({ owner }) => look(() => scripts.list(owner)),
    scriptVersions: (script) => look(() => scripts.versions(script)),
    scriptText: (script, version) => look(() => scripts.text(script, version)),
    async removeScript(script) {
      await write(() => deletion.remove(keptAsOf(script)));
      wipe();
    },
    giveScripts: (from, to) => write(() => scripts.give(from, to)),
    addAct: (act) => write(() => acts.add(act)),
    acts: () => look(acts.list),

    changeInterest: (place, change) => write(() => interests.change(place, change), true),
    interests: () => look(interests.list),
    async sweepInterests() {
      // Old bytes are wiped where there were; else the files are left alone.
      if ((await write(interests.sweep)) > 0) await write(() => undefined, true);
    },

    probe: () => write(() => void sign.run(now())),
    files: buildStoreFiles(databases, keys, log.damaged),
    async close() {
      if (!open) return;
      open = false;
      clearInterval(moving);
      close();
      main.close();
      databases.keys.close();
    },
  };
}
