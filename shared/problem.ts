/** What is wrong with a script, in words that say what to do. */
export type Problem = { file: string; line: number; message: { nl: string; en: string } };
