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
import { keptUntil } from '../retention.ts';
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
  /** On the same clock: before then it is not made anew. */
  restUntil: number;
};

/** After a summary that took long others get their turn: four times as long, and at most so many milliseconds, for what is hidden is gone within a second. */
const rest = { times: 4, longest: 600 };

/** What readers get at this point of the log: made once for all who ask the same, and anew only when it may be another. */
export function buildPages(house: Pick<House, 'hosts' | 'bell'>, now = () => performance.now()) {
  const made = new WeakMap<Host, Made>();

  function madeNow(host: Host, of: string): Made {
    const { seq } = host.state;
    const known = made.get(host);
    // The n-th event has seq n (S1).
    const since = known ? host.log().slice(known.seq) : [];
    const isSame = known?.of === of && !since.some(isForReaders);
    const next: Made = isSame
      ? { ...known, pages: since.some(isComment) ? new Map() : known.pages, seq }
      : { seq, of, versions: versionsIn(host.log()), summaries: new Map(), pages: new Map(), restUntil: 0 };
    made.set(host, next);
    return next;
  }

  /** How long whoever asks waits before it is made anew, in milliseconds: many changes at once are read as one. */
  function restOf(host: Host): number {
    const known = made.get(host);
    const left = known ? known.restUntil - now() : 0;
    return left > 0 && known && host.log().slice(known.seq).some(isForReaders) ? left : 0;
  }

  /** `asked`: an earlier version. */
  const pageOf = async (host: Host, by: ReadBy, asked: number | undefined, grant: Grant): Promise<PageSent> => {
    const { logOf, of } = await checksFor(house, host);
    const current = madeNow(host, of);
    const { pages, versions, summaries } = current;
    const version = versions.find((one) => one.version === asked)?.version;
    const isOpen = by === 'link' && hasComments(grant);
    const until = keptUntil(host.state, host.createdAt);
    const key = [by, isOpen ? grant.id : '', version ?? '', until].join('/');
    const known = pages.get(key);
    if (known) return known;
    const began = now();
    if (!summaries.has(version)) summaries.set(version, publishedSummary(host.log(), version, logOf));
    const summary = summaries.get(version) ?? null;
    const comments = isOpen ? commentsBy(host.state, grant.id) : null;
    const page = sent({
      by,
      language: host.state.language,
      versions,
      comments,
      summary,
      ...(summary && { keptUntil: until }),
    });
    pages.set(key, page);
    const took = now() - began;
    current.restUntil = began + took + Math.min(rest.longest, rest.times * took);
    return page;
  };
  return { pageOf, restOf };
}

/** To who has not given the password yet. */
export function lockedPage(host: Host): PageSent {
  const nothing = { versions: [], comments: null, summary: null };
  return sent({ by: 'link', language: host.state.language, locked: true, ...nothing });
}
