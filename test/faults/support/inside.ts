/** The server within this process, for what a process of its own cannot be given: another clock, a store that fails. */
import type { Store } from '../../../server/store/store.ts';
import { startServer } from '../../support/server.ts';
import type { Tools } from '../fault.ts';
import type { Running } from './room.ts';

type Parts = { folder: string; clock?: () => number; store?: Store };

export async function startInside(after: Tools['after'], { folder, clock, store }: Parts): Promise<Running> {
  const server = await startServer({ folder, ...(clock && { clock }), ...(store && { store }) });
  let isAlive = true;
  const kill = async (): Promise<number> => {
    const from = performance.now();
    isAlive = false;
    await server.stop();
    return performance.now() - from;
  };
  after(kill);
  return {
    url: server.url,
    port: Number(new URL(server.url).port),
    key: await server.house.access.startKey(),
    folder,
    errors: () => '',
    isAlive: () => isAlive,
    kill,
    figures: async () => ({ lagP99: 0, workP99: 0 }),
  };
}
