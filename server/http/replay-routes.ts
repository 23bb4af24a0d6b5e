import type { FastifyInstance } from 'fastify';
import { wallPart } from '../../shared/script-queries.ts';
import { isSubgroup, subgroupsOf } from '../../shared/session/subgroups.ts';
import { valuesOf } from '../../shared/session/table.ts';
import type { Moment, ReplayPage, ReplayWall } from '../../shared/views/replay.ts';
import { type Published, publishedLog } from '../../shared/views/summary/attendance.ts';
import type { House } from '../house.ts';
import { momentsOf } from '../live/replay.ts';
import type { Host } from '../live/session-host.ts';
import { refuse } from './answer.ts';
import { atFullDesk } from './desk-guard.ts';
import { buildReaders, has, type PageSent, type ReadBy } from './readers.ts';

type Built = { tag: string; json: Promise<string> };

/** Each wall's moments as they are sent, made once for all who ask while nothing in them changes. */
function buildReplays() {
  const made = new WeakMap<Host, Map<string, Built>>();
  return (host: Host, wall: string, tag: string, build: () => Promise<Moment[]>): Promise<string> => {
    const known = made.get(host) ?? new Map<string, Built>();
    made.set(host, known);
    const last = known.get(wall);
    if (last?.tag === tag) return last.json;
    const json = build().then((moments) => JSON.stringify(moments));
    known.set(wall, { tag, json });
    return json;
  };
}

/** What was published, looked up once at each place of the log: many may wait for the same. */
function buildPublished() {
  const known = new WeakMap<Host, { seq: number; log: Published | null }>();
  return (host: Host): Published | null => {
    const { seq } = host.state;
    const last = known.get(host);
    if (last?.seq === seq) return last.log;
    const log = publishedLog(host.log());
    known.set(host, { seq, log });
    return log;
  };
}

/** The page as it is sent, written once for all who read by the same: a script and its moments are much to write a thousand times. */
function buildSent() {
  const known = new WeakMap<Host, Map<ReadBy, PageSent>>();
  return (host: Host, by: ReadBy, version: string, write: () => string): PageSent => {
    const own = known.get(host) ?? new Map<ReadBy, PageSent>();
    known.set(host, own);
    const tag = `"${by}-${version}"`;
    const last = own.get(by);
    if (last?.tag === tag) return last;
    const page = { text: write(), tag };
    own.set(by, page);
    return page;
  };
}

const room: ReplayWall = { id: null, label: null };

/** The room's wall, and those of the subgroups once there are any. */
function wallsIn({ state }: Host): ReplayWall[] {
  const isFormed = [...valuesOf(state.units)].some(({ subgroup }) => subgroup !== null);
  return [room, ...(isFormed ? subgroupsOf(state).map(({ id, label }) => ({ id, label })) : [])];
}

/** `moments`: as JSON. */
function pageOf({ state }: Host, more: Pick<ReplayPage, 'by' | 'walls' | 'wall'>, moments: string): string {
  const page: Omit<ReplayPage, 'moments'> = { language: state.language, script: wallPart(state.script), ...more };
  return `${JSON.stringify(page).slice(0, -1)},"moments":${moments}}`;
}

const lockedPage = ({ state }: Host): PageSent => {
  const page: ReplayPage = {
    by: 'link',
    language: state.language,
    locked: true,
    script: null,
    walls: [],
    wall: null,
    moments: null,
  };
  return { text: JSON.stringify(page), tag: '"locked"' };
};

/** Another one where something in it may be another. */
const versionOf = ({ epoch }: Host, log: Published | null): string =>
  `${epoch}-${log ? `${log.until}-${log.after.at(-1)?.seq ?? 0}` : 'none'}`;

/**
 * terugkijken. A desk of the whole session: each wall, up to now. Readers: the room's wall up to what was published; what a
 * subgroup saw among its own is not theirs.
 */
export function replayRoutes(app: FastifyInstance, house: House): void {
  const replays = buildReplays();
  const publishedOf = buildPublished();
  const sentTo = buildSent();

  /** Until nothing was taken away while it was made: else those words would go out once more (V4). */
  async function published(host: Host, by: ReadBy): Promise<PageSent> {
    for (;;) {
      const log = publishedOf(host);
      const version = versionOf(host, log);
      const moments = log ? await replays(host, 'readers', version, () => momentsOf(log, null)) : 'null';
      if (version !== versionOf(host, publishedOf(host))) continue;
      return sentTo(host, by, version, () => pageOf(host, { by, walls: [room], wall: null }, moments));
    }
  }
  const readers = buildReaders(house, { pageOf: published, locked: lockedPage });

  app.get<{ Querystring: { wall?: string } }>('/api/sessions/:id/replay', async (request, reply) => {
    const { host } = await atFullDesk(house, request);
    const wall = request.query.wall || null;
    if (wall !== null && !(typeof wall === 'string' && isSubgroup(host.state, wall))) return refuse('noSuchSubgroup');
    const tag = `"desk-${host.epoch}-${host.state.seq}-${wall ?? ''}"`;
    reply.header('etag', tag);
    if (has(request, tag)) return reply.code(304).send();
    const build = () => momentsOf({ events: host.log(), after: null }, wall);
    const moments = await replays(host, `desk ${wall ?? ''}`, tag, build);
    const page = pageOf(host, { by: 'desk', walls: wallsIn(host), wall }, moments);
    return reply.type('application/json; charset=utf-8').send(page);
  });

  app.post('/api/replay/read', readers.answer);
}
