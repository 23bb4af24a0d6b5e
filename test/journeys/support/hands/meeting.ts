/** Who sits with whom: by number, by the desk, by the program; on one phone, by another name, and not at all. */
import { expect } from '@playwright/test';
import { words as deskWords } from '../../../../shared/words/desk.nl.ts';
import { words } from '../../../../shared/words/phone.nl.ts';
import { refusals } from '../../../../shared/words/refusals.nl.ts';
import type { Afternoon, People } from './afternoon.ts';

/** Two find each other; the others are seated at the desk. Two sit at one phone. */
export async function findEachOther({ desk, next, hears, see }: Afternoon, { noor, hamid, els, ans }: People) {
  await next('welkom', 'waarom');
  await hears(noor, 'Waarom, wat en hoe');
  await next('def-lezen');
  await hears(noor, 'Lees de definitie');
  await noor.tick(/authentieke omgevingen/);
  await expect(noor.page.getByText(words.reading.marked(1))).toBeVisible();
  await next('def-duo');
  for (const phone of [noor, hamid, els, ans]) await hears(phone, words.finding.title);
  await see(hamid, 'phone: finding');
  await hamid.write(words.finding.other, '12345');
  await hamid.press(words.finding.go);
  await hears(hamid, refusals.noSuchNumber);
  await hamid.write(words.finding.other, (await noor.page.locator('.own strong').innerText()).trim());
  await hamid.press(words.finding.go);
  await hears(hamid, /Jij en Noor zijn duo \d/);
  await hears(noor, /Jij en Hamid zijn duo \d/);
  await desk.press(deskWords.pairing.rest);
  await hears(desk, deskWords.pairing.restDone);
  await hears(els, /Jij en Ans zijn duo \d/);
  await hears(ans, /Jij en Els zijn duo \d/);
  for (const phone of [noor, hamid, els, ans]) {
    await phone.press(words.paired.found);
    await hears(phone, 'Definitie');
  }
  await els.press(words.bar.menu);
  await els.press(words.guest.button);
  await els.press(words.guest.yes);
  await hears(els, words.guest.together);
}

/** Nothing is told before it is announced; announced, it can be undone. */
export async function lookAtProposal({ desk, see, hears }: Afternoon, { noor }: People) {
  await desk.press(/^Mensen/);
  await desk.press(deskWords.people.mix(2));
  const groups = desk.page.locator('dialog article');
  await desk.press(new RegExp(`^${deskWords.pairing.lock}`), groups.first());
  const own = groups.filter({ hasText: 'Noor' });
  const other = groups.filter({ hasNotText: 'Noor' }).first();
  const name = /Hamid|Els|Ans|Jan en Truus/.exec(await other.innerText())?.[0] ?? '';
  await desk.press(/^Noor/, own);
  await hears(desk, deskWords.pairing.picked('Noor'));
  await see(desk, 'desk: a proposal');
  await desk.press(new RegExp(`^${name}`), other);
  await hears(desk, deskWords.pairing.swapped('Noor', name));
  await desk.press(deskWords.pairing.mixAgain);
  await desk.press(deskWords.pairing.back);
  const before = await noor.page.getByRole('main').innerText();
  await desk.press(deskWords.pairing.announce);
  await hears(desk, deskWords.pairing.announced);
  await desk.press(deskWords.undo);
  await hears(desk, deskWords.undone);
  await expect.poll(() => noor.page.getByRole('main').innerText()).toBe(before);
}

/** A person, then a place: Ans goes to Noor and Hamid and back again, and gets another name. */
export async function pickAndPlace({ desk, see, hears }: Afternoon, { noor, ans }: People) {
  const title = await noor.page.title();
  expect(title).toContain('In gesprek');
  await desk.press(/^Ans/);
  await hears(desk, deskWords.people.picked('Ans'));
  await see(desk, 'desk: somebody picked');
  const theirs = desk.page.locator('dialog article').filter({ hasText: 'Noor' });
  await desk.press(/^Zet Ans bij/, theirs);
  await hears(desk, /Ans zit nu bij/);
  await hears(ans, /Jij, .* zijn drietal \d/);
  await hears(noor, words.pen.joined('Ans'));
  await desk.press(deskWords.undo);
  await hears(ans, 'Definitie');
  await desk.press(/^Ans/);
  await desk.press(deskWords.people.rename);
  await desk.write(deskWords.people.newName, 'Annie');
  await desk.press(deskWords.people.renameNow);
  await hears(desk, deskWords.people.renamed('Annie'));
  await hears(ans, words.bar.renamed('Annie'));
  await see(ans, 'phone: renamed');
  await ans.press(words.bar.understood);
  await desk.close(deskWords.close);
}

/** A locked door, and somebody who is taken out. */
export async function atTheDoor({ desk, open, hears }: Afternoon, { link, code }: People) {
  await desk.press(/^Deel/);
  await desk.press(deskWords.share.lock);
  await hears(desk, deskWords.share.isLocked);
  const late = await open('phone', 'Laat', link);
  await hears(late, refusals.doorLocked);
  await desk.press(deskWords.share.unlock);
  await desk.close(deskWords.close);
  await late.write(words.join.code, code);
  await late.press(words.join.go);
  await late.write(words.who.name, 'Laat');
  await late.press(words.who.join);
  await hears(late, /zijn (duo|drietal) \d/);
  await desk.press(/^Mensen/);
  await desk.press(/^Laat/);
  await desk.press(deskWords.people.remove('Laat'));
  await hears(desk, deskWords.people.removed('Laat'));
  await hears(late, words.gone.removed);
  await desk.close(deskWords.close);
  await late.page.close();
}
