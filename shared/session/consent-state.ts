/** toestemming, as it is folded. */
/** Of who holds the phone, and of each who ever sat at it without one. */
export type Consent = { own: boolean; guests: readonly boolean[] };

/** What phones say before anybody joins: text ids, null for the program's own words. `research`: it is asked for. */
export type Notice = { purpose: string | null; contact: string | null; research: boolean };
