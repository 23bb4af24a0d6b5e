import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { Script } from '../../shared/script.ts';
import { phonePart } from '../../shared/script-queries.ts';
import type { House } from '../house.ts';
import { idIn, refuse } from './answer.ts';
import type { SessionRows } from './session-rows.ts';

type Packed = { session: string; plain: Buffer; br: Buffer; gzip: Buffer };
const maxKept = 50;

function packed(session: string, script: Script): Packed {
  const plain = Buffer.from(JSON.stringify(phonePart(script)));
  return {
    session,
    plain,
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: gzipSync(plain, { level: 9 }),
  };
}

/** The phones' part of a script under its hash: compressed once, and kept by browsers for ever; a draft that is rehearsed by none. */
export function scriptRoutes(app: FastifyInstance, { hosts, rehearsals }: House, rows: SessionRows): void {
  const kept = new Map<string, Packed>();

  async function find(hash: string): Promise<Packed> {
    const open = (await hosts.openOnes()).find(({ state }) => state.scriptHash === hash)?.session;
    const session = open ?? (await rows.withScript(hash)) ?? refuse('noSuchSession');
    const { state } = (await hosts.open(session)) ?? refuse('noSuchSession');
    const found = packed(session, state.script);
    if (kept.size >= maxKept) kept.delete(kept.keys().next().value ?? '');
    kept.set(hash, found);
    return found;
  }

  app.get('/api/scripts/:hash', async (request, reply) => {
    const hash = idIn(request.params, 'hash');
    const known = kept.get(hash);
    // What was typed in for a session that was deleted since is not served any more.
    const rehearsed = rehearsals.scriptOf(hash);
    const isKept = known && !(await hosts.isGone(known.session));
    const isDraft = !isKept && rehearsed !== undefined;
    const { plain, br, gzip } = isKept ? known : rehearsed ? packed('', rehearsed) : await find(hash);
    const accepted = String(request.headers['accept-encoding'] ?? '');
    reply.header('content-type', 'application/json; charset=utf-8').header('vary', 'accept-encoding');
    if (!isDraft) reply.header('cache-control', 'public, max-age=31536000, immutable');
    if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(br);
    if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(gzip);
    return reply.send(plain);
  });
}
