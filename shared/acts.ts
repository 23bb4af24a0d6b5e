/** What a facilitator did, as it is kept for a while: kinds and ids, never words of people. */
const actKinds = [
  /** `about`: by which road. */
  'signedIn',
  /** A wrong passphrase; counted by the hour. */
  'signInFailed',
  'signedOff',
  /** A fresh key was made on the machine itself. */
  'keyMade',
  'passphraseChosen',
  'passkeyAdded',
  'passkeyRemoved',
  /** One's account at the organisation. */
  'organisationLinked',
  'organisationUnlinked',
  /** `about`: the facilitator whom it concerns, where there is one. */
  'invited',
  'invitationRevoked',
  'joined',
  'rightsChanged',
  'removed',
  'sessionMade',
  'sessionDeleted',
  'sessionHandedOver',
  /** `about`: with whom; of an invitation link, how the log names who comes by it. */
  'shared',
  'unshared',
  /** A link to the summary. */
  'linkMade',
  'linkRevoked',
  /** `about`: which kind. */
  'exported',
  'published',
  'retentionChanged',
  /** A script of one's own. */
  'scriptMade',
  'scriptDeleted',
  /** People come in by another code from then on. */
  'codeChanged',
] as const;
export type ActKind = (typeof actKinds)[number];

/** GET /api/acts -> ActPage: newest first; `?before=` an earlier answer's `older`: those before. */
export type ActPage = { rows: ActRow[]; older: string | null };

export type ActRow = {
  at: number;
  act: ActKind;
  count: number;
  /** `co`: who came by an invitation for one session; `gone`: somebody who is here no longer; `program`: nobody. */
  by: 'you' | 'facilitator' | 'co' | 'gone' | 'program';
  /** Their name. */
  who: string | null;
  session: string | null;
  /** A kind of download, a road, or a facilitator's name. */
  about: string | null;
};
