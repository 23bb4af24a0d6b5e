/** The self-check of who runs the server: what has to be so, and what to do where it is not. */
import type {
  checks as nlChecks,
  frame as nlFrame,
  groups as nlGroups,
  outcomes as nlOutcomes,
} from './check-up.nl.ts';

export const frame: typeof nlFrame = {
  about: 'Is all well on this server? Looking takes a few seconds.',
  looking: 'Looking…',
  again: 'Look again',
  back: 'Back to sessions',
  failed: 'The check did not work. Try again.',
  counts: (wrong, well, unknown) => `${wrong} not well · ${well} well · ${unknown} not to be seen`,
  found: (value) => `Found: ${value}`,
};

export const outcomes: typeof nlOutcomes = { well: 'Well', wrong: 'Not well', unknown: 'Not to be seen' };

export const groups: typeof nlGroups = {
  address: 'Address and certificate',
  headers: 'What every page carries',
  lines: 'Connections of phones',
  disk: 'Disk and folder',
  store: 'Storage',
  database: 'Database',
  backups: 'Backups',
  time: 'Clock and retention',
  program: 'Program',
  people: 'Facilitators',
  machine: 'Machine',
};

export const checks: typeof nlChecks = {
  addressReached: [
    'The server reaches itself at the address for phones.',
    'Set PUBLIC_URL to the address that phones open. See whether the proxy runs and passes on.',
  ],
  https: [
    'Phones come in over https.',
    'Put a proxy with a certificate in front, and set PUBLIC_URL to the https address.',
  ],
  certificateTrusted: [
    'The certificate is trusted.',
    'Use one of a known issuer, with its whole chain. With one of your own every phone warns that does not know it.',
  ],
  certificateDays: ['The certificate is valid for 14 days or more.', 'Renew it, best by itself.'],
  tlsVersion: ['The connection uses TLS 1.2 or 1.3.', 'Turn older versions off in the proxy.'],
  httpRedirected: ['The http address leads to https.', 'Let the proxy redirect http with 301 or 308.'],
  ownOrigin: [
    'Our own pages may speak to the server.',
    'PUBLIC_URL is another address than phones open, or the proxy changes Host or Origin.',
  ],
  foreignOrigin: [
    'A foreign page may not speak to the server.',
    'The proxy removes the Origin header or sets CORS headers of its own. Do not let it.',
  ],
  forWhom: [
    'The proxy says for whom it asks.',
    'Have it send X-Forwarded-For: without it all seem the same, and one who guesses holds up everybody.',
  ],
  proxyKnown: [
    'Nobody on this machine says to ask for somebody else without being believed.',
    'Is there a proxy? Set PUBLIC_URL or TRUST_PROXY, or all seem the same. If not, find out which program does it.',
  ],
  contentPolicy: [
    'The content policy (CSP) arrives.',
    'The proxy replaces content-security-policy. Keep the server’s.',
  ],
  trustedTypes: ['Trusted Types are on.', 'The proxy shortens content-security-policy. Keep it whole.'],
  frames: ['Other sites may not frame these pages.', 'Keep frame-ancestors in content-security-policy.'],
  noSniff: ['Browsers guess no file types.', 'Let x-content-type-options: nosniff pass.'],
  referrer: ['Addresses do not leak to other sites.', 'Let referrer-policy: no-referrer pass.'],
  permissions: ['Camera, microphone and place are off.', 'Let permissions-policy pass.'],
  strictTransport: [
    'Browsers remember that this address is https.',
    'Set PUBLIC_URL to the https address, and let strict-transport-security pass.',
  ],
  notIndexed: ['Search engines take nothing in.', 'Let x-robots-tag: noindex pass.'],
  noServerName: ['Answers tell no version of the proxy.', 'Set server_tokens off, or what your proxy has for it.'],
  noForeignParts: [
    'The page gets nothing from elsewhere.',
    'Something adds parts to the page. Turn that off in the proxy.',
  ],
  polling: ['Phones can connect without a websocket.', 'Let the proxy pass /socket.io/ unchanged, with all methods.'],
  websocket: [
    'Phones can connect by websocket.',
    'Let the proxy pass Upgrade and Connection for /socket.io/. Without it all works, but heavier.',
  ],
  pollingQuick: [
    'The first answer comes quickly through the proxy.',
    'Turn buffering off for /socket.io/ (nginx: proxy_buffering off), and keep lines open for 60 seconds or more.',
  ],
  compressed: ['Pages arrive compressed.', 'The proxy unpacks them or removes Accept-Encoding. Do not let it.'],
  partsCached: ['Phones may keep parts of pages.', 'Keep the cache-control of /assets/.'],
  answersNotCached: ['Answers are kept nowhere on the way.', 'Turn the proxy’s cache off for /api/.'],
  freeSpace: ['1 GB or more is free.', 'Make room, or put DATA_DIR on a larger disk.'],
  freeShare: ['5% or more of the disk is free.', 'Make room: old logs and backups first.'],
  freeFiles: ['The disk can make more files.', 'There are too many small files. Clean them up.'],
  localDisk: [
    'The data is on a disk of this machine.',
    'A network disk or a disk in memory can lose what seemed kept. Move DATA_DIR.',
  ],
  folderOwn: ['Only this account gets into the data folder.', 'chmod 700 on the folder, and give it to this account.'],
  filesOwn: ['Only this account can read the files.', 'chmod 600 on the files in the folder.'],
  writeTime: ['Writing to the disk takes less than 250 ms.', 'The disk is slow or busy. Choose a faster one.'],
  fullSync: [
    'What was acknowledged is on the disk.',
    'The storage was changed (synchronous). Put the ordinary version back.',
  ],
  writeAhead: ['The storage writes to a log first.', 'This disk cannot do WAL. Choose a local disk.'],
  wiping: [
    'What is deleted is overwritten.',
    'The storage was changed (secure_delete). Put the ordinary version back.',
  ],
  exclusive: ['No other program gets at it.', 'The storage was changed (locking_mode). Put the ordinary version back.'],
  logSize: ['The log beside the file stays small.', 'Start the server again. If it stays large, look at the disk.'],
  undamaged: ['No session is damaged.', 'Put a backup back: npm run restore. Check the disk.'],
  keysFile: ['The keys are there.', 'Without keys.db nothing can be read. Put the backup with its keys back.'],
  databaseVersion: ['PostgreSQL is 14 or newer.', 'Move the database to a newer server.'],
  databaseSync: ['The database writes to its disk before it says so.', 'Turn fsync on in postgresql.conf.'],
  databaseCommit: ['What was acknowledged is committed.', 'Turn synchronous_commit on.'],
  databasePages: ['The database survives a power cut.', 'Turn full_page_writes on in postgresql.conf.'],
  databaseVacuum: [
    'The database clears away what was deleted.',
    'Turn autovacuum on: what was deleted otherwise stays in its files.',
  ],
  databaseClock: [
    'The clock of the database is that of this machine.',
    'Turn time synchronisation (NTP) on, on both machines.',
  ],
  databaseNear: [
    'The database answers within 20 ms.',
    'Put it nearer: same building, same network. An answer of a phone waits for it a few times.',
  ],
  databaseLines: [
    'The database has lines left (found: open, waiting, left).',
    'Raise max_connections, or let other programs use fewer.',
  ],
  databasePrivate: [
    'Nobody can read along on the way to the database.',
    'Put ?sslmode=verify-full behind DATABASE_URL, or the database on this machine.',
  ],
  databaseKeys: [
    'No log that is kept holds keys that were deleted.',
    'The archive (archive_mode) does. Put the keys on a server without one (KEYS_DATABASE_URL), or keep it short.',
  ],
  backupMade: ['A backup was made.', 'npm run backup -- FOLDER, and put that in a timer.'],
  backupAge: [
    'The last backup is younger than two days.',
    'See why the timer does not run. Make one now: npm run backup.',
  ],
  backupThere: ['The last backup and its keys are still there.', 'Connect the disk, or make a new backup.'],
  keysFresh: [
    'No copy of the keys is older than the last deletion.',
    'Connect the disk: the server then writes the keys anew. Keep no older copy.',
  ],
  keysApart: ['The keys lie elsewhere than the backups.', 'npm run backup -- FOLDER --keys OTHER-FOLDER'],
  otherDisk: ['The backup is on another disk.', 'Choose a folder on another disk or machine.'],
  clockPlausible: ['The clock is not behind.', 'Turn time synchronisation (NTP) on.'],
  clockForward: ['No session is of later than now.', 'The clock was put back. Turn time synchronisation (NTP) on.'],
  retentionRan: ['Every hour it is seen what has to go.', 'Start the server again. If this stays, report it.'],
  nothingOverdue: [
    'Nothing is kept longer than promised.',
    'Deleting fails: see disk space and rights. Delete the session by hand.',
  ],
  keepAtMost: ['A session can be kept for two years at most.', 'Set KEEP_AT_MOST_DAYS to 731 or less.'],
  nodeVersion: ['Node is 24.15 or newer.', 'npm ci gets the right Node. Start with npm start.'],
  sqliteVersion: ['SQLite is 3.51 or newer.', 'It comes with Node: npm ci.'],
  built: ['The screens are built.', 'npm run build'],
  scriptsRead: ['All scripts can be read.', 'Correct the files in sessions/ that the start page names.'],
  notRoot: ['The server does not run as root.', 'Make an account for the server, and give it the data folder.'],
  secretFilesOwn: [
    'Only this account can read the files with secret settings.',
    'chmod 600 on the file, and give it to this account. In a container that goes for the file outside.',
  ],
  noInspector: ['Nobody can look into the program.', 'Start it without --inspect.'],
  noDebug: ['The program writes down nothing extra.', 'Unset DEBUG and NODE_DEBUG: they write down what people type.'],
  passkeysPossible: [
    'Facilitators can sign in with a passkey.',
    'Browsers give passkeys only at a name with https: see docs/operating.md, HTTPS.',
  ],
  organisationReached: [
    'The organisation where facilitators sign in answers.',
    'See whether OIDC_ISSUER is right and the server can reach that address. The program keeps trying.',
  ],
  firstPassphrase: [
    'The first facilitator has a passphrase.',
    'Choose one from the start page, under Your sign-in. Until then only the key lets in.',
  ],
  fewAdministrators: [
    'There are five administrators at most.',
    'An administrator can remove others and give them a new passphrase. Take that right away where it is not needed.',
  ],
  memoryOwn: ['The program does not use too much memory.', 'Start it again. If it grows again, report it.'],
  memoryFree: ['256 MB of memory or more is left.', 'Stop other programs, or give the machine more memory.'],
  loopDelay: ['Answers wait less than 200 ms for other work.', 'The machine is too busy. Stop other programs.'],
  openFiles: ['4096 lines or more can be open.', 'Set LimitNOFILE=65536 in the service, or raise ulimit -n.'],
};
