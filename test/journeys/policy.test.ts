/** Law 23: no page ever does what its own policy refuses. Every journey is watched for it; here the watching itself is tried. */
import { words as summaryWords } from '../../shared/words/summary.nl.ts';
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { localLink, script, scriptTitle } from './support/win.ts';

test('phone, desk, wall and summary have a strict policy and keep to it, and a style of a page’s own is refused and seen on each (P3; law 23)', async ({
  program,
  screens,
}) => {
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: 'Werkplaats', place: 'Veldhoven', partner: 'De Combinatie' });
  const { link } = await desk.share();
  const address = await desk.dialog().getByRole('link', { name: desk.words.share.openWall }).getAttribute('href');
  await desk.close();
  const wall = await screens.open(sizes.wall);
  await wall.goto(`${program.url}${address}`);
  await expect(wall.getByText(wallWords.welcome.title)).toBeVisible();
  const phone = holdPhone(await screens.open(sizes.phone));
  await phone.join(localLink(link, program.url), 'docent', 'Noor');
  for (const step of ['welkom', 'waarom']) await desk.next(script, step);
  const summary = await desk.page.context().newPage();
  await summary.goto(desk.page.url().replace('/bureau', '/samenvatting'));
  await expect(summary.getByText(summaryWords.draft).first()).toBeVisible();
  expect(screens.complaints()).toEqual([]);

  for (const [name, page] of Object.entries({ phone: phone.page, desk: desk.page, wall, summary })) {
    const answer = await page.request.get(page.url());
    expect(answer.headers()['content-security-policy'], name).toContain("default-src 'none'");
    const looks = await page.evaluate(() => {
      const own = document.createElement('p');
      own.setAttribute('style', 'position: fixed');
      document.body.append(own);
      return getComputedStyle(own).position;
    });
    expect(looks, `${name}: refused`).toBe('static');
    await expect.poll(() => screens.complaints().join('\n'), name).toContain('law 23: style-src-attr refused inline');
    screens.complaints().length = 0;
  }
});
