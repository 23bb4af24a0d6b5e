import type { FastifyInstance } from 'fastify';
import { type AccountAnswer, type ShareRow, shareRequest } from '../../shared/account.ts';
import { endShare } from '../facilitators/ending.ts';
import type { House } from '../house.ts';
import { newId } from '../live/hosts.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atOwnDesk } from './desk-guard.ts';

/** The owner lets another facilitator of this server work in a session, by name, until that is taken back. */
export function shareRoutes(app: FastifyInstance, house: House): void {
  const { acts, clock, facilitators, store } = house;

  app.get('/api/sessions/:id/shares', async (request): Promise<ShareRow[]> => {
    const { host } = await atOwnDesk(house, request);
    const all = await store.facilitators();
    return (await store.shares({ session: host.session })).map(({ facilitator, at }) => ({
      ...{ facilitator, at, name: all.find(({ id }) => id === facilitator)?.name ?? '' },
    }));
  });

  app.post('/api/sessions/:id/shares', async (request): Promise<AccountAnswer> => {
    const { host, right } = await atOwnDesk(house, request);
    const found = await facilitators.named(parsed(shareRequest, request.body).name);
    if (!found || found.id === right.facilitator) return { problem: 'unknown' };
    const { id: facilitator, name } = found;
    // The session knows who may come, and how they are called, before they can.
    const command = { type: 'InviteDesk', facilitator, subgroup: null, name } as const;
    const invited = await host.give({ commandId: newId(), command, actor: { role: 'system' } });
    if (!invited.ok && invited.refusal.reason !== 'nothingToDo') refuse(invited.refusal.reason);
    await store.addShare({ session: host.session, facilitator, at: clock() });
    await acts.note(right.facilitator, 'shared', { session: host.session, about: facilitator });
    return { problem: null };
  });

  app.delete('/api/sessions/:id/shares/:facilitator', async (request) => {
    const { host, right } = await atOwnDesk(house, request);
    const facilitator = idIn(request.params, 'facilitator');
    if (!(await endShare(house, host.session, facilitator))) refuse('nothingToDo');
    await acts.note(right.facilitator, 'unshared', { session: host.session, about: facilitator });
    return {};
  });
}
