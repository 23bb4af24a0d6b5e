import { words as exports } from './exports/kinds.en.ts';
import type { words as nl } from './summary.nl.ts';

export const words: typeof nl = {
  brand: 'In gesprek',
  pageTitle: (title) => (title ? `${title} · summary` : 'Summary · In gesprek'),
  language: 'Nederlands',
  loading: 'The summary is on its way.',
  print: 'Print or save as PDF',
  printShort: 'Print',
  share: 'Copy the link',
  shared: 'The link has been copied.',
  shareFailed: 'Copying does not work. Take the link from the address bar.',

  unpublishedTitle: 'The summary is not here yet',
  unpublished: 'The facilitator is still working on it. Keep this page open: it will come.',
  goneTitle: 'This link no longer works',
  gone: 'The link has expired or was revoked. Ask the facilitator for a new one.',
  lockedTitle: 'This summary has a password',
  locked: 'The facilitator gave it to you, together with the link.',
  password: 'Password',
  passwordWrong: 'This is not the right password. Check it and try again.',
  passwordTooFast: 'Too many tries. Wait a minute and try again.',
  openSummary: 'Open the summary',
  missingTitle: 'A link belongs here',
  missing: 'Open the summary with the link that you were given.',
  offline: 'No connection. We are trying again.',
  failed: 'Loading does not work. We are trying again.',

  facts: 'In figures',
  people: (n) => (n === 1 ? 'person' : 'people'),
  units: (n, size) => {
    if (size === 1) return n === 1 ? 'person' : 'people';
    if (size === 2) return n === 1 ? 'pair' : 'pairs';
    if (size === 3) return n === 1 ? 'three' : 'threes';
    if (size === 4) return n === 1 ? 'four' : 'fours';
    return n === 1 ? 'group' : 'groups';
  },
  larger: (count, size) =>
    `of which ${count} ${
      size === 3
        ? count === 1
          ? 'three'
          : 'threes'
        : size === 4
          ? (count === 1 ? 'four' : 'fours')
          : `of ${size} people`
    }`,
  unit: (number, size, turn) =>
    `${size === 2 ? 'Pair' : size === 3 ? 'Three' : size === 4 ? 'Four' : 'Group'} ${number}${turn ? `, turn ${turn}` : ''}`,
  given: (item) => `given at: ${item}`,
  covered: 'covered word',
  onePerson: 'A participant',
  subgroups: (n) => (n === 1 ? 'subgroup' : 'subgroups'),
  answers: (n) => (n === 1 ? 'answer' : 'answers'),
  situations: (n) => (n === 1 ? 'boundary situation' : 'boundary situations'),
  intro: (date, place) => `In conversation on ${date}${place ? ` in ${place}` : ''}.`,
  with: (partner) => `Together with ${partner}.`,
  collaboration: (name) => `Collaboration: ${name}.`,
  version: (version, date) => `Version ${version}, published on ${date}.`,

  perspectives: 'Who were here?',
  perspectivesN: (n) => `${n} people, by role.`,
  others: 'other roles',
  doubled: 'Who chose two roles counts under both.',
  perspectivesFrom: (from) =>
    `Roles with fewer than ${from} people are shown together, so that nobody can be recognised.`,
  tooFewPeople: 'Too few people to show by role.',
  tooSmall: (from) => `No break-down: that takes ${from} people for each role.`,

  taken: 'What we take along',
  notes: {
    insight: { one: 'Insight', more: 'Insights' },
    difference: { one: 'Difference', more: 'Differences' },
    question: { one: 'Question', more: 'Questions' },
    proposal: { one: 'Proposal', more: 'Proposals' },
  },
  takenQuotes: 'Chosen answers',
  paper: 'from paper',
  late: 'sent after closing',
  stars: (n) => (n === 1 ? '1 star' : `${n} stars`),
  subgroup: (name) => `subgroup ${name}`,

  order: 'Where the conversation can begin',
  orderRule: 'What raises most doubt comes first: no, partly or split. Then the difference between subgroups counts.',
  noDoubt: 'On no part did anybody say no or partly, and no answer was split.',
  against: (k, n, units) => `${k} of ${n} ${units}: no, partly or split`,

  figure: (question) => `In one picture: ${question}`,
  figureChoice: 'Show the answers to',
  figureNone: 'no answers',

  whole: 'About the whole',
  skipped: 'Not discussed.',
  skippedSteps: (titles) => `Not discussed: ${titles}.`,
  nothing: 'Nothing has been written about this yet.',
  boundaries: 'Boundary situations',
  boundary: 'Boundary',
  situation: 'What happened?',
  judgement: 'Judgement',
  missingTexts: 'What is missing?',
  withdrawn: 'Withdrawn',
  hidden: 'Hidden from readers',
  split: 'split',
  n: (n) => `n = ${n}`,
  outside: 'Outside the count:',
  splitCount: (n) => `${n} split`,
  withdrawnCount: (n) => `${n} withdrawn`,
  hiddenOutside: (n) => `${n} hidden`,
  unreleased: (n) => `${n} not released`,
  notAnswered: (n) => `${n} without an answer`,
  comparison: 'By subgroup',
  comparisonHidden: (from, units) => `No difference by subgroup: that takes ${from} ${units} in each.`,
  marked: (k, n) => `${k} of ${n}`,
  unmarked: (n, all) =>
    all ? 'Nobody tapped anything.' : `${n} ${n === 1 ? 'other was' : 'others were'} tapped by nobody.`,
  unclear: 'Found unclear',
  unclearN: (n) => `Words that readers tapped (n = ${n}).`,
  noUnclear: (n) => `Nobody tapped a word (n = ${n}).`,

  sources: 'Sources',
  privacy: 'There are no names in this summary.',
  page: 'Summary',

  back: 'Back to the desk',
  draftTitle: 'Draft',
  draft: 'Only you see this. Publish to share it with participants and team.',
  publishedTitle: (version) => `Version ${version} is published`,
  published: 'Participants and team read this version.',
  changed: 'Something has changed since. Publish again to share that.',
  hiddenCount: (n) => (n === 1 ? '1 answer is hidden from readers.' : `${n} answers are hidden from readers.`),
  publish: 'Publish',
  publishAgain: 'Publish again',
  publishTitle: 'Publish the summary',
  publishAbout:
    'Participants read it on their phones, the team by a link. Afterwards only what is withdrawn or hidden disappears.',
  introduction: 'Introduction',
  introductionHelp: 'A few sentences above the summary. May stay empty.',
  cancel: 'Cancel',
  withdrawSummary: 'Unpublish',
  withdrawSummaryDone: 'The summary can no longer be read.',
  publishedNow: 'The summary has been published.',
  hide: 'Hide',
  showAgain: 'Show again',
  hidDone: 'The answer is hidden.',
  shownDone: 'The answer can be read again.',
  undo: 'Undo',
  feedback: 'Feedback of participants',
  feedbackOnly: 'Only for you. This is not in the published version.',
  links: 'Links for the team',
  linksAbout: 'Who has a link reads the published summary. Nothing can be changed with it.',
  linkLasts: 'How long does it work?',
  linkDays: { 7: 'A week', 30: 'A month', 90: 'Three months' },
  linkPassword: 'Password (may stay empty)',
  linkPasswordHelp: (min: number): string => `At least ${min} characters. We cannot show it later: write it down.`,
  linkPasswordShort: (min: number): string => `This password is too short: use at least ${min} characters.`,
  linkLocked: 'with a password',
  makeLink: 'Make a link',
  copyLink: 'Copy',
  copied: 'Copied',
  revokeLink: 'Revoke',
  revoked: 'The link no longer works. Open pages are empty too.',
  linkFrom: (made) => `Made on ${made}`,
  linkUntil: (until) => `valid until ${until}`,
  newLink: 'New link',
  newLinkOnce: 'Copy it now: it cannot be seen later.',
  noLinks: 'There are no links yet.',
  exports,
  failedAction: 'That did not work. Please try again.',
  notSignedInTitle: 'You are not signed in',
  notSignedIn: 'Open the desk and sign in. Then come back here.',
  toDesk: 'To the desk',
};
