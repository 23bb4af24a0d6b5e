import { createHash } from 'node:crypto';
import { isComment, isForReaders } from '../../shared/views/summary/attendance.ts';
import { commentsBy } from '../../shared/views/summary/comments.ts';
import {
  publishedSummary,
  type Summary,
  type SummaryPage,
  type Version,
  versionsIn,
} from '../../shared/views/summary.ts';
import type { House } from '../house.ts';
import { checksFor } from '../live/checks.ts';
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';
import { hasComments } from '../team-links.ts';
import type { PageSent, ReadBy } from './readers.ts';

const sent = (page: SummaryPage): PageSent => {
  const text = JSON.stringify(page);
  return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
};

/** Up to this seq: the versions, each summary that somebody asked for, and the pages. */
type Made = {
  seq: number;
  /** Where the checks stood. */
  of: string;
  versions: Version[];
  summaries: Map<number | undefined, Summary | null>;
  pages: Map<string, PageSent>;
};

/** What readers get at this point of the log: made once for all who ask the same, and anew only when it may be another. */
export function buildPages(house: Pick<House, 'hosts' | 'bell'>) {
  const made = new WeakMap<Host, Made>();

  function madeNow(host: Host, of: string): Made {
    const { seq } = host.state;
    const known = made.get(host);
    // The n-th event has seq n (S1).
    const since = known ? host.log().slice(known.seq) : [];
    const isSame = known?.of === of && !since.some(isForReaders);
    const now: Made = isSame
      ? { ...known, pages: since.some(isComment) ? new Map() : known.pages, seq }
      : { seq, of, versions: versionsIn(host.log()), summaries: new Map(), pages: new Map() };
    made.set(host, now);
    return now;
  }

  /** `asked`: an earlier version. */
  return async (host: Host, by: ReadBy, asked: number | undefined, grant: Grant): Promise<PageSent> => {
    const { logOf, of } = await checksFor(house, host);
    const { pages, versions, summaries } = madeNow(host, of);
    const version = versions.find((one) => one.version === asked)?.version;
    const isOpen = by === 'link' && hasComments(grant);
    const key = [by, isOpen ? grant.id : '', version ?? ''].join('/');
    const known = pages.get(key);
    if (known) return known;
    if (!summaries.has(version)) summaries.set(version, publishedSummary(host.log(), version, logOf));
    const summary = summaries.get(version) ?? null;
    const comments = isOpen ? commentsBy(host.state, grant.id) : null;
    const page = sent({ by, language: host.state.language, versions, comments, summary });
    pages.set(key, page);
    return page;
  };
}

/** To who has not given the password yet. */
export function lockedPage(host: Host): PageSent {
  const nothing = { versions: [], comments: null, summary: null };
  return sent({ by: 'link', language: host.state.language, locked: true, ...nothing });
}
