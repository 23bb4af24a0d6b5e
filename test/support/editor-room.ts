// An editor without a server: a text of JSON (which is YAML too), edited as asked, and the problems that a test names.
import '../../client/styles/base.css';
import '../../client/styles/content.css';
import '../../client/desk/desk.css';
import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Editor from '../../client/desk/editor/Editor.svelte';
import { editor } from '../../client/desk/editor/editor-words.svelte.ts';
import { wording } from '../../client/desk/wording.svelte.ts';
import { memory } from '../../client/live/storage.ts';
import type { Draft, DraftProblem, Edit } from '../../shared/own-scripts.ts';

type Part = Record<string | number, unknown>;
const said = (nl: string, en: string) => ({ nl, en });

const statement = { id: 'luisteren', title: said('Wij luisteren', 'We listen') };
const script = {
  id: 'gesprek',
  languages: ['nl', 'en'],
  title: said('Goed gesprek', 'A good talk'),
  minutes: 15,
  scales: { drie: [{ id: 'ja', shape: 'full', label: said('ja', 'yes') }] },
  itemSets: [{ id: 'stellingen', kind: 'list', title: said('Stellingen', 'Statements'), items: [statement] }],
  steps: [
    { id: 'inloop', kind: 'arrival', minutes: 5, form: 'everyone', title: said('Inloop', 'Arrival') },
    {
      ...{ id: 'vraag', kind: 'answering', minutes: 10, form: 'pair', title: said('Antwoorden', 'Answering') },
      prompts: [{ id: 'p', title: said('Herken je dit?', 'Known?'), fields: [{ id: 'f', kind: 'text', max: 400 }] }],
    },
  ],
};

function inside(value: unknown, path: readonly (string | number)[]): Part {
  return path.reduce<Part>((here, key) => {
    here[key] ??= {};
    return here[key] as Part;
  }, value as Part);
}
function made(value: unknown, edit: Edit): void {
  if (edit.do === 'set' || edit.do === 'remove') {
    const holder = inside(value, edit.path.slice(0, -1));
    const key = edit.path.at(-1) ?? '';
    if (edit.do === 'set') holder[key] = edit.value;
    else if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
    return;
  }
  const list = inside(value, edit.path) as unknown as unknown[];
  if (edit.do === 'insert') list.splice(edit.at, 0, edit.value);
  else if (edit.do === 'copy') list.splice(edit.to, 0, structuredClone(list[edit.from]));
  else list.splice(edit.to, 0, ...list.splice(edit.from, 1));
}

type Server = {
  faults?: (value: typeof script) => { path: DraftProblem['path']; nl: string }[];
  other?: (method: string, path: string, body: unknown) => object | undefined;
  /** Nothing is answered yet. */
  isSlow?: boolean;
  isOnline?: () => boolean;
};

/** `faults` says what is wrong with a text, `other` answers whatever else is asked, and what is saved. */
export async function serveScript({
  faults = () => [],
  other = () => undefined,
  isSlow,
  isOnline = () => true,
}: Server = {}): Promise<void> {
  const draftOf = (yaml: string): Draft => {
    const value = JSON.parse(yaml) as typeof script;
    const problems = faults(value).map(({ path, nl }) => ({
      ...{ path, line: 1, column: 1, message: said(nl, nl), atForm: null, proposal: null },
    }));
    return { yaml, value, problems, refused: false };
  };
  const edited = ({ yaml, edits }: { yaml: string; edits: Edit[] }): Draft => {
    const value: unknown = JSON.parse(yaml);
    for (const edit of edits) made(value, edit);
    return draftOf(JSON.stringify(value));
  };
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    if (isSlow) await new Promise(() => {});
    if (!isOnline()) throw new TypeError('Failed to fetch');
    const [method, path] = [init?.method ?? 'GET', String(input)];
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    if (path === '/api/own-scripts/edit') return Response.json(edited(body as Parameters<typeof edited>[0]));
    const whole = { script: 's1', version: 1, draft: draftOf(JSON.stringify(script)), versions: [] };
    const isOwn = path.startsWith('/api/own-scripts/');
    const told = isOwn && method === 'GET' ? undefined : other(method, path, body);
    return Response.json(told ?? (isOwn ? whole : {}));
  });
  await wording.open({ ...memory(), lasting: false }, 'nl');
  await editor.use('nl');
}

/** The editor at this size, in light or in dark. */
export async function openEditor({
  size = [1440, 900],
  theme = 'light',
  ...server
}: Server & { size?: [number, number]; theme?: 'light' | 'dark' } = {}) {
  await serveScript(server);
  document.documentElement.dataset['theme'] = theme;
  await page.viewport(...size);
  const keep = memory();
  return render(Editor, { script: 's1', keep: { ...keep, lasting: false }, onlost: () => undefined });
}
