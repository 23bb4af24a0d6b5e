/** Everybody who may come to the door of one session, each with what they hold: a cookie, a ticket, a link. */
import type { House } from '../../../server/house.ts';
import { newId } from '../../../server/live/hosts.ts';
import type { DeskAccess, Joined, Link } from '../../../shared/api.ts';
import { nameKeyOf } from '../../../shared/passphrase.ts';
import { newCommandId } from '../client.ts';

export const roles = [
  'nobody',
  'seat',
  'seatElsewhere',
  'removedSeat',
  'wall',
  'mini',
  'deskTicket',
  'subgroupDesk',
  'coFacilitator',
  'coElsewhere',
  'revokedCo',
  'owner',
  'sharedWith',
  'unshared',
  'otherFacilitator',
  'administrator',
  'teamLink',
  'lockedLink',
  'linkElsewhere',
  'revokedLink',
  'expired',
  'ended',
  'forged',
] as const;
export type Role = (typeof roles)[number];
export type Held = { cookie?: string; ticket: string };

export type Ask = <T>(
  method: string,
  path: string,
  body?: object,
  held?: Partial<Held>,
) => Promise<{ status: number; body: T; headers: Record<string, unknown> }>;

export type Scene = Awaited<ReturnType<typeof openRights>>;

/** One session with all of them, beside another session of another facilitator. `later`: makes time pass. */
export async function openRights(house: House, ask: Ask, later: (ms: number) => void) {
  const { access, store, clock } = house;

  async function facilitator(name: string, administrator = false) {
    const id = newId();
    const one = { id, name, nameKey: nameKeyOf(name), passphrase: null, administrator, createdAt: clock() };
    await store.saveFacilitator(one);
    const cookie = `${access.cookies.owner}=${await access.cookieFor(id, 'computer', 'link')}`;
    return { id, name, cookie };
  }
  async function must<T>(...call: Parameters<Ask>): Promise<T> {
    const { status, body } = await ask<T>(...call);
    if (status !== 200) throw new Error(`${call[0]} ${call[1]}: ${status} ${JSON.stringify(body)}`);
    return body;
  }
  const plan = {
    ...{ script: 'win-professionele-werkplaatsen', language: 'nl', title: 'Proef', date: '2026-11-24' },
    ...{ place: '', partner: '', collaboration: '', pairing: 'automatic', fillIns: {} },
  };
  const planned = async (held: { cookie: string }) => {
    const { session } = await must<{ session: string }>('POST', '/api/sessions', plan, held);
    return must<DeskAccess>('GET', `/api/sessions/${session}/desk`, undefined, held);
  };
  const joined = (entry: string) => {
    const wish = { entry, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    return must<Joined>('POST', '/api/join', wish);
  };
  /** A co-facilitator who came by a link. */
  async function invited(session: string, held: { cookie: string }, subgroup: string | null) {
    const link = await must<Link>('POST', `/api/sessions/${session}/invitations`, { name: '', subgroup }, held);
    const invitation = link.url.split('=').at(-1) ?? '';
    const { headers } = await ask('POST', '/api/invitations/accept', { invitation });
    return { link: link.link, cookie: String(headers['set-cookie']).split(';')[0] ?? '' };
  }
  const linked = async (session: string, held: { cookie: string }, more: object) => {
    const link = await must<Link>('POST', `/api/sessions/${session}/summary-links`, more, held);
    return { link: link.link, secret: link.url.split('#')[1] ?? '' };
  };

  const [owner, other, shared, unshared, administrator] = [
    await facilitator('Olga'),
    await facilitator('Otto'),
    await facilitator('Sara'),
    await facilitator('Una'),
    await facilitator('Ada', true),
  ];
  const here = await planned(owner);
  const there = await planned(other);
  const path = `/api/sessions/${here.session}`;
  for (const { name } of [shared, unshared]) await must('POST', `${path}/shares`, { name }, owner);
  await must('DELETE', `${path}/shares/${unshared.id}`, undefined, owner);
  const seat = await joined(here.secret);
  const removed = await joined(here.secret);
  const elsewhere = await joined(there.secret);
  const host = await house.hosts.open(here.session);
  const byDesk = { role: 'desk', facilitator: owner.id } as const;
  await host?.give({
    commandId: newCommandId(),
    command: { type: 'RemoveSeat', seat: removed.seat, removed: true },
    actor: byDesk,
  });
  const co = await invited(here.session, owner, null);
  const sub = await invited(here.session, owner, 'a');
  const coElsewhere = await invited(there.session, other, null);
  const gone = await invited(here.session, owner, null);
  await must('DELETE', `${path}/invitations/${gone.link}`, undefined, owner);
  const team = await linked(here.session, owner, { comments: true });
  const locked = await linked(here.session, owner, { comments: true, password: 'lang genoeg woord' });
  const far = await linked(there.session, other, { comments: true });
  const old = await linked(here.session, owner, {});
  await must('DELETE', `${path}/summary-links/${old.link}`, undefined, owner);
  const endedCookie = `${access.cookies.owner}=${await access.cookieFor(owner.id, 'computer', 'link')}`;
  const endedDesk = await must<DeskAccess>('GET', `${path}/desk`, undefined, { cookie: endedCookie });
  await must('POST', '/api/sign-off', {}, { cookie: endedCookie });
  const soon = { expiresAt: clock() + 1_000 };
  const late = {
    cookie: (await access.give('facilitator', null, owner.id, undefined, soon)).secret,
    ticket: (await access.give('seat', here.session, seat.seat, undefined, soon)).secret,
  };
  later(2_000);
  const wish = { empty: ['nl'], title: 'Van Olga' };
  const { script } = await must<{ script: string }>('POST', '/api/own-scripts', wish, owner);

  const none = 'A'.repeat(43);
  const held: Record<Role, Held> = {
    nobody: { ticket: none },
    seat: { ticket: seat.ticket },
    seatElsewhere: { ticket: elsewhere.ticket },
    removedSeat: { ticket: removed.ticket },
    wall: { ticket: here.wallTicket },
    mini: { ticket: here.miniTicket },
    deskTicket: { ticket: here.ticket },
    subgroupDesk: { cookie: sub.cookie, ticket: none },
    coFacilitator: { cookie: co.cookie, ticket: none },
    coElsewhere: { cookie: coElsewhere.cookie, ticket: none },
    revokedCo: { cookie: gone.cookie, ticket: none },
    owner: { cookie: owner.cookie, ticket: none },
    sharedWith: { cookie: shared.cookie, ticket: none },
    unshared: { cookie: unshared.cookie, ticket: none },
    otherFacilitator: { cookie: other.cookie, ticket: there.ticket },
    administrator: { cookie: administrator.cookie, ticket: none },
    teamLink: { ticket: team.secret },
    lockedLink: { ticket: locked.secret },
    linkElsewhere: { ticket: far.secret },
    revokedLink: { ticket: old.secret },
    expired: { cookie: `${access.cookies.owner}=${late.cookie}`, ticket: late.ticket },
    ended: { cookie: endedCookie, ticket: endedDesk.ticket },
    forged: { cookie: `${access.cookies.owner}=${none}; ${access.cookies.co(here.session)}=${none}`, ticket: none },
  };
  return {
    house,
    script,
    held,
    here,
    there,
    owner,
    shared,
    seat,
    invitation: co.link,
    teamLink: team.link,
    host,
    byDesk,
  };
}
