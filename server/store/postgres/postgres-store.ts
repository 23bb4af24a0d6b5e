import { CannotStore, type CorruptLog, UnknownSession } from '../errors.ts';
import { keptAsOf } from '../session-rules.ts';
import type { Store } from '../store.ts';
import { buildActs } from './acts.ts';
import { type Database, openDatabase, type Run } from './database.ts';
import { buildDeletion } from './deletion.ts';
import { buildDrafts } from './drafts.ts';
import { fetchTogether } from './event-rows.ts';
import { credentialRows, facilitatorRows, shareRows } from './facilitators.ts';
import { lookAtDatabase } from './facts.ts';
import { isDuplicate } from './failures.ts';
import { buildGrants } from './grants.ts';
import { settleIn } from './home.ts';
import { buildInterests } from './interests.ts';
import { buildKeys, type Keys } from './keys.ts';
import { buildLanes } from './lanes.ts';
import { migrate } from './migrate.ts';
import { keysSchema, mainSchema } from './schema.ts';
import { buildScripts } from './scripts.ts';
import { buildSessionLog } from './session-log.ts';

type Options = {
  /** postgres://… */
  url: string;
  /** Where the keys are, if not in the same database. */
  keysUrl?: string | undefined;
  now?: () => number;
  /** Told once of each log that is found to be damaged. */
  onDamage?: (found: CorruptLog) => void;
  /** Told at opening how many sessions were in a copy that was put back. */
  onCopy?: (sessions: number) => void;
  /** How many lines to the database at most, beside two for the keys. */
  lines?: number;
  /** The schema of the tables; that of the keys is called after it. */
  schema?: string;
};

/** Lanes beside those of sessions: what changes in one of these is done one after another, on all nodes. */
const lane = (session: string | null | undefined): string => `session/${session ?? ''}`;

/** Several of these, on as many nodes, may use one database. Throws NewerSchema or CannotStore, and then holds nothing open. */
export async function openPostgresStore(options: Options): Promise<Store> {
  const { url, keysUrl = url, lines = 8, schema = 'in_gesprek' } = options;
  const database = openDatabase({ url, schema, lines });
  const keysDatabase = openDatabase({ url: keysUrl, schema: `${schema}_keys`, lines: 2 });
  try {
    await migrate(database, schema, mainSchema);
    await migrate(keysDatabase, `${schema}_keys`, keysSchema);
    return await buildPostgresStore(database, keysDatabase, options);
  } catch (error) {
    await Promise.all([database.close(), keysDatabase.close()]);
    throw error;
  }
}

