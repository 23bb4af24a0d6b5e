import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Keeping } from '../check-up/backup-facts.ts';
import { checkUp } from '../check-up/register.ts';
import type { House } from '../house.ts';
import { isSame } from '../secrets.ts';
import { signInUrl } from './addresses.ts';
import { parsed, refuse } from './answer.ts';

const path = z.string().check(z.minLength(1), z.maxLength(4096));
const backupRequest = z.strictObject({ folder: path, keys: z.optional(path) });

/** For who runs the server, on this machine: they know the secret that lies in the data folder (server/control.ts). */
export function controlRoutes(app: FastifyInstance, house: House, secret: string, keeping: Keeping): void {
  const { access, acts, deskOrigin, backups } = house;
  const onRequest = async ({ headers }: FastifyRequest) => {
    if (!isSame(headers.authorization ?? '', `Bearer ${secret}`)) refuse('noTicket');
  };

  app.post('/control/key', { onRequest }, async () => {
    await acts.note(null, 'keyMade');
    return { url: signInUrl(deskOrigin(), await access.startKey()) };
  });

  app.post('/control/backup', { onRequest }, async ({ body }) => {
    const { folder, keys } = parsed(backupRequest, body);
    return backups.make(folder, keys);
  });

  app.post('/control/check-up', { onRequest }, () => checkUp(house, keeping));
}
