/** Sessions that are over when the practice session begins: one with a published summary, and one to compare it with. */
import type { Script } from '../../../shared/script.ts';
import { get } from '../../../shared/session/table.ts';
import type { House } from '../../house.ts';
import { names } from '../answers.ts';
import { onDefinition, onList, onModel } from './answering.ts';
import { eindhoven } from './eindhoven/told.ts';
import { harvest } from './harvesting.ts';
import { type Act, desk, openStage, type Stage } from './stage.ts';
import { lookBack, talkAboutDefinition, talkAboutList, talkAboutModel, tapUnclear } from './talking.ts';
import type { Told } from './told.ts';
import { veldhoven } from './veldhoven/told.ts';

const minute = 60_000;
const hour = 60 * minute;

const actsIn: Readonly<Record<string, (stage: Stage, told: Told) => Act[]>> = {
  'def-lezen': tapUnclear,
  'def-duo': onDefinition,
  'def-gesprek': talkAboutDefinition,
  'ken-duo': onList,
  'ken-gesprek': talkAboutList,
  'model-duo': onModel,
  'model-gesprek': talkAboutModel,
  oogst: harvest,
  feedback: lookBack,
};

/** Half past one in the afternoon of the last Thursday that is at least so many days ago, by this machine's time. */
function afternoonBefore(now: number, days: number): { date: string; begins: number } {
  const day = new Date(now);
  day.setHours(13, 30, 0, 0);
  day.setDate(day.getDate() - days);
  day.setDate(day.getDate() - ((day.getDay() + 3) % 7));
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((one) => String(one).padStart(2, '0'));
  return { date: date.join('-'), begins: day.getTime() };
}

const comeIn = (stage: Stage, { people }: Told): Act[] =>
  people.map(({ perspective, guest }, i) => () => {
    const who = { people: guest ? 2 : 1, perspectives: [perspective], ...(guest && { guest: [guest] }) };
    return stage.give({ role: 'system' }, { type: 'Join', ...who, name: names[i % names.length] ?? '' });
  });

/** Whoever wrote it takes it back, at home, that evening. */
const takeBack = (stage: Stage, { withdrawn }: Told): Act[] =>
  withdrawn.map((name) => () => {
    const answer = stage.answerNamed(name);
    const seat = get(stage.state().answers, answer)?.seat ?? '';
    return stage.give({ role: 'seat', seat }, { type: 'WithdrawAnswer', answer });
  });

/** From the first who comes in to the summary, the morning after; gives the session. */
async function play(house: House, script: Script, told: Told, days: number): Promise<string> {
  const { date, begins } = afternoonBefore(house.clock(), days);
  const stage = await openStage(house, script, { ...told.details, date }, begins);
  try {
    stage.at(begins - 12 * minute);
    await stage.during(12, comeIn(stage, told));
    for (const { id, before } of script.steps) {
      if (before) continue;
      await stage.open(id);
      await stage.during(stage.minutesOf(id), actsIn[id]?.(stage, told) ?? []);
    }
    await stage.give(desk, { type: 'CloseSession' });
    stage.at(begins + 7 * hour);
    await stage.during(10, takeBack(stage, told));
    const { introduction } = told;
    stage.at(begins + 20 * hour);
    if (introduction) await stage.give(desk, { type: 'PublishSummary', introduction });
  } finally {
    await stage.close();
  }
  return stage.session;
}

/** Both are the facilitator's, so that the desk lists them; `published` has a summary that a team can read. */
export async function addFinished(house: House, script: Script): Promise<{ published: string; draft: string }> {
  const draft = await play(house, script, eindhoven, 35);
  const published = await play(house, script, veldhoven, 14);
  return { published, draft };
}
