import type { FastifyInstance } from 'fastify';
import { type Joined, joinRequest, type LookedUp, lookUpRequest, recoverRequest } from '../../shared/api.ts';
import { isTakenOut, seatOf, textOf } from '../../shared/session/selectors.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { placeOf } from '../access.ts';
import { isThisMachine, networkOf } from '../entry/networks.ts';
import type { House } from '../house.ts';
import type { Host } from '../live/session-host.ts';
import { noticesOf, shownIn } from '../notice.ts';
import { joinCodeIn } from '../secrets.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { parsed, refuse } from './answer.ts';

/** A wrong code is answered at a whole number of these after it came: how long the look took says nothing. */
const answerTurn = 200;
async function untilTurn(cameAt: number): Promise<void> {
  const turns = Math.ceil((performance.now() - cameAt) / answerTurn);
  const left = cameAt + turns * answerTurn - performance.now();
  await new Promise((resolve) => setTimeout(resolve, left));
}

/** Taking part: looking what a code leads to, joining, one's own seat on another phone. */
export function joinRoutes(app: FastifyInstance, { access, admission, hosts, store, clock }: House): void {
  /** A whole hall behind one address comes in at once; a program that invents people does not. */
  const joins = buildTokenBuckets(400, 5);
  /** By seat: as many phones as somebody may have, and no pile of tickets for a program. */
  const tickets = buildTokenBuckets(20, 1 / 60);
  const mayHaveOne = (session: string, seat: string) => tickets(`${session}/${seat}`, clock()).take(clock());
  const hostOf = async (session: string): Promise<Host> => (await hosts.open(session)) ?? refuse('noSuchSession');

  /** Whether a typed code counts: nobody learns by guessing that it is that of a closed session, or of a locked one. */
  const isOpen = async (session: string, mayPass: (host: Host) => Promise<boolean>): Promise<boolean> => {
    const host = await hosts.open(session);
    return host !== undefined && host.state.closedAt === null && (!host.state.locked || (await mayPass(host)));
  };

  /**
   * The session behind a code, secret or pass, while people may join it. `pass`: to be used from now on, where a second step
   * was asked and taken. `mayPass`: who comes through a locked door.
   */
  async function openEntry(
    asked: string,
    address: string,
    mayPass: (host: Host) => Promise<boolean> = async () => false,
  ): Promise<{ host: Host; pass: string | null }> {
    const cameAt = performance.now();
    const [entry = '', letters] = asked.split('+');
    const entered = await access.enter(entry, address, (session) => isOpen(session, mayPass));
    if (entered === 'tooFast') refuse('tooFast');
    if (entered === 'wrong') {
      if (joinCodeIn(entry)) await untilTurn(cameAt);
      refuse('noSuchSession');
    }
    const host = await hostOf(entered.session);
    if (host.state.closedAt !== null) refuse('sessionClosed');
    if (host.state.locked && !(await mayPass(host))) refuse('doorLocked');
    if (entered.passed) return { host, pass: null };
    const pass = await access.secondStep(host.session, letters, address);
    if (pass === 'asked') refuse(letters === undefined ? 'lettersAsked' : 'lettersWrong');
    if (pass === 'tooFast') refuse('tooFast');
    return { host, pass };
  }

  async function joined(host: Host, seat: string): Promise<Joined> {
    if (!mayHaveOne(host.session, seat)) refuse('tooFast');
    return { session: host.session, seat, ...(await access.seatTicket(host.session, seat)) };
  }

  app.post('/api/look-up', async ({ body, ip }): Promise<LookedUp> => {
    // Said before anybody fills in who they are.
    const { host, pass } = await openEntry(parsed(lookUpRequest, body).entry, ip);
    const { session, state } = host;
    const { date, language, scriptHash } = state;
    const notice = noticesOf(state, clock());
    return {
      session,
      title: textOf(state, state.title),
      place: textOf(state, state.place),
      date,
      language,
      scriptHash,
      notice,
      ...(pass && { entry: pass }),
    };
  });

  app.post('/api/join', async ({ body, ip }): Promise<Joined> => {
    const { entry, commandId, consent: version, ...who } = normaliseDeep(parsed(joinRequest, body));
    // Who asked before comes back by the same commandId, also when the door was locked since (A1).
    const { host } = await openEntry(entry, ip, async ({ session }) => !!(await store.resultOf(session, commandId)));
    // Ticked under other words than those of now: whoever did reads it anew.
    const consent = version === undefined ? undefined : (shownIn(host.state, version) ?? refuse('malformed'));
    if (!isThisMachine(ip) && !joins(networkOf(ip), clock()).take(clock())) refuse('tooFast');
    const { session } = host;
    const joining = `${session}\n${commandId}`;
    if (!admission.mayJoin(joining) && !(await store.resultOf(session, commandId))) refuse('tooFast');
    const command = { type: 'Join', ...who, ...(consent && { consent }) } as const;
    let seat: string | undefined;
    try {
      const result = await host.give({ commandId, command, actor: { role: 'system' } });
      if (!result.ok) refuse(result.refusal.reason);
      seat = result.data?.['seat'];
    } finally {
      admission.joined(joining, seat === undefined ? null : placeOf(session, seat));
    }
    return joined(host, seat ?? refuse('malformed'));
  });

  app.post('/api/recover', async ({ body, ip }): Promise<Joined> => {
    const found = await access.recover(parsed(recoverRequest, body).recovery, ip);
    if (found === 'tooFast') refuse('tooFast');
    if (found === 'wrong') refuse('noSuchSeat');
    const host = await hostOf(found.session ?? '');
    const seat = seatOf(host.state, found.subject);
    if (!seat) refuse('noSuchSeat');
    if (isTakenOut(seat)) refuse('seatRemoved');
    // The code stays as it is: it may stand on paper, and on the other phone.
    const { session } = host;
    if (!mayHaveOne(session, seat.seat)) refuse('tooFast');
    return { session, seat: seat.seat, ticket: await access.ticketFor(session, seat.seat), recovery: found.code };
  });
}
