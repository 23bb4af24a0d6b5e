import type { FastifyRequest } from 'fastify';
import type { Device, Road } from '../shared/account.ts';
import { buildEntries } from './entry/entries.ts';
import { buildGuesses } from './entry/guesses.ts';
import { buildHomes } from './entry/homes.ts';
import { endOfCookie, newCookieTerms, seenTerms } from './facilitators/cookies.ts';
import { newId } from './live/hosts.ts';
import { hashOf, newRecoveryCode, newSecret, recoveryCodeIn } from './secrets.ts';
import type { Grant, Store } from './store/store.ts';

export type GrantKind = Grant['kind'];
type Terms = { expiresAt?: number; terms?: string | null };
export type Given = { secret: string; grant: Grant };
/** Somebody at a desk: the facilitator, or a co-facilitator of one session. */
export type DeskRight = { facilitator: string; grant: Grant; owner: boolean };
const sessionIn = ({ session }: Grant): string | null => session;

const minute = 60_000;
const day = 24 * 60 * minute;
const lifeOf: Record<GrantKind, number> = {
  code: 400 * day,
  join: 400 * day,
  seat: 400 * day,
  recovery: 400 * day,
  desk: 30 * day,
  wall: 30 * day,
  invitation: 30 * day,
  summary: 90 * day,
  reader: 90 * day,
  facilitator: 30 * day,
  startKey: 30 * day,
  welcome: 7 * day,
  device: 400 * day,
  begun: 10 * minute,
  asked: 10 * minute,
};
/** Of one facilitator. */
const mostDevices = 30;

/** Behind https with the prefix by which a browser takes them from this very host alone, and never unencrypted. */
function cookieNames(overHttps: boolean) {
  const prefix = overHttps ? '__Host-' : '';
  return {
    owner: `${prefix}ig_facilitator`,
    co: (session: string) => `${prefix}ig_co_${session}`,
    /** That somebody signed in well in this browser: opens nothing. */
    device: `${prefix}ig_device`,
    /** What was begun in this browser, for minutes. */
    passkey: `${prefix}ig_passkey`,
    organisation: `${prefix}ig_organisation`,
  };
}
/** Who signs in with the start key: the first facilitator, who stays. */
export const firstFacilitator = 'facilitator';

/** A desk's grant says by which cookie it was got, so that signing off ends the desks too. */
const deskSubject = (facilitator: string, cookie: string) => `${facilitator}~${cookie}`;
export const facilitatorIn = (deskSubject: string): string => deskSubject.split('~')[0] ?? '';
const cookieIn = (deskSubject: string): string => deskSubject.split('~')[1] ?? '';

/** How a wall came by its ticket: opened from a desk, as a desk's own miniature, or confirmed by its number. */
type WallRoad = 'desk' | 'mini' | 'confirmed';
/** A wall's grant says by whose cookie it was given, with which it ends; and it may be for one subgroup alone. */
const wallSubject = (road: WallRoad, { facilitator, grant }: DeskRight, subgroup: string | null): string =>
  [`${road}:${deskSubject(facilitator, grant.id)}`, ...(subgroup === null ? [] : [subgroup])].join('/');
const deskOfWall = (subject: string): string | undefined => subject.split(/[:/]/)[1];
export const wallSubgroup = (subject: string): string | null => subject.split('/')[1] ?? null;
/** Who was invited by this link, in the log and at the desk. */
export const invitedBy = (invitation: string): string => `co-${invitation}`;

export const placeOf = (session: string, seat: string): string => `${session}/${seat}`;
/** Whose messages a ticket's are: a seat's tickets share what it may send. */
export const senderOf = ({ id, kind, session, subject }: Grant): string =>
  kind === 'seat' ? placeOf(session ?? '', subject) : id;

export type Access = ReturnType<typeof buildAccess>;

