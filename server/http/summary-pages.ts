import { createHash } from 'node:crypto';
<<<<<<< HEAD
import { isComment, isForReaders } from '../../shared/views/summary/attendance.ts';
import { commentsBy } from '../../shared/views/summary/comments.ts';
import {
  publishedSummary,
  type Summary,
  type SummaryPage,
  type Version,
  versionsIn,
} from '../../shared/views/summary.ts';
=======
import { isForReaders } from '../../shared/views/summary/attendance.ts';
import { publishedSummary, type SummaryPage, type Version, versionsIn } from '../../shared/views/summary.ts';
import type { House } from '../house.ts';
import { checksFor } from '../live/checks.ts';
>>>>>>> 12fdd3e (Is the summary right? Participants say so by a link for some days; what they say is part of the next version)
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';
import { hasComments } from '../team-links.ts';
import type { PageSent, ReadBy } from './readers.ts';

const sent = (page: SummaryPage): PageSent => {
  const text = JSON.stringify(page);
  return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
};

<<<<<<< HEAD
/** Up to this seq: the versions, each summary that somebody asked for, and the pages. */
type Made = {
  seq: number;
  versions: Version[];
  summaries: Map<number | undefined, Summary | null>;
  pages: Map<string, PageSent>;
};
=======
type Made = { seq: number; of: string; versions: Version[]; pages: Map<string, PageSent> };
>>>>>>> 12fdd3e (Is the summary right? Participants say so by a link for some days; what they say is part of the next version)

/** What readers get at this point of the log: made once for all who ask the same, and anew only when it may be another. */
export function buildPages(house: Pick<House, 'hosts' | 'bell'>) {
  const made = new WeakMap<Host, Made>();

  function madeNow(host: Host, of: string): Made {
    const { seq } = host.state;
    const known = made.get(host);
    // The n-th event has seq n (S1).
<<<<<<< HEAD
    const since = known ? host.log().slice(known.seq) : [];
    const isSame = known && !since.some(isForReaders);
    const now: Made = isSame
      ? { ...known, pages: since.some(isComment) ? new Map() : known.pages, seq }
      : { seq, versions: versionsIn(host.log()), summaries: new Map(), pages: new Map() };
=======
    const isSame = known?.of === of && !host.log().slice(known.seq).some(isForReaders);
    const now: Made = isSame ? known : { seq, of, versions: versionsIn(host.log()), pages: new Map() };
    now.seq = seq;
>>>>>>> 12fdd3e (Is the summary right? Participants say so by a link for some days; what they say is part of the next version)
    made.set(host, now);
    return now;
  }

<<<<<<< HEAD
  /** `asked`: an earlier version. */
  return (host: Host, by: ReadBy, asked: number | undefined, grant: Grant): PageSent => {
    const { pages, versions, summaries } = madeNow(host);
=======
  return async (host: Host, by: SummaryPage['by'], asked?: number): Promise<PageSent> => {
    const { logOf, of } = await checksFor(house, host);
    const { pages, versions } = madeNow(host, of);
>>>>>>> 12fdd3e (Is the summary right? Participants say so by a link for some days; what they say is part of the next version)
    const version = versions.find((one) => one.version === asked)?.version;
    const isOpen = by === 'link' && hasComments(grant);
    const key = [by, isOpen ? grant.id : '', version ?? ''].join('/');
    const known = pages.get(key);
    if (known) return known;
<<<<<<< HEAD
    if (!summaries.has(version)) summaries.set(version, publishedSummary(host.log(), version));
    const summary = summaries.get(version) ?? null;
    const comments = isOpen ? commentsBy(host.state, grant.id) : null;
    const page = sent({ by, language: host.state.language, versions, comments, summary });
=======
    const summary = publishedSummary(host.log(), version, logOf);
    const page = sent({ by, language: host.state.language, versions, summary });
>>>>>>> 12fdd3e (Is the summary right? Participants say so by a link for some days; what they say is part of the next version)
    pages.set(key, page);
    return page;
  };
}

/** To who has not given the password yet. */
export function lockedPage(host: Host): PageSent {
  const nothing = { versions: [], comments: null, summary: null };
  return sent({ by: 'link', language: host.state.language, locked: true, ...nothing });
}
