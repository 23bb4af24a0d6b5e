import type { CheckRow, DeskAccess, Link, LinkRow } from '../../../shared/api.ts';
import type { Command } from '../../../shared/commands.ts';
import type { ExportRow, ExportUse, Research } from '../../../shared/exports.ts';
import type { LinkDays } from '../../../shared/team-link.ts';
import type { Summary, SummaryDraft } from '../../../shared/views/summary/summary-form.ts';
import { call } from '../../live/api.ts';
import type { LiveSession } from '../../live/live-session.svelte.ts';
import { Polling } from '../../live/polling.svelte.ts';
import type { Keep } from '../../live/storage.ts';

/** The facilitator's side: the draft as it is now, commands by the desk's own road, and the team's links. */
export class Drafting {
  readonly polling: Polling<SummaryDraft>;
  earlier = $state.raw<Summary | null>(null);
  links = $state.raw<readonly LinkRow[]>([]);
  /** null: they are not offered here. */
  checks = $state.raw<readonly CheckRow[] | null>(null);
  /** Just made: its address is shown once. */
  newLink = $state.raw<Link | null>(null);
  /** What can be downloaded here; undefined until the server told, null where it did not. */
  exports = $state.raw<readonly ExportRow[] | null | undefined>();
  /** How many answers are not for research; null where phones are not asked. */
  research = $state.raw<Research>(null);
  #path: string;
  #session: string;
  #keep: Keep;
  #live: Promise<LiveSession | null> | undefined;

  constructor(session: string, keep: Keep) {
    this.#session = session;
    this.#keep = keep;
    this.#path = `/api/sessions/${session}`;
    this.polling = new Polling(`${this.#path}/summary`, { method: 'GET' });
  }

  /** A version as its readers have it; null: the draft. */
  async look(version: number | null): Promise<boolean> {
    const read = version === null ? null : await call<Summary>('GET', `${this.#path}/summary/${version}`);
    if (read && !read.ok) return false;
    this.earlier = read === null ? null : read.body;
    return true;
  }

  start(): () => void {
    const stop = this.polling.start();
    void this.readLinks();
    void this.readExports();
    void this.readChecks();
    return () => {
      stop();
      void this.#live?.then((live) => live?.stop());
    };
  }

  /** true when the server has it. */
  async give(command: Command): Promise<boolean> {
    this.#live ??= this.#open();
    const live = await this.#live;
    if (!live) {
      this.#live = undefined;
      return false;
    }
    const result = await live.send(command);
    await this.polling.refresh();
    return result.ok;
  }

  /** Opened at the first command: reading needs no socket. */
  async #open(): Promise<LiveSession | null> {
    const access = await call<DeskAccess>('GET', `${this.#path}/desk`);
    if (!access.ok) return null;
    const { LiveSession } = await import('../../live/live-session.svelte.ts');
    const { ticket, script } = access.body;
    const session = this.#session;
    const name = `summary.${session}`;
    return new LiveSession({ ticket, session, keep: this.#keep, name, scriptOf: async () => script });
  }

  async readLinks(): Promise<void> {
    const rows = await call<LinkRow[]>('GET', `${this.#path}/summary-links`);
    if (rows.ok) this.links = rows.body.toSorted((a, b) => b.createdAt - a.createdAt);
  }

  async makeLink(terms: { days: LinkDays; password: string; comments: boolean }): Promise<boolean> {
    const made = await call<Link>('POST', `${this.#path}/summary-links`, terms);
    if (made.ok) this.newLink = made.body;
    await this.readLinks();
    return made.ok;
  }

  async revokeLink(link: string): Promise<boolean> {
    const gone = await call('DELETE', `${this.#path}/summary-links/${link}`);
    if (this.newLink?.link === link) this.newLink = null;
    await this.readLinks();
    return gone.ok;
  }

  async readChecks(): Promise<void> {
    const rows = await call<CheckRow[] | null>('GET', `${this.#path}/checks`);
    this.checks = rows.ok ? rows.body : null;
  }

  async planCheck(findings: string[], days: number): Promise<boolean> {
    const made = await call('POST', `${this.#path}/checks`, { findings, days });
    await this.readChecks();
    return made.ok;
  }

  async takeCheck(check: string, taken: boolean): Promise<boolean> {
    const done = await call('POST', `${this.#path}/checks/${check}/taken`, { taken });
    await Promise.all([this.readChecks(), this.polling.refresh()]);
    return done.ok;
  }

  async readExports(): Promise<void> {
    const rows = await call<ExportRow[]>('GET', `${this.#path}/exports`);
    this.exports = rows.ok ? rows.body : null;
    const asked = await call<Research>('GET', `${this.#path}/research`);
    this.research = asked.ok ? asked.body : null;
  }

  exportPath = (kind: string, use: ExportUse = 'team'): string =>
    `${this.#path}/exports/${kind}${use === 'team' ? '' : `?use=${use}`}`;
}
