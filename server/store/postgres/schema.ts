/** The n-th text lifts a schema from form n - 1 to n; a released one is never changed. */
export const mainSchema: readonly string[] = [
  `
  -- seq, chain: where its log ends; lost: it was put back from a copy, and ended there
  CREATE TABLE sessions (
    session TEXT PRIMARY KEY, epoch TEXT NOT NULL, owner TEXT NOT NULL, created_at FLOAT8 NOT NULL,
    seq INTEGER NOT NULL, chain BYTEA NOT NULL, lost_seq INTEGER, lost_at FLOAT8
  ) WITH (fillfactor = 50);
  CREATE TABLE events (
    session TEXT NOT NULL, seq INTEGER NOT NULL, form INTEGER NOT NULL,
    body TEXT NOT NULL, hashes TEXT NOT NULL, chain BYTEA NOT NULL, PRIMARY KEY (session, seq)
  );
  -- seq: the event that brought it; sealed is NULL once erased; a row that is missing is damage
  CREATE TABLE texts (
    session TEXT NOT NULL, text TEXT NOT NULL, seq INTEGER NOT NULL, sealed BYTEA, PRIMARY KEY (session, text)
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
  ALTER TABLE texts ALTER COLUMN sealed SET STORAGE EXTERNAL;
  CREATE INDEX texts_by_event ON texts (session, seq);
  CREATE TABLE results (
    session TEXT NOT NULL, command TEXT NOT NULL, seq INTEGER NOT NULL, data TEXT, PRIMARY KEY (session, command)
  );
  -- unit, place: as JSON, since PostgreSQL's text takes no NUL
  CREATE TABLE drafts (
    session TEXT NOT NULL, unit TEXT NOT NULL, place TEXT NOT NULL, at FLOAT8 NOT NULL, sealed BYTEA NOT NULL,
    PRIMARY KEY (session, place)
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
  CREATE INDEX drafts_by_unit ON drafts (session, unit);
  CREATE TABLE grants (
    secret TEXT PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, session TEXT, subject TEXT NOT NULL,
    created_at FLOAT8 NOT NULL, expires_at FLOAT8 NOT NULL, terms TEXT
  );
  CREATE INDEX grants_by_subject ON grants (session, kind, subject);
  CREATE INDEX grants_by_id ON grants (id);
  CREATE INDEX grants_by_expiry ON grants (expires_at);
  CREATE TABLE interests (mark BYTEA PRIMARY KEY, delete_after FLOAT8 NOT NULL, sealed BYTEA NOT NULL);
  CREATE TABLE deleted (session TEXT PRIMARY KEY, deleted_at FLOAT8 NOT NULL);
  CREATE TABLE facilitators (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, passphrase TEXT,
    administrator BOOLEAN NOT NULL, created_at FLOAT8 NOT NULL
  );
  CREATE TABLE shares (
    session TEXT NOT NULL, facilitator TEXT NOT NULL, at FLOAT8 NOT NULL, PRIMARY KEY (session, facilitator)
  );
  CREATE INDEX shares_by_facilitator ON shares (facilitator);
  CREATE TABLE acts (
    id TEXT PRIMARY KEY, at FLOAT8 NOT NULL, who TEXT, act TEXT NOT NULL, session TEXT, about TEXT,
    count INTEGER NOT NULL, expires_at FLOAT8 NOT NULL
  );
  CREATE INDEX acts_by_expiry ON acts (expires_at);
  CREATE TABLE credentials (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, facilitator TEXT NOT NULL, name TEXT NOT NULL,
    created_at FLOAT8 NOT NULL, used_at FLOAT8, facts TEXT NOT NULL
  );
  CREATE INDEX credentials_by_facilitator ON credentials (facilitator);
  CREATE TABLE probe (id INTEGER PRIMARY KEY, at FLOAT8 NOT NULL);
  -- where these tables stand: another place is a copy that was put back
  CREATE TABLE home (id INTEGER PRIMARY KEY, place TEXT NOT NULL);
  `,
  `
  -- scripts of facilitators' own: each version is a row
  CREATE TABLE scripts (
    script TEXT NOT NULL, version INTEGER NOT NULL, owner TEXT NOT NULL, at FLOAT8 NOT NULL, sealed BYTEA NOT NULL,
    PRIMARY KEY (script, version)
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
  CREATE INDEX scripts_by_owner ON scripts (owner);
  `,
];

/** A schema of its own, to be dumped apart: without its key, an older dump of the other cannot be read. */
export const keysSchema: readonly string[] = [
  `
  CREATE TABLE keys (name TEXT PRIMARY KEY, key BYTEA NOT NULL);
  CREATE TABLE deleted (session TEXT PRIMARY KEY, deleted_at FLOAT8 NOT NULL);
  -- texts whose words were erased, the commands that brought them, and marks to be remembered
  CREATE TABLE erased (session TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (session, id));
  `,
];
