/** The same on socket.io. `--log`: stored durably before the answer, the yardstick; `--naive`: everybody is told every answer. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { buildRooms, type Join, type Joined } from './room.ts';
import { sayWhere, typedOptions } from './typed.ts';

const http = createServer();
const io = new Server(http, { serveClient: false, transports: ['websocket'], perMessageDeflate: false });
const rooms = buildRooms({ ...typedOptions(), tell: (room, type, message) => void io.to(room).emit(type, message) });

io.engine.on('connection', (conn: { request: unknown }) => {
  // As socket.io's own pages on memory advise.
  conn.request = null;
});
io.on('connection', (socket) => {
  let [session, seat] = ['', ''];
  socket.on('join', (message: Join, acknowledge: (joined: Joined) => void) => {
    void rooms
      .join(message, (room) => void socket.join(room))
      .then((joined) => {
        ({ session } = message);
        ({ seat } = joined);
        acknowledge(joined);
      });
  });
  socket.on('answer', ({ text }: { text: string }, acknowledge: (stored: { seq: number }) => void) => {
    void rooms.answer(session, seat, text).then(({ seq }) => acknowledge({ seq }));
  });
  socket.on('tell', ({ text }: { text: string }, acknowledge: (stored: { seq: number }) => void) => {
    void rooms.tell(session, text).then(({ seq }) => acknowledge({ seq }));
  });
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => sayWhere(http.address()));
