/** Who may use which route: the one table. A route without its row fails the test; whoever is not named is refused. */
import type { Role, Scene } from './roles.ts';

const facilitators = ['owner', 'sharedWith', 'unshared', 'otherFacilitator', 'administrator'] as const;
const fullDesks = ['owner', 'sharedWith', 'coFacilitator'] as const;
const desks = [...fullDesks, 'subgroupDesk'] as const;
const ownDesk = ['owner'] as const;
const administrators = ['administrator'] as const;
const walls = ['wall', 'mini'] as const;
const seats = ['seat', 'seatElsewhere'] as const;
const links = ['teamLink', 'lockedLink', 'linkElsewhere'] as const;
const nobody = [] as const;

export type Row = {
  may: readonly Role[] | 'everybody';
  /** What stands in its path. */
  params?: (scene: Scene) => Record<string, string>;
  /** What is sent by who may not: all that a right one sends. */
  body?: (scene: Scene, ticket: string) => object;
  query?: (scene: Scene) => string;
  /** What who may sends instead: told apart from a refusal of rights, and leaves the scene as it was. */
  harmless?: { params?: Record<string, string>; body?: object; query?: string };
};

/** Of one session: its id stands in the path. */
const inSession = ({ here }: Scene) => ({ id: here.session });
const of = (may: Row['may'], more: Omit<Row, 'may'> = {}): Row => ({ may, params: inSession, ...more });
const none = 'none';
const malformed = { body: { malformed: true } };
const withTicket = (more: object = {}) => ({ body: (_: Scene, ticket: string) => ({ ticket, ...more }) });
const withToken = (more: object = {}) => ({ body: (_: Scene, ticket: string) => ({ token: ticket, ...more }) });
const secret = 'A'.repeat(43);

