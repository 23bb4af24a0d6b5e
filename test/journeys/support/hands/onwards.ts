/** The model: answers from paper, who does what nobody has, two subgroups in two places, and another who leads. */
import { expect } from '@playwright/test';
import { words as deskWords } from '../../../../shared/words/desk.nl.ts';
import { words } from '../../../../shared/words/phone.nl.ts';
import { guestIn } from '../lead.ts';
import { type Afternoon, type People, start } from './afternoon.ts';

/** Jan and Truus have done all theirs on paper; what nobody has is offered to them. */
export async function coverAll({ desk, next, hears, see }: Afternoon) {
  await next('ken-duo', 'ken-gesprek', 'model-uitleg', 'model-groepen', 'model-duo');
  await desk.press(/^Mensen/);
  await desk.press(/^Van papier/, desk.page.locator('dialog article').filter({ hasText: 'Jan en Truus' }));
  const items = desk.page.locator('dialog').getByRole('combobox', { name: deskWords.paper.item }).locator('option');
  await expect(items).toHaveCount(6);
  for (const [i, item] of (await items.allInnerTexts()).slice(0, 3).entries()) {
    await desk.select(deskWords.paper.item, item);
    await desk.choose('ja', 'Duidelijk?');
    await desk.write('Wat roept het bij jullie op?', `Vanaf papier ${i}.`);
    if (i === 0) await see(desk, 'desk: paper');
    await desk.press(deskWords.paper.enter);
    await hears(desk, /^Ingevoerd voor/);
  }
  await desk.close(deskWords.close);
  await see(desk, 'desk: coverage');
  await desk.press(/^Geef aan/);
  await hears(desk, /is nu het volgende van/);
}

/** A couple comes late: four units, so two subgroups, with a name and a place. */
export async function splitTheRoom({ desk, hears, see, program }: Afternoon, { link, noor, hamid }: People) {
  const couple = await guestIn(program.url, new URL(link).hash.slice(1), 'Bob en Bea', 2);
  await expect(desk.page.getByText('9 mensen').first()).toBeVisible();
  couple.client.stop();
  await desk.press(/^Mensen/);
  await desk.press(deskWords.people.formSubgroups);
  await hears(desk, deskWords.people.subgroupsFormed);
  await desk.press(deskWords.subgroups.name('B'));
  await desk.write(deskWords.subgroups.place, 'bij het raam');
  await desk.press(deskWords.subgroups.save);
  await hears(desk, deskWords.subgroups.named('B'));
  await see(desk, 'desk: subgroups');
  const theirs = desk.page.locator('dialog article').filter({ hasText: 'Noor' });
  await desk.press(/: Naar subgroep/, theirs);
  await hears(desk, /zit nu in subgroep/);
  for (const phone of [noor, hamid]) await hears(phone, /^Subgroep (A|B)/);
  await desk.close(deskWords.close);
}

/** Stars; and the lead, asked for by another desk in one press. */
export async function handOver({ desk, open, hears, see }: Afternoon, { invitation, noor }: People) {
  await expect(noor.page.getByRole('heading', { name: words.talking.starsTitle })).toBeVisible();
  await see(noor, 'phone: stars');
  const anke = await open('desk', 'Anke', invitation);
  await see(anke, 'desk: another leads');
  await anke.press(deskWords.lead.take);
  await hears(anke, deskWords.lead.taken);
  await start(anke, 'Oogst');
  await hears(noor, /Oogst/);
  await desk.press(deskWords.lead.take);
  await hears(desk, deskWords.lead.taken);
}
