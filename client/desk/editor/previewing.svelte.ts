import type { DeskAccess } from '../../../shared/api.ts';
import type { PlayedPerson, Rehearsal, RehearsalStarted } from '../../../shared/rehearsal.ts';
import type { Language } from '../../../shared/script.ts';
import { call } from '../../live/api.ts';
import { wording } from '../wording.svelte.ts';

/** A step of a text, and the language of its screens. */
type Asked = { yaml: string; step: string; language: Language };
type Shown = Asked & { access: DeskAccess; people: PlayedPerson[] };

/** Enough for four pairs, or two groups of four. */
const people = 8;
/** While people answer; else the clock stands. */
const pace = 20;
const lookEvery = 150;
const looks = 60;
const pathOf = (session: string): string => `/api/rehearsals/${session}`;

/** The step on real screens: a rehearsal that begins there, and ends with the editor. */
export class Previewing {
  shown = $state.raw<Shown | null>(null);
  busy = $state(false);
  /** Why there are no screens, in words. */
  no = $state<string | null>(null);
  isMoving = $state(false);
  /** The language that was chosen for it, beside the form and over it alike. */
  language = $state<Language | null>(null);
  #wanted: Asked | null = null;
  #session: string | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** The one before stays until this is there; of several that wait only the last is shown. */
  show(asked: Asked): Promise<unknown> {
    this.#wanted = asked;
    this.busy = true;
    this.#last = this.#last.then(async () => {
      if (this.#wanted !== asked) return;
      await this.#begin(asked);
      if (this.#wanted === asked) this.busy = false;
    });
    return this.#last;
  }

  async move(isMoving: boolean): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    const set = await call('POST', `${pathOf(shown.access.session)}/speed`, { speed: isMoving ? pace : 0 });
    if (set.ok) this.isMoving = isMoving;
    else this.no = wording.refusal(set.reason);
  }

  /** Goes on at a desk of its own, which ends it. */
  handOver(): void {
    this.#session = null;
  }

  end(): Promise<unknown> {
    this.#wanted = null;
    this.busy = false;
    this.shown = null;
    this.no = null;
    this.#last = this.#last.then(() => this.#stop());
    return this.#last;
  }
  /** The page goes away: nothing can be waited for. */
  leave(): void {
    if (this.#session) void fetch(pathOf(this.#session), { method: 'DELETE', keepalive: true }).catch(() => undefined);
  }

  async #begin(asked: Asked): Promise<void> {
    const session = await this.#start(asked);
    const found = session === undefined ? undefined : await this.#found(session, asked.step);
    if (session === undefined || !found || this.#wanted !== asked) {
      if (session !== undefined) await call('DELETE', pathOf(session));
      if (session !== undefined && !found) this.no = wording.words.rehearsal.failed;
      return;
    }
    const before = this.#session;
    this.#session = session;
    this.no = null;
    this.isMoving = false;
    this.shown = { ...asked, ...found };
    if (before) await call('DELETE', pathOf(before));
  }

  async #start({ yaml, step, language }: Asked): Promise<string | undefined> {
    const asked = { script: yaml, step, language, people, speed: 0 };
    const started = await call<RehearsalStarted>('POST', '/api/rehearsals', asked);
    if (started.ok && 'session' in started.body) return started.body.session;
    const { words } = wording;
    if (started.ok && 'refused' in started.body) {
      // Two at most: this one takes the place of the one before.
      if (['ofYou', 'lastPlace'].includes(started.body.refused) && this.#session) {
        await this.#stop();
        return this.#start({ yaml, step, language });
      }
      this.no = words.rehearsal.refused[started.body.refused];
      if (started.body.refused === 'severalNodes') this.shown = null;
    } else if (!started.ok) this.no = started.reason === 'offline' ? words.offline : wording.refusal(started.reason);
    else this.no = words.rehearsal.failed;
    return undefined;
  }

  /** Once everybody is in and the step is open. */
  async #found(session: string, step: string): Promise<Pick<Shown, 'access' | 'people'> | undefined> {
    for (let n = 0; n < looks; n++) {
      const told = await call<Rehearsal>('GET', pathOf(session));
      if (told.ok && told.body.step === step && told.body.people.length === people) {
        const access = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
        const phones = told.body.people.filter(({ ticket }) => ticket !== null);
        return access.ok ? { access: access.body, people: phones } : undefined;
      }
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
    return undefined;
  }

  async #stop(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    if (session) await call('DELETE', pathOf(session));
  }
}
