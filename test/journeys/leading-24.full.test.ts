/** A session led at the desk with 24 phones and the wall beside it: every act of a facilitator, and what people then see. */
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { test } from './support/journey.ts';
import { bundle, talk, write } from './support/leading/definition.ts';
import { end } from './support/leading/end.ts';
import { discuss, model, takeOver } from './support/leading/model.ts';
import { ask, measure, pause, replan } from './support/leading/moment.ts';
import { gather, stepOf, takeDesk } from './support/leading/room.ts';
import { take } from './support/pictures.ts';

test('what is done at the desk is seen on the wall and on 24 phones, act by act (A4, D1, D2, V3, V4)', async ({
  program,
  screens,
}) => {
  test.setTimeout(900_000);
  const room = await gather(program, screens);
  const { desk, wall, reach } = room;
  await reach.shows(wall, { there: [wallWords.welcome.title, '24 mensen zijn er'] });
  await take(wall, 'wall-welcome');
  await takeDesk(desk.page, 'arrival');

  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo'] as const) {
    await reach.press(desk.page, `next: ${step}`, () => room.next(step), {
      phones: { there: [step === 'def-duo' ? 'zijn duo' : stepOf(step)] },
    });
    await take(wall, `wall-${step}`);
  }
  const writers = await write(room);
  await talk(room, writers);
  await bundle(room);
  await measure(room);
  await ask(room);
  await pause(room);
  await replan(room);
  const wallOfB = await room.openWallOfB();
  await reach.shows(wallOfB, { there: ['Subgroep B'] });
  await take(wallOfB, 'wall-b-groups');
  await model(room, writers);
  await discuss(room, wallOfB);
  await takeOver(room);
  await end(room);
  if (process.env['FIGURES']) console.log(reach.told());
});
