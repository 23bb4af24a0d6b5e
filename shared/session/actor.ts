/** Who gives a command: known from the ticket, never from the message. */
export type Actor =
  | { role: 'desk'; facilitator: string }
  | { role: 'seat'; seat: string }
  /** The program itself: it lets people in, and opens the wall when all have submitted. */
  | { role: 'system' };

/** How an event remembers who did it. */
export const actorName = (actor: Actor): string =>
  actor.role === 'desk' ? `desk:${actor.facilitator}` : actor.role === 'seat' ? `seat:${actor.seat}` : 'system';
