/** The assertions of the self-check, one a line: whether it is so, and the figure or name that was found. */
import { type CheckFinding, type CheckGroup, type CheckId, checkGroups } from '../../shared/check-up.ts';
import type { House } from '../house.ts';
import type { Keeping } from './backup-facts.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { days, gigabytes, isAtLeast, milliseconds, octal, share, whereHttps, whereKnown } from './figures.ts';

type Found = readonly [is: boolean | null, found?: string | undefined];
const hour = 3_600_000;
const has = (facts: Facts, name: string, part: string | RegExp): Found => {
  const value = facts.header(name);
  return [facts.page ? (typeof part === 'string' ? value.includes(part) : part.test(value)) : null, value.slice(0, 60)];
};

const assertions: Record<CheckId, (facts: Facts) => Found> = {
  addressReached: ({ health, origin }) => [health?.status === 200, origin],
  https: ({ isHttps, origin }) => [isHttps, origin],
  certificateTrusted: (f) => [
    whereHttps(f, f.certificate ? f.certificate.trusted && !f.certificate.madeHere : false),
    f.certificate?.madeHere ? 'npm run certificate' : '',
  ],
  certificateDays: (f) => [
    whereHttps(f, days((f.certificate?.until ?? 0) - f.now) >= 14),
    f.certificate ? `${days(f.certificate.until - f.now)} d` : '',
  ],
  tlsVersion: (f) => [whereHttps(f, /TLSv1\.[23]/.test(f.certificate?.protocol ?? '')), f.certificate?.protocol],
  httpRedirected: (f) => [
    f.isHttps && f.redirect ? f.redirect.status >= 300 && f.redirect.status < 400 : null,
    String(f.redirect?.status ?? ''),
  ],
  ownOrigin: ({ own }) => [own ? own.status !== 403 : null, String(own?.status ?? '')],
  foreignOrigin: ({ foreign }) => [foreign ? foreign.status === 403 : null, String(foreign?.status ?? '')],
  // Without an address of its own to go by (PUBLIC_URL) nobody stands in between.
  forWhom: ({ health, isSet }) => [isSet && health ? health.text.includes('"forwarded":true') : null],

  proxyKnown: ({ isUnheard, trusted }) => [!isUnheard, trusted],

  contentPolicy: (f) => has(f, 'content-security-policy', "default-src 'none'"),
  trustedTypes: (f) => has(f, 'content-security-policy', 'require-trusted-types-for'),
  frames: (f) => has(f, 'content-security-policy', "frame-ancestors 'self'"),
  noSniff: (f) => has(f, 'x-content-type-options', 'nosniff'),
  referrer: (f) => has(f, 'referrer-policy', 'no-referrer'),
  permissions: (f) => has(f, 'permissions-policy', 'camera=()'),
  strictTransport: (f) => [
    whereHttps(f, f.header('strict-transport-security').includes('max-age')),
    f.header('strict-transport-security'),
  ],
  notIndexed: (f) => has(f, 'x-robots-tag', 'noindex'),
  noServerName: (f) => [
    f.page ? f.header('x-powered-by') === '' && !/\d/.test(f.header('server')) : null,
    f.header('server'),
  ],
  noForeignParts: ({ page }) => [page ? !/(?:src|href)="(?:https?:)?\/\//.test(page.text) : null],

  polling: ({ polling }) => [polling],
  websocket: ({ websocket }) => [websocket],
  pollingQuick: ({ handshake }) => [handshake ? handshake.ms < 1_500 : false, milliseconds(handshake?.ms)],
  compressed: ({ asset }) => [
    asset ? /br|gzip|zstd/.test(asset.headers.get('content-encoding') ?? '') : null,
    asset?.headers.get('content-encoding') ?? '',
  ],
  partsCached: ({ asset }) => [asset ? (asset.headers.get('cache-control') ?? '').includes('immutable') : null],
  answersNotCached: ({ api }) => [api ? (api.headers.get('cache-control') ?? '').includes('no-store') : null],

  freeSpace: ({ disk }) => [disk ? disk.free >= 2 ** 30 : null, gigabytes(disk?.free)],
  freeShare: ({ disk }) => [disk ? disk.share >= 0.05 : null, share(disk?.share)],
  freeFiles: ({ disk }) => [disk ? disk.files >= 0.05 : null, share(disk?.files)],
  localDisk: ({ disk }) => [disk ? disk.unsafe === null : null, disk?.unsafe ?? ''],
  folderOwn: ({ folderMode }) => [whereKnown(folderMode, (mode) => (mode & 0o077) === 0), octal(folderMode)],
  filesOwn: ({ fileModes }) => [fileModes.length ? fileModes.every((mode) => (mode & 0o077) === 0) : null],
  writeTime: ({ writeMs }) => [writeMs !== null && writeMs < 250, milliseconds(writeMs)],

  fullSync: ({ settings }) => [settings ? settings.synchronous >= 2 : null, String(settings?.synchronous ?? '')],
  writeAhead: ({ settings }) => [settings ? settings.journal === 'wal' : null, settings?.journal],
  wiping: ({ settings }) => [settings?.wipes ?? null],
  exclusive: ({ settings }) => [settings ? settings.locking === 'exclusive' : null, settings?.locking],
  logSize: ({ settings }) => [settings ? settings.logBytes < 256 * 2 ** 20 : null, gigabytes(settings?.logBytes)],
  undamaged: ({ damaged }) => [damaged.length === 0, damaged.map(({ session, seq }) => `${session}/${seq}`).join(' ')],
  keysFile: ({ settings }) => [settings?.hasKeys ?? null],

  databaseVersion: ({ database }) => [database ? isAtLeast(database.version, [14, 0]) : null, database?.version],
  databaseSync: ({ database }) => [database?.fsync ?? null],
  databaseCommit: ({ database }) => [database ? database.commits !== 'off' : null, database?.commits],
  databasePages: ({ database }) => [database?.fullPages ?? null],
  databaseVacuum: ({ database }) => [database?.autovacuum ?? null],
  databaseClock: ({ database }) => [
    database ? Math.abs(database.aheadMs) < 2_000 : null,
    milliseconds(database?.aheadMs),
  ],
  databaseNear: ({ database }) => [database ? database.latencyMs < 20 : null, milliseconds(database?.latencyMs)],
  databaseLines: ({ database }) => [
    database ? database.lines.waiting < 50 && database.free >= 10 : null,
    database ? `${database.lines.open}, ${database.lines.waiting}, ${database.free}` : '',
  ],
  databasePrivate: ({ database }) => [database?.isPrivate ?? null],
  databaseKeys: ({ database }) => [database ? !database.keysArchived : null],

  backupMade: ({ last, settings }) => [settings ? last !== undefined : null, last?.backup],
  backupAge: ({ last, now }) => [
    last ? now - last.madeAt < 48 * hour : null,
    last ? `${Math.floor((now - last.madeAt) / hour)} h` : '',
  ],
  backupThere: ({ last, isThere }) => [last ? isThere : null, last?.backup],
  keysFresh: ({ last, stale }) => [last ? stale === 0 : null, last?.keys],
  keysApart: ({ last, keysApart }) => [last ? keysApart : null, last?.keys],
  otherDisk: ({ devices }) => [devices?.backup && devices.data !== null ? devices.backup !== devices.data : null],

  clockPlausible: ({ now, builtAt }) => [
    now > Math.max(builtAt ?? 0, Date.UTC(2026, 0, 1)) - 24 * hour,
    new Date(now).toISOString(),
  ],
  clockForward: ({ now, newest }) => [now >= newest, newest > 0 ? new Date(newest).toISOString() : ''],
  retentionRan: ({ now, lookedAt }) => [
    lookedAt !== null && now - lookedAt < 2 * hour,
    lookedAt === null ? '' : new Date(lookedAt).toISOString(),
  ],
  nothingOverdue: ({ overdue }) => [overdue === 0, String(overdue)],
  keepAtMost: ({ keepAtMost }) => [keepAtMost <= 731, `${keepAtMost} d`],

  nodeVersion: ({ node }) => [isAtLeast(node, [24, 15]), node],
  sqliteVersion: ({ settings }) => [settings ? isAtLeast(settings.version, [3, 51]) : null, settings?.version],
  built: ({ builtAt }) => [builtAt !== null],
  scriptsRead: ({ scripts }) => [scripts.read > 0 && scripts.refused === 0, `${scripts.read}, ${scripts.refused}`],
  notRoot: ({ account }) => [whereKnown(account, (id) => id !== 0), String(account ?? '')],
  secretFilesOwn: ({ openSecrets }) => [openSecrets && openSecrets.length === 0, openSecrets?.join(' ')],
  noInspector: ({ isInspected }) => [!isInspected],
  noDebug: ({ talkative }) => [talkative.length === 0, talkative.join(' ')],

  firstPassphrase: ({ people }) => [people.hasFirstPassphrase],
  fewAdministrators: ({ people }) => [people.administrators <= 5, String(people.administrators)],
  passkeysPossible: ({ isHttps, origin }) => [isHttps && !/^https:\/\/(?:\[|[\d.]+(?::|$))/.test(origin), origin],
  organisationReached: ({ organisation }) => [organisation ? organisation.isHere : null, organisation?.issuer],

  memoryOwn: ({ memoryOwn, memoryAll }) => [memoryOwn < Math.max(memoryAll / 2, 2 ** 29), gigabytes(memoryOwn)],
  memoryFree: ({ memoryFree }) => [memoryFree >= 2 ** 28, gigabytes(memoryFree)],
  loopDelay: ({ delayMs }) => [delayMs < 200, milliseconds(delayMs)],
  openFiles: ({ openFiles }) => [whereKnown(openFiles, (files) => files >= 4_096), String(openFiles ?? '')],
};

export async function checkUp(house: House, keeping: Keeping): Promise<CheckFinding[]> {
  return judged(await gatherFacts(house, keeping));
}

/** What is about the other kind of store says why it is not to be seen. */
const keptIn = (group: string, { keptIn: kept }: Facts): string =>
  (kept === 'PostgreSQL' && ['disk', 'store', 'backups'].includes(group)) || (kept === 'SQLite' && group === 'database')
    ? kept
    : '';

export function judged(facts: Facts): CheckFinding[] {
  return Object.entries(checkGroups).flatMap(([group, ids]) =>
    ids.map((id): CheckFinding => {
      const [is, found = ''] = assertions[id](facts);
      const outcome = is === null ? 'unknown' : is ? 'well' : 'wrong';
      return { id, group: group as CheckGroup, outcome, found: is === null && !found ? keptIn(group, facts) : found };
    }),
  );
}
