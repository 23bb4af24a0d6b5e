import type { words as dutch } from './kinds.nl.ts';

const groups: typeof dutch.groups = {
  read: 'To read',
  work: 'To work with',
  keep: 'To keep',
};

const kinds: typeof dutch.kinds = {
  pdf: { name: 'PDF', about: 'Summary, to print or to mail.', also: 'read share report paper' },
  docx: { name: 'Word document', about: 'Summary, to go on writing in.', also: 'read report text docx' },
  qdpx: {
    name: 'Project for analysis (REFI-QDA)',
    about: 'All answers, to code.',
    also: 'code coding research ATLAS.ti MAXQDA NVivo qdpx',
  },
  qdc: {
    name: 'Codebook (REFI-QDA)',
    about: 'The codes: items, questions, judgements.',
    also: 'coding research analysis ATLAS.ti MAXQDA NVivo qdc',
  },
  'qdc-mechanisms': {
    name: 'Learning mechanisms (REFI-QDA)',
    about: 'Empty codes, to code with yourself.',
    also: 'coding research analysis boundaries ATLAS.ti MAXQDA NVivo qdc',
  },
  markdown: { name: 'Text (Markdown)', about: 'Summary, for a wiki or a website.', also: 'read report md' },
  'figure-svg': {
    name: 'Figure with counts (SVG)',
    about: 'For a slide or a report.',
    also: 'picture image presentation PowerPoint drawing model',
  },
  xlsx: {
    name: 'Excel workbook',
    about: 'Answers, counts, notes: all of it.',
    also: 'calculate table spreadsheet xlsx',
  },
  'wide-csv-excel': {
    name: 'Answers side by side for Excel',
    about: 'A pair a row, a question a column.',
    also: 'calculate table csv',
  },
  'wide-csv': {
    name: 'Answers side by side (CSV)',
    about: 'A pair a row, with commas.',
    also: 'calculate table pair question SPSS R Python',
  },
  'csv-excel': {
    name: 'Answers for Excel',
    about: 'An answer a row (Dutch Excel).',
    also: 'calculate table csv',
  },
  'counts-csv-excel': {
    name: 'Counts for Excel',
    about: 'Numbers by question (Dutch Excel).',
    also: 'calculate table figures csv',
  },
  'moderation-csv-excel': {
    name: 'Log for Excel',
    about: 'What was done with answers, without the words.',
    also: 'account for csv',
  },
  'moderation-csv': {
    name: 'Log (CSV)',
    about: 'What was done with answers, with commas.',
    also: 'account for',
  },
  csv: {
    name: 'Answers (CSV)',
    about: 'An answer a row, with commas.',
    also: 'calculate table SPSS R Python',
  },
  'counts-csv': {
    name: 'Counts (CSV)',
    about: 'Numbers by question, with commas.',
    also: 'calculate table figures numbers SPSS R Python',
  },
  json: { name: 'Data (JSON)', about: 'For another program, without names.', also: 'program connect data' },
  archive: {
    name: 'Archive',
    about: 'Everything, with names, to put back.',
    also: 'spare copy backup move',
  },
};

export const words: typeof dutch = {
  uses: {
    title: 'What for?',
    team: 'For the team',
    teamHelp: 'All that readers may see.',
    research: 'For research',
    leftOut: (count, of) =>
      of === 0
        ? 'There are no answers yet.'
        : count === 0
          ? `All ${of} answers may go along.`
          : `${count} of ${of} answers not for research.`,
  },
  title: 'Download',
  find: 'Search by what it is for',
  findExample: 'For example: print, slide, Excel, coding',
  found: (count) => (count === 0 ? 'Nothing found. Try another word.' : count === 1 ? '1 file' : `${count} files`),
  groups,
  kinds,
  making: (name) => `${name} is being made.`,
  ahead: (count) => (count === 1 ? 'One other file is made first.' : `${count} other files are made first.`),
  progress: (name) => `How far ${name} is`,
  cancel: 'Stop',
  cancelFor: (name) => `Stop ${name}`,
  cancelled: (name) => `Stopped: ${name}.`,
  made: (name) => `Done: ${name}.`,
  failed: (name) => `This did not work: ${name}. Please try again.`,
  notListed: 'The list cannot be loaded.',
  again: 'Try again',
};
