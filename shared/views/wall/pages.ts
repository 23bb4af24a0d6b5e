/** Pages of the wall: blocks of a measured height fill columns; what does not fit goes to the next page, never over the edge. */

export type Room = {
  height: number;
  gap: number;
  columns: number;
  /**
   * Blocks read down one column and then the next, so many in each. Without it the next block comes where most of its page is
   * free, so that no half of a page stays empty, and what stands there never moves because another came.
   */
  perColumn?: number | undefined;
};

/** Which column of this page is next for a block; undefined: it is full. */
function columnFor(block: number, page: number[][], filled: readonly number[], room: Room): number | undefined {
  const fits = (column: number) => (filled[column] ?? 0) + room.gap + block <= room.height;
  const next = page.length < room.columns ? page.length : undefined;
  if (room.perColumn === undefined) {
    const shortest = filled.indexOf(Math.min(...filled));
    return next ?? (fits(shortest) ? shortest : undefined);
  }
  const last = page.length - 1;
  return fits(last) && (page[last]?.length ?? 0) < room.perColumn ? last : next;
}

/** For each page its columns, for each column the indexes of its blocks. A block higher than a column stands alone in one. */
export function packPages(heights: readonly number[], room: Room): number[][][] {
  const pages: number[][][] = [];
  let filled: number[] = [];
  heights.forEach((block, index) => {
    const page = pages.at(-1);
    const at = page && columnFor(block, page, filled, room);
    if (!page || at === undefined) {
      pages.push([[index]]);
      filled = [block];
      return;
    }
    const before = filled[at];
    filled[at] = before === undefined ? block : before + room.gap + block;
    page[at] = [...(page[at] ?? []), index];
  });
  return pages;
}

/** The page that is shown when the desk asks for this one: never beyond the last. */
export const pageOf = (pages: number, asked: number): number => Math.max(0, Math.min(asked, pages - 1));

/** "1 tot 6": places on a page, counted from one. */
export function rangeOf(pages: readonly number[][][], page: number): { from: number; to: number } {
  const before = pages.slice(0, page).flat(2).length;
  return { from: before + 1, to: before + (pages[page]?.flat().length ?? 0) };
}
