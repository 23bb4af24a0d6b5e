import { networkInterfaces } from 'node:os';
import fastifyCookie from '@fastify/cookie';
import fastify, { type RouteOptions } from 'fastify';
import type { Logged } from '../shared/events.ts';
import { isComment, isForReaders } from '../shared/views/summary/attendance.ts';
import { buildAccess } from './access.ts';
import { buildBackups } from './backup/backups.ts';
import { speakTls } from './certificate/speak-tls.ts';
import { type Config, isOverHttps } from './config.ts';
import { buildAdmission, phonesThatFit } from './entry/admission.ts';
import { buildWorkshop, type Workshop } from './exports/worker/workshop.ts';
import { buildActs } from './facilitators/acts.ts';
import { adoptSessions, endOutlived } from './facilitators/ending.ts';
import { buildFacilitators } from './facilitators/facilitators.ts';
import { buildOrganisation } from './facilitators/organisation.ts';
import type { House } from './house.ts';
import { accountRoutes } from './http/account-routes.ts';
import { actRoutes } from './http/act-routes.ts';
import { organisationBackPath } from './http/addresses.ts';
import { checkRoutes } from './http/check-routes.ts';
import { checkUpRoutes } from './http/check-up-routes.ts';
import { commentRoutes } from './http/comment-routes.ts';
import { compareRoutes } from './http/compare-routes.ts';
import { controlRoutes } from './http/control-routes.ts';
import { doorRoutes } from './http/door-routes.ts';
import { exportRoutes } from './http/export-routes.ts';
import { facilitatorRoutes } from './http/facilitator-routes.ts';
import { openGuards, refusalOfBadAddress } from './http/guards.ts';
import { interestRoutes } from './http/interest-routes.ts';
import { joinRoutes } from './http/join-routes.ts';
import { keepingRoutes } from './http/keeping-routes.ts';
import { linkRoutes } from './http/link-routes.ts';
import { logOptions } from './http/log.ts';
import { organisationRoutes } from './http/organisation-routes.ts';
import { ownRoutes } from './http/own-routes.ts';
import { ownScriptRoutes } from './http/own-script-routes.ts';
import { openPages } from './http/pages.ts';
import { passkeyRoutes } from './http/passkey-routes.ts';
import { buildRefusalLog } from './http/refusal-log.ts';
import { rehearsalRoutes } from './http/rehearsal-routes.ts';
import { replayRoutes } from './http/replay-routes.ts';
import { scriptRoutes } from './http/script-routes.ts';
import { serviceRoutes } from './http/service-routes.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { buildSessionRows } from './http/session-rows.ts';
import { shareRoutes } from './http/share-routes.ts';
import { signInRoutes } from './http/sign-in-routes.ts';
import { summaryRoutes } from './http/summary-routes.ts';
import { wallRoutes } from './http/wall-routes.ts';
import { buildMailing } from './interests/mailing.ts';
import { openPostOffice } from './interests/post-office.ts';
import type { Library } from './library/library.ts';
import { type Bell, buildBell } from './live/bell.ts';
import { buildHosts } from './live/hosts.ts';
import { openNodes } from './nodes/hearing.ts';
import type { Wire } from './nodes/news.ts';
import { buildNodes } from './nodes/nodes.ts';
import { type Cost, costs } from './passwords.ts';
import { buildProxies, proxiesByDefault } from './proxies.ts';
import { buildRehearsals } from './rehearsal/rehearsals.ts';
import { closeUnled, deleteOverdue, keepNoLonger } from './retention.ts';
import { buildDrafting } from './scripts/drafting.ts';
import { buildOwnScripts } from './scripts/own-scripts.ts';
import { newSecret } from './secrets.ts';
import { buildDoor } from './sockets/door.ts';
import { buildDoorSigns } from './sockets/door-signs.ts';
import { closeLines, type Io, openGateway, openSockets, outletOf } from './sockets/gateway.ts';
import type { Store } from './store/store.ts';
import { buildTeamLinks } from './team-links.ts';

