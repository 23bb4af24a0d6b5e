import type { FastifyInstance } from 'fastify';
import { inviteRequest, type Link, type LinkRow, linkRequest } from '../../shared/api.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { invitedBy } from '../access.ts';
import { endInvitation } from '../facilitators/ending.ts';
import type { House } from '../house.ts';
import { newId } from '../live/hosts.ts';
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';
import { hasComments, isLocked } from '../team-links.ts';
import { invitationUrl, summaryUrl } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atFullDesk } from './desk-guard.ts';

function rowOf(grant: Grant): LinkRow {
  const { id, kind, createdAt, expiresAt } = grant;
  const more =
    kind === 'invitation' ? { facilitator: invitedBy(id) } : { locked: isLocked(grant), comments: hasComments(grant) };
  return { link: id, createdAt, expiresAt, ...more };
}

/** Links that let others in: a co-facilitator to this session's desk, a team to its summary. */
export function linkRoutes(app: FastifyInstance, house: House): void {
  const { access, acts, teamLinks, bell, origin } = house;
  const kinds = [
    ['invitations', 'invitation'],
    ['summary-links', 'summary'],
  ] as const;

  /** The session knows who may come, and with which rights, before anybody holds the link. */
  async function invite(host: Host, { id }: Grant, invited: { name: string; subgroup: string | null }): Promise<void> {
    const command = { type: 'InviteDesk', facilitator: invitedBy(id), ...invited } as const;
    const result = await host.give({ commandId: newId(), command, actor: { role: 'system' } });
    if (result.ok) return;
    await access.revoke(host.session, 'invitation', id);
    refuse(result.refusal.reason);
  }

  app.post('/api/sessions/:id/invitations', async (request): Promise<Link> => {
    const { host, right } = await atFullDesk(house, request);
    if (!right.owner) refuse('notAllowed');
    const invited = normaliseDeep(parsed(inviteRequest, request.body));
    const { secret, grant } = await access.give('invitation', host.session, right.facilitator);
    await invite(host, grant, invited);
    await acts.note(right.facilitator, 'shared', { session: host.session, about: invitedBy(grant.id) });
    return { ...rowOf(grant), url: invitationUrl(origin(), secret) };
  });

  app.post('/api/sessions/:id/summary-links', async (request): Promise<Link> => {
    const { host, right } = await atFullDesk(house, request);
    const asked = parsed(linkRequest, request.body ?? {});
    const mayStill = async () => (await access.isHeld(right, host.session)) || refuse('noSuchSession');
    const made = await teamLinks.make(host.session, right.facilitator, asked, mayStill);
    const { secret, grant } = made ?? refuse('doesNotFit');
    await acts.note(right.facilitator, 'linkMade', { session: host.session });
    return { ...rowOf(grant), url: summaryUrl(origin(), secret) };
  });

  for (const [path, kind] of kinds) {
    app.get(`/api/sessions/:id/${path}`, async (request): Promise<LinkRow[]> => {
      const { host } = await atFullDesk(house, request);
      return (await access.links(host.session, kind)).map(rowOf);
    });
  }

  app.delete('/api/sessions/:id/invitations/:link', async (request) => {
    const { host, right } = await atFullDesk(house, request);
    if (!right.owner) refuse('notAllowed');
    const link = idIn(request.params, 'link');
    await acts.note(right.facilitator, 'unshared', { session: host.session, about: invitedBy(link) });
    await endInvitation(house, host.session, link);
    return {};
  });

  app.delete('/api/sessions/:id/summary-links/:link', async (request) => {
    const { host, right } = await atFullDesk(house, request);
    await acts.note(right.facilitator, 'linkRevoked', { session: host.session });
    await teamLinks.revoke(host.session, idIn(request.params, 'link'));
    bell.ring(host.session);
    return {};
  });
}