export const table: Record<string, Row> = {
  // Anybody: pages, what the program says of itself, and leaving.
  ...Object.fromEntries(
    ['/', '/doe-mee', '/join', '/bureau', '/bureau/*', '/desk', '/desk/*', '/wand', '/wall', '/terugkijken']
      .concat(['/replay', '/oefentelefoon', '/op-de-hoogte', '/afmelden/:secret', '/samenvatting', '/summary', '/*'])
      .concat(['/wat-is-dit', '/about', '/hulp', '/help'])
      .map((path): [string, Row] => [
        `GET ${path}`,
        { may: 'everybody', params: () => ({ secret, '*': 'icons.svg' }) },
      ]),
  ),
  'GET /healthz': { may: 'everybody' },
  'GET /api/me': { may: 'everybody' },
  'GET /api/sign-in/ways': { may: 'everybody' },
  'POST /api/sign-in/passkey/begin': { may: 'everybody' },
  'GET /api/scripts/:hash': { may: 'everybody', params: ({ host }) => ({ hash: host?.state.scriptHash ?? '' }) },
  'POST /afmelden/:secret': { may: 'everybody', params: () => ({ secret }) },

  // By a secret alone: nobody has this one, whoever else they are.
  'POST /api/look-up': { may: nobody, body: () => ({ entry: 'A'.repeat(22) }) },
  'POST /api/join': {
    may: nobody,
    body: () => ({ entry: 'A'.repeat(22), commandId: secret, people: 1, perspectives: [], name: '' }),
  },
  'POST /api/recover': { may: nobody, body: () => ({ recovery: 'BCDFGHJKLM' }) },
  'POST /api/sign-in': { may: nobody, body: () => ({ key: secret }) },
  'POST /api/welcome/look': { may: nobody, body: () => ({ invitation: secret }) },
  'POST /api/welcome': {
    may: nobody,
    body: () => ({ invitation: secret, name: 'Kees', passphrase: 'een heel lange zin' }),
  },
  'POST /api/invitations/accept': { may: nobody, body: () => ({ invitation: secret }) },
  'POST /api/walls': { may: nobody, body: () => ({ entry: 'A'.repeat(22) }) },
  'POST /api/walls/claim': { may: nobody, body: () => ({ request: secret }) },
  'POST /api/interest/confirm': { may: nobody, body: () => ({ secret }) },
  'POST /api/interest/stop': { may: nobody, body: () => ({ secret }) },
  'POST /control/key': { may: nobody },
  'POST /control/backup': { may: nobody, body: () => ({ folder: '/tmp/nowhere' }) },
  'POST /control/check-up': { may: nobody },

  'POST /api/sign-in/passkey': {
    may: nobody,
    body: () => ({
      response: {
        ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
      },
    }),
  },

  // By a participant's ticket: of their own seat.
  'POST /api/own': { may: seats, ...withTicket() },
  'POST /api/own/words': { may: seats, ...withTicket() },
  'POST /api/own/consent': { may: seats, ...withTicket({ agrees: true, version: 'a'.repeat(32) }) },
  'POST /api/interest': { may: seats, ...withTicket({ email: 'a@b.nl' }), harmless: malformed },

  // By a team's link, or to read by a seat's ticket too.
  'POST /api/summary/read': { may: [...seats, ...links], ...withToken() },
  'POST /api/replay/read': { may: [...seats, ...links], ...withToken() },
  'POST /api/summary/unlock': { may: links, ...withToken({ password: 'lang genoeg woord' }), harmless: malformed },
  'POST /api/summary/comments': {
    may: ['teamLink', 'linkElsewhere'],
    ...withToken({ key: secret, section: null, text: 'Mooi', signature: '' }),
    harmless: malformed,
  },
  'POST /api/summary/comments/withdraw': {
    may: ['teamLink', 'linkElsewhere'],
    ...withToken({ key: secret }),
    harmless: malformed,
  },

  // A facilitator's own.
  'GET /api/home': { may: facilitators },
  'GET /api/acts': { may: facilitators },
  'GET /api/account/sign-ins': { may: facilitators },
  'DELETE /api/account/sign-ins/:id': { may: facilitators, params: () => ({ id: none }) },
  'POST /api/account/passphrase': {
    may: facilitators,
    body: () => ({ name: 'Kees', passphrase: 'een heel lange zin', endOthers: true }),
    harmless: malformed,
  },
  'GET /api/account/passkeys': { may: facilitators },
  'POST /api/account/passkeys/begin': { may: facilitators, body: () => ({}), harmless: malformed },
  'POST /api/account/passkeys': { may: facilitators, body: () => ({}), harmless: malformed },
  'DELETE /api/account/passkeys/:id': { may: facilitators, params: () => ({ id: none }) },
  'POST /api/sessions': { may: facilitators, body: () => ({}), harmless: malformed },
  'POST /api/import': { may: facilitators, body: () => ({}), harmless: malformed },
  'GET /api/compare': {
    may: ['owner', 'sharedWith'],
    query: ({ here, there }) => `script=win-professionele-werkplaatsen&sessions=${here.session},${there.session}`,
    harmless: { query: 'script=win-professionele-werkplaatsen&sessions=none' },
  },
  // Scripts of one's own: nobody but who made one, not even an administrator.
  'GET /api/own-scripts': { may: facilitators },
  'POST /api/own-scripts': { may: facilitators, body: () => ({ empty: ['nl'], title: 'x' }), harmless: malformed },
  'POST /api/own-scripts/edit': { may: facilitators, body: () => ({ yaml: '', edits: [] }) },
  'GET /api/own-scripts/:script': { may: ['owner'], params: ({ script }) => ({ script }) },
  'POST /api/own-scripts/:script': {
    may: ['owner'],
    params: ({ script }) => ({ script }),
    body: () => ({ yaml: 'x', after: 1 }),
    harmless: malformed,
  },
  'DELETE /api/own-scripts/:script': {
    may: ['owner'],
    params: ({ script }) => ({ script }),
    harmless: { params: { script: none } },
  },
  'POST /api/rehearsals': { may: facilitators, body: () => ({}), harmless: malformed },
  // Nobody has this one: a rehearsal is its facilitator's alone (test/server/rehearsal.test.ts).
  'GET /api/rehearsals/:id': { may: nobody, params: () => ({ id: none }) },
  'POST /api/rehearsals/:id/speed': { may: nobody, params: () => ({ id: none }), body: () => ({ speed: 1 }) },
  'DELETE /api/rehearsals/:id': { may: nobody, params: () => ({ id: none }) },
  'POST /api/sign-off': { may: 'everybody', body: () => ({ everywhere: 'malformed' }) },

  // Administrators: who may sign in here, and no session by that.
  'GET /api/facilitators': { may: administrators },
  'POST /api/facilitators/invitations': { may: administrators, body: () => ({ administrator: false }) },
  'DELETE /api/facilitators/invitations/:link': { may: administrators, params: () => ({ link: none }) },
  'POST /api/facilitators/:id/link': {
    may: administrators,
    params: ({ shared }) => ({ id: shared.id }),
    harmless: { params: { id: none } },
  },
  'POST /api/facilitators/:id/rights': {
    may: administrators,
    params: ({ shared }) => ({ id: shared.id }),
    body: () => ({ administrator: true }),
    harmless: { params: { id: none } },
  },
  'POST /api/facilitators/:id/remove': {
    may: administrators,
    params: ({ shared }) => ({ id: shared.id }),
    body: () => ({ to: null }),
    harmless: { params: { id: none } },
  },
  'GET /api/interests': { may: administrators },
  'GET /api/interests.csv': { may: administrators },
  'POST /api/interests/remove': { may: administrators, body: () => ({ email: 'a@b.nl' }), harmless: malformed },
  'GET /api/check-up': { may: administrators },

  // One session: its desks, whole or of one subgroup; some for its owner alone.
  'GET /api/sessions/:id/desk': of(desks),
  'POST /api/sessions/:id/walls': of(desks, { body: () => ({ number: '0000', subgroup: null }), harmless: malformed }),
  'GET /api/sessions/:id/wall': of(walls),
  'POST /api/sessions/:id/archive': of(fullDesks, { body: () => ({ archived: true }), harmless: malformed }),
  'POST /api/sessions/:id/door': of(fullDesks, { body: () => ({ change: true }), harmless: malformed }),
  'GET /api/sessions/:id/exports': of(fullDesks),
  'GET /api/sessions/:id/research': of(fullDesks),
  'GET /api/sessions/:id/exports/:kind': of(fullDesks, {
    params: ({ here }) => ({ id: here.session, kind: 'json' }),
    harmless: { query: 'use=malformed' },
  }),
  'GET /api/sessions/:id/summary': of(fullDesks),
  'GET /api/sessions/:id/summary/:version': of(fullDesks, {
    params: ({ here }) => ({ id: here.session, version: '1' }),
  }),
  'GET /api/sessions/:id/replay': of(fullDesks),
  'GET /api/sessions/:id/keeping': of(fullDesks),
  'GET /api/sessions/:id/invitations': of(fullDesks),
  'GET /api/sessions/:id/summary-links': of(fullDesks),
  'POST /api/sessions/:id/summary-links': of(fullDesks, { body: () => ({}), harmless: malformed }),
  'DELETE /api/sessions/:id/summary-links/:link': of(fullDesks, {
    params: ({ here, teamLink }) => ({ id: here.session, link: teamLink }),
    harmless: { params: { link: none } },
  }),
  'POST /api/sessions/:id/keeping': of(ownDesk, { body: () => ({ days: 10, reason: '' }), harmless: malformed }),
  'POST /api/sessions/:id/invitations': of(ownDesk, {
    body: () => ({ name: '', subgroup: null }),
    harmless: malformed,
  }),
  'DELETE /api/sessions/:id/invitations/:link': of(ownDesk, {
    params: ({ here, invitation }) => ({ id: here.session, link: invitation }),
    harmless: { params: { link: none } },
  }),
  'GET /api/sessions/:id/shares': of(ownDesk),
  'POST /api/sessions/:id/shares': of(ownDesk, { body: () => ({ name: 'Otto' }), harmless: malformed }),
  'DELETE /api/sessions/:id/shares/:facilitator': of(ownDesk, {
    params: ({ here, shared }) => ({ id: here.session, facilitator: shared.id }),
    harmless: { params: { facilitator: none } },
  }),
  'POST /api/sessions/:id/again': of(ownDesk, { body: () => ({ date: '2026-12-01' }), harmless: malformed }),
  'GET /api/sessions/:id/checks': of(ownDesk),
  'POST /api/sessions/:id/checks': of(ownDesk, {
    body: () => ({ findings: ['Zo is het'], days: 5 }),
    harmless: malformed,
  }),
  'POST /api/sessions/:id/checks/:check/taken': of(ownDesk, {
    params: ({ here, there }) => ({ id: here.session, check: there.session }),
    body: () => ({ taken: true }),
    harmless: malformed,
  }),
  // Who may is not asked here: it would be gone. test/server/taken-back.test.ts and whose.test.ts delete one.
  'DELETE /api/sessions/:id': of(ownDesk, { harmless: { params: { id: `${none}~` } } }),
};
