/** How the desk counts: "3 pairs", "1 person". */
export const unitNames: Record<number, string> = { 1: 'participant', 2: 'pair', 3: 'three', 4: 'four' };
const manyNames: Record<number, string> = { 1: 'people', 2: 'pairs', 3: 'threes', 4: 'fours' };
export const unitsOf = (size: number, count: number): string =>
  count === 1 ? (unitNames[size] ?? 'group') : (manyNames[size] ?? 'groups');
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const stepsOf = (steps: number, before: number): string =>
  `${countOf(steps, 'step', 'steps')}${before ? ` and ${before} before` : ''}`;
export const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
