import type { FastifyInstance } from 'fastify';
import { doorRequest } from '../../shared/api.ts';
import type { House } from '../house.ts';
import { parsed, refuse } from './answer.ts';
import { atFullDesk } from './desk-guard.ts';

/** The way in, changed from a desk: another code and QR code, and whether who is new also types what the wall shows. */
export function doorRoutes(app: FastifyInstance, house: House): void {
  const { access, acts, doorSigns } = house;

  app.post('/api/sessions/:id/door', async (request) => {
    const { host, right } = await atFullDesk(house, request);
    const { session, state } = host;
    const asked = parsed(doorRequest, request.body);
    if (state.closedAt !== null) refuse('sessionClosed');
    if ('lettersAsked' in asked) await access.askLetters(session, asked.lettersAsked);
    else {
      await access.changeEntry(session);
      await acts.note(right.facilitator, 'codeChanged', { session });
    }
    await doorSigns.tell(host);
    return {};
  });
}
