import type { FastifyInstance, FastifyRequest } from 'fastify';
import { againRequest, archiveRequest, type DeskAccess, type Home, planRequest } from '../../shared/api.ts';
import type { RefusalReason } from '../../shared/refusals.ts';
import { keepDaysOf, textOf } from '../../shared/session/selectors.ts';
import { subgroupsOf } from '../../shared/session/subgroups.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { keepAtMostOf } from '../config.ts';
import { importArchive } from '../exports/archive.ts';
import type { House } from '../house.ts';
import { deleteWithChecks } from '../live/checks.ts';
import { newId } from '../live/hosts.ts';
import { choiceOf } from '../scripts/script-choice.ts';
import { addressesOf } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atFullDesk, atOwnDesk, deskRightIn, facilitatorIn, lookingAtDesk } from './desk-guard.ts';
import { filledIn, planSession } from './planning.ts';
import type { SessionRows } from './session-rows.ts';

/** Here already, or deleted here for good: an archive that is well, but has no place. */
const importRefusals: Partial<Record<string, RefusalReason>> = {
  sessionExists: 'nothingToDo',
  sessionDeleted: 'noSuchSession',
};

/** What comes from elsewhere is kept no longer than this house allows. */
async function keepWithin({ hosts, config }: House, session: string): Promise<void> {
  const host = await hosts.open(session);
  const days = keepAtMostOf(config);
  if (!host || keepDaysOf(host.state) <= days) return;
  const command = { type: 'KeepSession', days, reason: '' } as const;
  await host.give({ commandId: newId(), command, actor: { role: 'system' } });
}

/** The largest archive: a session of thousands of people. */
const maxArchive = 64 * 1024 * 1024;

/** The facilitator's sessions: making, repeating, opening, deleting them, and bringing one back. */
export function sessionRoutes(app: FastifyInstance, house: House, rows: SessionRows): void {
  const { acts, library, ownScripts, rehearsals } = house;

  app.get('/api/home', async (request): Promise<Home> => {
    const facilitator = await facilitatorIn(house, request);
    const scripts = [...(await ownScripts.choices(facilitator)), ...library.scripts.map(choiceOf)];
    const [sessions, damaged] = [await rows.ofFacilitator(facilitator), await rows.damagedOf(facilitator)];
    return { sessions, damaged, scripts, refused: library.refused };
  });

  app.post('/api/sessions', async (request) => {
    const facilitator = await facilitatorIn(house, request);
    const { script: id, fillIns, ...details } = normaliseDeep(parsed(planRequest, request.body));
    const script = library.find(id) ?? (await ownScripts.find(facilitator, id)) ?? refuse('doesNotFit');
    if (!script.languages.includes(details.language)) refuse('doesNotFit');
    return { session: await planSession(house, filledIn(script, fillIns), details, facilitator) };
  });

  app.post('/api/sessions/:id/again', async (request) => {
    const { host, right } = await atOwnDesk(house, request);
    const { date } = parsed(againRequest, request.body);
    const { state } = host;
    const [title = '', place = '', partner = '', collaboration = ''] = [
      state.title,
      state.place,
      state.partner,
      state.collaboration,
    ].map((id) => textOf(state, id));
    const { language, pairing, notice } = state;
    const told = {
      purpose: textOf(state, notice.purpose),
      contact: textOf(state, notice.contact),
      research: notice.research,
    };
    const details = { language, title, date, place, partner, collaboration, pairing, ...told };
    return { session: await planSession(house, state.script, details, right.facilitator) };
  });

  app.post('/api/sessions/:id/archive', async (request) => {
    const { host, right } = await atFullDesk(house, request);
    const command = { type: 'ArchiveSession', ...parsed(archiveRequest, request.body) } as const;
    const actor = { role: 'desk', facilitator: right.facilitator } as const;
    const result = await host.give({ commandId: newId(), command, actor });
    if (!result.ok && result.refusal.reason !== 'nothingToDo') refuse(result.refusal.reason);
    return {};
  });

  app.delete('/api/sessions/:id', async (request) => {
    // By its entry, not its log: one that is damaged can be deleted too.
    const session = idIn(request.params, 'id');
    const { owner, facilitator } = await deskRightIn(house, request, session);
    if (!owner) refuse('notAllowed');
    await deleteWithChecks(house, session);
    await acts.note(facilitator, 'sessionDeleted', { session });
    return {};
  });

  app.get('/api/sessions/:id/desk', async (request): Promise<DeskAccess> => {
    const here = rehearsals.houseOf(idIn(request.params, 'id')) ?? house;
    const { host, right, subgroup } = await lookingAtDesk(here, request);
    const { access } = here;
    const { session, state, damage } = host;
    const { secret: ticket } = await access.deskTicket(right, session);
    const { facilitator } = right;
    const wallFor = async (road: 'desk' | 'mini', which: string | null) =>
      (await access.wallTicket(road, right, session, which)).secret;
    const wallTicket = await wallFor('desk', subgroup);
    const miniTicket = await wallFor('mini', subgroup);
    const subgroupWalls: Record<string, string> = {};
    for (const { id } of subgroup === null ? subgroupsOf(state) : []) subgroupWalls[id] = await wallFor('desk', id);
    const { code, secret } = await access.entryOf(session);
    const { address, joinUrl } = addressesOf(house.origin(), secret);
    return {
      session,
      ticket,
      code,
      secret,
      address,
      joinUrl,
      wallTicket,
      miniTicket,
      subgroupWalls,
      script: state.script,
      // Nobody else is invited to a rehearsal.
      owner: right.owner && here === house,
      facilitator,
      damagedAt: damage?.seq ?? null,
    };
  });

  void app.register((plugin, _options, done) => {
    // The archive is checked by its own reader, byte for byte.
    plugin.removeContentTypeParser('application/json');
    plugin.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: maxArchive },
      async (_request: unknown, body: string | Buffer) => body,
    );
    // Who may not is sent away before the file is read: 64 MB a request is a lot to hold for a stranger.
    const onRequest = async (request: FastifyRequest) => void (await facilitatorIn(house, request));
    plugin.post('/api/import', { bodyLimit: maxArchive, onRequest }, async (request) => {
      const facilitator = await facilitatorIn(house, request);
      const imported = await importArchive(house, String(request.body ?? ''), facilitator);
      if (!imported.ok) refuse(importRefusals[imported.reason] ?? 'malformed');
      await keepWithin(house, imported.session);
      await acts.note(facilitator, 'sessionMade', { session: imported.session });
      return { session: imported.session };
    });
    done();
  });
}
