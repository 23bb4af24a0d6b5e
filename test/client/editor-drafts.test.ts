// One script in two tabs: what is typed in each stays its own, and nothing of it is lost (A3).
import { afterEach, expect, test, vi } from 'vitest';
import { Editing } from '../../client/desk/editor/editing.svelte.ts';
import { memory } from '../../client/live/storage.ts';
import { serveScript } from '../support/editor-room.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const keep = () => ({ ...memory(), lasting: true });
async function tab(at: ReturnType<typeof keep>): Promise<Editing> {
  const editing = new Editing('s1', at);
  expect(await editing.open()).toBe(true);
  return editing;
}
const named = (editing: Editing, nl: string) => editing.edit([{ do: 'set', path: ['title', 'nl'], value: nl }]);
const titleIn = (yaml: string) => (JSON.parse(yaml) as { title: { nl: string } }).title.nl;

test('a tab that opens beside another takes nothing from it, and both keep what is typed in them', async () => {
  await serveScript();
  const store = keep();
  const first = await tab(store);
  await named(first, 'Een');
  const second = await tab(store);
  expect(titleIn(second.draft.yaml)).toBe('Goed gesprek');
  await named(second, 'Twee');
  await named(first, 'Eén');
  // Both are gone, and the one that was typed in last is back; the other is there to be taken.
  await first.leave();
  await second.leave();
  const again = await tab(store);
  expect([again.draft.yaml, ...again.unsaved.map(({ yaml }) => yaml)].map(titleIn)).toEqual(['Eén', 'Twee']);
  const [other] = again.unsaved;
  if (!other) throw new Error('nothing else was kept');
  expect(await again.takeUnsaved(other)).toBe(true);
  expect([again.draft.yaml, ...again.unsaved.map(({ yaml }) => yaml)].map(titleIn)).toEqual(['Twee', 'Eén']);
  await again.leave();
  const last = await tab(store);
  expect([last.draft.yaml, ...last.unsaved.map(({ yaml }) => yaml)].map(titleIn).sort()).toEqual(['Eén', 'Twee']);
  await last.leave();
});

test('what is typed in the text itself counts when it is saved or left, and is kept until then', async () => {
  const saved: string[] = [];
  await serveScript({
    other(_, path, body) {
      if (path !== '/api/own-scripts/s1' || !body) return undefined;
      saved.push((body as { yaml: string }).yaml);
      return { problem: null, script: 's1', version: 2 };
    },
  });
  const store = keep();
  const editing = await tab(store);
  editing.type(editing.draft.yaml.replace('Goed gesprek', 'Getypt'));
  expect(editing.isChanged).toBe(true);
  await vi.waitFor(() => expect(store.keys('ig.editor.s1')).toHaveLength(1));
  expect(await editing.save()).toBe(true);
  expect(saved.map(titleIn)).toEqual(['Getypt']);
  expect([editing.isChanged, store.keys('ig.editor.s1')]).toEqual([false, []]);
  editing.type(editing.draft.yaml.replace('Getypt', 'Later'));
  await editing.leave();
  const again = await tab(store);
  expect(titleIn(again.draft.yaml)).toBe('Later');
  await again.leave();
});

test('where nothing was left the script is there at once: other tabs are not waited for', async () => {
  await serveScript();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const editing = await tab(keep());
  expect(titleIn(editing.draft.yaml)).toBe('Goed gesprek');
  vi.useRealTimers();
  await editing.leave();
});
