/** The floor: bare WebSockets, `[id, type, message]` as JSON. `--log`: stored durably before the answer. */
import { type WebSocket, WebSocketServer } from 'ws';
import { buildRooms, type Join } from './room.ts';
import { sayWhere, typedOptions } from './typed.ts';

const members = new Map<string, Set<WebSocket>>();
const rooms = buildRooms({
  ...typedOptions(),
  tell(room, type, message) {
    const encoded = Buffer.from(JSON.stringify([0, type, message]));
    for (const one of members.get(room) ?? []) one.send(encoded, { binary: false });
  },
});

const server = new WebSocketServer({
  port: 0,
  host: '127.0.0.1',
  backlog: 4_096,
  perMessageDeflate: false,
  clientTracking: false,
});
server.on('listening', () => sayWhere(server.address()));
server.on('connection', (socket) => {
  let [session, seat, here] = ['', '', ''];
  const enter = (room: string) => {
    here = room;
    const all = members.get(room) ?? new Set();
    members.set(room, all.add(socket));
  };
  async function handle(type: string, message: Join & { text: string }): Promise<unknown> {
    if (type === 'answer') return { seq: (await rooms.answer(session, seat, message.text)).seq };
    if (type === 'tell') return { seq: (await rooms.tell(session, message.text)).seq };
    const joined = await rooms.join(message, enter);
    ({ session } = message);
    ({ seat } = joined);
    return joined;
  }
  socket.on('message', (data) => {
    const [id, type, message] = JSON.parse(data.toString());
    void handle(type, message).then((result) => socket.send(JSON.stringify([id, result])));
  });
  socket.on('close', () => members.get(here)?.delete(socket));
});
