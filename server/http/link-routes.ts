import type { FastifyInstance } from 'fastify';
import type { Link, LinkRow } from '../../shared/api.ts';
import type { House } from '../house.ts';
import { miniSubject } from '../live/presence.ts';
import type { Grant } from '../store/store.ts';
import { invitationUrl, summaryUrl } from './addresses.ts';
import { idIn, refuse } from './answer.ts';
import { atDesk } from './desk-guard.ts';

const rowOf = ({ id, createdAt, expiresAt }: Grant): LinkRow => ({ link: id, createdAt, expiresAt });

/** Links that let others in: a co-facilitator to this session's desk, a team to its summary. */
export function linkRoutes(app: FastifyInstance, house: House): void {
  const { access, origin } = house;
  const kinds = [
    { path: 'invitations', kind: 'invitation', urlOf: invitationUrl },
    { path: 'summary-links', kind: 'summary', urlOf: summaryUrl },
  ] as const;

  for (const { path, kind, urlOf } of kinds) {
    app.post(`/api/sessions/:id/${path}`, async (request): Promise<Link> => {
      const { host, right } = await atDesk(house, request);
      if (kind === 'invitation' && !right.owner) refuse('notAllowed');
      const { secret, grant } = await access.give(kind, host.session, 'link');
      return { ...rowOf(grant), url: urlOf(origin(), secret) };
    });

    app.get(`/api/sessions/:id/${path}`, async (request): Promise<LinkRow[]> => {
      const { host } = await atDesk(house, request);
      return (await access.links(host.session, kind)).map(rowOf);
    });

    app.delete(`/api/sessions/:id/${path}/:link`, async (request) => {
      const { host, right } = await atDesk(house, request);
      if (kind === 'invitation' && !right.owner) refuse('notAllowed');
      const link = idIn(request.params, 'link');
      await access.revoke(host.session, kind, link);
      if (kind === 'invitation') {
        for (const cookie of await access.cookiesOf(host.session, link)) {
          const desks = await access.signOff(cookie);
          const walls = [`desk:${cookie.subject}`, `${miniSubject}:${cookie.subject}`];
          for (const subject of walls) await house.store.revokeGrants({ session: host.session, kind: 'wall', subject });
          host.partWith(({ subject }) => subject === desks || walls.includes(subject), 'signedOff');
        }
      }
      return {};
    });
  }
}
