/** An afternoon as seven people and two facilitators live it, told once for every kind of hand. */

import { expect, type Page } from '@playwright/test';
import { say } from '../../../../shared/script-queries.ts';
import { words as deskWords } from '../../../../shared/words/desk.nl.ts';
import { words } from '../../../../shared/words/phone.nl.ts';
import { refusals } from '../../../../shared/words/refusals.nl.ts';
import type { Visits } from '../axe.ts';
import type { Program } from '../program.ts';
import { readScript } from '../script.ts';
import { ears } from './ears.ts';
import type { Hand } from './hand.ts';

const script = readScript('win-professionele-werkplaatsen');

/** All that may interrupt: somebody has to do something else than they thought. */
const errors = [refusals.noSuchNumber, refusals.doorLocked];
export const handStates = [
  'desk: plan',
  'desk: add people without a phone',
  'phone: finding',
  'desk: a proposal',
  'desk: somebody picked',
  'phone: renamed',
  'phone: somebody asks for the pen',
  'phone: taken over',
  'phone: split',
  'phone: closed, not sent',
  'phone: open again',
  'desk: an answer chosen',
  'desk: a question of the moment',
  'desk: covering words',
  'desk: bundling',
  'desk: a break',
  'desk: changing the order',
  'desk: moving an answer',
  'desk: paper',
  'desk: coverage',
  'desk: subgroups',
  'phone: stars',
  'desk: another leads',
] as const;

type Room = {
  program: Program;
  axe: Visits;
  /** A screen of its own, in somebody's hands. */
  sit: (isDesk: boolean, who: string, listens: ReturnType<typeof ears>) => Promise<Hand>;
  /** The large screen, which nobody touches. */
  hang: () => Promise<Page>;
};
export type Afternoon = Awaited<ReturnType<typeof begin>>;

/** The one large button. Two taps on one place in one moment are one: the second is given again. */
export async function start(hand: Hand, title: string): Promise<void> {
  const heading = hand.page.getByRole('heading', { level: 1, name: title });
  await expect(async () => {
    if (!(await heading.isVisible())) await hand.press(deskWords.next.start(title));
    await expect(heading).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

export async function begin({ program, axe, sit, hang }: Room) {
  const heard = ears();
  const hands: [string, Hand][] = [];
  const open = async (size: 'phone' | 'desk', who: string, address: string): Promise<Hand> => {
    const hand = await sit(size === 'desk', who, heard);
    hands.push([who, hand]);
    await hand.page.goto(address.replace(/^https?:\/\/[^/]+/, program.url));
    return hand;
  };
  const desk = await open('desk', 'desk', `${program.url}/bureau#sleutel=${program.key}`);
  return {
    program,
    desk,
    open,
    hang,
    ears: heard,
    see: (hand: Hand, state: (typeof handStates)[number]) => axe.see(hand.page, state),
    hears: (hand: Hand, text: string | RegExp, since?: number) => heard.hears(hand.page, text, since),
    async next(...steps: string[]): Promise<void> {
      for (const id of steps) {
        const title = say(script.steps.find((one) => one.id === id)?.title, 'nl');
        await start(desk, title);
        await heard.hears(desk.page, deskWords.script.opened(title));
      }
    },
    faults: () => [
      ...heard.faults(errors),
      ...hands.flatMap(([who, hand]) => hand.faults().map((fault) => `${who}: ${fault}`)),
      ...axe.missing().map((state) => `not looked at: ${state}`),
    ],
  };
}

/** Signing in, planning, the wall, and who comes in: four phones, and two people without one. */
export async function comeIn({ desk, open, hang, see, hears, program }: Afternoon) {
  await desk.press(deskWords.home.plan);
  await desk.choose(/^Professionele werkplaatsen/);
  await see(desk, 'desk: plan');
  await desk.write(deskWords.plan.name, 'Zonder muis');
  await desk.press(deskWords.plan.go);
  await desk.press(/^Deel/);
  const link = await desk.page.getByLabel(deskWords.share.link).inputValue();
  const code = (await desk.page.locator('dialog .code').innerText()).replace(/\s/g, '');
  const wallLink = desk.page.locator('dialog').getByRole('link', { name: deskWords.share.openWall });
  const wall = await hang();
  await wall.goto(new URL((await wallLink.getAttribute('href')) ?? '', program.url).href);
  await desk.write(deskWords.invite.name, 'Anke');
  await desk.press(deskWords.share.invite);
  const invitation = await desk.page.getByLabel(deskWords.share.shownOnce).inputValue();
  await desk.close(deskWords.close);

  const join = async (who: string, hand: Hand, role: string) => {
    await hand.tick(role);
    await hand.write(words.who.name, who);
    await hand.press(words.who.join);
    await hears(hand, words.waiting.title);
    return hand;
  };
  const noor = await open('phone', 'Noor', program.url);
  await noor.write(words.join.code, code);
  await noor.press(words.join.go);
  await join('Noor', noor, 'student');
  const hamid = await join('Hamid', await open('phone', 'Hamid', link), 'docent');
  const els = await join('Els', await open('phone', 'Els', link), 'professional');
  const ans = await join('Ans', await open('phone', 'Ans', link), 'student');

  await desk.press(/^Mensen/);
  await desk.press(deskWords.people.add);
  await see(desk, 'desk: add people without a phone');
  await desk.select(deskWords.people.howMany, deskWords.room.people(2));
  await desk.write(deskWords.people.name, 'Jan en Truus');
  await desk.press(deskWords.people.addNow);
  await hears(desk, deskWords.people.added(2));
  await desk.close(deskWords.close);
  return { wall, link, code, invitation, noor, hamid, els, ans };
}
export type People = Awaited<ReturnType<typeof comeIn>>;
