/** "BCD FGH": a code is read in threes. */
export const codeOf = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ').toUpperCase();
