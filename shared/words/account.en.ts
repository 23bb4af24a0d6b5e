/** A facilitator's own page, and coming in: name and passphrase, where one is signed in, who else is a facilitator, what was done. */
import type {
  acts as nlActs,
  choosing as nlChoosing,
  frame as nlFrame,
  passphrase as nlPassphrase,
  people as nlPeople,
  removal as nlRemoval,
  signIns as nlSignIns,
  welcome as nlWelcome,
} from './account.nl.ts';
import { countOf } from './desk/counting.en.ts';

export const frame: typeof nlFrame = {
  title: 'Your sign-in',
  back: 'To your sessions',
  failed: 'That does not work now. Try again.',
  nameless: 'No name yet',
};

export const choosing: typeof nlChoosing = {
  name: 'Your name',
  nameHelp: 'You sign in with this name. Others see it when you lead a session together.',
  passphrase: 'Passphrase',
  help: (min) =>
    `At least ${min} characters. A sentence of four or five ordinary words works well. Spaces are fine, and so is pasting.`,
  show: 'Show',
  hide: 'Hide',
  problems: {
    noName: 'Fill in your name.',
    nameLong: 'That name is too long. Take one of at most 60 characters.',
    nameTaken: 'Somebody on this server has that name. Choose another.',
    short: 'That passphrase is too short. Take at least 15 characters.',
    long: 'That passphrase is too long. Take at most 200 characters.',
    common: 'That passphrase is easy to guess. Choose words that have nothing to do with you or this program.',
    wrong: 'The present passphrase is not right.',
    unknown: 'Nobody on this server has that name.',
  },
};

export const welcome: typeof nlWelcome = {
  title: 'Welcome to In gesprek',
  about: 'You are invited as a facilitator on this server. Choose a name and a passphrase.',
  back: (name) => `Choose a new passphrase, ${name}`,
  backAbout: 'Your old passphrase stops working. Wherever you were still signed in, you are signed off.',
  go: 'Choose and sign in',
  spent: 'This link does not work any more. Ask for a new one.',
};

export const passphrase: typeof nlPassphrase = {
  title: 'Passphrase',
  none: 'You have no passphrase yet. Without one, you come in on another device, or after thirty days, only with a fresh key. Whoever runs the server gives that: npm run key.',
  current: 'Present passphrase',
  endOthers: 'Sign off my other devices',
  choose: 'Choose passphrase',
  change: 'Change passphrase',
  chosen: 'Your passphrase is kept.',
};

export const signIns: typeof nlSignIns = {
  title: 'Where you are signed in',
  about: 'A sign-in lasts thirty days, or fourteen without use. Addresses and browsers are not kept.',
  devices: { phone: 'Phone or tablet', computer: 'Computer' },
  device: 'Device',
  here: 'this device',
  since: (when) => `since ${when}`,
  seen: (when) => `last used ${when}`,
  desks: (count) => countOf(count, 'open desk', 'open desks'),
  end: 'Sign off',
  endOne: (which) => `Sign off: ${which}`,
  ended: 'Signed off. Open desks there are closed.',
  everywhere: 'Sign off everywhere, here too',
};

export const people: typeof nlPeople = {
  title: 'Facilitators on this server',
  about:
    'Whoever is listed has sessions of their own. An administrator does not read those of others either. An administrator invites, removes, and gives new passphrases.',
  administrator: 'administrator',
  first: 'the first',
  you: 'you',
  noPassphrase: 'no passphrase yet',
  sessions: (count) => countOf(count, 'session', 'sessions'),
  since: (when) => `since ${when}`,
  more: 'More',
  moreFor: (name) => `More for ${name}`,
  newLink: 'Let them choose a new passphrase',
  makeAdministrator: 'Make administrator',
  endAdministrator: 'No longer administrator',
  remove: 'Remove',
  invite: 'Make an invitation',
  asAdministrator: 'as administrator',
  inviteHelp: 'The link works once, for seven days. Send it yourself, to one person.',
  link: 'Link, to be seen once, now',
  copy: 'Copy',
  copied: 'The link is copied.',
  copyFailed: 'Copying does not work here. Select the link and copy it.',
  open: 'Invitations that are still open',
  newcomer: 'For somebody new',
  newcomerAdministrator: 'For a new administrator',
  forName: (name) => `New passphrase for ${name}`,
  until: (when) => `until ${when}`,
  revoke: 'Take back',
  revokeOne: (which) => `Take back: ${which}`,
};

export const removal: typeof nlRemoval = {
  title: (name) => `Remove ${name}?`,
  about: (name) =>
    `${name} is signed off everywhere and cannot sign in any more. Invitations and links that ${name} gave out stop working.`,
  sessions: (count) => `What becomes of ${countOf(count, 'session', 'sessions')}?`,
  hand: 'Give them to somebody else',
  to: 'To whom',
  delete: 'Delete them, for good',
  deleteHelp: 'All answers, notes and summaries of them are gone then. That cannot be undone.',
  handHelp: 'They read and lead them from then on. For fourteen days that stands in the list of what was done.',
  go: 'Remove facilitator',
  gone: (name) => `${name} is removed.`,
};

export const acts: typeof nlActs = {
  title: 'What was done',
  about: 'Of the last fourteen days: by you, and in your sessions. It holds no words or titles.',
  aboutAll: 'Of the last fourteen days, by everybody on this server. It holds no words or titles.',
  none: 'Nothing here yet.',
  all: 'Show all',
  when: 'When',
  who: 'Who',
  what: 'What',
  by: { you: 'you', co: 'a co-facilitator', gone: 'somebody who is no longer here', program: 'the program' },
  session: (name) => `session ${name}`,
  times: (count) => `${count} times`,
  retention: 'its days were over',
  roads: { key: 'with a key', passphrase: 'with a passphrase', link: 'with a link' },
  kinds: {
    signedIn: 'Signed in',
    signInFailed: 'Wrong passphrase',
    signedOff: 'Signed off',
    keyMade: 'Fresh key made',
    passphraseChosen: 'Passphrase chosen',
    invited: 'Link made for a facilitator',
    invitationRevoked: 'Invitation taken back',
    joined: 'Became a facilitator',
    rightsChanged: 'Right of administrator changed',
    removed: 'Facilitator removed',
    sessionMade: 'Session made',
    sessionDeleted: 'Session deleted',
    sessionHandedOver: 'Session handed over',
    shared: 'Session shared',
    unshared: 'Sharing ended',
    linkMade: 'Link to the summary made',
    linkRevoked: 'Link to the summary taken back',
    exported: 'Downloaded',
    published: 'Summary published',
    retentionChanged: 'Days of keeping changed',
    codeChanged: 'Code of a session changed',
  },
};
