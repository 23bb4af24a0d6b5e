/** toestemming, as it is folded. */
/** Of who holds the phone (`version`: of the words under which they last said so), and of each who ever sat at it without one. */
export type Consent = { own: boolean; version?: string | null; guests: readonly boolean[] };

/** What phones say before anybody joins: text ids, null for the program's own words. `research`: it is asked for. */
export type Notice = { purpose: string | null; contact: string | null; research: boolean };
