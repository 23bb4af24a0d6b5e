/** Help on every screen: in both languages, in plain sentences, and found by the words that people would use. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTopics } from '../../shared/help/find-topics.ts';
import { helpScreens } from '../../shared/help/topic.ts';
import { help as en } from '../../shared/words/help.en.ts';
import { help as nl } from '../../shared/words/help.nl.ts';

const languages = { nl, en };
const found = (language: keyof typeof languages, query: string) =>
  findTopics(languages[language].topics, 'desk', query).map(({ screen, name }) => `${screen}/${name}`);

test.each(helpScreens)(
  'the help of “%s” has the same topics in both languages, each with something to do',
  (screen) => {
    expect(Object.keys(nl.topics[screen]).length).toBeGreaterThanOrEqual(5);
    expect(Object.keys(en.topics[screen])).toEqual(Object.keys(nl.topics[screen]));
    for (const { screens, topics } of [nl, en]) {
      expect(screens[screen]).not.toBe('');
      for (const { title, says, find } of Object.values(topics[screen])) {
        expect(title.length).toBeLessThanOrEqual(60);
        expect(says.join(' ').length).toBeGreaterThan(40);
        expect(says.length).toBeLessThanOrEqual(3);
        expect(find.split(' ').length).toBeGreaterThanOrEqual(3);
      }
    }
    for (const name of Object.keys(nl.topics[screen])) {
      expect(en.topics[screen][name]?.says.length, name).toBe(nl.topics[screen][name]?.says.length);
      expect(en.topics[screen][name]?.title, name).not.toBe(nl.topics[screen][name]?.title);
    }
  },
);

test('no sentence is long: at most twelve words for participants, at most 22 for a facilitator', () => {
  const long: string[] = [];
  for (const { topics } of [nl, en]) {
    for (const screen of helpScreens) {
      const most = screen === 'phone' ? 12 : 22;
      const sentences = Object.values(topics[screen])
        .flatMap(({ title, says }) => [title, ...says])
        .flatMap((text) => text.split(/(?<=[.?!])\s+/));
      long.push(...sentences.filter((sentence) => sentence.split(/\s+/).length > most));
    }
  }
  expect(long).toEqual([]);
});

test.each([
  ['nl', 'telefoon zonder internet', 'network/offline'],
  ['nl', 'hoe print ik papier', 'desk/sheets'],
  ['nl', 'deelnemer heeft geen telefoon', 'desk/noPhone'],
  ['nl', 'naam weghalen verbergen', 'desk/hide'],
  ['nl', 'beamer', 'desk/openWall'],
  ['nl', 'clienten', null],
  ['nl', 'duo’s wisselen', 'desk/pairs'],
  ['nl', 'inloggen', 'home/entry'],
  ['nl', 'herstelcode', 'phone/moved'],
  ['nl', 'wachtwoord voor het team', 'summary/link'],
  ['nl', 'firewall', 'network/reach'],
  ['nl', 'viertallen', 'desk/pairs'],
  ['nl', 'drietal', 'desk/pairs'],
  ['nl', 'trio’s', 'desk/pairs'],
  ['nl', "duo's", 'desk/pairs'],
  ['nl', 'tweetallen', 'desk/pairs'],
  ['nl', 'groepjes maken', 'desk/pairs'],
  ['nl', 'afspraken', 'desk/agreements'],
  ['nl', 'actiepunten', 'desk/agreements'],
  ['nl', 'sterren', 'desk/stars'],
  ['nl', 'stemmen', 'desk/stars'],
  ['nl', 'kaartjes', 'desk/shown'],
  ['nl', 'wand', 'desk/openWall'],
  ['nl', 'printen', 'desk/sheets'],
  ['nl', 'code kwijt', 'desk/join'],
  ['nl', 'wachtzin kwijt', 'home/entry'],
  ['en', 'groups of four', 'desk/pairs'],
  ['en', 'fours', 'desk/pairs'],
  ['en', 'trios', 'desk/pairs'],
  ['en', 'pairs', 'desk/pairs'],
  ['en', 'agreements', 'desk/agreements'],
  ['en', 'stars', 'desk/stars'],
  ['en', 'cards', 'desk/shown'],
  ['en', 'wall', 'desk/openWall'],
  ['en', 'printing', 'desk/sheets'],
  ['en', 'lost the code', 'desk/join'],
  ['en', 'print', 'desk/sheets'],
  ['en', 'no phone', 'desk/noPhone'],
  ['en', 'projector', 'desk/openWall'],
  ['en', 'undo a mistake', 'desk/undo'],
  ['en', 'password', 'home/entry'],
  ['en', 'withdraw my answer', 'phone/withdraw'],
  ['en', 'hotspot', 'network/offline'],
] as const)('%s: “%s” finds %s', (language, query, topic) => {
  if (topic === null) expect(found(language, query)).toEqual([]);
  else expect(found(language, query).slice(0, 3)).toContain(topic);
});

test('nothing asked shows the topics of this screen alone; capitals, accents and endings do not matter', () => {
  expect(found('nl', '  ')).toEqual(Object.keys(nl.topics.desk).map((name) => `desk/${name}`));
  expect(found('nl', 'TELEFOONS')).toEqual(found('nl', 'telefoons'));
  expect(found('nl', 'één')).toEqual(found('nl', 'een'));
  expect(found('nl', 'telefoons')).toContain('desk/noPhone');
});

test('the manual names every question of the desk’s help beside a chapter that it has', () => {
  const manual = readFileSync(join(import.meta.dirname, '../../docs/handleiding.md'), 'utf8');
  const anchors = [...manual.matchAll(/^#{2,3} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  const links = [...manual.matchAll(/^- \[(.+?)\]\(#(.+?)\)$/gm)];
  expect(links.map(([, title]) => title).sort()).toEqual(
    [...Object.values(nl.topics.home), ...Object.values(nl.topics.desk), ...Object.values(nl.topics.summary)]
      .map(({ title }) => title)
      .sort(),
  );
  expect(links.map(([, , anchor]) => anchor).filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
});
