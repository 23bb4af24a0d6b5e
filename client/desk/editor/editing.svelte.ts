import type { Draft, Edit, OwnScript, OwnScriptAnswer } from '../../../shared/own-scripts.ts';
import { call } from '../../live/api.ts';
import type { Keep } from '../../live/storage.ts';
import { toasts } from '../toasts.svelte.ts';
import { wording } from '../wording.svelte.ts';
import { editor } from './editor-words.svelte.ts';
import { KeptDrafts, type Left, type Unsaved } from './kept-drafts.ts';
import { idsAt, type Path, saidAt } from './places.ts';

const mostUndone = 100;

/** In two seconds, or once the browser says so. */
const networkMayBeBack = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 2_000);
    addEventListener('online', () => resolve(), { once: true });
  });

/** What to change; where that rests on what the script says, it is asked once the changes before it are made. */
type Edits = readonly Edit[] | ((value: unknown) => readonly Edit[]);

/** One script while it is edited: its text, what it says, what is wrong, and what was before. */
export class Editing {
  draft = $state.raw<Draft>({ yaml: '', value: null, problems: [], refused: false });
  /** The version that was changed. */
  version = $state(0);
  versions = $state.raw<OwnScript['versions']>([]);
  /** Somebody saved this version meanwhile. */
  elsewhere = $state<number | null>(null);
  /** What tabs that are gone left, beside what is here. */
  unsaved = $state.raw<readonly Unsaved[]>([]);
  /** In the text, not taken over yet. */
  typed = $state<string | null>(null);
  busy = $state(0);
  /** What was typed is not in the script yet: there is no network. */
  waits = $state(false);
  #isLeft = false;
  #saved = $state.raw('');
  #past = $state.raw<readonly string[]>([]);
  #future = $state.raw<readonly string[]>([]);
  /** To a field, in which the last change was made. */
  #visit: object | undefined;
  readonly script: string;
  readonly #drafts: KeptDrafts;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(script: string, keep: Keep) {
    this.script = script;
    this.#drafts = new KeptDrafts(keep, script);
  }

  get value(): unknown {
    return this.draft.value;
  }
  /** The parts of a list, by their ids and what they are called. */
  named(path: Path, key = 'title'): { value: string; label: string }[] {
    return idsAt(this.value, path).map((id, n) => ({
      ...{ value: id, label: saidAt(this.value, [...path, n, key], wording.language) || id },
    }));
  }
  get isChanged(): boolean {
    return this.draft.yaml !== this.#saved || this.typed !== null;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Whether it is here. What was not saved in this browser is there again. */
  async open(): Promise<boolean> {
    const left = this.#drafts.left();
    const found = await call<OwnScript>('GET', `/api/own-scripts/${this.script}`);
    if (!found.ok) return false;
    this.#take(found.body);
    // Nothing was left here: it is there at once, whether or not another tab has it too.
    if (this.#drafts.hasMore()) await this.#takeLeft(await left);
    else void left.then(({ isElsewhere }) => this.#tellElsewhere(isElsewhere));
    return true;
  }
  async #takeLeft({ drafts, isElsewhere }: Left): Promise<void> {
    const same = drafts.filter(({ yaml }) => yaml === this.draft.yaml);
    for (const draft of same) this.#drafts.forget(draft);
    const [last, ...more] = drafts.filter((draft) => !same.includes(draft));
    this.unsaved = more;
    if (last) {
      this.version = last.after;
      if (await this.replace(last.yaml)) this.#drafts.forget(last);
      toasts.say(more.length ? editor.words.bar.keptMore : editor.words.bar.kept);
    } else this.#tellElsewhere(isElsewhere);
  }
  #tellElsewhere(isElsewhere: boolean): void {
    if (isElsewhere) toasts.say(editor.words.bar.inOtherTab);
  }
  /** Other tabs hear no more of this one. */
  async leave(): Promise<void> {
    this.#isLeft = true;
    await this.applyTyped();
    this.#drafts.leave();
  }

  /** In the text itself; it counts once it is taken over, at the latest when it is left or saved. */
  type(text: string | null): void {
    this.typed = text === this.draft.yaml ? null : text;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#keepDraft(), 500);
  }
  async applyTyped(): Promise<boolean> {
    const { typed } = this;
    clearTimeout(this.#typing);
    if (typed === null) return true;
    if (!(await this.replace(typed))) return false;
    if (this.typed === typed) this.typed = null;
    this.#keepDraft();
    return true;
  }
  /** What was typed in a tab that is gone comes in place of what is here, and the other way round. */
  async takeUnsaved(draft: Unsaved): Promise<boolean> {
    const here = { after: this.version, yaml: this.draft.yaml, isChanged: this.isChanged };
    if (!(await this.replace(draft.yaml))) return false;
    this.unsaved = this.unsaved.filter((one) => one !== draft);
    if (here.isChanged) {
      this.#drafts.swap(draft, here.after, here.yaml);
      this.unsaved = [...this.unsaved, { ...draft, ...here, at: Date.now() }];
    } else this.#drafts.forget(draft);
    this.version = draft.after;
    this.#keepDraft();
    return true;
  }

  /**
   * What is typed first counts first: each edit is made in the text that the one before left. Edits of one `visit` to a
   * field are one step to undo.
   */
  edit(edits: Edits, said = '', visit?: object): Promise<boolean> {
    return this.#inTurn(async () => {
      const before = this.draft.yaml;
      const wanted = typeof edits === 'function' ? edits(this.value) : edits;
      if (wanted.length === 0) return true;
      const done = await this.#ask(before, wanted, true);
      if (!done || done.yaml === before) return done !== undefined;
      if (visit === undefined || visit !== this.#visit) this.#past = [...this.#past, before].slice(-mostUndone);
      this.#visit = visit;
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
        this.#visit = undefined;
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
      this.#visit = undefined;
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
      this.#visit = undefined;
      this.#future = this.#future.slice(1);
      this.#past = [...this.#past, before];
      this.#show(done);
      toasts.say(editor.words.bar.redone);
      return true;
    });
  }

  /** `over`: after that version, whatever it says. */
  async save(over = this.version): Promise<boolean> {
    if (!(await this.applyTyped())) return false;
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
  /** `waits`: without a network it is asked until there is one, so that nothing that was typed is lost. */
  async #ask(yaml: string, edits: readonly Edit[], waits = false): Promise<Draft | undefined> {
    const ask = () => call<Draft>('POST', '/api/own-scripts/edit', { yaml, edits });
    let asked = await ask();
    while (waits && !this.#isLeft && !asked.ok && asked.reason === 'offline') {
      if (!this.waits) toasts.say(editor.words.bar.waits);
      this.waits = true;
      await networkMayBeBack();
      asked = await ask();
    }
    this.waits = false;
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
    if (this.isChanged) this.#drafts.put(this.version, this.typed ?? this.draft.yaml);
    else this.#drafts.drop();
  }
}
