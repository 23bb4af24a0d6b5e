import type { FastifyServerOptions } from 'fastify';

/** Where in the program an error came from: a file with its line, and nothing else of the stack, which quotes the message. */
const place = /^\s+at .*?\(?((?:file:\/\/|node:|\/)[\w./@+-]+:\d+:\d+)\)?$/;
/** Ours, and those of Node, SQLite and fastify. */
const name =
  /^((Type|Range|Syntax|Reference|Aggregate|Fastify|Abort|System|Assertion)?Error|DOMException|CannotStore|CorruptLog|UnknownSession|SecretTaken|StoreInUse|WorkFailed)$/;
const code = /^(E|ERR_|FST_)[A-Z0-9_]{1,60}$/;
const onlyAs = (form: RegExp, value: unknown): string => (typeof value === 'string' && form.test(value) ? value : '');

/** An error without its message: messages quote what people wrote, and may span lines that look like a stack. */
function errorForLog(error: Error) {
  const { stack = '', message } = error;
  const said = message ? stack.lastIndexOf(message) : -1;
  const lines = said < 0 ? [] : stack.slice(said + message.length).split('\n');
  const [at = ''] = (message ? lines : stack.split('\n')).flatMap((line) => place.exec(line)?.[1] ?? []);
  return { type: onlyAs(name, error.name), message: '', stack: at, code: onlyAs(code, 'code' in error && error.code) };
}

type LogOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** All that a line may hold beside its level and time; of each only what is named here. */
const serializers: LogOptions['serializers'] & object = {
  req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
  res: ({ statusCode }) => ({ statusCode }),
  err: errorForLog,
};
/** Numbers only. */
const figures = ['responseTime'];

/** Sentences of the program's own; others may quote an address or a name. */
const sentences: ReadonlySet<unknown> = new Set([
  'a request failed',
  'an export failed',
  'incoming request',
  'request completed',
  'request aborted',
  'request errored',
  'premature close',
  'client error',
  'stream closed prematurely',
  'response terminated with an error with headers already sent',
  'unhandled rejection on reply.then',
  'Promise errored, but reply.sent = true was set',
]);

/** P4: what may be logged is listed here, and it is no text, name, token, address, body or query. */
export const logOptions: LogOptions = {
  level: 'warn',
  base: null,
  serializers,
  formatters: {
    log: (line: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(line).filter(([key, value]) =>
          figures.includes(key) ? typeof value === 'number' : Object.hasOwn(serializers, key),
        ),
      ),
  },
  hooks: {
    logMethod(args, method) {
      const [first, ...more] = args as unknown[];
      const said = [first, ...more].find((one) => sentences.has(one));
      const line = first instanceof Error ? { err: first } : typeof first === 'object' ? first : {};
      // With a sentence in any case: without one it would be the message of the error.
      method.apply(this, [line, said ?? 'a line that is not on the list'] as never);
    },
  },
};
