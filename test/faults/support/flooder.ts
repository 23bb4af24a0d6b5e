/** A process of its own: sends 10,000 messages a second on one ticket, and prints how many it did. */
import { setPriority } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { connect, newCommandId } from '../../support/client.ts';

const [url = '', ticket = ''] = process.argv.slice(2);
const perSecond = 10_000;
// It stands for another machine: it is not to take the server's own time.
setPriority(19);
const client = await connect(url, ticket);
// Thrown out, it comes back at once.
client.socket.on('disconnect', () => client.socket.connect());
const from = performance.now();
let [due, sent, told] = [0, 0, 0];
for (;;) {
  const more = Math.floor(((performance.now() - from) / 1000) * perSecond) - due;
  due += more;
  for (let i = 0; i < more && client.socket.connected; i++) {
    const command = { type: 'TakePen', unit: 'none', from: null };
    client.socket.emit('command', { commandId: newCommandId(), command } as never, () => undefined);
    sent += 1;
  }
  const passed = performance.now() - from;
  if (passed - told > 500) {
    told = passed;
    console.log(Math.round((sent / passed) * 1000));
  }
  await setTimeout(5);
}
