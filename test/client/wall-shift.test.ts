// Who moved, on the wall: however many questions and steps, nothing is cut, no word breaks, and each question has its page (law 8).
import { mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import ShiftTable from '../../client/ui/ShiftTable.svelte';
import { rooms } from '../../client/wall/settings.svelte.ts';
import { type Script, scriptSchema } from '../../shared/script.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { words } from '../../shared/words/wall.nl.ts';
import { brokenWords } from '../support/broken-words.ts';
import { fold, opened, plannedSession } from '../support/wall-session.ts';
import { resizeTo, showWall, sizes, troubles, viewOf } from '../support/wall-stage.svelte.ts';

const shapes = ['open', 'quarter', 'half', 'threeQuarters', 'full'] as const;
const names = ['helemaal oneens', 'oneens', 'een beetje', 'behoorlijk', 'grotendeels eens', 'eens', 'helemaal eens'];

function scriptOf(questions: number, steps: number): Script {
  const shared = {
    ...{ kind: 'answering', minutes: 5, form: 'individual', items: { set: 'tekst' } },
    wall: { mode: 'distribution', reveal: 'never' },
    prompts: Array.from({ length: questions }, (_, i) => ({
      id: `q${i + 1}`,
      title: { nl: i % 2 ? `Vraag ${i + 1}: hoe bruikbaar is dit in jullie eigen praktijk?` : `Vraag ${i + 1}` },
      fields: [{ id: 'judgement', kind: 'judgement', scale: 'steps' }],
    })),
  };
  return scriptSchema.parse({
    ...{ format: 'in-gesprek/script@1', id: 'proef', version: '1.0.0', languages: ['nl'], minutes: 10 },
    title: { nl: 'Proef' },
    scales: {
      steps: Array.from({ length: steps }, (_, i) => ({
        id: `s${i}`,
        shape: shapes[i % shapes.length],
        label: { nl: names[i % names.length] },
      })),
    },
    itemSets: [
      {
        ...{ id: 'tekst', kind: 'definition', title: { nl: 'De definitie' } },
        items: [{ id: 'def', text: { nl: 'Een plek waar mensen samen leren en werken, en dat van elkaar weten.' } }],
      },
    ],
    steps: [
      { ...shared, id: 'eerst', title: { nl: 'Alleen' } },
      { ...shared, id: 'daarna', title: { nl: 'Nog eens alleen' }, compareWith: 'eerst' },
    ],
  });
}

/** Everybody moved one step. */
function shown(questions: number, steps: number): SessionState {
  const state = opened(plannedSession(scriptOf(questions, steps)), 'daarna');
  const rows = Array.from({ length: steps }, (_, i) => Array.from({ length: steps }, (_, j) => (j === i + 1 ? 12 : 0)));
  const n = 12 * (steps - 1);
  const shifts =
    state.script.steps[1]?.prompts.map(({ id }) => ({ prompt: id, rows, n, once: 2, reckonedAt: 0 })) ?? [];
  const wall = { ...state.wall, mode: 'shift', item: 'def' } as const;
  return fold(
    state,
    { type: 'WallSet', wall, subgroup: null },
    { type: 'ShiftShown', step: 'daarna', item: 'def', shifts, none: null },
  );
}
const turned = (state: SessionState, page: number) =>
  fold(state, { type: 'WallSet', wall: { ...state.wall, page }, subgroup: null });

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

test.each([
  [1, 3, 0],
  [1, 7, 0],
  [2, 7, 1],
  [4, 4, 0],
  [6, 4, 0],
  [7, 4, 0],
  [9, 5, 0],
  [13, 7, 2],
  [20, 3, 1],
])(
  '%i questions on %i steps fit in room %i at every size, each on some page (D3, law 8)',
  async (questions, steps, at) => {
    const state = shown(questions, steps);
    const stage = showWall(viewOf(state, rooms[at]));
    stop = stage.stop;
    const found: string[] = [];
    for (const [width, height] of sizes) {
      await resizeTo(width, height);
      const seen = new Set<string>();
      for (const page of Array(21).keys()) {
        await stage.show(viewOf(turned(state, page), rooms[at]));
        const where = `page ${page} at ${width}x${height}`;
        found.push(...troubles().map((trouble) => `${where}: ${trouble}`));
        found.push(...brokenWords('.block:not(.off) section').map((word) => `${where}: "${word}" is broken`));
        const before = seen.size;
        for (const title of document.querySelectorAll('.block:not(.off) h2')) seen.add(title.textContent ?? '');
        if (seen.size === before) break;
      }
      expect(seen.size, `${width}x${height}`).toBe(questions);
    }
    expect(found).toEqual([]);
  },
);

test.each([['not', 'somewhat', 'quite', 'highly'], ['ja', 'deels', 'nee'], names])(
  'the table of %s, … breaks no word and sticks out of no card, from 230 px on (D3)',
  async (...labels) => {
    const box = document.createElement('div');
    box.style.fontSize = '14px';
    box.style.overflowWrap = 'anywhere';
    document.body.append(box);
    const options = labels.map((label, i) => ({ id: label, label, shape: shapes[i % shapes.length] ?? 'open' }));
    const props = { ...{ caption: 'Tabel', first: words.shift.first, second: words.shift.second }, options, rows: [] };
    const table = mount(ShiftTable, { target: box, props: { ...props, cell: words.shift.cell } });
    stop = async () => {
      await unmount(table);
      box.remove();
    };
    await resizeTo(1440, 900);
    const upright = () =>
      getComputedStyle(box.querySelector('thead .label') as Element).writingMode !== 'horizontal-tb';
    const found: string[] = [];
    let turned = false;
    for (let width = 230; width <= 900; width += 10) {
      box.style.width = `${width}px`;
      found.push(...brokenWords('table').map((word) => `"${word}" at ${width}`));
      if ((box.querySelector('table')?.offsetWidth ?? 0) > width) found.push(`too wide at ${width}`);
      turned ||= upright();
    }
    expect(found).toEqual([]);
    expect(upright(), 'in a wide card the names lie').toBe(false);
    if (labels.length > 3) expect(turned).toBe(true);
  },
);
