import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { startInside } from './support/inside.ts';
import { newFolder } from './support/program.ts';
import { openRoom } from './support/room.ts';

const minute = 60_000;
const jumps = [-10 * minute, 10 * minute, -10 * minute, 24 * 60 * minute, -24 * 60 * minute];
const phones = 10;
/** More than a ticket may say at once. */
const each = 35;
/** They may say 30 at once and 5 a second after that, and try again every 1.5 s. */
const drainedWithin = 15_000;

/** The server's clock is set back and forth while phones write. */
async function clockJumps(tools: Tools): Promise<Outcome> {
  let offset = 0;
  const clock = () => Date.now() + offset;
  const server = await startInside(tools.after, { folder: newFolder(tools.after), clock });
  const room = await openRoom(tools, server, { phones });
  const broken: Broken[] = [];
  for (let round = 0; round < tools.rounds; round++) {
    for (const jump of jumps) {
      for (let i = 0; i < each; i++) for (const phone of room.phones) void room.say(phone);
      offset += jump;
      await room
        .drained(drainedWithin)
        .catch((error: Error) =>
          broken.push({ invariant: 'act', what: `after a jump of ${jump / minute} minutes: ${error.message}` }),
        );
    }
  }
  const end = await room.end();
  const list = jumps.map((jump) => jump / minute).join(', ');
  return {
    broken: [...broken, ...end.broken],
    figures: `${room.acts.length} answers, the clock set by ${list} minutes`,
  };
}

export const clocks: readonly Fault[] = [
  {
    name: 'clock-jumps',
    promise: 'a server whose clock is set back or forth goes on, in the order of seq (S1, A2)',
    quick: 0,
    full: 1,
    run: clockJumps,
  },
];