async function buildPostgresStore(
  database: Database,
  keysDatabase: Database,
  { now = Date.now, onDamage, onCopy }: Options,
): Promise<Store> {
  const keys = buildKeys(keysDatabase);
  const deletion = buildDeletion(keys, now);
  const copied = await database.transact('schema', async (run) => {
    await deletion.finish(run);
    await needKeys(run, keys);
    return settleIn(run, keys, now);
  });
  if (copied > 0) onCopy?.(copied);
  const log = buildSessionLog(keys, now, onDamage);
  const drafts = buildDrafts(keys);
  const grants = buildGrants(keys, now);
  const interests = buildInterests(keys, now);
  const scripts = buildScripts(keys);
  const acts = buildActs(now);
  const { write, close } = buildLanes(database);
  const fetch = fetchTogether(database.run);
  let closing: Promise<void> | undefined;

  /** Gone already; where its old bytes cannot be written over now, the next deletion does it. */
  async function wipe(): Promise<void> {
    if (closing === undefined) await keys.wipe().catch(() => undefined);
  }
  async function look<T>(work: (run: Run) => Promise<T>): Promise<T> {
    if (closing !== undefined) throw new CannotStore('the store is closed');
    return work(database.run);
  }
  const ifHere = <T>(session: string, work: (run: Run) => Promise<T>): Promise<T> =>
    write(lane(session), async (run) => {
      if (!(await log.has(run, session))) throw new UnknownSession(session);
      return work(run);
    });

  return {
    append: (session, expectedSeq, entries, owner = '', again) =>
      write(lane(session), (run) => log.append(run, session, expectedSeq, entries, owner, again)).catch(
        (error: unknown) => {
          throw isDuplicate(error) ? new Error('a text id is used twice', { cause: error }) : error;
        },
      ),
    read: (session, after = 0) => look(() => log.read(fetch, session, after)),
    readIntact: (session) => look((run) => log.readIntact(run, session)),
    resultOf: (session, commandId) => look((run) => log.resultOf(run, session, commandId)),
    remembered: (session) => look(() => keys.erasedOf(session)),
    sessions: () => look(log.sessions),
    ownerOf: (session) => look((run) => log.ownerOf(run, session)),
    giveTo: (session, owner) => ifHere(session, async (run) => void (await log.giveTo(run, session, owner))),
    async deleteSession(session) {
      await write(lane(session), (run) => deletion.remove(run, session), true);
      log.forget(session);
      await wipe();
    },

    saveDraft: (session, draft) => ifHere(session, (run) => drafts.save(run, session, draft)),
    drafts: (session, unit) => look((run) => drafts.list(run, session, unit)),
    dropDraft: (session, key) => write(lane(session), async (run) => void (await drafts.drop(run, session, key))),

    addGrant: (secretHash, grant) => write(lane(grant.session), (run) => grants.add(run, secretHash, grant)),
    grantByHash: (secretHash) => look((run) => grants.byHash(run, secretHash)),
    grants: (filter) => look((run) => grants.list(run, filter)),
    revokeGrants: (filter) => write(lane(filter.session), (run) => grants.revoke(run, filter)),
    renewGrant: (id, to) => write(lane(null), async (run) => void (await grants.renew(run, id, to))),

    facilitators: () => look(facilitatorRows.list),
    facilitator: (id) => look((run) => facilitatorRows.byId(run, id)),
    saveFacilitator: (facilitator) => write('people', (run) => facilitatorRows.save(run, facilitator)),
    changeFacilitator: (id, changed) => write('people', (run) => facilitatorRows.change(run, id, changed)),
    async removeFacilitator(id) {
      const removed = async (run: Run) => {
        await facilitatorRows.remove(run, id);
        const own = await scripts.list(run, id);
        for (const { script } of own) await deletion.remove(run, keptAsOf(script));
        return own.length;
      };
      if ((await write('people', removed, true)) > 0) await wipe();
    },
    addCredential: (credential) => write('people', (run) => credentialRows.add(run, credential)),
    credentials: (filter) => look((run) => credentialRows.list(run, filter)),
    renewCredential: (id, to) => write('people', (run) => credentialRows.renew(run, id, to)),
    removeCredential: (id, facilitator) => write('people', (run) => credentialRows.remove(run, id, facilitator)),
    addShare: (share) => ifHere(share.session, async (run) => void (await shareRows.add(run, share))),
    shares: (filter) => look((run) => shareRows.list(run, filter)),
    removeShare: (session, facilitator) => write(lane(session), (run) => shareRows.remove(run, session, facilitator)),
    saveScript: (saved, most) => write('people', (run) => scripts.save(run, saved, most)),
    scripts: ({ owner }) => look((run) => scripts.list(run, owner)),
    scriptVersions: (script) => look((run) => scripts.versions(run, script)),
    scriptText: (script, version) => look((run) => scripts.text(run, script, version)),
    async removeScript(script) {
      await write('people', (run) => deletion.remove(run, keptAsOf(script)), true);
      await wipe();
    },
    giveScripts: (from, to) => write('people', (run) => scripts.give(run, from, to)),
    addAct: (act) => write('acts', (run) => acts.add(run, act)),
    acts: () => look(acts.list),

    changeInterest: (place, change) => write('interests', (run) => interests.change(run, place, change)),
    interests: () => look(interests.list),
    sweepInterests: () => write('interests', async (run) => void (await interests.sweep(run))),

    probe: () =>
      write('probe', async (run) => {
        await run('INSERT INTO probe VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at', [now()]);
      }),
    database: () => look(() => lookAtDatabase(database, keysDatabase, log.damaged)),
    close() {
      closing ??= close()
        .then(() => Promise.all([database.close(), keysDatabase.close()]))
        .then(() => undefined);
      return closing;
    },
  };
}

/** Without them nothing could be read, and new ones would be made in their place. */
async function needKeys(run: Run, keys: Keys): Promise<void> {
  const sessions = await run('SELECT 1 FROM sessions LIMIT 1', []);
  if (sessions.length > 0 && !(await keys.areThere())) {
    throw new CannotStore(
      'its keys are not there: set KEYS_DATABASE_URL to where they are, or put their dump back first',
    );
  }
}
