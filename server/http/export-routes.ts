import type { FastifyInstance } from 'fastify';
import { exportFile, exportKinds, isExportKind } from '../exports/register.ts';
import type { House } from '../house.ts';
import { refuse } from './answer.ts';
import { atFullDesk, atOwnDesk } from './desk-guard.ts';

/** Downloads, also while the session runs: for the desks of the whole session; what holds names for its facilitator alone. */
export function exportRoutes(app: FastifyInstance, house: House): void {
  app.get<{ Params: { kind: string } }>('/api/sessions/:id/exports/:kind', async (request, reply) => {
    const { kind } = request.params;
    if (!isExportKind(kind)) return refuse('malformed');
    const { host } = await ('ownerOnly' in exportKinds[kind] ? atOwnDesk : atFullDesk)(house, request);
    const file = exportFile(host.log(), kind);
    return reply
      .header('content-type', file.contentType)
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(file.body);
  });
}
