/** Mutants of what a facilitator leads with: themes, the plan, the compass, the size of the room. */
import type { Mutant } from './list.ts';

const shared = (name: string) => ({ test: `test/shared/${name}.test.ts`, project: 'unit' as const });
const client = (name: string) => ({ test: `test/client/${name}.test.ts`, project: 'component' as const });

export const leading: readonly Mutant[] = [
  {
    ...{ rule: 'D1', what: 'answers go into the theme of another step', ...shared('themes') },
    file: 'shared/session/decide/themes.ts',
    find: 'if (asked !== null && known?.step !== step)',
    replace: 'if (asked !== null && !known)',
  },
  {
    ...{ rule: 'D1', what: 'themes are numbered through all steps', ...shared('themes') },
    file: 'shared/session/decide/themes.ts',
    find: '.filter((one) => one.step === step).length',
    replace: '.length',
  },
  {
    ...{ rule: 'P2', what: 'the name that a theme had stays in the store', ...shared('themes') },
    file: 'shared/session/decide/themes.ts',
    find: 'erase: known.name === null ? [] : [known.name],',
    replace: 'erase: [],',
  },
  {
    ...{ rule: 'D1', what: 'a theme loses its name when more come into it', ...shared('themes') },
    file: 'shared/session/evolve/themes.ts',
    find: 'const isNew = theme !== null && !get(state.themes, theme);',
    replace: 'const isNew = theme !== null;',
  },
  {
    ...{ rule: 'V3', what: 'a wall hears the name of a theme that it shows nothing of', ...shared('themes') },
    file: 'shared/views/audience/themes.ts',
    find: "shownIn(after, event.theme).length ? tell(event, 'wall') : { told: [] };",
    replace: "tell(event, 'wall');",
  },
  {
    ...{ rule: 'D3', what: 'a theme has a dot for each answer, not for each voice', ...shared('wall-view') },
    file: 'shared/views/wall/themes.ts',
    find: "answer.split('/')[1] ?? answer;",
    replace: 'answer;',
  },
  {
    ...{ rule: 'D3', what: 'what is in no theme is not on the wall', ...client('wall-themes') },
    file: 'shared/views/wall/themes.ts',
    find: 'return rest ? [...themes, bundle(null, rest, themes.length ? 0 : most)] : themes;',
    replace: 'return rest && themes.length === 0 ? [bundle(null, rest, most)] : themes;',
  },
  {
    ...{ rule: 'D1', what: 'a theme moves when something comes into it', ...client('wall-themes') },
    file: 'shared/views/wall/themes.ts',
    find: 'themes.sort((a, b) => (a.theme?.number ?? 0) - (b.theme?.number ?? 0));',
    replace: 'themes.sort((a, b) => b.cards.length - a.cards.length);',
  },
  {
    ...{ rule: 'D1', what: 'the desk proposes what it hid', ...shared('bundles') },
    file: 'shared/views/desk/bundles.ts',
    find: 'const shown = cards.filter(({ isHidden }) => !isHidden);',
    replace: 'const shown = cards;',
  },
  {
    ...{ rule: 'D1', what: 'a chain of small likenesses brings far answers together', ...shared('bundles') },
    file: 'shared/views/desk/bundles.ts',
    find: 'if (fits && together.every((each)',
    replace: 'if (fits && together.some((each)',
  },
  {
    ...{ rule: 'D1', what: 'answers to two questions are proposed together', ...shared('bundles') },
    file: 'shared/views/desk/bundles.ts',
    find: `groupBy(shown, ({ item, prompt }) => \`\${item}/\${prompt.id}\`);`,
    replace: 'groupBy(shown, ({ step }) => step);',
  },
  {
    ...{ rule: 'D1', what: 'what comes in stands above what was there', ...shared('bundles') },
    file: 'shared/views/desk/bundles.ts',
    find: '.sort((a, b) => a.firstSeq - b.firstSeq);',
    replace: '.sort((a, b) => b.firstSeq - a.firstSeq);',
  },
  {
    ...{ rule: 'D1', what: 'one rare word makes two answers alike', ...shared('similar') },
    file: 'shared/views/desk/similar.ts',
    find: 'shared >= 2 && likeness >= enough',
    replace: 'shared >= 1 && likeness >= enough / 2',
  },
  {
    ...{ rule: 'S2', what: 'a question is asked in a room that went on', ...shared('plan') },
    file: 'shared/session/decide/plan.ts',
    find: "{ type: 'OpenStep', step, from },",
    replace: "{ type: 'OpenStep', step, from: null },",
  },
  {
    ...{ rule: 'V3', what: 'answers to a question of the moment are on the wall one by one', ...shared('plan') },
    file: 'shared/session/evolve/plan.ts',
    find: "reveal: 'whenAllSubmitted'",
    replace: "reveal: 'atOnce'",
  },
  {
    ...{ rule: 'D1', what: 'a question of the moment comes at the end of the script', ...shared('plan') },
    file: 'shared/session/evolve/plan.ts',
    find: 'steps.findIndex(({ id }) => id === event.after);',
    replace: 'steps.length - 1;',
  },
  {
    ...{ rule: 'D1', what: 'the step that lets people in is passed over', ...shared('plan') },
    file: 'shared/session/decide/plan.ts',
    find: "if (step === steps[0]) return refuse('doesNotFit');",
    replace: '',
  },
  {
    ...{ rule: 'D1', what: 'after a break the clock has lost its minutes', ...shared('plan') },
    file: 'shared/session/decide/plan.ts',
    find: "events.push({ type: 'ClockPaused', step: state.step, left: Math.max(0, left) });",
    replace: "events.push({ type: 'ClockPaused', step: state.step, left: 0 });",
  },
  {
    ...{ rule: 'D1', what: 'a break sets a clock going that stood still', ...shared('plan') },
    file: 'shared/session/decide/plan.ts',
    find: 'run.pausedLeft !== null && state.paused?.clock)',
    replace: 'run.pausedLeft !== null)',
  },
  {
    ...{ rule: 'D1', what: 'who is writing is called silent', ...shared('compass') },
    file: 'shared/views/desk/compass.ts',
    find: 'sentAt.get(id) ?? 0, wroteAt(id));',
    replace: 'sentAt.get(id) ?? 0);',
  },
  {
    ...{ rule: 'D3', what: 'two subgroups differ by one answer each', ...shared('compass') },
    file: 'shared/views/desk/compass.ts',
    find: '.filter(([, { units }]) => units.size >= compassRules.fewestUnits)',
    replace: '.filter(([, { units }]) => units.size >= 1)',
  },
  {
    ...{ rule: 'D1', what: 'an item is called empty while people answer it', ...shared('compass') },
    file: 'shared/views/desk/compass.ts',
    find: 'if (!asked || isOpen(state, asked.step.id) || asked.items.every(',
    replace: 'if (!asked || asked.items.every(',
  },
  {
    ...{ rule: 'D1', what: 'the same minutes late are told again and again', ...shared('compass') },
    file: 'shared/views/desk/compass.ts',
    find: 'const times = Math.floor(minutes / compassRules.lateMinutes);',
    replace: 'const times = minutes;',
  },
  {
    ...{ rule: 'D1', what: 'larger letters do not help the last row', ...shared('wall-room') },
    file: 'shared/views/wall/room.ts',
    find: 'Math.atan((answer * size * capital',
    replace: 'Math.atan((answer * capital',
  },
  {
    ...{ rule: 'D1', what: 'a room too large for letters gets small ones', ...shared('wall-room') },
    file: 'shared/views/wall/room.ts',
    find: 'size: size ?? 1.4',
    replace: 'size: size ?? 1',
  },
  {
    ...{ rule: 'V1', what: 'a subgroup measures the whole room', ...shared('wall-room') },
    file: 'shared/session/evolve/wall.ts',
    find: "[subgroup ?? '']: { width, distance }",
    replace: "['']: { width, distance }",
  },
];
