/** What an operator's self-check looks at; its sentences are in words/check-up. */
export const checkGroups = {
  address: [
    'addressReached',
    'https',
    'certificateTrusted',
    'certificateDays',
    'tlsVersion',
    'httpRedirected',
    'ownOrigin',
    'foreignOrigin',
    'forWhom',
    'proxyKnown',
  ],
  headers: [
    'contentPolicy',
    'trustedTypes',
    'frames',
    'noSniff',
    'referrer',
    'permissions',
    'strictTransport',
    'notIndexed',
    'noServerName',
    'noForeignParts',
  ],
  lines: ['polling', 'websocket', 'pollingQuick', 'compressed', 'partsCached', 'answersNotCached'],
  disk: ['freeSpace', 'freeShare', 'freeFiles', 'localDisk', 'folderOwn', 'filesOwn', 'writeTime'],
  store: ['fullSync', 'writeAhead', 'wiping', 'exclusive', 'logSize', 'undamaged', 'keysFile'],
  database: [
    'databaseVersion',
    'databaseSync',
    'databaseCommit',
    'databasePages',
    'databaseVacuum',
    'databaseClock',
    'databaseNear',
    'databaseLines',
    'databasePrivate',
    'databaseKeys',
  ],
  backups: ['backupMade', 'backupAge', 'backupThere', 'keysFresh', 'keysApart', 'otherDisk'],
  time: ['clockPlausible', 'clockForward', 'retentionRan', 'nothingOverdue', 'keepAtMost'],
  program: [
    'nodeVersion',
    'sqliteVersion',
    'built',
    'scriptsRead',
    'notRoot',
    'secretFilesOwn',
    'noInspector',
    'noDebug',
  ],
  people: ['firstPassphrase', 'fewAdministrators', 'passkeysPossible', 'organisationReached'],
  machine: ['memoryOwn', 'memoryFree', 'loopDelay', 'openFiles'],
} as const;

export type CheckGroup = keyof typeof checkGroups;
export type CheckId = (typeof checkGroups)[CheckGroup][number];
/** `unknown`: cannot be seen from here, or does not apply. */
export type CheckOutcome = 'well' | 'wrong' | 'unknown';

/** GET /api/check-up (the facilitator) -> CheckFinding[], in the order above. `found`: a figure or a name, no sentence. */
export type CheckFinding = { id: CheckId; group: CheckGroup; outcome: CheckOutcome; found: string };
