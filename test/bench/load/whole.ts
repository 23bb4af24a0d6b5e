/** The work as a whole: people come, answer at three paces, lose the line and come back. */
import type { Server } from '../systems.ts';
import type { Crowd, Phone, Room } from './crowd.ts';
import { evenly, inParallel, sleep } from './pace.ts';
import { measure, type Phase } from './phase.ts';
import { type Screens, textOf, watchRooms } from './screens.ts';

export type Size = { sessions: number; people: number };
/**
 * `paced`: over how many ms the slow phases go; 0: they are left out. `warm`: at each node so many
 * come and answer before it is measured; `quiet`: so many ms in which nobody does a thing.
 */
export type Work = Size & { paced: number; warm?: number; quiet?: number };

export type PhaseName =
  | 'joinPaced'
  | 'joinFast'
  | 'quiet'
  | 'answersPaced'
  | 'answers1'
  | 'answersAtOnce'
  | 'back'
  | 'backMissed';

export type Whole = {
  phases: Partial<Record<PhaseName, Phase>>;
  /** Bytes of memory for each phone that is there and quiet, and of the process in all with them. */
  rssEach: number;
  rss: number;
  mostRss: number;
  /** To one phone over the whole afternoon: by its line, by HTTP at joining, and the script's part. */
  lineBytes: number;
  joinBytes: number;
  scriptBytes: number;
};

const atOnce = 100;
const missed = 50;

export async function playWhole(
  server: Server,
  crowd: Crowd,
  { sessions, people, paced, warm = 0, quiet: silence = 0 }: Work,
): Promise<Whole> {
  const total = sessions * people;
  if (warm > 0) {
    const first = await inTurn(server.urls.length, () => crowd.newRoom());
    await Promise.all(first.map((room) => warmUp(room, warm)));
  }
  const done: Whole['phases'] = {};
  const empty = await server.probe('gc');

  async function open(): Promise<{ rooms: Room[]; screens: Screens }> {
    const rooms = await inTurn(sessions, () => crowd.newRoom());
    return { rooms, screens: await watchRooms(rooms) };
  }
  const joining = (rooms: readonly Room[], phones: Phone[], times: number[]) => async (i: number) => {
    const from = performance.now();
    phones.push(await (rooms[i % sessions] as Room).join());
    times.push(performance.now() - from);
  };

  /** Everybody answers the next question. */
  async function answers(question: number, over: number, phones: readonly Phone[], screens: Screens) {
    const times: number[] = [];
    const sent: number[] = [];
    await evenly(total, over, async (i) => {
      sent[i] = performance.now();
      await (phones[i] as Phone).answer(question, textOf(i));
      times.push(performance.now() - (sent[i] ?? 0));
    });
    const seen = await screens.all(total);
    return { times, wall: [...seen].map(([i, at]) => at - (sent[i] ?? 0)) };
  }

  /** Everybody loses the line, and comes back. */
  async function backAgain(phones: readonly Phone[], events: number, rooms: readonly Room[]): Promise<Phase> {
    for (const phone of phones) phone.drop();
    await sleep(500);
    for (const room of rooms) await room.tellPhones(events);
    await sleep(1_200);
    return measure(server, total, async () => {
      const times: number[] = [];
      await inParallel(total, atOnce, async (i) => {
        const from = performance.now();
        const got = await (phones[i] as Phone).rejoin();
        times.push(performance.now() - from);
        if (got !== events) throw new Error(`missed ${events}, got ${got}`);
      });
      return { times };
    });
  }

  let quiet: number | undefined;
  if (paced) {
    const first = await open();
    const phones: Phone[] = [];
    done.joinPaced = await measure(server, total, async () => {
      const times: number[] = [];
      await evenly(total, paced, joining(first.rooms, phones, times));
      return { times };
    });
    await sleep(1_000);
    quiet = (await server.probe('gc')).rss;
    for (const phone of phones) phone.drop();
    first.screens.leave();
    await sleep(1_000);
  }

  const httpBefore = crowd.httpBytes();
  const { rooms, screens } = await open();
  const phones: Phone[] = [];
  const roomBytes = crowd.httpBytes() - httpBefore;
  done.joinFast = await measure(server, total, async () => {
    const times: number[] = [];
    await inParallel(total, atOnce, joining(rooms, phones, times));
    return { times };
  });
  const joinBytes = (crowd.httpBytes() - httpBefore - roomBytes) / total;
  await sleep(1_000);
  quiet ??= (await server.probe('gc')).rss;
  if (silence) {
    done.quiet = await measure(server, total, async () => {
      await sleep(silence);
      return { times: [] };
    });
  }
  if (paced) done.answersPaced = await measure(server, total, () => answers(0, paced, phones, screens));
  await sleep(500);
  done.answers1 = await measure(server, total, () => answers(1, 1_000, phones, screens));
  await sleep(500);
  done.answersAtOnce = await measure(server, total, () => answers(2, 0, phones, screens));
  await sleep(500);
  done.back = await backAgain(phones, 0, rooms);
  done.backMissed = await backAgain(phones, missed, rooms);
  const lineBytes = phones.reduce((sum, phone) => sum + phone.bytes(), 0) / total;
  const { mostRss } = await server.probe();
  return {
    ...{ phases: done, rssEach: (quiet - empty.rss) / total, rss: quiet, mostRss },
    ...{ lineBytes, joinBytes, scriptBytes: await crowd.scriptBytes() },
  };
}

async function inTurn<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) made.push(await make());
  return made;
}

/** What a program does for the first time costs it more: of several nodes each would do that. */
async function warmUp(room: Room, people: number): Promise<void> {
  const screens = await watchRooms([room]);
  const phones: Phone[] = [];
  await inParallel(people, atOnce, async () => void phones.push(await room.join()));
  for (const question of [0, 1, 2]) {
    await evenly(people, 2_000, (i) => (phones[i] as Phone).answer(question, textOf(i)));
    await screens.all(people);
  }
  for (const phone of phones) phone.drop();
  screens.leave();
  await sleep(1_000);
}
