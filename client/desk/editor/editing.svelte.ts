import type { Draft, Edit, OwnScript, OwnScriptAnswer } from '../../../shared/own-scripts.ts';
import { call } from '../../live/api.ts';
import type { Keep } from '../../live/storage.ts';
import { toasts } from '../toasts.svelte.ts';
import { wording } from '../wording.svelte.ts';
import { editor } from './editor-words.svelte.ts';

const mostUndone = 100;
type Kept = { after: number; yaml: string };

/** One script while it is edited: its text, what it says, what is wrong, and what was before. */
export class Editing {
  draft = $state.raw<Draft>({ yaml: '', value: null, problems: [], refused: false });
  /** The version that was changed. */
  version = $state(0);
  versions = $state.raw<OwnScript['versions']>([]);
  /** Somebody saved this version meanwhile. */
  elsewhere = $state<number | null>(null);
  busy = $state(0);
  #saved = $state.raw('');
  #past = $state.raw<readonly string[]>([]);
  #future = $state.raw<readonly string[]>([]);
  readonly script: string;
  readonly #keep: Keep;
  #last: Promise<unknown> = Promise.resolve();

  constructor(script: string, keep: Keep) {
    this.script = script;
    this.#keep = keep;
  }

  get value(): unknown {
    return this.draft.value;
  }
  get isChanged(): boolean {
    return this.draft.yaml !== this.#saved;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }
  get #name(): string {
    return `ig.editor.${this.script}`;
  }

  /** Whether it is here. What was not saved in this browser is there again. */
  async open(): Promise<boolean> {
    const found = await call<OwnScript>('GET', `/api/own-scripts/${this.script}`);
    if (!found.ok) return false;
    this.#take(found.body);
    const kept = this.#kept();
    if (kept && kept.yaml !== this.draft.yaml) {
      this.version = kept.after;
      await this.replace(kept.yaml);
      toasts.say(editor.words.bar.kept);
    }
    return true;
  }

  /** What is typed first counts first: each edit is made in the text that the one before left. */
  edit(edits: readonly Edit[], said = ''): Promise<boolean> {
    return this.#inTurn(async () => {
      const before = this.draft.yaml;
      const done = await this.#ask(before, edits);
      if (!done || done.yaml === before) return done !== undefined;
      this.#past = [...this.#past, before].slice(-mostUndone);
      this.#future = [];
      this.#show(done);
      if (said) toasts.say(said, () => void this.undo());
      return true;
    });
  }
  /** Another text in its place. */
  replace(yaml: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const before = this.draft.yaml;
      const done = await this.#ask(yaml, []);
      if (!done) return false;
      if (yaml !== before) {
        this.#past = [...this.#past, before].slice(-mostUndone);
        this.#future = [];
      }
      this.#show(done);
      return true;
    });
  }

  undo(): Promise<boolean> {
    return this.#inTurn(async () => {
      const [yaml] = this.#past.slice(-1);
      const before = this.draft.yaml;
      const done = yaml === undefined ? undefined : await this.#ask(yaml, []);
      if (!done) return false;
      this.#past = this.#past.slice(0, -1);
      this.#future = [before, ...this.#future];
      this.#show(done);
      toasts.say(editor.words.bar.undone);
      return true;
    });
  }
  redo(): Promise<boolean> {
    return this.#inTurn(async () => {
      const [yaml] = this.#future;
      const before = this.draft.yaml;
      const done = yaml === undefined ? undefined : await this.#ask(yaml, []);
      if (!done) return false;
      this.#future = this.#future.slice(1);
      this.#past = [...this.#past, before];
      this.#show(done);
      toasts.say(editor.words.bar.redone);
      return true;
    });
  }

  /** `over`: after that version, whatever it says. */
  save(over = this.version): Promise<boolean> {
    return this.#inTurn(async () => {
      const { yaml } = this.draft;
      const path = `/api/own-scripts/${this.script}`;
      const saved = await call<OwnScriptAnswer>('POST', path, { yaml, after: over });
      if (!saved.ok) {
        toasts.say(saved.reason === 'noSuchItem' ? editor.words.list.no.gone : wording.refusal(saved.reason));
        return false;
      }
      if (saved.body.problem === 'changed') {
        this.elsewhere = saved.body.version;
        return false;
      }
      if (saved.body.problem !== null) {
        toasts.say(editor.words.list.no[saved.body.problem]);
        return false;
      }
      this.elsewhere = null;
      this.version = saved.body.version;
      this.versions = [{ version: this.version, at: Date.now() }, ...this.versions];
      this.#saved = yaml;
      this.#keepDraft();
      toasts.say(editor.words.bar.saved(this.version));
      return true;
    });
  }
  /** The text of an earlier version comes in place of what is here; saving keeps it. */
  async goBack(version: number): Promise<boolean> {
    const found = await call<OwnScript>('GET', `/api/own-scripts/${this.script}?version=${version}`);
    if (!found.ok) {
      toasts.say(wording.refusal(found.reason));
      return false;
    }
    return this.replace(found.body.draft.yaml);
  }
  /** What was saved elsewhere takes the place of what is here; it can be undone. */
  async takeTheirs(): Promise<void> {
    const version = this.elsewhere;
    if (version === null || !(await this.goBack(version))) return;
    this.version = version;
    this.#saved = this.draft.yaml;
    this.elsewhere = null;
    this.#keepDraft();
  }

  #take({ version, versions, draft }: OwnScript): void {
    this.version = version;
    this.versions = versions;
    this.#saved = draft.yaml;
    this.draft = draft;
  }
  #show(draft: Draft): void {
    this.draft = draft;
    this.#keepDraft();
  }
  async #ask(yaml: string, edits: readonly Edit[]): Promise<Draft | undefined> {
    const asked = await call<Draft>('POST', '/api/own-scripts/edit', { yaml, edits });
    if (asked.ok && !asked.body.refused) return asked.body;
    toasts.say(asked.ok ? editor.words.bar.notPossible : wording.refusal(asked.reason));
    return undefined;
  }
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.busy += 1;
    const done = this.#last.then(work).finally(() => {
      this.busy -= 1;
    });
    this.#last = done.catch(() => undefined);
    return done;
  }
  #keepDraft(): void {
    if (!this.isChanged) this.#keep.remove(this.#name);
    else this.#keep.set(this.#name, JSON.stringify({ after: this.version, yaml: this.draft.yaml } satisfies Kept));
  }
  #kept(): Kept | undefined {
    try {
      const { after, yaml } = JSON.parse(this.#keep.get(this.#name) ?? '{}') as Partial<Kept>;
      return typeof after === 'number' && typeof yaml === 'string' ? { after, yaml } : undefined;
    } catch {
      return undefined;
    }
  }
}
