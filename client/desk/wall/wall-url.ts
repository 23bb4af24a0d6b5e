import type { DeskAccess } from '../../../shared/api.ts';

/** A wall's address with its ticket after the #, which browsers do not send. */
export const wallUrl = ({ session, wallTicket }: DeskAccess): string =>
  `/wand#${new URLSearchParams({ ticket: wallTicket, session })}`;

/** The miniature keeps its ticket to itself, and holds no buttons. */
export const miniUrl = ({ session, miniTicket }: DeskAccess): string =>
  `/wand#${new URLSearchParams({ ticket: miniTicket, session, mini: '1' })}`;
