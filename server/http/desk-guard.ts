import type { FastifyRequest } from 'fastify';
import { deskSubgroup } from '../../shared/session/subgroups.ts';
import type { DeskRight } from '../access.ts';
import type { House } from '../house.ts';
import type { Hosts } from '../live/hosts.ts';
import { mayLook } from '../live/looking.ts';
import type { Host } from '../live/session-host.ts';
import { idIn, refuse } from './answer.ts';

/** `subgroup`: where this desk has rights in one subgroup only. */
export type AtDesk = { right: DeskRight; host: Host; subgroup: string | null };

/** The facilitator, or the request ends here. */
export const facilitatorIn = async ({ access }: House, request: FastifyRequest): Promise<string> =>
  (await access.facilitatorOf(request)) ?? refuse('noTicket');

/** An administrator, or the request ends here. */
export async function administratorIn(house: House, request: FastifyRequest): Promise<string> {
  const id = await facilitatorIn(house, request);
  return (await house.store.facilitator(id))?.administrator ? id : refuse('notAllowed');
}

/** The right to this session's desk, or the request ends here: what does not exist and what is not yours look the same. */
export async function deskRightIn({ access }: House, request: FastifyRequest, session: string): Promise<DeskRight> {
  const right = await access.deskRight(request, session);
  return right ?? refuse((await access.facilitatorOf(request)) ? 'noSuchSession' : 'noTicket');
}

/** Somebody at this session's desk, with the session. */
export const atDesk = (house: House, request: FastifyRequest): Promise<AtDesk> => at(house, request, house.hosts.open);

/** As `atDesk`; where the log is damaged, what is before that, to read only. */
export const lookingAtDesk = (house: House, request: FastifyRequest): Promise<AtDesk> =>
  at(house, request, house.hosts.look);

async function at(house: House, request: FastifyRequest, open: Hosts['open']): Promise<AtDesk> {
  const session = idIn(request.params, 'id');
  const right = await deskRightIn(house, request, session);
  const host = (await open(session)) ?? refuse('noSuchSession');
  if (!mayLook(host, right.facilitator)) refuse('tryAgain');
  return { right, host, subgroup: deskSubgroup(host.state, right.facilitator) };
}

/** A desk of the whole session: that of one subgroup may not do this. */
export async function atFullDesk(house: House, request: FastifyRequest): Promise<AtDesk> {
  const here = await atDesk(house, request);
  return here.subgroup === null ? here : refuse('notAllowed');
}

/** The one who owns the session: a co-facilitator may not do this. */
export async function atOwnDesk(house: House, request: FastifyRequest): Promise<AtDesk> {
  const here = await atDesk(house, request);
  return isOwner(here) ? here : refuse('notAllowed');
}

export const isOwner = ({ right }: AtDesk): boolean => right.owner;