/** Who may do what: secrets are given out once and kept as hashes. */
export function buildAccess(store: Store, clock: () => number, overHttps: boolean) {
  const homes = buildHomes(clock);
  const guesses = buildGuesses(clock, homes);
  const cookies = cookieNames(overHttps);

  async function give(
    kind: GrantKind,
    session: string | null,
    subject: string,
    secret = newSecret(),
    { expiresAt = clock() + lifeOf[kind], terms = null }: Terms = {},
  ): Promise<Given> {
    const grant: Grant = { id: newId(), kind, session, subject, createdAt: clock(), expiresAt, terms };
    await store.addGrant(hashOf(secret), grant);
    return { secret, grant };
  }

  async function grant(secret: string, kinds: readonly GrantKind[]): Promise<Grant | undefined> {
    const found = await store.grantByHash(hashOf(secret));
    return found && kinds.includes(found.kind) ? found : undefined;
  }

  const entries = buildEntries({ store, clock, homes, codes: guesses, grant, give });

  const cookieGrant = async (request: FastifyRequest, name: string) => {
    const secret = request.cookies[name];
    return secret ? grant(secret, ['facilitator']) : undefined;
  };

  async function seen(cookie: Grant): Promise<void> {
    const terms = seenTerms(cookie, clock());
    // A disk that is full lets nobody out.
    if (terms) await store.renewGrant(cookie.id, terms).catch(() => undefined);
  }

  /** The facilitator's cookie that this request carries, and that it was used is written down. */
  async function ownCookie(request: FastifyRequest): Promise<Grant | undefined> {
    const found = await cookieGrant(request, cookies.owner);
    if (found?.session !== null || !(await store.facilitator(found.subject))) return undefined;
    await seen(found);
    return found;
  }

  /** What a facilitator's cookie opens of a session: their own, and what was shared with them. */
  async function rightBy(cookie: Grant, session: string): Promise<DeskRight | undefined> {
    const { subject: facilitator, session: only } = cookie;
    if (only !== null) return only === session ? { facilitator, grant: cookie, owner: false } : undefined;
    const owner = (await store.ownerOf(session)) === facilitator;
    const mayUse = owner || (await store.shares({ session, facilitator })).length > 0;
    return mayUse ? { facilitator, grant: cookie, owner } : undefined;
  }

  /** What a cookie with this id opens, as long as it counts. */
  async function rightOf(cookieId: string, session: string): Promise<DeskRight | undefined> {
    const [cookie] = await store.grants({ kind: 'facilitator', id: cookieId });
    return cookie && (await rightBy(cookie, session));
  }
  const isHeldBy = async (cookieId: string, session: string): Promise<boolean> =>
    (await rightOf(cookieId, session)) !== undefined;

  async function deskRight(request: FastifyRequest, session: string): Promise<DeskRight | undefined> {
    const own = await ownCookie(request);
    const right = own && (await rightBy(own, session));
    if (right) return right;
    const co = await cookieGrant(request, cookies.co(session));
    return co && co.session !== null ? rightBy(co, session) : undefined;
  }

  return {
    cookies,
    give,
    grant,
    deskRight,
    ownCookie,
    /** The facilitator's id, where the request carries the facilitator's cookie. */
    facilitatorOf: async (request: FastifyRequest): Promise<string | undefined> => (await ownCookie(request))?.subject,

    ...entries,
    /** A screen that holds a ticket of this session is at this address. */
    seenAt: homes.seen,

    /** A seat's ticket and its only valid recovery code; asked in one go, so that the store writes them together, in this order. */
    async seatTicket(session: string, seat: string): Promise<{ ticket: string; recovery: string }> {
      const [, ticket, recovery] = await Promise.all([
        store.revokeGrants({ session, kind: 'recovery', subject: seat }),
        give('seat', session, seat),
        give('recovery', session, seat, newRecoveryCode()),
      ]);
      return { ticket: ticket.secret, recovery: recovery.secret };
    },
    /** One more ticket for a seat. */
    ticketFor: async (session: string, seat: string): Promise<string> => (await give('seat', session, seat)).secret,
    /** The grant behind a recovery code, and the code as it is kept. */
    async recover(raw: string, address: string): Promise<(Grant & { code: string }) | 'wrong' | 'tooFast'> {
      const code = recoveryCodeIn(raw);
      if (!code) return 'wrong';
      const found = await guesses.attempt(address, () => grant(code, ['recovery']), sessionIn);
      return typeof found === 'string' ? found : { ...found, code };
    },

    /** It lasts no longer than the cookie by which it was got. */
    deskTicket: ({ facilitator, grant: cookie }: DeskRight, session: string): Promise<Given> =>
      give('desk', session, deskSubject(facilitator, cookie.id), newSecret(), { expiresAt: endOfCookie(cookie) }),
    /** By which cookie a desk or a wall came, in the form of `deskSubjectOf`. */
    deskOf: (subject: string): string => deskOfWall(subject) ?? subject,
    /** That a cookie is used is written down. */
    seen,
    deskSubjectOf: ({ subject, id }: Grant): string => deskSubject(subject, id),
    wallTicket: (road: WallRoad, right: DeskRight, session: string, subgroup: string | null): Promise<Given> =>
      give('wall', session, wallSubject(road, right, subgroup), newSecret(), { expiresAt: endOfCookie(right.grant) }),
    /** Ends a cookie, every desk that was opened with it and every wall that such a desk gave; tells which subjects those are. */
    async signOff({ id, subject }: Grant): Promise<(subject: string) => boolean> {
      const desk = deskSubject(subject, id);
      await store.revokeGrants({ id });
      await store.revokeGrants({ kind: 'desk', subject: desk });
      const walls = (await store.grants({ kind: 'wall' })).filter((wall) => deskOfWall(wall.subject) === desk);
      for (const wall of walls) await store.revokeGrants({ id: wall.id });
      return (held) => held === desk || deskOfWall(held) === desk;
    },
    /** Ends every desk of this facilitator in one session, with the walls and links that these gave; tells which subjects those are. */
    async endDesks(session: string, facilitator: string): Promise<(subject: string) => boolean> {
      const isTheirs = (desk: string | undefined) => desk !== undefined && facilitatorIn(desk) === facilitator;
      const isEnded = (subject: string) => isTheirs(subject) || isTheirs(deskOfWall(subject));
      for (const kind of ['desk', 'wall'] as const) {
        const given = (await store.grants({ session, kind })).filter(({ subject }) => isEnded(subject));
        for (const { id } of given) await store.revokeGrants({ id });
      }
      await store.revokeGrants({ session, kind: 'summary', subject: facilitator });
      return isEnded;
    },
    /** Whether this desk may still use the session. */
    isHeld: ({ grant: { id } }: DeskRight, session: string): Promise<boolean> => isHeldBy(id, session),
    rightOf,
    /** Whether a desk that came by this right, in the form of `deskSubjectOf`, may still use the session. */
    isHeldDesk: (desk: string, session: string): Promise<boolean> => isHeldBy(cookieIn(desk), session),
    /** A desk's or a wall's, as long as the right counts by which it was given: also where it was made while that ended. */
    async screen(ticket: string): Promise<Grant | undefined> {
      const found = await grant(ticket, ['desk', 'wall']);
      const desk = found?.kind === 'wall' ? deskOfWall(found.subject) : found?.subject;
      const isHeld = found?.session && (await isHeldBy(cookieIn(desk ?? ''), found.session));
      return isHeld ? found : undefined;
    },

    /** A fresh key for signing in, once; earlier ones end. */
    async startKey(): Promise<string> {
      await store.revokeGrants({ kind: 'startKey' });
      return (await give('startKey', null, firstFacilitator)).secret;
    },
    /** Whose key it is, where it is right; it is spent. */
    async spendKey(key: string): Promise<string | undefined> {
      const found = await grant(key.trim(), ['startKey']);
      if (!found || (await store.revokeGrants({ id: found.id })) === 0) return undefined;
      return found.subject;
    },
    /** For somebody who becomes a facilitator, or gets a new passphrase. */
    giveWelcome: (subject: string, terms: string): Promise<Given> =>
      give('welcome', null, subject, newSecret(), { terms }),
    /** A facilitator's cookie. */
    cookieFor: async (facilitator: string, device: Device | null, road: Road): Promise<string> =>
      (await give('facilitator', null, facilitator, newSecret(), newCookieTerms(clock(), device, road))).secret,
    /** That a facilitator signed in well with a browser, by what that browser kept of it. */
    deviceGrant: (secret: string): Promise<Grant | undefined> => grant(secret, ['device']),
    /** What a browser in which this facilitator signs in keeps from now on: what it had, where that is theirs. */
    async deviceFor(facilitator: string, held: string): Promise<string> {
      const known = await grant(held, ['device']);
      if (known?.subject === facilitator) {
        await store.renewGrant(known.id, { expiresAt: clock() + lifeOf.device, terms: null });
        return held;
      }
      const older = await store.grants({ kind: 'device', subject: facilitator });
      for (const { id } of older.slice(0, 1 - mostDevices)) await store.revokeGrants({ id });
      return (await give('device', null, facilitator)).secret;
    },
    /** A lost laptop is one of theirs no longer. */
    forgetDevices: (facilitator: string): Promise<number> =>
      store.revokeGrants({ kind: 'device', subject: facilitator }),
    /** Where this facilitator is signed in. */
    cookiesOf: async (facilitator: string): Promise<Grant[]> =>
      (await store.grants({ kind: 'facilitator', subject: facilitator })).filter(({ session }) => session === null),
    /** A co-facilitator's cookie for one session; it ends with the invitation. */
    async accept(invitation: string): Promise<{ session: string; secret: string } | undefined> {
      const found = await grant(invitation.trim(), ['invitation']);
      if (!found?.session) return undefined;
      const { secret } = await give('facilitator', found.session, invitedBy(found.id), newSecret(), {
        expiresAt: found.expiresAt,
      });
      return { session: found.session, secret };
    },
    /** Ends what came of an invitation: its cookies with their desks and walls, and the links to the summary; tells which subjects. */
    async endInvited(session: string, invitation: string): Promise<(subject: string) => boolean> {
      const invited = invitedBy(invitation);
      const cookies = (await store.grants({ session, kind: 'facilitator' })).filter((one) => one.subject === invited);
      const ended: ((subject: string) => boolean)[] = [];
      for (const cookie of cookies) ended.push(await this.signOff(cookie));
      await store.revokeGrants({ session, kind: 'summary', subject: invited });
      return (subject) => ended.some((isEnded) => isEnded(subject));
    },
    revoke: (session: string, kind: GrantKind, id: string): Promise<number> =>
      store.revokeGrants({ session, kind, id }),
    links: (session: string, kind: 'invitation' | 'summary'): Promise<Grant[]> => store.grants({ session, kind }),
  };
}
