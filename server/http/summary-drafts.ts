import { draftInSteps } from '../../shared/views/summary.ts';
import { inTurns } from '../in-turns.ts';
import type { Checks } from '../live/checks.ts';
import type { Host } from '../live/session-host.ts';

/** The draft as JSON, made once for all desks that ask the same; no room waits for the whole of it. */
export function buildDrafts() {
  const made = new WeakMap<Host, { tag: string; text: Promise<string> }>();

  return (host: Host, tag: string, { logOf }: Checks): Promise<string> => {
    const known = made.get(host);
    if (known?.tag === tag) return known.text;
    const text = inTurns(draftInSteps(host.log(), logOf)).then((draft) => JSON.stringify(draft));
    const now = { tag, text };
    made.set(host, now);
    text.catch(() => made.get(host) === now && made.delete(host));
    return text;
  };
}
