/** The eyes of all other journeys: what they have to find, they find. */
import { expect, test } from '@playwright/test';
import { ofColours, violationsIn } from './support/axe.ts';

test('a name that is missing, a colour that is too faint and a target that is too small are found, also in a frame, and again', async ({
  page,
}) => {
  const faulty = `<html lang="nl"><title>In gesprek</title><main><h1>In gesprek</h1>
    <p style="color: #ccc; background: #fff">Te licht</p>
    <button style="width: 10px; height: 10px; padding: 0" aria-label="een"></button
    ><button style="width: 10px; height: 10px; padding: 0"></button></main></html>`;
  await page.setContent(faulty.replace('</main>', '<iframe title="binnen"></iframe></main>'));
  await page.frames()[1]?.setContent(faulty);
  const ids = ['button-name', 'color-contrast', 'target-size'];
  for (let turn = 0; turn < 2; turn++) {
    const found = await violationsIn(page);
    expect(found.map(({ id }) => id).sort()).toEqual([...ids, ...ids].sort());
    expect(found[0]?.nodes[0]?.html).toContain('<button');
  }
  const inOther = await violationsIn(page, ofColours);
  expect(inOther.map(({ id }) => id)).toEqual(['color-contrast', 'color-contrast']);
});
