import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { commentRequest, withdrawRequest } from '../../shared/api.ts';
import type { Command } from '../../shared/commands.ts';
import { normaliseDeep } from '../../shared/text.ts';
import type { House } from '../house.ts';
import { newId } from '../live/hosts.ts';
import { hashOf } from '../secrets.ts';
import type { Grant } from '../store/store.ts';
import { hasComments } from '../team-links.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { parsed, refuse } from './answer.ts';

type Asked = z.infer<typeof withdrawRequest>;

/** A team comments on the summary by its link, where the facilitator lets it; nobody needs a name for that (P1). */
export function commentRoutes(app: FastifyInstance, { access, hosts, teamLinks, clock }: House): void {
  /** By link: a team may write at once, a program may not fill the log. */
  const writings = buildTokenBuckets(30, 0.5);

  /** The link, where it may be read and commented on by who asks. */
  async function linkOf({ token, reader }: Pick<Asked, 'token' | 'reader'>): Promise<Grant> {
    const link = (await access.grant(token, ['summary'])) ?? refuse('noTicket');
    if (!(await teamLinks.opens(link, reader))) refuse('noTicket');
    if (!hasComments(link)) refuse('notAllowed');
    if (!writings(link.id, clock()).take(clock())) refuse('tooFast');
    return link;
  }
  async function give(link: Grant, command: Command): Promise<void> {
    const host = (link.session && (await hosts.open(link.session))) || refuse('noSuchSession');
    const result = await host.give({ commandId: newId(), command, actor: { role: 'system' } });
    if (!result.ok) refuse(result.refusal.reason);
  }

  app.post('/api/summary/comments', async ({ body }) => {
    const { section, text, signature, ...asked } = parsed(commentRequest, body);
    const link = await linkOf(asked);
    // Named by the hash of its key: sent twice it counts once, and who has the key may withdraw it.
    const comment = hashOf(asked.key);
    const words = normaliseDeep({ text, signature });
    await give(link, { type: 'CommentSummary', comment, link: link.id, section, ...words });
    return { comment };
  });

  app.post('/api/summary/comments/withdraw', async ({ body }) => {
    const asked = parsed(withdrawRequest, body);
    const link = await linkOf(asked);
    await give(link, { type: 'WithdrawComment', comment: hashOf(asked.key), link: link.id });
    return {};
  });
}
