import type { NoteKind, WallMode } from '../script.ts';
import { agreements } from './desk/agreements.en.ts';
import { compass } from './desk/compass.en.ts';
import { conclusions } from './desk/conclusions.en.ts';
import { consent } from './desk/consent.en.ts';
import { countOf, unitsOf } from './desk/counting.en.ts';
import { damage } from './desk/damage.en.ts';
import { firstHour } from './desk/first-hour.en.ts';
import { interests } from './desk/interests.en.ts';
import { keeping } from './desk/keeping.en.ts';
import { moderation } from './desk/moderation.en.ts';
import { pairing } from './desk/pairing.en.ts';
import { plan } from './desk/plan.en.ts';
import { rehearsal } from './desk/rehearsal.en.ts';
import { start } from './desk/start.en.ts';
import { steps } from './desk/steps.en.ts';
import { themes } from './desk/themes.en.ts';
import { together } from './desk/together.en.ts';
import { ways } from './desk/ways.en.ts';
import type { words as nl } from './desk.nl.ts';
import { fields } from './fields.en.ts';
import { shift } from './shift.en.ts';

const wallModes: Record<WallMode, string> = {
  welcome: 'Welcome',
  agenda: 'Programme',
  reading: 'Text',
  list: 'List',
  figure: 'Figure',
  groups: 'Groups',
  progress: 'Progress',
  cards: 'Cards',
  themes: 'Themes',
  boundary: 'Boundaries',
  contrast: 'Roles',
  shift: 'Before and after',
  spotlight: 'Spotlight',
  distribution: 'Spread',
  harvest: 'Harvest',
  thanks: 'Thanks',
  blank: 'Blank',
};
const noteKinds: Record<NoteKind, { one: string; ask: string }> = {
  insight: { one: 'Insight', ask: 'What do you see now?' },
  difference: { one: 'Difference', ask: 'Where do you differ?' },
  question: { one: 'Question', ask: 'Which question remains?' },
  proposal: { one: 'Proposal', ask: 'What do you propose?' },
};

