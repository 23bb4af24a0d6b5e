import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import { type Config, insistsOnHttps, isOverHttps } from '../config.ts';
import { isOwnOrigin } from '../sockets/origins.ts';
import { CannotStore, CorruptLog, UnknownSession } from '../store/errors.ts';
import { TooBusy } from '../work-turns.ts';
import { Refused, sendRefusal } from './answer.ts';
import { type RefusalLog, shownBy } from './refusal-log.ts';

const hstsSeconds = 31_536_000;

/** What the answers of the line's own road (`/socket.io`) carry, which no page's guards see. */
export const lineHeaders = (config: Config): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
  ...(insistsOnHttps(config) && { 'strict-transport-security': `max-age=${hstsSeconds}; includeSubDomains` }),
});

/** The same on every answer, so made once. */
function strictHeaders(config: Config): OutgoingHttpHeaders {
  const own = ["'self'"];
  const overHttps = isOverHttps(config);
  const options: HelmetOptions = {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        imgSrc: [...own, 'data:'],
        fontSrc: own,
        connectSrc: own,
        manifestSrc: own,
        workerSrc: own,
        frameSrc: own,
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: own,
        // The desk shows the wall in small.
        frameAncestors: own,
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['svelte-trusted-html', 'in-gesprek-worker'],
        // A school's network without https is a network that this works on.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: insistsOnHttps(config) ? { maxAge: hstsSeconds } : false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'sameorigin' },
    originAgentCluster: overHttps,
    crossOriginOpenerPolicy: overHttps ? { policy: 'same-origin' } : false,
  };
  // It looks at nothing of a request.
  const request = { method: 'GET' } as IncomingMessage;
  const answer = new ServerResponse(request);
  helmet(options)(request, answer, () => undefined);
  return {
    ...answer.getHeaders(),
    'x-robots-tag': 'noindex, nofollow',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  };
}

/** An address that the router cannot read (`/%`): no hook sees it. */
export function refusalOfBadAddress(config: Config) {
  const headers = strictHeaders(config);
  return (_error: unknown, _request: unknown, reply: FastifyReply): void =>
    void sendRefusal(reply.headers({ ...headers, 'cache-control': 'no-store' }), 'malformed');
}

/** What every answer carries, and what no request gets past. */
export function openGuards(app: FastifyInstance, config: Config, refusals: RefusalLog): void {
  const note = (request: FastifyRequest, reason: string) => {
    const { url } = request.routeOptions;
    refusals.add(url === undefined ? 'no route' : `${request.method} ${url}`, reason, shownBy(request));
  };
  const headers = strictHeaders(config);

  // JSON only: a form on another page cannot make that.
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    // By the route too: `/%61pi` leads to the same answer.
    const paths = [request.url, request.routeOptions.url ?? ''];
    if (paths.some((path) => /^\/(api|control)\//.test(path))) reply.header('cache-control', 'no-store');
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads || isOwnOrigin(request.headers, config.publicUrl)) return undefined;
    note(request, 'notAllowed');
    return sendRefusal(reply, 'notAllowed');
  });

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refused) {
      note(request, error.reason);
      return sendRefusal(reply, error.reason, error.status);
    }
    if (error instanceof UnknownSession) return sendRefusal(reply, 'noSuchSession');
    if (error instanceof CannotStore || error instanceof CorruptLog) return sendRefusal(reply, 'tryAgain');
    if (error instanceof TooBusy) return sendRefusal(reply, 'tooFast');
    const status = statusIn(error);
    if (status < 500) {
      note(request, 'malformed');
      return sendRefusal(reply, 'malformed', status);
    }
    request.log.error({ err: error }, 'a request failed');
    return sendRefusal(reply, 'tryAgain');
  });
}

/** Fastify's own refusals (no JSON, too large) carry a status below 500. */
function statusIn(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
