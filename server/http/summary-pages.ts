import { createHash } from 'node:crypto';
import { isForReaders } from '../../shared/views/summary/attendance.ts';
import { publishedSummary, type SummaryPage, type Version, versionsIn } from '../../shared/views/summary.ts';
import type { Host } from '../live/session-host.ts';
import type { PageSent } from './readers.ts';

const sent = (page: SummaryPage): PageSent => {
  const text = JSON.stringify(page);
  return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
};

type Made = { seq: number; versions: Version[]; pages: Map<string, PageSent> };

/** What readers get at this point of the log: made once for all who ask the same, and anew only when it may be another. */
export function buildPages() {
  const made = new WeakMap<Host, Made>();

  function madeNow(host: Host): Made {
    const { seq } = host.state;
    const known = made.get(host);
    // The n-th event has seq n (S1).
    const isSame = known && !host.log().slice(known.seq).some(isForReaders);
    const now: Made = isSame ? known : { seq, versions: versionsIn(host.log()), pages: new Map() };
    now.seq = seq;
    made.set(host, now);
    return now;
  }

  return (host: Host, by: SummaryPage['by'], asked?: number): PageSent => {
    const { pages, versions } = madeNow(host);
    const version = versions.find((one) => one.version === asked)?.version;
    const key = `${by}/${version ?? ''}`;
    const known = pages.get(key);
    if (known) return known;
    const summary = publishedSummary(host.log(), version);
    const page = sent({ by, language: host.state.language, versions, summary });
    pages.set(key, page);
    return page;
  };
}

/** To who has not given the password yet. */
export const lockedPage = (host: Host): PageSent =>
  sent({ by: 'link', language: host.state.language, locked: true, versions: [], summary: null });
