import { call } from './api.ts';
import { askOnce } from './polling.svelte.ts';
import { keepReader, keptReader } from './reader-key.ts';

/** Longer than the server waits: then the line is dead, and says nothing of it. */
const deadAfter = 40_000;
/** An answer within this time was not waited for. */
const quick = 1_000;
const afterTrouble = 5_000;
/** One thing may follow another, and the next may be that it is taken away. */
const afterNews = 500;

/**
 * The published summary, or what else is read with it, as it is now: the question stays open until the server has something else to say, so that what
 * is taken away is gone at once (V4). A tab that nobody looks at asks nothing more, and asks again when it is looked at.
 */
export class Reading<T> {
  page = $state.raw<T | null>(null);
  gone = $state(false);
  /** The last try failed: what is shown may be old. */
  trouble = $state(false);
  /** An earlier version that was asked for; null: the newest. */
  version = $state<number | null>(null);
  #path: string;
  #versionIn: (page: T) => number | undefined;
  #token: string;
  #reader: string | undefined;
  #tag: string | null = null;
  #asking = new AbortController();
  #wake: () => void = () => undefined;
  #stopped = false;
  #hurried = 0;
  #isNews = false;

  /** `versionIn`: which version a page is, where there are more to ask for. */
  constructor(path: string, token: string, versionIn: (page: T) => number | undefined = () => undefined) {
    this.#path = path;
    this.#versionIn = versionIn;
    this.#token = token;
    this.#reader = keptReader(token);
  }

  /** What the link's password gave. */
  get reader(): string | undefined {
    return this.#reader;
  }

  /** Returns what stops it. */
  start(): () => void {
    const look = () => document.visibilityState === 'visible' && this.again();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    window.addEventListener('online', look);
    void this.#run();
    return () => {
      this.#stopped = true;
      this.again();
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
      window.removeEventListener('online', look);
    };
  }

  choose(version: number | null): void {
    this.version = version;
    this.again();
  }

  /** Asks anew, at once. */
  again(): void {
    this.#hurried = 0;
    this.#asking.abort();
    this.#wake();
  }

  /** `wrong`: it is not this link's password. */
  async unlock(password: string): Promise<'open' | 'wrong' | 'tooFast' | 'failed'> {
    const given = await call<{ reader: string }>('POST', '/api/summary/unlock', { token: this.#token, password });
    if (!given.ok) {
      if (given.reason === 'noTicket') return 'wrong';
      return given.reason === 'tooFast' ? 'tooFast' : 'failed';
    }
    this.#reader = given.body.reader;
    keepReader(this.#token, given.body.reader);
    this.again();
    return 'open';
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const began = performance.now();
      const pause = await this.#ask();
      if (this.#stopped) return;
      this.#hurried = performance.now() - began < quick ? this.#hurried + 1 : 0;
      if (document.visibilityState === 'hidden') await this.#rest(null);
      else if (pause > 0) await this.#rest(pause);
      // The first answer is no wait; a server that never waits is asked now and then.
      else if (this.#hurried > 2)
        await this.#rest(this.#isNews ? afterNews : Math.min(afterTrouble, 500 * this.#hurried));
    }
  }

  /** The milliseconds until it makes sense to ask again. */
  async #ask(): Promise<number> {
    const asking = new AbortController();
    this.#asking = asking;
    let isDead = false;
    const dying = setTimeout(() => {
      isDead = true;
      asking.abort();
    }, deadAfter);
    const body = JSON.stringify({
      token: this.#token,
      ...(this.#reader && { reader: this.#reader }),
      ...(this.version && { version: this.version }),
      ...(this.#tag && !this.trouble && { wait: true }),
    });
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body, signal: asking.signal };
    const { polled, tag } = await askOnce<T>(this.#path, init, this.#tag);
    clearTimeout(dying);
    // Asked anew meanwhile: this answer is an old one.
    if (asking.signal.aborted && !isDead) return 0;
    this.trouble = polled.status === 'trouble';
    this.#isNews = polled.status === 'new';
    this.#tag = tag;
    if (polled.status === 'new') {
      this.page = polled.body;
      // Taken away meanwhile: the newest came instead.
      if (this.version && this.#versionIn(polled.body) !== this.version) this.version = null;
      this.gone = false;
    } else if (polled.status === 'refused') {
      // Revoked or expired: nothing of it stays on the screen.
      this.page = null;
      this.gone = true;
      return afterTrouble;
    }
    // Not all at once again.
    if (polled.status === 'busy') return 2_000 + Math.random() * 3_000;
    return polled.status === 'trouble' ? afterTrouble : 0;
  }

  /** For so long, or (null) until somebody looks. */
  async #rest(ms: number | null): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (ms !== null) timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    this.#wake = () => undefined;
  }
}
