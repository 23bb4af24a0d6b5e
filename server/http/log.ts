import type { FastifyServerOptions } from 'fastify';

/** Where an error came from, without its message: messages quote what people wrote. */
function errorForLog(error: Error) {
  const [place = ''] = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { type: error.name, message: '', stack: place.trim(), code };
}

type LogOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** P4: what may be logged is listed here, and it is no text, name, token, address, body or query. */
export const logOptions: LogOptions = {
  level: 'warn',
  base: null,
  serializers: {
    req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
    res: ({ statusCode }) => ({ statusCode }),
    err: errorForLog,
  },
};
