/** The practice session (`npm run demo`): a whole room played by the program, over real sockets and with real commands. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { reasons, situations } from '../../server/demo/answers.ts';
import { leadFirstMinute } from '../../server/demo/lead.ts';
import { fillRoom } from '../../server/demo/room.ts';
import { scaleOf } from '../../shared/script-queries.ts';
import { activeUnits, answersOf, isSplit, peopleCount, textOf } from '../../shared/session/selectors.ts';
import type { Answer } from '../../shared/session/state.ts';
import { must, openScene } from '../support/server-scene.ts';

const pairs = 5;

async function openDemo() {
  const { server, session, desk } = await openScene({ phones: 0 });
  const perspectives = ['student', 'professional', 'docent', 'client'];
  const wait = (milliseconds: number) => pause(Math.min(milliseconds, 2)) as Promise<void>;
  const room = await fillRoom({ origin: server.url, entry: session.secret, pairs, perspectives, pace: 1, wait });
  onTestFinished(room.stop);
  await desk.waitFor('everybody, the late one too', () => peopleCount(desk.state()) === pairs * 2 + 1);
  const answered = (step: string, each: number) =>
    desk.waitFor(`all answers of ${step}`, () => {
      const units = activeUnits(desk.state()).length;
      return units > 0 && answersOf(desk.state(), step).length >= units * each;
    });
  return { desk, answered, wait, host: await server.house.hosts.open(session.session) };
}

test('all pairs answer, one differs within itself, one phone goes and comes back, and nobody is left out (D2)', async () => {
  const { desk, answered } = await openDemo();
  await must(desk, { type: 'OpenStep', step: 'def-duo', from: null });
  await answered('def-duo', 3);
  expect(
    activeUnits(desk.state())
      .map(({ people }) => people)
      .sort(),
  ).toEqual([2, 2, 2, 2, 3]);
  expect(answersOf(desk.state(), 'def-duo').some(isSplit)).toBe(true);
});

test('what a played pair writes fits what it judges', async () => {
  const { desk, answered } = await openDemo();
  for (const [step, each] of [
    ['def-duo', 3],
    ['model-duo', 2],
  ] as const) {
    await must(desk, { type: 'OpenStep', step, from: null });
    await answered(step, each);
  }
  const { script } = desk.state();
  const scale = scaleOf(script, { kind: 'judgement', scale: 'three', id: 'judgement', optional: false });
  const shapeOf = (answer: Answer) => {
    const value = answer.values['judgement'];
    return scale.find(({ id }) => value?.kind === 'judgement' && id === value.choices[0])?.shape;
  };
  const wordsOf = (answer: Answer, field: string) => {
    const value = answer.values[field];
    return value?.kind === 'text' ? textOf(desk.state(), value.text) : '';
  };
  const shapes = new Set<string>();
  for (const answer of [...answersOf(desk.state(), 'def-duo'), ...answersOf(desk.state(), 'model-duo')]) {
    const shape = shapeOf(answer) as keyof typeof reasons;
    shapes.add(shape);
    const told = situations.find(({ story }) => story === wordsOf(answer, 'situation'));
    if (answer.prompt === 'boundary') expect(told?.seen).toBe(shape);
    else if (answer.prompt !== 'complete') {
      for (const words of [wordsOf(answer, 'why'), wordsOf(answer, 'evokes')].filter(Boolean)) {
        expect(reasons[shape]).toContain(words);
      }
    }
  }
  expect(shapes.size).toBeGreaterThan(2);
});

test('the program leads the first minute without taking the lead: whoever presses first has it', async () => {
  const { desk, wait, host } = await openDemo();
  if (!host) throw new Error('no session');
  await leadFirstMinute(host, 1, wait);
  await desk.waitFor('the talk', () => desk.state().step === 'def-gesprek');
  expect(desk.state().lead).toBeNull();
  await must(desk, { type: 'OpenStep', step: 'ken-lezen', from: desk.state().step });
  expect(desk.state().lead).toBe('facilitator');
});
