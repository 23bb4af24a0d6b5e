/** A network that lets no web socket through: what is left in the pages of socket.io takes part all the same. */
import { words } from '../../shared/words/phone.nl.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { holdPhone } from './support/phone.ts';

test('a phone whose network knows only plain requests joins, sends and is told (A2)', async ({ program, screens }) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone));
  let polled = 0;
  let sockets = 0;
  /** By which a balancer holds it to a node. */
  const said = new Set<string | null>();
  const note = (url: string) => said.add(new URL(url).searchParams.get('session'));
  phone.page.on('request', (request) => {
    const url = request.url();
    if (url.includes('transport=polling')) polled++;
    if (/socket\.io|api\/join/.test(url)) note(url);
  });
  await phone.page.routeWebSocket(/socket\.io/, (socket) => {
    sockets++;
    note(socket.url());
    void socket.close();
  });
  await phone.join(session.link, 'docent', 'Noor');
  await session.guest('Hamid');
  await session.open('def-duo');
  await phone.meet();
  await phone.fillIn('Deels', 'Één “lange” weg: 😀.');
  await phone.send();
  await session.desk.waitFor('the answers', () => session.answers().length > 0);
  await session.open('def-gesprek');
  await phone.sees(words.talking.look);
  expect(sockets, 'it was tried').toBeGreaterThan(0);
  expect(polled).toBeGreaterThan(3);
  expect([...said], 'each says which session it is for').toEqual([session.desk.state().session]);
  lead.leave();
});
