/** Pages filled from the top: what belongs together stays together where it fits on one. */
import type { Pdf } from './pen.ts';

/** Something of a known height. `glued`: not without the next one; `repeat`: comes again on each page that begins with this one. */
export type Piece = {
  height: number;
  /** Above it, but for on top of a page. */
  space: number;
  glued: boolean;
  draw: (top: number) => void;
  repeat?: Pick<Piece, 'height' | 'draw'>;
};

export const page = { width: 595.28, height: 841.89, side: 56, top: 54, bottom: 66 } as const;
export const textWidth = page.width - 2 * page.side;
const floor = page.height - page.bottom;
/** The most that one page holds. */
export const pageRoom = floor - page.top;

export function openFlow(pdf: Pdf) {
  let y: number = page.top;
  let waiting: Piece[] = [];

  function turn(): void {
    pdf.addPage();
    y = page.top;
  }
  function put(piece: Piece): void {
    const onTop = y === page.top;
    if (!onTop && y + piece.space + piece.height > floor) turn();
    if (y === page.top && piece.repeat) {
      piece.repeat.draw(y);
      y += piece.repeat.height;
    } else if (y > page.top) y += piece.space;
    piece.draw(y);
    y += piece.height;
  }
  function settle(): void {
    const [first, ...rest] = waiting;
    if (!first) return;
    const height = rest.reduce((sum, piece) => sum + piece.space + piece.height, first.height);
    const top = y === page.top ? 0 : first.space;
    if (y > page.top && y + top + height > floor && height <= pageRoom) turn();
    for (const piece of waiting) put(piece);
    waiting = [];
  }
  turn();
  return {
    add(piece: Piece): void {
      waiting.push(piece);
      if (!piece.glued) settle();
    },
    end: settle,
    /** Nothing waits to be drawn. */
    isSettled: () => waiting.length === 0,
  };
}
