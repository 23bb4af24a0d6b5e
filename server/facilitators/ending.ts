/** What ends at once, also on screens that are open: cookies, shared sessions, and facilitators with all that is theirs. */
import type { RefusalReason } from '../../shared/refusals.ts';
import { firstFacilitator } from '../access.ts';
import type { House } from '../house.ts';
import { deleteWithChecks } from '../live/checks.ts';
import type { Grant, SessionEntry } from '../store/store.ts';
import { termsOfWelcome } from './facilitators.ts';

type Here = Pick<House, 'access' | 'hosts' | 'nodes'>;

/** Ends these cookies, with the desks and walls that came by them; these screens hear why. */
export async function signOffCookies({ access, hosts, nodes }: Here, cookies: readonly Grant[]): Promise<void> {
  const ended: ((subject: string) => boolean)[] = [];
  for (const cookie of cookies) ended.push(await access.signOff(cookie));
  if (ended.length === 0) return;
  for (const host of await hosts.allOnes()) {
    host.partWith(({ subject }) => ended.some((isEnded) => isEnded(subject)), 'signedOff');
  }
  nodes.tell({ kind: 'rights' });
}

/**
 * Desks and walls whose right ended by another node. Of the usual ones all is known at once; only of others each is asked.
 * `found`: the sessions as they are now, where they were just read.
 */
export async function recheckRights(
  { access, hosts, store }: House,
  found?: ReadonlyMap<string, SessionEntry>,
): Promise<void> {
  const open = await hosts.allOnes();
  const [entries, cookies] = await Promise.all([
    found?.values() ?? store.sessions(),
    store.grants({ kind: 'facilitator' }),
  ]);
  const owners = new Map<string, string>();
  for (const { session, owner } of entries) owners.set(session, owner);
  const held = new Map(cookies.map((cookie) => [access.deskSubjectOf(cookie), cookie]));
  const isUsual = (desk: string, session: string): boolean => {
    const cookie = held.get(desk);
    if (!cookie || !owners.has(session)) return false;
    return cookie.session === null ? owners.get(session) === cookie.subject : cookie.session === session;
  };
  for (const host of open) {
    const screens = [...host.connections].filter(({ role }) => role !== 'seat');
    for (const desk of new Set(screens.map(({ subject }) => access.deskOf(subject)))) {
      if (isUsual(desk, host.session) || (await access.isHeldDesk(desk, host.session))) continue;
      // With a session all rights to it end: that is what its screens are told then.
      if (await hosts.isGone(host.session)) {
        await hosts.endedElsewhere(host.session);
        break;
      }
      host.partWith(({ role, subject }) => role !== 'seat' && access.deskOf(subject) === desk, 'signedOff');
    }
  }
}

/** Desks and walls that are still open though their cookie has ended; a cookie with an open desk is in use. */
export async function endOutlived({ access, hosts, store }: House): Promise<void> {
  const cookies = await store.grants({ kind: 'facilitator' });
  const held = new Map(cookies.map((cookie) => [access.deskSubjectOf(cookie), cookie]));
  for (const host of await hosts.allOnes()) {
    host.partWith(({ role, subject }) => role !== 'seat' && !held.has(access.deskOf(subject)), 'signedOff');
    for (const { role, subject } of host.connections) {
      const cookie = role === 'desk' ? held.get(subject) : undefined;
      if (cookie?.session === null) await access.seen(cookie);
    }
  }
}

/** Somebody works in this session no longer. */
export async function endShare(
  { access, hosts, nodes, bell, store }: House,
  session: string,
  facilitator: string,
): Promise<boolean> {
  if (!(await store.removeShare(session, facilitator))) return false;
  await partWithin({ hosts, nodes, bell }, session, await access.endDesks(session, facilitator));
  return true;
}

/** An invitation to one session ends, with who came by it. */
export async function endInvitation(
  { access, hosts, nodes, bell }: House,
  session: string,
  link: string,
): Promise<void> {
  await access.revoke(session, 'invitation', link);
  await partWithin({ hosts, nodes, bell }, session, await access.endInvited(session, link));
}

async function partWithin(
  { hosts, nodes, bell }: Pick<House, 'hosts' | 'nodes' | 'bell'>,
  session: string,
  isEnded: (subject: string) => boolean,
): Promise<void> {
  for (const host of await hosts.allOnes()) {
    if (host.session === session) host.partWith(({ subject }) => isEnded(subject), 'signedOff');
  }
  nodes.tell({ kind: 'rights' });
  // The links to the summary that they made end too.
  bell.ring(session);
}

/** What they gave out, in their own sessions and in others': they may know it, and come back by it. */
async function endGivenOut(house: House, id: string): Promise<void> {
  const { store, bell } = house;
  for (const { session, subject, id: link } of await store.grants({ kind: 'invitation' })) {
    if (session !== null && subject === id) await endInvitation(house, session, link);
  }
  const links = await store.grants({ kind: 'summary', subject: id });
  await store.revokeGrants({ kind: 'summary', subject: id });
  for (const { session } of links) if (session !== null) bell.ring(session);
}

/**
 * A facilitator goes: `to` gets their sessions and scripts; null: these are deleted, for good (P2). `by`: who says so. What stands in
 * the way is asked here once more: another administrator may have removed one of the three a moment ago.
 */
export async function removeFacilitator(
  house: House,
  by: string,
  id: string,
  to: string | null,
): Promise<RefusalReason | null> {
  const { store, hosts, access, acts } = house;
  if (!(await store.facilitator(by))?.administrator) return 'notAllowed';
  const gone = await store.facilitator(id);
  if (!gone) return 'nothingToDo';
  if (to !== null && !(await store.facilitator(to))) return 'doesNotFit';
  await acts.note(by, 'removed', { about: id });
  // First nobody comes in any more, then what they had is given away.
  await signOffCookies(house, await access.cookiesOf(id));
  for (const grant of await store.grants({ kind: 'welcome' })) {
    const terms = termsOfWelcome(grant);
    if (terms.by === id || terms.for === id) await store.revokeGrants({ id: grant.id });
  }
  await access.forgetDevices(id);
  if (to !== null) await store.giveScripts(id, to);
  await store.removeFacilitator(id);
  house.facilitators.forget(gone.nameKey);
  await endGivenOut(house, id);
  for (const { session, owner } of await store.sessions()) {
    if (owner !== id) continue;
    if (to === null) await deleteWithChecks({ hosts }, session);
    else await handOver(house, session, to);
    await acts.note(by, to === null ? 'sessionDeleted' : 'sessionHandedOver', { session, about: to });
  }
  void house.backups.renewKeys().catch(() => undefined);
  return null;
}

async function handOver({ store, hosts }: House, session: string, to: string): Promise<void> {
  await hosts.giveTo(session, to);
  // Whose it is needs no share.
  await store.removeShare(session, to);
}

/** Sessions of who is here no longer, made while they were removed or given to one who was: else nobody could open or delete them. */
export async function adoptSessions(house: House): Promise<void> {
  const here = new Set((await house.store.facilitators()).map(({ id }) => id));
  for (const { session, owner } of await house.store.sessions()) {
    if (here.has(owner)) continue;
    await handOver(house, session, firstFacilitator);
    await house.acts.note(null, 'sessionHandedOver', { session, about: firstFacilitator });
  }
}
