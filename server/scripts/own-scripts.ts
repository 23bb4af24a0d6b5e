/** Scripts of facilitators' own: each save is a version, and a session is planned from the last one. */
import type * as z from 'zod/mini';
import type { Home } from '../../shared/api.ts';
import {
  maxScriptBytes,
  type newScriptRequest,
  type OwnScript,
  type OwnScriptAnswer,
  type OwnScriptRow,
} from '../../shared/own-scripts.ts';
import type { Script } from '../../shared/script.ts';
import type { Library } from '../library/library.ts';
import { newId } from '../live/hosts.ts';
import type { SavedScript, Store } from '../store/store.ts';
import { blankScript } from './blank.ts';
import type { Drafting } from './drafting.ts';
import { scriptLimits } from './limits.ts';
import { choiceOf } from './script-choice.ts';

type Choice = Home['scripts'][number];
type Wish = z.infer<typeof newScriptRequest>;
/** What is known of a version without reading it again; a version never changes. */
type Known = { id: string; title: OwnScriptRow['title']; problems: number; choice: Choice | null };
const mostKnown = 400;

export type OwnScripts = ReturnType<typeof buildOwnScripts>;

export function buildOwnScripts(store: Store, library: Library, drafting: Drafting, clock: () => number) {
  const known = new Map<string, Known>();

  async function knownOf({ script, version }: SavedScript): Promise<Known | undefined> {
    const place = `${script}/${version}`;
    const held = known.get(place);
    if (held) return held;
    const yaml = await store.scriptText(script, version);
    if (yaml === undefined) return undefined;
    // One that cannot be looked at now hides none of the others.
    const looked = await drafting.look(yaml).catch(() => undefined);
    if (!looked) return { ...namesIn(null), problems: 1, choice: null };
    const { value, problems, script: whole } = looked;
    const found = { ...namesIn(value), problems: problems.length, choice: whole && choiceOf(whole) };
    if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '');
    known.set(place, found);
    return found;
  }
  const withKnown = async (owner: string): Promise<{ saved: SavedScript; known: Known }[]> => {
    const found: { saved: SavedScript; known: Known }[] = [];
    for (const saved of await store.scripts({ owner })) {
      const one = await knownOf(saved);
      if (one) found.push({ saved, known: one });
    }
    return found.sort((a, b) => b.saved.at - a.saved.at);
  };
  /** The last version, where it is this facilitator's. */
  const lastOf = async (owner: string, script: string): Promise<SavedScript | undefined> => {
    const last = (await store.scriptVersions(script)).at(-1);
    return last?.owner === owner ? last : undefined;
  };
  async function textOf(owner: string, script: string): Promise<string | undefined> {
    const last = await lastOf(owner, script);
    return last && (await store.scriptText(script, last.version));
  }
  /** Told apart from the library's and from one's others: what is compared later goes by this. */
  async function freeId(owner: string, wanted: string): Promise<string> {
    const own = (await withKnown(owner)).map((one) => one.known.id);
    const isTaken = (id: string) => own.includes(id) || library.find(id) !== undefined;
    const base = wanted.slice(0, 56).replace(/-\d+$/, '');
    for (let n = 1; ; n++) {
      const id = n === 1 ? base : `${base}-${n}`;
      if (!isTaken(id)) return id;
    }
  }
  async function renamed(owner: string, yaml: string): Promise<string> {
    const id = await freeId(owner, namesIn((await drafting.look(yaml)).value).id || 'draaiboek');
    return (await drafting.draft(yaml, [{ do: 'set', path: ['id'], value: id }])).yaml;
  }
  async function textFor(owner: string, wish: Wish): Promise<string | undefined> {
    if ('yaml' in wish) return wish.yaml;
    if ('empty' in wish) return blankScript(await freeId(owner, idFrom(wish.title)), wish.empty, wish.title);
    const source = 'own' in wish ? await textOf(owner, wish.own) : library.textOf(wish.library);
    return source === undefined ? undefined : renamed(owner, source);
  }
  async function save(saved: SavedScript, yaml: string): Promise<OwnScriptAnswer> {
    if (Buffer.byteLength(yaml) > maxScriptBytes) return { problem: 'tooLarge' };
    const { script, version } = saved;
    const done = await store.saveScript({ ...saved, yaml }, scriptLimits);
    if (done === 'saved') return { problem: null, script, version };
    if (done !== 'changed') return { problem: done };
    const last = (await store.scriptVersions(script)).at(-1)?.version ?? 0;
    // An answer that was lost on its way: the same once more.
    const isRepeat = last === version && (await store.scriptText(script, last)) === yaml;
    return isRepeat ? { problem: null, script, version } : { problem: 'changed', version: last };
  }

  return {
    async rows(owner: string): Promise<OwnScriptRow[]> {
      return (await withKnown(owner)).map(({ saved: { script, version, at }, known: { title, problems } }) => ({
        ...{ script, version, at, title, problems },
      }));
    },
    /** Those from which a session can be planned. */
    async choices(owner: string): Promise<Choice[]> {
      return (await withKnown(owner)).flatMap(({ saved: { script: id, version: own }, known: { choice } }) =>
        choice ? [{ ...choice, id, own }] : [],
      );
    },
    /** The last version as a session begins with it; in what it says of its version, which saved one that was. */
    async find(owner: string, script: string): Promise<Script | undefined> {
      const last = await lastOf(owner, script);
      const yaml = last && (await store.scriptText(script, last.version));
      const whole = yaml === undefined ? null : (await drafting.look(yaml)).script;
      return last && whole ? { ...whole, version: `${whole.version}+${last.version}` } : undefined;
    },
    async read(owner: string, script: string, asked: number | null): Promise<OwnScript | undefined> {
      if (!(await lastOf(owner, script))) return undefined;
      const versions = (await store.scriptVersions(script)).map(({ version, at }) => ({ version, at })).reverse();
      const version = asked ?? versions[0]?.version ?? 0;
      const yaml = await store.scriptText(script, version);
      return yaml === undefined ? undefined : { script, version, draft: await drafting.draft(yaml), versions };
    },
    /** Undefined: there is nothing of that name to begin from. */
    async make(owner: string, wish: Wish): Promise<OwnScriptAnswer | undefined> {
      const yaml = await textFor(owner, wish);
      return yaml === undefined ? undefined : save({ script: newId(), version: 1, owner, at: clock() }, yaml);
    },
    /** Undefined: it is not this facilitator's. */
    async saveAfter(owner: string, script: string, after: number, yaml: string): Promise<OwnScriptAnswer | undefined> {
      if (!(await lastOf(owner, script))) return undefined;
      return save({ script, version: after + 1, owner, at: clock() }, yaml);
    },
    /** Whether it was this facilitator's; then nothing readable is left of it (P2). */
    async remove(owner: string, script: string): Promise<boolean> {
      if (!(await lastOf(owner, script))) return false;
      await store.removeScript(script);
      for (const place of known.keys()) if (place.startsWith(`${script}/`)) known.delete(place);
      return true;
    },
  };
}

/** From a value that may be no script. */
function namesIn(value: unknown): { id: string; title: OwnScriptRow['title'] } {
  const { id, title } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const words = (typeof title === 'object' && title !== null ? title : {}) as Record<string, unknown>;
  const text = (one: unknown) => (typeof one === 'string' ? one.slice(0, 200) : '');
  const [nl, en] = [text(words['nl'] ?? words['quote']), text(words['en'])];
  return { id: text(id), title: { nl: nl || en, en: en || nl } };
}

/** "Mijn gesprek!" -> "mijn-gesprek". */
const idFrom = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56) || 'draaiboek';
