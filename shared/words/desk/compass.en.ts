import type { compass as dutch } from './compass.nl.ts';

export const compass: typeof dutch = {
  compass: {
    title: 'Compass',
    fine: 'Nothing asks for attention now.',
    somebody: 'Somebody',
    silent: (unit) => `${unit} has been quiet for a while.`,
    empty: (item) => `Nobody wrote about “${item}” yet.`,
    perspective: (item, perspective) => `A voice is missing on “${item}”: ${perspective}.`,
    late: (minutes) => `You are ${minutes} minutes behind.`,
    difference: (item, one, other) => `On “${item}”, ${one} and ${other} differ most.`,
    rules: {
      silent: (minutes) => `Rule: nothing typed or sent for ${minutes} minutes, and not done yet.`,
      empty: 'Rule: other components did get an answer.',
      perspective: (answers) => `Rule: at least ${answers} answers, none by somebody with that role.`,
      late: (minutes) => `Rule: ${minutes} minutes or more behind the script.`,
      difference: (units) => `Rule: at least ${units} judgements each, and half as many more no, partly or split.`,
    },
    toItem: 'Put it on the wall',
    setting: 'Compass on',
    settingHelp: 'It points out what you may miss. It does nothing by itself.',
  },
};
