/** Every ordinary "no" (geweigerd): a value with a reason that the screen puts in words, never an exception. */
const refusalReasons = [
  /** This actor may not give this command. */
  'notAllowed',
  /** The session is over. */
  'sessionClosed',
  /** The session exists already, or not at all. */
  'noSuchSession',
  'noSuchStep',
  'noSuchSeat',
  'noSuchUnit',
  'noSuchItem',
  'noSuchPrompt',
  'noSuchAnswer',
  'noSuchNote',
  'noSuchTheme',
  'noSuchConclusion',
  'noSuchAgreement',
  'noSuchSubgroup',
  /** The step is closed: what was written stays on the phone. */
  'stepClosed',
  /** Somebody moved on already: two presses on "next" advance once. */
  'stepMoved',
  /** More questions of the moment than a session holds. */
  'tooManyQuestions',
  /** Another desk leads: it opens and closes the steps, until this one takes over. */
  'notLeading',
  /** The seat was taken out of the session. */
  'seatRemoved',
  /** Nobody new comes in now; who has a seat does. */
  'doorLocked',
  /** Whoever is new also types the letters that the wall shows now. */
  'lettersAsked',
  'lettersWrong',
  /** The session holds as many people as it may. */
  'sessionFull',
  /** Somebody else of the unit is writing. */
  'penInUse',
  /** This question is for who has another role in this turn. */
  'notYourRole',
  /** The writer has no unit to answer in yet. */
  'noUnit',
  /** A phone's own number, typed where a neighbour's was asked. */
  'ownNumber',
  'noSuchNumber',
  /** Whose number it is has a partner already, and no third may join. */
  'numberTaken',
  /** Nothing was filled in. */
  'nothingWritten',
  'textTooLong',
  /** A value does not fit the script's field. */
  'doesNotFit',
  /** Not a step in which people say that they differ, or both said the same. */
  'noSplitHere',
  'tooManyPerspectives',
  'tooManyStars',
  /** The people themselves answered here: what comes from paper does not take its place. */
  'answeredThemselves',
  /** The answer was withdrawn by its writers. */
  'withdrawn',
  /** Its people wrote it anew since it was read here. */
  'answerChanged',
  /** People said yes or no to these words: they stay as they are. */
  'judgedAlready',
  /** The room is not, or no longer, asked about it. */
  'notAsked',
  /** Only what is on the wall can be starred, recognised or spotlighted. */
  'notShown',
  /** An arrangement that leaves somebody out, seats somebody twice, or names a unit or subgroup that is not there. */
  'badArrangement',
  /** It is so already. */
  'nothingToDo',
  /** The message is not one of ours. */
  'malformed',
  /** Too many messages at once. */
  'tooFast',
  /** The program could not store it: the phone keeps it and tries again. */
  'tryAgain',
  /** The ticket is not, or no longer, valid. */
  'noTicket',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
export type Refusal = { reason: RefusalReason };

/** A refusal after which the same command may still be accepted later; all others are final. */
export const isPassing = (reason: RefusalReason): boolean => reason === 'tryAgain' || reason === 'tooFast';
