/** People in front of a reference. */
import type { Joined } from '../references/room.ts';
import type { Crowd, Phone, Room } from './crowd.ts';
import { type Heard, type Line, openLine, type speeches } from './line.ts';

type Speech = (typeof speeches)['ws'];

const seqIn = '"seq":';

export function referenceCrowd(url: string, speech: Speech): Crowd {
  let rooms = 0;
  const join = async (line: Line, message: object): Promise<Joined> => {
    const json = await line.ask('join', message);
    // `[result]` of socket.io, `,result]` of ws.
    return JSON.parse(json.slice(1, -1));
  };

  async function phone(session: string): Promise<Phone> {
    let [before, head] = [0, 0];
    const heard: Heard = (raw) => {
      const last = raw.includes('"frame"') ? raw.lastIndexOf(seqIn) : -1;
      if (last >= 0) head = Number.parseInt(raw.slice(last + seqIn.length, last + seqIn.length + 12), 10);
    };
    let line = await openLine(url, speech, heard);
    const joined = await join(line, { session, role: 'phone', after: 0 });
    head = joined.head;
    return {
      answer: async (_question, text) => void (await line.ask('answer', { text })),
      drop() {
        before += line.bytes();
        line.drop();
      },
      async rejoin() {
        line = await openLine(url, speech, heard);
        const again = await join(line, { session, role: 'phone', seat: joined.seat, after: head });
        head = Math.max(head, again.head);
        return again.events.length;
      },
      bytes: () => before + line.bytes(),
    };
  }

  async function screen(session: string, role: string, heard: Heard) {
    const line = await openLine(url, speech, heard);
    await join(line, { session, role, after: 0 });
    return { bytes: line.bytes(), drop: line.drop };
  }

  return {
    async newRoom(): Promise<Room> {
      const session = `r${++rooms}`;
      const desk = await openLine(url, speech, () => {});
      await join(desk, { session, role: 'facilitator', after: 0 });
      return {
        join: () => phone(session),
        wall: (heard) => screen(session, 'wall', heard),
        desk: (heard) => screen(session, 'desk', heard),
        async tellPhones(events) {
          await Promise.all(Array.from({ length: events }, (_, i) => desk.ask('tell', { text: `besluit ${i}` })));
        },
      };
    },
    httpBytes: () => 0,
    scriptBytes: async () => 0,
  };
}
