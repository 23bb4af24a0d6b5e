import { type HelpScreen, helpScreens, type Topic } from './topic.ts';

export type FoundTopic = { screen: HelpScreen; name: string; topic: Topic };
type Topics = Record<HelpScreen, Record<string, Topic>>;

/** Words that say nothing of what somebody looks for. */
const empty = new Set(
  'hoe wat wie waar wanneer waarom is zijn kan mag moet ik je jij mijn de het een en of in op van voor naar met dat die er how what who where when why can may must do does i you my the a an and or in on of for to with that it'.split(
    ' ',
  ),
);
/** Without accents and capitals; "duo's" is "duo". */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** "telefoons" finds "telefoon", "print" finds "printen". */
const meets = (word: string, asked: string): boolean =>
  word.startsWith(asked) || (word.length >= 4 && asked.startsWith(word));

/** How well one word is found: in the title best, then among the other words, then in what is said. */
function weightOf({ title, says, find }: Topic, asked: string): number {
  const has = (text: string) => wordsIn(text).some((word) => meets(word, asked));
  return has(title) ? 4 : has(find) ? 3 : has(says.join(' ')) ? 1 : 0;
}

/**
 * What somebody looks for, the best first, and of equals what belongs to their own screen; nothing asked: that screen's own
 * topics. What has most of the words counts, of three or more also what lacks one of them.
 */
export function findTopics(topics: Topics, own: HelpScreen, query: string): FoundTopic[] {
  const screens = [own, ...helpScreens.filter((screen) => screen !== own)];
  const all = screens.flatMap((screen) =>
    Object.entries(topics[screen]).map(([name, topic]): FoundTopic => ({ screen, name, topic })),
  );
  const said = wordsIn(query);
  if (said.length === 0) return all.filter(({ screen }) => screen === own);
  const telling = said.filter((word) => !empty.has(word));
  const asked = telling.length ? telling : said;
  const weighed = all.map((found) => {
    const weights = asked.map((word) => weightOf(found.topic, word));
    return { found, hits: weights.filter(Boolean).length, weight: weights.reduce((sum, one) => sum + one, 0) };
  });
  const most = Math.max(0, ...weighed.map(({ hits }) => hits));
  return weighed
    .filter(({ hits }) => hits > 0 && hits >= (most > 2 ? most - 1 : most))
    .sort((a, b) => b.weight - a.weight)
    .map(({ found }) => found);
}
