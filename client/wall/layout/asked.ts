/** In no text that people send (control characters are taken out): the line behind it is a question, not somebody's words. */
const mark = '\u0001';

export const asked = (question: string): string => `${mark}${question}`;

/** The text as nodes: a question set apart from the words beneath it. */
export const linesOf = (text: string): Node[] =>
  text.split('\n').flatMap((line, i) => {
    const between = i > 0 ? [new Text('\n')] : [];
    if (!line.startsWith(mark)) return [...between, new Text(line)];
    const question = document.createElement('small');
    question.textContent = line.slice(mark.length);
    return [...between, question];
  });
