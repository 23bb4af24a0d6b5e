/** A line to a PostgreSQL that is cut at a moment of one's choice. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Cut = { word: string; when: 'before' | 'after' };

export async function openCable(to: string) {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  const said = new Map<string, number>();
  let cut: Cut | undefined;

  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let isDeaf = false;
    const part = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', part).on('close', () => {
        open.delete(socket);
        part();
      });
    }
    near.on('data', (bytes) => {
      for (const [word, times] of said) if (bytes.includes(word)) said.set(word, times + 1);
      if (!cut || !bytes.includes(cut.word)) return void far.write(bytes);
      const { when } = cut;
      cut = undefined;
      if (when === 'before') return part();
      // What it answers is heard here, and goes no further.
      isDeaf = true;
      far.write(bytes);
    });
    far.on('data', (bytes) => (isDeaf ? part() : void near.write(bytes)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);

  return {
    url: url.href,
    /** Cuts the line that next says this: before it gets there, or when it was answered. */
    cutAt(word: string, when: Cut['when']): void {
      cut = { word, when };
    },
    /** From now on it is counted how often the program says this; gives the count so far. */
    countOf(word: string): () => number {
      said.set(word, 0);
      return () => said.get(word) ?? 0;
    },
    close(): void {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
