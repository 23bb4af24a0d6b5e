/** The walls and desks of a crowd's rooms: they hear every answer, and when. */
import type { Room } from './crowd.ts';

const mark = /#(\d+)#/g;
const filling =
  'Dat wij elkaars agenda niet kennen, en dat niemand dat vreemd vindt, tot het een keer misgaat. '.repeat(4);

/** About 400 bytes, to be known again on a wall. */
export const textOf = (number: number): string => `#${number}# ${filling}`;

export type Screens = Awaited<ReturnType<typeof watchRooms>>;

/** One wall and one desk in each room. */
export async function watchRooms(rooms: readonly Room[]) {
  const onWall = new Map<number, number>();
  const atDesk = new Set<number>();
  let awaited: { number: number; done: () => void } | undefined;
  const look = () => {
    if (awaited && onWall.size >= awaited.number && atDesk.size >= awaited.number) awaited.done();
  };
  const walls = rooms.map((room) =>
    room.wall((raw) => {
      for (const [, number] of raw.matchAll(mark)) onWall.set(Number(number), performance.now());
      look();
    }),
  );
  const desks = rooms.map((room) =>
    room.desk((raw) => {
      for (const [, number] of raw.matchAll(mark)) atDesk.add(Number(number));
      look();
    }),
  );
  const all = await Promise.all([...walls, ...desks]);
  return {
    /** When each of these answers came on its wall; resolves when they are all there and at the desk. */
    async all(count: number): Promise<Map<number, number>> {
      const done = Promise.withResolvers<void>();
      const late = setTimeout(done.reject, 60_000, new Error(`${onWall.size} and ${atDesk.size} of ${count} seen`));
      awaited = { number: count, done: done.resolve };
      look();
      await done.promise;
      clearTimeout(late);
      awaited = undefined;
      const times = new Map(onWall);
      onWall.clear();
      atDesk.clear();
      return times;
    },
    leave(): void {
      for (const one of all) one.drop();
    },
  };
}
