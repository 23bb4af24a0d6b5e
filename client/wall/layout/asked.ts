import { marksIn } from '../../../shared/session/masks.ts';

/** In no text that people send (control characters are taken out): the line behind it is a question, not somebody's words. */
const mark = '\u0001';

export const asked = (question: string): string => `${mark}${question}`;

/** A line as it is heard: a mark is called what it is. */
const heard = (line: string, covered: string): Node[] =>
  marksIn(line).map(({ text, isCovered }) => {
    if (!isCovered) return new Text(text);
    const spoken = document.createElement('span');
    spoken.role = 'img';
    spoken.ariaLabel = covered;
    spoken.textContent = text;
    return spoken;
  });

/** The text as nodes: a question set apart from the words beneath it. `covered`: what a mark in them is called. */
export const linesOf = (text: string, covered: string): Node[] =>
  text.split('\n').flatMap((line, i) => {
    const between = i > 0 ? [new Text('\n')] : [];
    if (!line.startsWith(mark)) return [...between, ...heard(line, covered)];
    const question = document.createElement('small');
    question.textContent = line.slice(mark.length);
    return [...between, question];
  });
