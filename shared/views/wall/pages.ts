/** Pages of the wall: blocks of a measured height fill columns; what does not fit goes to the next page, never over the edge. */

export type Room = { height: number; gap: number; columns: number; perColumn: number };

/** For each page its columns, for each column the indexes of its blocks. A block higher than a column stands alone in one. */
export function packPages(heights: readonly number[], { height, gap, columns, perColumn }: Room): number[][][] {
  const pages: number[][][] = [];
  let column: number[] = [];
  let filled = 0;
  heights.forEach((block, index) => {
    const needed = column.length ? filled + gap + block : block;
    if (pages.length === 0 || (column.length > 0 && (needed > height || column.length >= perColumn))) {
      column = [];
      filled = 0;
      const page = pages.at(-1);
      if (page && page.length < columns) page.push(column);
      else pages.push([column]);
    }
    filled = column.length ? filled + gap + block : block;
    column.push(index);
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
