import type { PlayedPerson, Rehearsal, RehearsalReport } from '../../../shared/rehearsal.ts';
import { call } from '../../live/api.ts';
import { toasts } from '../toasts.svelte.ts';
import { wording } from '../wording.svelte.ts';

/** One rehearsal as its desk knows it beside the session: who is played, how fast, and how it went. */
export class Rehearsing {
  people = $state.raw<PlayedPerson[]>([]);
  report = $state.raw<RehearsalReport | null>(null);
  ownScript = $state.raw<string | null>(null);
  speed = $state<number | null>(null);
  readonly #path: string;

  constructor(session: string) {
    this.#path = `/api/rehearsals/${session}`;
  }

  async read(): Promise<void> {
    const told = await call<Rehearsal>('GET', this.#path);
    if (!told.ok) return;
    this.people = told.body.people;
    this.report = told.body.report;
    this.ownScript = told.body.ownScript;
    this.speed = told.body.speed;
  }

  async go(speed: number): Promise<void> {
    const set = await call('POST', `${this.#path}/speed`, { speed });
    if (set.ok) this.speed = speed;
    else toasts.say(wording.refusal(set.reason));
  }

  async stop(): Promise<void> {
    await call('DELETE', this.#path);
  }
}

/** Where a played person's phone can be seen. */
export const phoneUrl = (session: string, { seat, ticket }: PlayedPerson, unit: string, language: string): string =>
  `/oefentelefoon#${new URLSearchParams({ session, seat, ticket: ticket ?? '', unit, taal: language })}`;
