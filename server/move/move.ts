/** Copies sessions from one store to another, each by its archive, and looks whether they arrived as they were. */
import { archiveOf, type Imported, importArchive } from '../exports/archive.ts';
import { scriptLimits } from '../scripts/limits.ts';
import { CorruptLog, NameTaken } from '../store/errors.ts';
import type { SessionEntry, Store } from '../store/store.ts';

export type Moved = {
  session: string;
  /** `differs`: what arrived is not what was sent. */
  outcome: 'moved' | 'damaged' | 'differs' | Extract<Imported, { ok: false }>['reason'];
};

/**
 * All sessions, or those that are named; nothing is taken from where they were. With them go the facilitators, their
 * credentials and scripts, what is shared with them, and the addresses to keep informed. Rights of phones and links do not.
 */
export async function move(from: Store, to: Store, only: readonly string[] = []): Promise<Moved[]> {
  await movePeople(from, to);
  const moved: Moved[] = [];
  for (const entry of await from.sessions()) {
    const { session } = entry;
    if (only.length === 0 || only.includes(session))
      moved.push({ session, outcome: await moveSession(from, to, entry) });
  }
  if (only.length === 0) {
    await moveScripts(from, to);
    for (const interest of await from.interests()) await to.changeInterest(interest, (known) => known ?? interest);
  }
  return moved;
}

async function movePeople(from: Store, to: Store): Promise<void> {
  for (const facilitator of await from.facilitators()) {
    const known = await to.facilitator(facilitator.id);
    // The first one is everywhere, and without a passphrase nobody has begun there yet.
    if (known && known.passphrase !== null) continue;
    try {
      await to.saveFacilitator(facilitator);
    } catch (error) {
      if (!(error instanceof NameTaken)) throw error;
    }
  }
  for (const credential of await from.credentials({})) await to.addCredential(credential);
}

/** With the versions that are kept; what is there already, or was deleted there, stays so. */
async function moveScripts(from: Store, to: Store): Promise<void> {
  const there = new Set((await to.scripts({})).map(({ script }) => script));
  for (const { script } of await from.scripts({})) {
    if (there.has(script)) continue;
    for (const saved of await from.scriptVersions(script)) {
      const yaml = await from.scriptText(script, saved.version);
      if (yaml !== undefined)
        await to.saveScript({ ...saved, yaml }, { ...scriptLimits, ofAll: Number.POSITIVE_INFINITY });
    }
  }
}

async function moveSession(from: Store, to: Store, { session, owner }: SessionEntry): Promise<Moved['outcome']> {
  const archive = await from.read(session).then(archiveOf, (error: unknown) => {
    if (error instanceof CorruptLog) return undefined;
    throw error;
  });
  if (archive === undefined) return 'damaged';
  const imported = await importArchive({ store: to }, archive, owner);
  if (!imported.ok) return imported.reason;
  const log = await to.read(session);
  const remember = await from.remembered(session);
  if (remember.length > 0) {
    await to.append(session, log.length, [{ commandId: null, data: null, events: [], erase: [], remember }]);
  }
  for (const share of await from.shares({ session })) await to.addShare(share);
  return archiveOf(log) === archive ? 'moved' : 'differs';
}
