/** The n-th text lifts a file from `user_version` n - 1 to n; a released one is never changed. */
export const mainSchema: readonly string[] = [
  `
  CREATE TABLE sessions (
    session TEXT PRIMARY KEY, epoch TEXT NOT NULL, owner TEXT NOT NULL, created_at REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE heads (session TEXT PRIMARY KEY, seq INTEGER NOT NULL, chain BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE events (
    session TEXT NOT NULL, seq INTEGER NOT NULL, form INTEGER NOT NULL,
    body TEXT NOT NULL, hashes TEXT NOT NULL, chain BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_by_seq ON events (session, seq);
  -- sealed is NULL once erased; a row that is missing is damage
  CREATE TABLE texts (session TEXT NOT NULL, text TEXT NOT NULL, sealed BLOB) STRICT;
  CREATE UNIQUE INDEX texts_by_id ON texts (session, text);
  CREATE TABLE results (
    session TEXT NOT NULL, command TEXT NOT NULL, seq INTEGER NOT NULL, data TEXT,
    PRIMARY KEY (session, command)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE drafts (
    session TEXT NOT NULL, unit TEXT NOT NULL, step TEXT NOT NULL, item TEXT NOT NULL, prompt TEXT NOT NULL,
    seat TEXT NOT NULL, at REAL NOT NULL, sealed BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX drafts_by_place ON drafts (session, unit, step, item, prompt, seat);
  CREATE TABLE grants (
    secret TEXT PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, session TEXT, subject TEXT NOT NULL,
    created_at REAL NOT NULL, expires_at REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX grants_by_session ON grants (session);
  CREATE INDEX grants_by_id ON grants (id);
  CREATE INDEX grants_by_expiry ON grants (expires_at);
  -- in the order of a keyed mark: not even the order of arrival leads to a session
  CREATE TABLE interests (mark BLOB PRIMARY KEY, delete_after REAL NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE deleted (session TEXT PRIMARY KEY, deleted_at REAL NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE probe (id INTEGER PRIMARY KEY, at REAL NOT NULL) STRICT;
  `,
  'ALTER TABLE grants ADD COLUMN terms TEXT;',
  `
  -- name_key: what two may not have alike
  CREATE TABLE facilitators (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, passphrase TEXT,
    administrator INTEGER NOT NULL, created_at REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE shares (
    session TEXT NOT NULL, facilitator TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (session, facilitator)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shares_by_facilitator ON shares (facilitator);
  CREATE TABLE acts (
    id TEXT PRIMARY KEY, at REAL NOT NULL, who TEXT, act TEXT NOT NULL, session TEXT, about TEXT,
    count INTEGER NOT NULL, expires_at REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX acts_by_expiry ON acts (expires_at);
  `,
  // Sealed, an address says more from here on; and its day of leaving, a year after it came, is no finer than a month.
  `UPDATE interests SET delete_after = 1000.0 * unixepoch(delete_after / 1000, 'unixepoch', 'start of month');`,
  `
  -- passkeys, and accounts at an organisation; id: a hash of what names it there
  CREATE TABLE credentials (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, facilitator TEXT NOT NULL, name TEXT NOT NULL,
    created_at REAL NOT NULL, used_at REAL, facts TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX credentials_by_facilitator ON credentials (facilitator);
  `,
  // Hashes of secrets are marked from here on (grants.ts); an older program would find none of them.
  '',
  // A session of thousands has thousands of tickets: a seat's own are found without looking at the others'.
  'CREATE INDEX IF NOT EXISTS grants_by_subject ON grants (session, kind, subject); DROP INDEX IF EXISTS grants_by_session;',
  `
  -- scripts of facilitators' own: each version is a row
  CREATE TABLE scripts (
    script TEXT NOT NULL, version INTEGER NOT NULL, owner TEXT NOT NULL, at REAL NOT NULL, sealed BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX scripts_by_version ON scripts (script, version);
  CREATE INDEX scripts_by_owner ON scripts (owner);
  `,
];

/**
 * Up to which form of events (upcasters.ts) a file of that form may hold: a new form of events is a new step above, an
 * empty one where no table changes, so that an older program refuses the file instead of stumbling over its events.
 */
export const formsBySchema: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1];

/** A file of its own with a backup of its own: without its key, an old backup of the other file cannot be read. */
export const keysSchema: readonly string[] = [
  `
  CREATE TABLE keys (name TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE deleted (session TEXT PRIMARY KEY, deleted_at REAL NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  -- how far each log is known to have reached, and which were shorter than that when they were opened
  CREATE TABLE ends (session TEXT PRIMARY KEY, seq INTEGER NOT NULL, chain BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE lost (
    session TEXT PRIMARY KEY, seq INTEGER NOT NULL, reached INTEGER NOT NULL, at REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- texts whose words were erased, and the commands that brought them: neither comes back with an older log
  CREATE TABLE erased (session TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (session, id)) STRICT, WITHOUT ROWID;
  `,
];
