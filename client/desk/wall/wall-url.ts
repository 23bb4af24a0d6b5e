import type { DeskAccess } from '../../../shared/api.ts';
import { isRehearsal } from '../../../shared/rehearsal-id.ts';

/** A wall's address, the room's or that of one subgroup, with its ticket after the #, which browsers do not send. */
export const wallUrl = ({ session, wallTicket, subgroupWalls }: DeskAccess, subgroup = ''): string =>
  `/wand#${new URLSearchParams({
    ticket: subgroupWalls[subgroup] ?? wallTicket,
    session,
    // This browser does not remember it as its wall.
    ...(isRehearsal(session) && { mini: '1' }),
  })}`;

/** The miniature keeps its ticket to itself, and holds no buttons. */
export const miniUrl = ({ session, miniTicket }: DeskAccess): string =>
  `/wand#${new URLSearchParams({ ticket: miniTicket, session, mini: '1' })}`;
