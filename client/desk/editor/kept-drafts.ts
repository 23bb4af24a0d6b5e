import type { Keep } from '../../live/storage.ts';

/** What was typed and not saved, in one tab: after which version, and when last. */
export type Unsaved = { key: string; after: number; yaml: string; at: number };

export type Left = { drafts: Unsaved[]; isElsewhere: boolean };

const nameOf = (script: string) => `ig.editor.${script}`;
/** How long other tabs have to say that they are there. */
const patience = 200;

const keysOf = (keep: Keep, script: string): string[] =>
  keep.keys(nameOf(script)).filter((key) => key === nameOf(script) || key.startsWith(`${nameOf(script)}.`));

/** Nothing of it stays in this browser. */
export const removeDrafts = (keep: Keep, script: string): void => {
  for (const key of keysOf(keep, script)) keep.remove(key);
};

/** What is typed in this tab lies under a key of its own: another tab with the same script neither reads nor writes there. */
export class KeptDrafts {
  readonly #keep: Keep;
  readonly #script: string;
  readonly #own: string;
  readonly #line: BroadcastChannel | null;

  constructor(keep: Keep, script: string) {
    this.#keep = keep;
    this.#script = script;
    this.#own = `${nameOf(script)}.${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    this.#line = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(nameOf(script));
    this.#line?.addEventListener('message', ({ data }) => {
      if (data === 'who') this.#line?.postMessage(this.#own);
    });
  }

  put(after: number, yaml: string): void {
    this.#keep.set(this.#own, JSON.stringify({ after, yaml, at: Date.now() }));
  }
  drop(): void {
    this.#keep.remove(this.#own);
  }
  /** Whether a tab left something, or leaves it yet. */
  hasMore(): boolean {
    return keysOf(this.#keep, this.#script).some((key) => key !== this.#own);
  }
  /** What a tab left that is not there any more, the last typed first; and whether there is another tab now. */
  async left(): Promise<Left> {
    const others = await this.#others();
    const keys = keysOf(this.#keep, this.#script).filter((key) => key !== this.#own && !others.has(key));
    const drafts = keys.flatMap((key) => this.#read(key) ?? []).sort((a, b) => b.at - a.at);
    return { drafts, isElsewhere: others.size > 0 };
  }
  /** This comes in its place, so that it is not lost for taking the other. */
  swap({ key }: Unsaved, after: number, yaml: string): void {
    this.#keep.set(key, JSON.stringify({ after, yaml, at: Date.now() }));
  }
  /** It stands elsewhere now. */
  forget({ key }: Unsaved): void {
    this.#keep.remove(key);
  }
  /** What is kept stays; other tabs hear no more of this one. */
  leave(): void {
    this.#line?.close();
  }

  async #others(): Promise<Set<string>> {
    const line = this.#line;
    const found = new Set<string>();
    if (!line) return found;
    const hear = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string' && data !== 'who') found.add(data);
    };
    line.addEventListener('message', hear);
    line.postMessage('who');
    await new Promise((resolve) => setTimeout(resolve, patience));
    line.removeEventListener('message', hear);
    return found;
  }
  #read(key: string): Unsaved | undefined {
    try {
      const { after, yaml, at = 0 } = JSON.parse(this.#keep.get(key) ?? '{}') as Partial<Unsaved>;
      return typeof after === 'number' && typeof yaml === 'string' ? { key, after, yaml, at } : undefined;
    } catch {
      return undefined;
    }
  }
}
