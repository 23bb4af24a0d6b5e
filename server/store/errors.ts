/** Another program (or another copy of this one) has the folder open. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
  constructor(file: string) {
    super(`${file} is in use by another running copy of the program`);
  }
}

/** The file, or a row in it, was written by a newer version of the program; nothing was changed. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
  constructor(what: string, found: number, known: number) {
    super(`${what} has form ${found}, this program knows up to ${known}: use the newer program`);
  }
}

/** Nothing of this was stored, and the same call may succeed later: disk full, read error, closed store. */
export class CannotStore extends Error {
  override readonly name = 'CannotStore';
}

/** This session's log is damaged at `seq`; other sessions are not touched by it. */
export class CorruptLog extends Error {
  override readonly name = 'CorruptLog';
  readonly session: string;
  readonly seq: number;
  constructor(session: string, seq: number, what: string) {
    super(`session ${session}, seq ${seq}: ${what}`);
    this.session = session;
    this.seq = seq;
  }
}

/** No such session here, or it was deleted. */
export class UnknownSession extends Error {
  override readonly name = 'UnknownSession';
  readonly session: string;
  constructor(session: string) {
    super(`session ${session} is not here, or was deleted`);
    this.session = session;
  }
}

/** A live grant with this secret exists: make another secret. */
export class SecretTaken extends Error {
  override readonly name = 'SecretTaken';
  constructor() {
    super('a grant with this secret exists');
  }
}

/** Another facilitator has this name. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken';
  constructor() {
    super('another facilitator has this name');
  }
}
