import type { Role } from '../../shared/protocol.ts';
import type { RefusalReason } from '../../shared/refusals.ts';

/** Those of who may not, is not known, guesses, floods, or sends what has no form; an ordinary no (a step that moved) is none. */
const counted: ReadonlySet<string> = new Set<RefusalReason>([
  'noTicket',
  'notAllowed',
  'noSuchSession',
  'noSuchSeat',
  'seatRemoved',
  'lettersWrong',
  'tooFast',
  'malformed',
]);
const writeEvery = 60_000;

/** As what somebody came: which kind of secret a request carried, right or wrong, or as what a line was known. */
type Shown = Role | 'cookie' | 'ticket' | 'nothing';
/** `where`: a route's pattern, or the kind of a message and of a command. */
export type RefusalLine = { where: string; reason: string; shown: Shown; count: number };

export type RefusalLog = ReturnType<typeof buildRefusalLog>;

/** Refused acts, for the operator: one line a minute for each kind, with how often. No words, names, secrets or addresses (P4). */
export function buildRefusalLog(write: (line: RefusalLine) => void) {
  const lines = new Map<string, RefusalLine>();

  function flush(): void {
    for (const line of lines.values()) write(line);
    lines.clear();
  }
  const writing = setInterval(flush, writeEvery).unref();

  return {
    add(where: string, reason: string, shown: Shown): void {
      if (!counted.has(reason)) return;
      const key = `${where}\n${reason}\n${shown}`;
      const line = lines.get(key) ?? { where, reason, shown, count: 0 };
      lines.set(key, { ...line, count: line.count + 1 });
    },
    stop(): void {
      clearInterval(writing);
      flush();
    },
  };
}

type Asked = { headers: { cookie?: string | undefined; authorization?: string | undefined }; body: unknown };

/** Which kind of secret came along. */
export function shownBy({ headers, body }: Asked): Shown {
  if (/\big_(?:facilitator|co_)/.test(headers.cookie ?? '')) return 'cookie';
  const inBody = typeof body === 'object' && body !== null && ('ticket' in body || 'token' in body);
  return inBody || headers.authorization !== undefined ? 'ticket' : 'nothing';
}
