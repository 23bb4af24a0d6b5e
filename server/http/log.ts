import type { FastifyServerOptions } from 'fastify';
import { codeOf, kindOf, placeOf } from '../error-place.ts';
import { WorkFailed } from '../worker/failure.ts';
import type { RefusalLine } from './refusal-log.ts';

/** An error without its message: messages quote what people wrote. What a worker failed on was cleaned there. */
const errorForLog = (error: Error) => ({
  type: kindOf(error),
  message: '',
  stack: placeOf(error),
  code: error instanceof WorkFailed ? error.code : codeOf(error),
});

type LogOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** All that a line may hold beside its level and time; of each only what is named here. */
const serializers: LogOptions['serializers'] & object = {
  req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
  res: ({ statusCode }) => ({ statusCode }),
  err: errorForLog,
  refused: ({ where, reason, shown, count }: RefusalLine) => ({ where, reason, shown, count }),
};
/** Numbers only. */
const figures = ['responseTime'];

/** Sentences of the program's own; others may quote an address or a name. */
const sentences: ReadonlySet<unknown> = new Set([
  'a request failed',
  'an export failed',
  'a rehearsal went wrong, and has ended',
  'refused',
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
