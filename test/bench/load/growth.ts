/** What an answer costs as answers gather, and a join as the log grows. */
import type { Server } from '../systems.ts';
import { type Crowd, type Phone, questions, type Room } from './crowd.ts';
import { evenly, inParallel, sleep } from './pace.ts';
import { measure } from './phase.ts';
import { textOf, watchRooms } from './screens.ts';

/** With so many answers stored; processor time of the server in ms, bytes of a welcome. */
export type Stage = {
  stored: number;
  answer: number;
  phone: number;
  wall: number;
  wallBytes: number;
  desk: number;
  deskBytes: number;
};

const people = 500;
const newcomers = 100;
/** One ticket has six lines at most, one of which is watching. */
const [screenRounds, screensAtOnce] = [4, 5];

export async function playGrowth(server: Server, crowd: Crowd, stages: readonly number[]): Promise<Stage[]> {
  const warm = await fill(await crowd.newRoom(), 50);
  for (let question = 0; question < 20; question++) await warm.ask(question, 50, 0);
  for (const phone of warm.phones) phone.drop();
  warm.leave();

  const room = await crowd.newRoom();
  const { phones, ask, leave } = await fill(room, people);
  let [stored, question] = [0, 0];
  const found: Stage[] = [];
  for (const stage of stages) {
    while (stored < stage) {
      const count = Math.min(people, stage - stored);
      await ask(question++, count, 500);
      stored += count;
    }
    const answer = await measure(server, people, async () => ({ times: await ask(question, people, 2_000) }));
    question += 1;
    stored += people;
    const came: Phone[] = [];
    const phone = await measure(server, newcomers, async () => {
      await evenly(newcomers, 1_000, async () => void came.push(await room.join()));
      return { times: [] };
    });
    const [wall, wallBytes] = await screens('wall');
    const [desk, deskBytes] = await screens('desk');
    found.push({ stored: stage, answer: answer.cpuEach, phone: phone.cpuEach, wall, wallBytes, desk, deskBytes });
    for (const one of came) one.drop();
  }
  for (const phone of phones) phone.drop();
  leave();
  return found;

  async function screens(role: 'wall' | 'desk'): Promise<[number, number]> {
    let bytes = 0;
    const { cpuEach } = await measure(server, screenRounds * screensAtOnce, async () => {
      for (let round = 0; round < screenRounds; round++) {
        const came = await Promise.all(Array.from({ length: screensAtOnce }, () => room[role](() => {})));
        for (const one of came) one.drop();
        bytes = came[0]?.bytes ?? 0;
        await sleep(200);
      }
      return { times: [] };
    });
    return [cpuEach, bytes];
  }
}

async function fill(room: Room, count: number) {
  const screens = await watchRooms([room]);
  const phones: Phone[] = [];
  await inParallel(count, 50, async () => void phones.push(await room.join()));
  return {
    phones,
    leave: screens.leave,
    /** So many of them answer this question within so many ms. */
    async ask(question: number, people: number, over: number): Promise<number[]> {
      if (question >= questions) throw new Error('no more questions');
      const times: number[] = [];
      await evenly(people, over, async (i) => {
        const from = performance.now();
        await (phones[i] as Phone).answer(question, textOf(i));
        times.push(performance.now() - from);
      });
      await screens.all(people);
      return times;
    },
  };
}
