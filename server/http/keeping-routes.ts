import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Keeping, keepingRequest } from '../../shared/api.ts';
import { keepDaysOf, textOf } from '../../shared/session/selectors.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { keepAtMostOf } from '../config.ts';
import type { House } from '../house.ts';
import { newId } from '../live/hosts.ts';
import { keptUntil } from '../retention.ts';
import { parsed, refuse } from './answer.ts';
import { type AtDesk, atFullDesk, atOwnDesk, isOwner } from './desk-guard.ts';

/** bewaartermijn: until when a session is kept, told to all its desks and set by its owner. */
export function keepingRoutes(app: FastifyInstance, house: House): void {
  const { clock, config } = house;

  function keepingAt(here: AtDesk): Keeping {
    const { state, createdAt } = here.host;
    const days = keepDaysOf(state);
    return {
      until: keptUntil(state, createdAt),
      days,
      reason: textOf(state, state.keeping?.reason ?? null),
      most: Math.max(days, keepAtMostOf(config)),
      owner: isOwner(here),
    };
  }

  app.get('/api/sessions/:id/keeping', async (request: FastifyRequest) => keepingAt(await atFullDesk(house, request)));

  app.post('/api/sessions/:id/keeping', async (request) => {
    const here = await atOwnDesk(house, request);
    const { days, reason } = normaliseDeep(parsed(keepingRequest, request.body));
    const { host } = here;
    // What is over already is deleted by the act of that name, which says what goes.
    const isOver = keptUntil(host.state, host.createdAt, days) <= clock();
    if (isOver || days > Math.max(keepAtMostOf(config), keepDaysOf(host.state))) refuse('doesNotFit');
    const command = { type: 'KeepSession', days, reason: reason.trim() } as const;
    const result = await host.give({ commandId: newId(), command, actor: { role: 'system' } });
    if (!result.ok && result.refusal.reason !== 'nothingToDo') refuse(result.refusal.reason);
    if (result.ok) await house.acts.note(here.right.facilitator, 'retentionChanged', { session: host.session });
    return keepingAt(here);
  });
}
