import type { FastifyInstance } from 'fastify';
import { type CheckRow, checkRequest, checkTakenRequest } from '../../shared/api.ts';
import type { Command } from '../../shared/commands.ts';
import type { Script } from '../../shared/script.ts';
import { textOf } from '../../shared/session/selectors.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { tookPart } from '../../shared/views/summary/people.ts';
import type { House } from '../house.ts';
import { checksOf } from '../live/checks.ts';
import { newId } from '../live/hosts.ts';
import type { Host } from '../live/session-host.ts';
import { addressesOf } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atOwnDesk } from './desk-guard.ts';
import { filledIn, planSession } from './planning.ts';

const day = 24 * 60 * 60_000;

/** Verslagcheck: participants say whether the summary is right, in a session of its own with nobody who leads. */
export function checkRoutes(app: FastifyInstance, house: House): void {
  const { access, library, clock, origin } = house;

  async function give(host: Host, command: Command): Promise<void> {
    const result = await host.give({ commandId: newId(), command, actor: { role: 'system' } });
    if (!result.ok && result.refusal.reason !== 'nothingToDo') refuse(result.refusal.reason);
  }

  /** The library's script for it: unled, its items taken from a summary. */
  const scriptFor = (language: 'nl' | 'en'): Script | undefined =>
    library.scripts.find(
      ({ unled, itemSets, languages }) =>
        unled && languages.includes(language) && itemSets.some(({ fromSummary }) => fromSummary),
    );

  app.post('/api/sessions/:id/checks', async (request) => {
    const { host, right } = await atOwnDesk(house, request);
    const { findings, days } = normaliseDeep(parsed(checkRequest, request.body));
    const { language, title, place, partner, collaboration } = host.state;
    const script = scriptFor(language) ?? refuse('doesNotFit');
    const set = script.itemSets.find(({ fromSummary }) => fromSummary)?.id ?? '';
    const now = clock();
    const details = {
      ...{ language, date: new Date(now).toISOString().slice(0, 10), pairing: 'automatic' as const },
      title: [script.title[language], textOf(host.state, title)].filter(Boolean).join(' · ').slice(0, 200),
      ...{ place: textOf(host.state, place), partner: textOf(host.state, partner) },
      collaboration: textOf(host.state, collaboration),
    };
    const open = { ...filledIn(script, { [set]: findings }), unled: { days } };
    const check = await planSession(house, open, details, right.facilitator);
    await give(host, { type: 'PlanCheck', check, until: now + days * day });
    return { check };
  });

  app.get('/api/sessions/:id/checks', async (request): Promise<CheckRow[] | null> => {
    const { host } = await atOwnDesk(house, request);
    if (!scriptFor(host.state.language)) return null;
    const rows: CheckRow[] = [];
    for (const { check, until, upTo, host: one } of await checksOf(house, host)) {
      const { secret } = await access.entryOf(check);
      const { joinUrl } = addressesOf(origin(), secret);
      const { state } = one;
      const isOpen = state.closedAt === null;
      rows.push({ check, url: joinUrl, until, people: tookPart(state), isOpen, isTaken: upTo !== null });
    }
    return rows;
  });

  /** What was said until now is part of the summary from its next version on; or no more. */
  app.post('/api/sessions/:id/checks/:check/taken', async (request) => {
    const { host } = await atOwnDesk(house, request);
    const check = idIn(request.params, 'check');
    const { taken } = parsed(checkTakenRequest, request.body);
    const one = (await checksOf(house, host)).find((known) => known.check === check) ?? refuse('noSuchSession');
    await give(host, { type: 'TakeCheck', check, upTo: taken ? one.host.state.seq : null });
    return {};
  });
}
