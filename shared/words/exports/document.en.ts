import type { document as dutch } from './document.nl.ts';

export const document: typeof dutch = {
  question: 'Question',
  item: 'Component',
  outside: 'Outside the count',
  unanswered: (titles) => `No answers about: ${titles}.`,
  countedHow: 'n is the number of answers with one judgement that counts. What falls outside it stands beside it.',
  figureAlt: (question, counts) => `Figure for the question: ${question} ${counts}`,
  about: (item) => `About: ${item}`,
  restsOn: (n, from) => `This rests on ${n === 1 ? '1 answer' : `${n} answers`} of ${from}`,
  unread: (n) => (n === 1 ? 'And on one answer that cannot be read.' : `And on ${n} answers that cannot be read.`),
  madeOf: 'Made of these notes',
  differs: 'not quite',
  proposals: 'Proposals for the text',
  decisions: { taken: 'Taken over', not: 'Not taken over', later: 'Later' },
  undecided: 'Not decided yet',
  page: (page, of) => `${page} / ${of}`,
  ofDocument: (title) => `Summary of ${title}`,
  unprintable: (n) =>
    n === 1
      ? 'One character in this document cannot be printed. An empty box stands there; the character itself is in the file.'
      : `${n} characters in this document cannot be printed. An empty box stands there; the characters themselves are in the file.`,
};
