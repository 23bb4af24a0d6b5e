/** What may be told of an error: its kind, its code and where in the program it came from; never its message, which quotes what people wrote (P4). */

/** A file with its line, and nothing else of the stack. */
const place = /^\s+at .*?\(?((?:file:\/\/|node:|\/)[\w./@+-]+:\d+:\d+)\)?$/;
/** Ours, and those of Node, SQLite and fastify. */
const kind =
  /^((Type|Range|Syntax|Reference|Aggregate|Fastify|Abort|System|Assertion)?Error|DOMException|CannotStore|CorruptLog|UnknownSession|SecretTaken|StoreInUse|WorkFailed)$/;
const code = /^(E|ERR_|FST_)[A-Z0-9_]{1,60}$/;
const onlyAs = (form: RegExp, value: unknown): string => (typeof value === 'string' && form.test(value) ? value : '');

export const kindOf = (error: Error): string => onlyAs(kind, error.name);
export const codeOf = (error: Error): string => onlyAs(code, 'code' in error && error.code);

/** A message may span lines that look like a stack: only what comes after it counts. */
export function placeOf({ stack = '', message }: Error): string {
  const said = message ? stack.lastIndexOf(message) : 0;
  const lines = said < 0 ? [] : stack.slice(said + message.length).split('\n');
  return lines.flatMap((line) => place.exec(line)?.[1] ?? [])[0] ?? '';
}
