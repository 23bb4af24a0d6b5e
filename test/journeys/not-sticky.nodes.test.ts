/** A balancer that sends each request to the next node: web sockets get through, and that is enough. */
import { valuesOf } from '../../shared/session/table.ts';
import { words } from '../../shared/words/phone.nl.ts';
import { openSession } from '../support/program-session.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';

test.use({ sticking: 'none' });

test('two phones behind a balancer that holds nobody to a node come in by a web socket, meet, send and are told (A2, S4)', async ({
  program,
  screens,
}) => {
  const session = await openSession(program, undefined, { transports: ['websocket'] });
  const phones = [];
  for (const name of ['Noor', 'Hamid']) {
    const phone = holdPhone(await screens.open(sizes.phone));
    await phone.join(session.link, 'docent', name);
    await phone.sees(words.waiting.title);
    phones.push(phone);
  }
  await session.must({ type: 'OpenStep', step: 'def-duo', from: null });
  for (const phone of phones) await phone.meet();
  const [writer] = phones;
  await writer?.fillIn('Deels', 'Zonder vaste plek.');
  await writer?.send();
  await session.desk.waitFor('the answers', () => valuesOf(session.desk.state().answers).next().value !== undefined);
  await session.must({ type: 'OpenStep', step: 'def-gesprek', from: 'def-duo' });
  for (const phone of phones) await phone.sees(words.talking.look);
  expect(session.desk.goodbyes).toEqual([]);
  session.desk.stop();
});
