/** In both languages of desk and command line. */
export type Sentence = { nl: string; en: string };

/**
 * What is wrong with a script: where (line and column from 1, the column as editors count it, in UTF-16 units), words that
 * say what to do, and what could stand there instead where that can be guessed ("bedoel je").
 */
export type Problem = { file: string; line: number; column: number; message: Sentence; proposal: string | null };
