import type { FastifyInstance } from 'fastify';
import { inviteRequest, type Link, type LinkRow } from '../../shared/api.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { invitedBy } from '../access.ts';
import type { House } from '../house.ts';
import { newId } from '../live/hosts.ts';
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';
import { invitationUrl, summaryUrl } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atFullDesk } from './desk-guard.ts';

const rowOf = ({ id, kind, createdAt, expiresAt }: Grant): LinkRow => ({
  ...{ link: id, createdAt, expiresAt },
  ...(kind === 'invitation' && { facilitator: invitedBy(id) }),
});

/** Links that let others in: a co-facilitator to this session's desk, a team to its summary. */
export function linkRoutes(app: FastifyInstance, house: House): void {
  const { access, origin } = house;
  const kinds = [
    { path: 'invitations', kind: 'invitation', urlOf: invitationUrl },
    { path: 'summary-links', kind: 'summary', urlOf: summaryUrl },
  ] as const;

  /** The session knows who may come, and with which rights, before anybody holds the link. */
  async function invite(host: Host, { id }: Grant, invited: { name: string; subgroup: string | null }): Promise<void> {
    const command = { type: 'InviteDesk', facilitator: invitedBy(id), ...invited } as const;
    const result = await host.give({ commandId: newId(), command, actor: { role: 'system' } });
    if (result.ok) return;
    await access.revoke(host.session, 'invitation', id);
    refuse(result.refusal.reason);
  }

  for (const { path, kind, urlOf } of kinds) {
    app.post(`/api/sessions/:id/${path}`, async (request): Promise<Link> => {
      const { host, right } = await atFullDesk(house, request);
      if (kind === 'invitation' && !right.owner) refuse('notAllowed');
      const invited = kind === 'invitation' ? normaliseDeep(parsed(inviteRequest, request.body)) : undefined;
      const { secret, grant } = await access.give(kind, host.session, right.facilitator);
      if (invited) await invite(host, grant, invited);
      return { ...rowOf(grant), url: urlOf(origin(), secret) };
    });

    app.get(`/api/sessions/:id/${path}`, async (request): Promise<LinkRow[]> => {
      const { host } = await atFullDesk(house, request);
      return (await access.links(host.session, kind)).map(rowOf);
    });

    app.delete(`/api/sessions/:id/${path}/:link`, async (request) => {
      const { host, right } = await atFullDesk(house, request);
      if (kind === 'invitation' && !right.owner) refuse('notAllowed');
      const link = idIn(request.params, 'link');
      await access.revoke(host.session, kind, link);
      if (kind === 'invitation') {
        const isEnded = await access.endInvited(host.session, link);
        host.partWith(({ subject }) => isEnded(subject), 'signedOff');
      }
      return {};
    });
  }
}
