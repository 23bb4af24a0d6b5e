import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logged } from '../../shared/events.ts';
import { type ExportLine, type ExportRow, exportStream, exportUses, type Research } from '../../shared/exports.ts';
import type { RefusalReason } from '../../shared/refusals.ts';
import { exportWords } from '../exports/export-source.ts';
import { isOutdated } from '../exports/outdated.ts';
import {
  allKinds,
  type ExportFile,
  exportKinds,
  isExportKind,
  isForOwner,
  isForResearch,
} from '../exports/register.ts';
import { leftOutOf, researchLog } from '../exports/research.ts';
import { TooManyExports } from '../exports/worker/turns.ts';
import type { Order, Workshop } from '../exports/worker/workshop.ts';
import type { House } from '../house.ts';
import { Refused, refuse, sendRefusal } from './answer.ts';
import { buildAtOnce } from './at-once.ts';
import { atFullDesk, atOwnDesk, isOwner } from './desk-guard.ts';

/** Of one facilitator, in the making or waiting. */
const mostOfOne = 6;

/** Downloads, also while the session runs: for the desks of the whole session; what holds names for its facilitator alone. */
export function exportRoutes(app: FastifyInstance, house: House, workshop: Workshop): void {
  app.addHook('preClose', async () => workshop.stop());
  const counted = buildAtOnce(mostOfOne);

  app.get('/api/sessions/:id/exports', async (request): Promise<ExportRow[]> => {
    const here = await atFullDesk(house, request);
    return allKinds
      .filter((kind) => isOwner(here) || !isForOwner(kind))
      .map((kind) => ({ kind, group: exportKinds[kind].group, forResearch: isForResearch(kind) }));
  });

  app.get('/api/sessions/:id/research', async (request, reply) => {
    const { host } = await atFullDesk(house, request);
    const log = host.log();
    const told: Research = host.state.notice.research ? leftOutOf(log, researchLog(log)) : null;
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(told));
  });

  type Asked = { Params: { kind: string }; Querystring: { use?: unknown } };
  app.get<Asked>('/api/sessions/:id/exports/:kind', async (request, reply) => {
    const { kind } = request.params;
    if (!isExportKind(kind)) return refuse('malformed');
    const { host, right } = await (isForOwner(kind) ? atOwnDesk : atFullDesk)(house, request);
    const use = exportUses.find((one) => one === (request.query.use ?? 'team')) ?? refuse('malformed');
    // Where nobody was asked, nobody said yes.
    if (use === 'research' && !(host.state.notice.research && isForResearch(kind))) refuse('notAsked');
    const order = { kind, use, signal: goneSignal(reply) };
    await house.acts.note(right.facilitator, 'exported', { session: host.session, about: kind });
    /** Once more where something was taken away while it was made (V4); whoever asks again may have more luck. */
    const makeNow = async (tell?: Order['tell']): Promise<ExportFile> => {
      for (let turn = 0; turn < 2; turn++) {
        let given: readonly Logged[] = [];
        const log = () => {
          given = host.log();
          return given;
        };
        const file = await workshop.make({ ...order, log, ...(tell && { tell }) });
        // This node may not have followed it meanwhile: nobody need be here to whom it is told.
        const now = (await house.hosts.open(host.session)) ?? refuse('noSuchSession');
        // It may have waited for long: who may no more gets nothing of what came since (V1).
        if (!(await house.access.isHeld(right, host.session))) refuse('noSuchSession');
        if (!isOutdated(given, now.log())) return file;
      }
      return refuse('tryAgain');
    };
    const make = (tell?: Order['tell']) => counted(right.facilitator, () => makeNow(tell));
    if (request.headers.accept === exportStream) return sendWithProgress(request, reply, make);
    try {
      const file = await make();
      return await reply
        .header('content-type', file.contentType)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(typeof file.body === 'string' ? file.body : bufferOf(file.body));
    } catch (error) {
      const reason = reasonOf(error, request);
      if (!request.headers.accept?.includes('text/html')) return sendRefusal(reply, reason);
      // Who follows the link without a script reads why there is no file.
      return reply
        .code(new Refused(reason).status)
        .type('text/plain; charset=utf-8')
        .send(exportWords(host.state.language).notMade);
    }
  });
}

const bufferOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

/** Aborted when whoever asked went away before all was sent. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

function reasonOf(error: unknown, request: FastifyRequest): RefusalReason {
  if (error instanceof Refused) return error.reason;
  if (error instanceof TooManyExports) return 'tooFast';
  if (!(error instanceof DOMException)) request.log.error({ err: error }, 'an export failed');
  return 'tryAgain';
}

/** How far it is, line by line, and then the file. */
function sendWithProgress(
  request: FastifyRequest,
  reply: FastifyReply,
  make: (tell: NonNullable<Order['tell']>) => Promise<ExportFile>,
): FastifyReply {
  const out = new PassThrough();
  const say = (line: ExportLine) => void (out.writable && out.write(`${JSON.stringify(line)}\n`));
  void make(say).then(
    ({ name, contentType, body }) => {
      const bytes = bufferOf(body);
      say({ file: { name, contentType, size: bytes.byteLength } });
      out.end(bytes);
    },
    (error) => {
      say({ reason: reasonOf(error, request) });
      out.end();
    },
  );
  return reply.type(exportStream).send(out);
}