const closeWithin = 1_000;
/** Lines that may wait until the program takes them: a hall comes in at once, also while it is busy. */
const backlog = 4_096;

type Parts = {
  config: Config;
  store: Store;
  library: Library;
  clock?: () => number;
  workshop?: Workshop;
  logger?: typeof logOptions;
  passphraseCost?: Cost;
  /** Told what an operator should know while it runs. */
  say?: (line: string) => void;
  /** Told of each route as it is made. */
  onRoute?: (route: RouteOptions) => void;
  /** To the other nodes on the same store, as it is made over this server's sockets; without it this is the only one. */
  wireOf?: (io: Io) => Wire;
};

/** The whole server around a store, not listening yet. */
export async function buildApp({
  config,
  store,
  library,
  clock = Date.now,
  workshop = buildWorkshop(),
  logger = logOptions,
  passphraseCost = costs.passphrase,
  say = console.error,
  onRoute,
  wireOf,
}: Parts) {
  const proxies = buildProxies(config.proxies ?? proxiesByDefault(config.publicUrl));
  const app = fastify({
    logger,
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    trustProxy: proxies.believes,
    frameworkErrors: refusalOfBadAddress(config),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
  });
  if (onRoute) app.addHook('onRoute', onRoute);
  const door = buildDoor(config.linesPerAddress ?? Number.POSITIVE_INFINITY, clock, proxies);
  const io = openSockets(app.server, config, door);
  const access = buildAccess(store, clock, isOverHttps(config));
  const acts = buildActs(store, clock);
  const facilitators = buildFacilitators(store, access, acts, clock, passphraseCost);
  await facilitators.ensureFirst();
  const refusals = buildRefusalLog((refused) => app.log.warn({ refused }, 'refused'));
  const nodes = buildNodes(wireOf?.(io), clock);
  const own = buildBell();
  /** For what no event of the log says: by all nodes. */
  const bell: Bell = {
    ...own,
    ring(session) {
      own.ring(session);
      nodes.tell({ kind: 'ring', session });
    },
  };
  const admission = buildAdmission(config.mostPhones ?? phonesThatFit(), clock, say);
  const teamLinks = buildTeamLinks(store, access, clock);
  const backups = buildBackups({ store, dataDir: config.dataDir, clock });
  const renewKeys = () => void backups.renewKeys().catch(() => undefined);
  /** None: the session is deleted. */
  const told = (session: string, events: readonly Logged[], by: 'us' | 'others') => {
    if (events.length === 0) renewKeys();
    for (const { type, by: who } of events) {
      const isPublished = type === 'SummaryPublished' && who.startsWith('desk:');
      if (isPublished && by === 'us') void acts.note(who.slice('desk:'.length), 'published', { session });
    }
    if (events.length === 0 || events.some((event) => isForReaders(event) || isComment(event))) own.ring(session);
  };
  const hosts = buildHosts({ store, clock, outletOf: outletOf(io), told, nodes });
  const scheme = config.certificate ? 'https' : 'http';
  const origin = () => config.publicUrl ?? `${scheme}://${reachableHost(config.host)}:${portOf()}`;
  /** The facilitator at this machine: plain HTTP is secure at localhost alone. */
  const deskOrigin = () =>
    config.publicUrl ??
    (['0.0.0.0', '::', '127.0.0.1', 'localhost'].includes(config.host) ? `http://localhost:${portOf()}` : origin());
  const endEarly = config.certificate && speakTls(app.server, config.certificate, origin);
  const doorSigns = buildDoorSigns({ io, access, hosts, nodes, origin, clock });
  const organisation = config.oidc && buildOrganisation(config.oidc, () => `${origin()}${organisationBackPath}`, say);
  const rehearsals = buildRehearsals(outletOf(io), clock, (error) => {
    app.log.error({ err: error }, 'a rehearsal went wrong, and has ended');
  });
  const drafting = buildDrafting(library);
  const house: House = {
    ...{ config, clock, store, library, access, facilitators, acts, organisation },
    ...{ drafting, ownScripts: buildOwnScripts(store, library, drafting, clock) },
    ...{
      proxies,
      refusals,
      teamLinks,
      backups,
      hosts,
      nodes,
      bell,
      admission,
      doorSigns,
      rehearsals,
      origin,
      deskOrigin,
    },
  };
  const controlSecret = newSecret();

  function portOf(): number {
    const address = app.server.address();
    return address && typeof address === 'object' ? address.port : config.port;
  }

  app.addHook('onRequest', async ({ raw }) => proxies.look(raw));
  openGuards(app, config, refusals);
  await app.register(fastifyCookie);
  const rows = buildSessionRows(house);
  joinRoutes(app, house);
  interestRoutes(app, house);
  ownRoutes(app, house);
  signInRoutes(app, house);
  passkeyRoutes(app, house);
  organisationRoutes(app, house);
  accountRoutes(app, house);
  facilitatorRoutes(app, house);
  actRoutes(app, house);
  sessionRoutes(app, house, rows);
  ownScriptRoutes(app, house);
  keepingRoutes(app, house);
  linkRoutes(app, house);
  shareRoutes(app, house);
  checkRoutes(app, house);
  doorRoutes(app, house);
  wallRoutes(app, house);
  scriptRoutes(app, house, rows);
  summaryRoutes(app, house);
  commentRoutes(app, house);
  replayRoutes(app, house);
  rehearsalRoutes(app, house);
  compareRoutes(app, house);
  exportRoutes(app, house, workshop);
  serviceRoutes(app, house);
  const keeping = { lookedAt: () => lookedAt, overdue: rows.overdue };
  controlRoutes(app, house, controlSecret, keeping);
  checkUpRoutes(app, house, keeping);
  await openPages(app);
  let lookedAt: number | null = null;
  const looked = () => {
    lookedAt = clock();
    void endOutlived(house).catch(() => undefined);
    void adoptSessions(house).catch(() => undefined);
    renewKeys();
  };
  let stopLooking: (() => void) | undefined;
  const mailing = config.mail && buildMailing({ store, clock, origin, send: openPostOffice(config.mail) });
  let stopMailing: (() => void) | undefined;
  const closeGateway = openGateway(io, house, door);
  function reaches(isReached: boolean): void {
    door.shut(!isReached);
    if (!isReached) closeLines(io);
  }
  const closeNodes = openNodes({ house, nodes, bell: own, reaches });

  return {
    house,
    controlSecret,
    portOf,
    inject: app.inject.bind(app),
    async listen(): Promise<string> {
      const address = await app.listen({ port: config.port, host: config.host, backlog });
      void organisation?.start();
      stopLooking = keepNoLonger(house, rows, looked);
      stopMailing = mailing?.start();
      return address;
    },
    deleteOverdue: () => deleteOverdue(house, rows),
    closeUnled: () => closeUnled(house, rows),
    sendDueMails: async () => mailing?.sendDue(),
    /** In this order: sockets first, or the rest waits for them; the store last. Screens come back by themselves. */
    async close(): Promise<void> {
      stopLooking?.();
      stopMailing?.();
      doorSigns.stop();
      organisation?.stop();
      closeGateway();
      refusals.stop();
      own.close();
      closeNodes();
      nodes.leave();
      endEarly?.();
      // Whoever does not read its answer is not waited for.
      const cutting = setTimeout(() => app.server.closeAllConnections(), closeWithin);
      await io.close();
      await app.close();
      clearTimeout(cutting);
      drafting.stop();
      await rehearsals.stop();
      await hosts.stop();
      await nodes.close();
      await Promise.race([backups.idle(), new Promise((resolve) => setTimeout(resolve, closeWithin).unref())]);
      await store.close();
    },
  };
}

/** Where phones on this network find a server that listens everywhere: its first address that is not its own loop. */
function reachableHost(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost';
}
