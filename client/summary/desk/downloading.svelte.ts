import type { ExportKind } from '../../../shared/exports.ts';
import { fetchExport, type HowFar } from './fetch-export.ts';

/** Milliseconds after which a file that is not there yet gets a bar. */
const barAfter = 400;
/** Milliseconds in which a browser has surely begun to keep a file. */
const keepFor = 60_000;

export type Making = {
  shown: boolean;
  /** How many are made first; 0 when it is being made. */
  ahead: number;
  /** From 0 to 1; undefined while nothing is known. */
  done: number | undefined;
};
export type Outcome = 'made' | 'failed' | 'cancelled';

/** The files that are being made for this page: how far each is, and how to stop it. */
export class Downloading {
  making = $state.raw<{ readonly [kind in ExportKind]?: Making }>({});
  #stops = new Map<ExportKind, AbortController>();

  /** Saves the file; undefined where it was being made already. */
  async start(kind: ExportKind, path: string): Promise<Outcome | undefined> {
    if (this.#stops.has(kind)) return undefined;
    const stop = new AbortController();
    this.#stops.set(kind, stop);
    this.#set(kind, { shown: false, ahead: 0, done: undefined });
    const bar = setTimeout(() => this.#set(kind, { shown: true }), barAfter);
    const got = await fetchExport(path, stop.signal, (howFar) => this.#set(kind, told(howFar)));
    clearTimeout(bar);
    this.#stops.delete(kind);
    const { [kind]: _, ...others } = this.making;
    this.making = others;
    if (!got.ok) return got.reason === 'cancelled' ? 'cancelled' : 'failed';
    save(got.file, got.name);
    return 'made';
  }

  cancel(kind: ExportKind): void {
    this.#stops.get(kind)?.abort();
  }

  cancelAll(): void {
    for (const stop of this.#stops.values()) stop.abort();
  }

  #set(kind: ExportKind, more: Partial<Making>): void {
    const known = this.making[kind] ?? { shown: false, ahead: 0, done: undefined };
    this.making = { ...this.making, [kind]: { ...known, ...more } };
  }
}

const told = (howFar: HowFar): Partial<Making> => ('done' in howFar ? { ahead: 0, done: howFar.done } : howFar);

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepFor);
}
