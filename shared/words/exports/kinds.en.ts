import type { words as dutch } from './kinds.nl.ts';

const groups: typeof dutch.groups = {
  read: 'To read',
  calculate: 'To calculate with',
  analyse: 'To analyse',
  keep: 'To keep',
};

const kinds: typeof dutch.kinds = {
  pdf: { name: 'PDF', about: 'The summary, to read and to print.' },
  docx: { name: 'Word document', about: 'The summary, to go on working in.' },
  qdpx: { name: 'Project for analysis (REFI-QDA)', about: 'For programs for qualitative analysis.' },
  qdc: { name: 'Codebook (REFI-QDA)', about: 'The codes only: items, questions and judgements.' },
  'qdc-mechanisms': {
    name: 'Learning mechanisms (REFI-QDA)',
    about: 'An empty folder of codes, to code with yourself.',
  },
  markdown: { name: 'Text (Markdown)', about: 'The summary for a wiki or document.' },
  'figure-svg': { name: 'Figure with counts (SVG)', about: 'For a slide or a report.' },
  xlsx: { name: 'Excel workbook', about: 'All there is to calculate with: answers, counts, notes.' },
  'wide-csv-excel': {
    name: 'Answers side by side for Excel',
    about: 'Each pair on a row, each question a column (CSV, Dutch Excel).',
  },
  'wide-csv': {
    name: 'Answers side by side (CSV)',
    about: 'Each pair on a row, each question a column: UTF-8, commas.',
  },
  'csv-excel': { name: 'Answers for Excel', about: 'Each answer on a row (CSV, Dutch Excel).' },
  'counts-csv-excel': { name: 'Counts for Excel', about: 'The numbers by question (CSV, Dutch Excel).' },
  'moderation-csv-excel': { name: 'Log for Excel', about: 'What was done with answers, without the words.' },
  'moderation-csv': { name: 'Log (CSV)', about: 'For other programs: UTF-8, commas.' },
  csv: { name: 'Answers (CSV)', about: 'For other programs: UTF-8, commas.' },
  'counts-csv': { name: 'Counts (CSV)', about: 'For other programs: UTF-8, commas.' },
  json: { name: 'Data (JSON)', about: 'Summary and answers, without names.' },
  archive: { name: 'Archive', about: 'For the owner only: everything, with names. Can be read in again.' },
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
