import type { themes as dutch } from './themes.nl.ts';

const answers = (count: number) => (count === 1 ? '1 answer' : `${count} answers`);
const these = (count: number) => (count === 1 ? 'this answer' : `these ${count}`);

export const themes: typeof dutch = {
  themes: {
    bundle: 'Put in themes',
    help: 'Choose answers that belong together.',
    unnamed: (number) => `Theme ${number}`,
    rest: 'Not put together yet',
    whole: 'The whole list',
    heading: (title, count) => `${title}, ${answers(count)}`,
    pick: (who) => `Choose the answer of ${who}`,
    pickAll: 'Choose all',
    picked: (count) => `${answers(count)} chosen`,
    together: (count) => `Put ${these(count)} together`,
    addHere: (count) => `Add ${these(count)} here`,
    addNone: 'Put what you choose here',
    takeOut: 'Take out of the theme',
    unpick: 'Clear your choice',
    name: 'Name of the theme',
    rename: 'Give it a name',
    saveName: 'Keep the name',
    loosen: 'Take all out of the themes',
    done: 'Done',
    likely: 'These look alike',
    likelyIn: (title) => `This looks like “${title}”`,
    nothing: 'There is nothing to put together yet.',
    grouped: (count) => (count === 1 ? 'The answer is in the theme.' : `${count} answers put together.`),
    ungrouped: (count) => (count === 1 ? 'The answer is on its own.' : `${count} answers are on their own.`),
    named: 'The theme has another name.',
    more: (count) => `Show ${count} more`,
  },
};
