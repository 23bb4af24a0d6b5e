/** How the desk counts: "3 duo’s", "1 mens". */
export const unitNames: Record<number, string> = { 1: 'deelnemer', 2: 'duo', 3: 'drietal', 4: 'viertal' };
const manyNames: Record<number, string> = { 1: 'mensen', 2: 'duo’s', 3: 'drietallen', 4: 'viertallen' };
export const unitsOf = (size: number, count: number): string =>
  count === 1 ? (unitNames[size] ?? 'groep') : (manyNames[size] ?? 'groepen');
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** As the phone counts: what comes before the clock is not in "Stap n van N". */
export const stepsOf = (steps: number, before: number): string =>
  `${countOf(steps, 'stap', 'stappen')}${before ? ` en ${before} vooraf` : ''}`;
export const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
