/** From two texts of the same lines, more or less: where they differ, and how a change of one is made in the other. */

/** In `from`, the lines from `start` up to `end` are these in the other text. */
type Hunk = { start: number; end: number; lines: string[] };

/** More differences than this are told as one. */
const mostSteps = 1_500;

/** The changed lines, by Myers' shortest edit. */
export function hunksOf(from: readonly string[], to: readonly string[]): Hunk[] {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const [a, b] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  return joined(stepsBetween(a, b), b).map(({ start, end, lines }) => ({
    start: start + head,
    end: end + head,
    lines,
  }));
}

/** A step through both texts: one line taken away (x) or brought in (y). */
type Step = { x: number; y: number; isInsert: boolean };

function stepsBetween(a: readonly string[], b: readonly string[]): Step[] {
  const trace: Int32Array[] = [];
  const size = Math.min(a.length + b.length, mostSteps);
  const reach = new Int32Array(2 * size + 3);
  for (let d = 0; d <= size; d++) {
    trace.push(reach.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reach, size, k - 1) < at(reach, size, k + 1));
      let x = down ? at(reach, size, k + 1) : at(reach, size, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[size + 1 + k] = x;
      if (x >= a.length && x - k >= b.length) return walked(trace, size, a.length, b.length);
    }
  }
  return [...a.map((_, x) => ({ x, y: 0, isInsert: false })), ...b.map((_, y) => ({ x: a.length, y, isInsert: true }))];
}

const at = (reach: Int32Array, size: number, k: number): number => reach[size + 1 + k] ?? 0;

function walked(trace: readonly Int32Array[], size: number, endX: number, endY: number): Step[] {
  const steps: Step[] = [];
  let [x, y] = [endX, endY];
  for (let d = trace.length - 1; d > 0; d--) {
    const reach = trace[d] ?? new Int32Array();
    const k = x - y;
    const isInsert = k === -d || (k !== d && at(reach, size, k - 1) < at(reach, size, k + 1));
    const before = isInsert ? k + 1 : k - 1;
    x = at(reach, size, before);
    y = x - before;
    steps.push({ x, y, isInsert });
  }
  return steps.reverse();
}

function joined(steps: readonly Step[], to: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const { x, y, isInsert } of steps) {
    let last = hunks.at(-1);
    if (!last || last.end !== x) {
      last = { start: x, end: x, lines: [] };
      hunks.push(last);
    }
    if (isInsert) last.lines.push(to[y] ?? '');
    else last.end = x + 1;
  }
  return hunks;
}

const meet = (a: Hunk, b: Hunk): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end) === (b.start === b.end));

/**
 * The text as it was written, with the change that leads from `before` to `after`: where `before` is the same text written
 * otherwise. Where the change and another way of writing meet, `after` wins.
 */
export function changedLines(written: string, before: string, after: string): string {
  const [own, base] = [written.split('\n'), before.split('\n')];
  const changes = hunksOf(base, after.split('\n'));
  const ways = hunksOf(base, own).filter((way) => !changes.some((change) => meet(way, change)));
  const lines: string[] = [];
  let next = 0;
  for (const hunk of [...changes, ...ways].sort((a, b) => a.start - b.start || a.end - b.end)) {
    lines.push(...base.slice(next, hunk.start), ...hunk.lines);
    next = hunk.end;
  }
  return [...lines, ...base.slice(next)].join('\n');
}
