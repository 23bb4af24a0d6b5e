export type Polled<T> =
  | { status: 'new'; body: T }
  | { status: 'same' }
  | { status: 'refused' | 'notAllowed' | 'busy' | 'trouble' };

const often = 5_000;

/** Asks again every few seconds while the page is looked at, and at once when somebody comes back to it. */
export class Polling<T> {
  body = $state.raw<T | null>(null);
  state = $state<'loading' | 'shown' | 'refused' | 'notAllowed'>('loading');
  /** The last try failed: what is shown may be old. */
  trouble = $state(false);
  #ask: (tag: string | null) => Promise<{ polled: Polled<T>; tag: string | null }>;
  #tag: string | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #busy = false;
  #every: number;

  /** `every`: milliseconds. */
  constructor(path: string, init: RequestInit, every = often) {
    this.#every = every;
    this.#ask = (tag) => askOnce<T>(path, init, tag);
  }

  /** Returns what stops it. */
  start(): () => void {
    const again = () => document.visibilityState === 'visible' && void this.refresh();
    void this.refresh();
    this.#timer = setInterval(again, this.#every);
    document.addEventListener('visibilitychange', again);
    window.addEventListener('focus', again);
    return () => {
      clearInterval(this.#timer);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('focus', again);
    };
  }

  async refresh(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const { polled, tag } = await this.#ask(this.#tag).finally(() => {
      this.#busy = false;
    });
    this.trouble = polled.status === 'trouble';
    if (polled.status === 'trouble' || polled.status === 'busy' || polled.status === 'same') return;
    this.#tag = tag;
    if (polled.status === 'new') {
      this.body = polled.body;
      this.state = 'shown';
    } else {
      // Revoked or expired: nothing of it stays on the screen.
      this.body = null;
      this.state = polled.status;
    }
  }
}

/** One question; what the server says to it is a value, never an exception. */
export async function askOnce<T>(
  path: string,
  init: RequestInit,
  tag: string | null,
): Promise<{ polled: Polled<T>; tag: string | null }> {
  const headers = new Headers(init.headers);
  if (tag) headers.set('if-none-match', tag);
  try {
    const response = await fetch(path, { ...init, headers });
    if (response.status === 304) return { polled: { status: 'same' }, tag };
    if (response.status === 404) return { polled: { status: 'refused' }, tag: null };
    if (response.status === 401 || response.status === 403) return { polled: { status: 'notAllowed' }, tag: null };
    if (response.status === 429) return { polled: { status: 'busy' }, tag };
    if (!response.ok) return { polled: { status: 'trouble' }, tag };
    const body = (await response.json()) as T;
    return { polled: { status: 'new', body }, tag: response.headers.get('etag') };
  } catch {
    return { polled: { status: 'trouble' }, tag };
  }
}
