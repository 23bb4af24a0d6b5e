/** What SQLite says of a disk or a file that failed. */
const codes = {
  busy: 5,
  locked: 6,
  noMemory: 7,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADb: 26,
};

/** SQLite's primary result code, where the error is SQLite's. */
function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;
}

export const isBusy = (error: unknown) => codeOf(error) === codes.busy || codeOf(error) === codes.locked;
export const isDamaged = (error: unknown) => codeOf(error) === codes.corrupt || codeOf(error) === codes.notADb;
/** The disk or the file failed, not the one who asked: a whole batch goes down with it. */
export function isDiskFailure(error: unknown): boolean {
  const { busy, locked, noMemory, readOnly, io, full, cannotOpen } = codes;
  const code = codeOf(error);
  return code !== undefined && [busy, locked, noMemory, readOnly, io, full, cannotOpen].includes(code);
}