export const words: typeof nl = {
  ...start,
  ...firstHour,
  ...damage,
  ...interests,
  ...keeping,
  ...plan,
  ...compass,
  ...steps,
  ...ways,
  ...together,
  ...themes,
  ...conclusions,
  moderation,
  rehearsal,
  agreements,
  shift,
  pairing,
  consent,

  fields,

  brand: 'In gesprek',

  title: (session) => (session ? `${session} · desk` : 'Desk · In gesprek'),

  otherLanguage: 'Nederlands',

  close: 'Close',

  cancel: 'Cancel',

  undo: 'Undo',

  notNow: 'Not now',
  undone: 'Put back.',
  undoneTooLate: 'The session has moved on. Go back with Back, or in the script.',

  loading: 'The desk is on its way.',
  openingScript: { said: 'Your script is on its way.', back: 'All scripts', steps: 'Steps' },

  failed: 'That does not work now. Please try again.',

  offline: 'No connection to the program.',
  wallOffline: 'No connection: the wall does not change now.',

  again: 'Try again',

  toHome: 'To the start',

  bar: {
    people: (people, units, size) =>
      `${countOf(people, 'person', 'people')}${units ? `, ${units} ${unitsOf(size, units)}` : ''}`,
    peopleLabel: 'People',
    nobody: 'Nobody yet',
    share: 'Share',
    locked: 'Door locked',
    connected: 'All connected',
    connecting: 'Connecting…',
    lost: 'No connection',
    outdated: 'There is a new version of the program.',
    outdatedHelp: 'Finish what you are typing, and reload this page.',
    refresh: 'Reload',
    stateOf: (time) => `You see the state at ${time}.`,
    waiting: (count) => `${countOf(count, 'command waits', 'commands wait')} for the connection.`,
    noWall: 'No wall yet',
    walls: (count) => countOf(count, 'wall', 'walls'),
    desks: (count) => countOf(count, 'desk', 'desks'),
    online: (online, people) => `${online} of ${people} phones connected`,
    keys: 'Keys',
    settings: 'Settings',
    script: 'Script',
    back: 'All sessions',
    summary: 'Summary',
    gone: {
      removed: 'This desk no longer belongs to this session.',
      signedOff: 'You are signed off. Please sign in again.',
      deleted: 'This session has been deleted.',
      left: 'This desk is closed.',
    },
  },

  answers: {
    title: 'Answers',
    piles: { new: 'New', wall: 'Wall', kept: 'Kept', away: 'Hidden' },
    empty: {
      new: 'No new answers.',
      wall: 'Nothing is on the wall yet.',
      kept: 'Keep an answer with K.',
      away: 'Nothing hidden.',
    },
    toWall: (count) =>
      count === 1 ? 'One answer may be on the wall. See Wall.' : `${count} answers may be on the wall. See Wall.`,
    notInPicture: 'Not in view now',
    waiting: (count) => (count === 1 ? '1 new answer' : `${count} new answers`),
    arrived: (count) => (count === 1 ? 'One new answer.' : `${count} new answers.`),
    spotlight: 'Spotlight',
    unspotlight: 'Out of the light',
    show: 'Show',
    unshow: 'Take off',
    hide: 'Hide',
    unhide: 'Put back',
    keep: 'Keep',
    unkeep: 'Don’t keep',
    star: 'Star',
    unstar: 'Star off',
    stars: (count) => countOf(count, 'star', 'stars'),
    recognised: (count, size) => `${count} ${unitsOf(size, count)} ${count === 1 ? 'recognises' : 'recognise'} this`,
    onWall: 'On the wall',
    inLight: 'Spotlight',
    isKept: 'Kept',
    isHidden: 'Hidden',
    notReleased: 'not released yet',
    boundary: 'Boundary situation',
    changed: 'changed',
    split: 'split',
    now: 'just now',
    minutes: (count) => `${count} min`,
    wordless: (count) =>
      count === 1
        ? 'And one answer without words: it counts in the spread.'
        : `And ${count} answers without words: they count in the spread.`,
    withdrawn: (count) => (count === 1 ? 'One answer was withdrawn.' : `${count} answers were withdrawn.`),
    late: 'sent after closing',
    paper: 'from paper',
    more: (count) => `Show ${count} more`,
    filter: 'Filter',
    step: 'Step',
    item: 'Component',
    prompt: 'Question',
    allItems: 'All components',
    allPrompts: 'All questions',
    did: {
      spotlight: 'The answer is in the spotlight.',
      unspotlight: 'The answer is out of the spotlight.',
      show: 'The answer is on the wall.',
      unshow: 'The answer is off the wall.',
      hide: 'The answer is hidden.',
      unhide: 'The answer is back.',
      keep: 'The answer is kept.',
      unkeep: 'The answer is no longer kept.',
    },
  },

  notes: {
    title: 'Notes',
    kinds: noteKinds,
    label: 'Note',
    kind: 'Kind',
    about: 'About',
    whole: 'Everything',
    from: 'From',
    everyone: 'Everyone',
    add: 'Note it',
    edit: 'Change',
    save: 'Save',
    remove: 'Take away',
    removed: 'The note is gone.',
    changed: 'The note has been changed.',
    added: (kind) => `${kind} noted.`,
    seen: 'Everyone sees this: at the harvest on the big screen, and in the summary.',
    none: 'No notes yet.',
    left: (count) => `${countOf(count, 'character', 'characters')} left.`,
    tooLong: 'This note is too long. Please shorten it.',
    kept: 'Saved on this device. Not noted yet.',
  },

  wall: {
    title: 'On the wall',
    mini: 'The wall, in small',
    larger: 'See the wall larger',
    modes: wallModes,
    freeze: 'Hold still',
    freezeHelp: 'The picture stays as it is. New answers wait.',
    modesLabel: 'What is on the wall',
    page: (page, pages) => (pages ? `page ${page} of ${pages}` : `page ${page}`),
    pageForward: 'Page forward',
    pageBack: 'Page back',
    pages: 'Pages of the wall',
    items: 'Component on the wall',
    prompts: 'Question on the wall',
    closed: 'The session is closed: the wall thanks everybody.',
    nothingLit: 'Choose an answer first and put it in the spotlight.',
    noThemes: 'Put answers together in a theme first.',
    noContrast: {
      notAsked: 'Roles cannot be compared: nobody was asked for one.',
      mixed: 'Roles cannot be compared: people answered together, from different roles.',
      tooFew: 'Roles cannot be compared: there are too few answers for each role.',
      changed: 'Roles cannot be compared now: something has just changed. The room would see who judged what.',
    },
  },

  next: {
    start: (title) => `Start: ${title}`,
    back: 'Back',
    backTo: (title) => `Back to ${title}`,
    last: 'This is the last step. Close the session with the button.',
    closeSession: 'Close the session',
    toSummary: 'To the summary',
    closed: 'The session is closed.',
    reopened: 'The session is open again.',
  },

  tabs: { step: 'Step', answers: 'Answers', wall: 'Wall', label: 'What you see' },

  refused: {
    notAllowed: 'Only the facilitator of this session may do that.',
    notLeading: 'Somebody else leads now. Take over the lead first.',
    stepMoved: 'Somebody had moved on already.',
    sessionClosed: 'The session is closed. Reopen it first.',
    noSuchStep: 'This step has not been open yet.',
    badArrangement: 'This seating is no longer right. Please look again.',
    notShown: 'This answer cannot be on the wall.',
    nothingWritten: 'Write something first.',
    stepClosed: 'This step is closed.',
    noTicket: 'You are no longer signed in here.',
    noSuchSession: 'This session does not exist.',
  },
};
