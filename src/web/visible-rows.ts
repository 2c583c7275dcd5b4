/** Height of a line in pixels; the style sheet has the same. */
export const ROW = 20;

/** Taller elements come out wrong in browsers: the scroll bar of a longer text stands for more lines than it has room. */
const TALLEST = 8_000_000;

/** Rows above and below those in view that are there as well, so that scrolling shows no gaps. */
const AROUND = 10;

/** Rows of a long list that are in view, with a few around them. */
export interface Rows {
  readonly from: number;
  readonly to: number;
  /** Where the first of them stands, in pixels from the top of the list. */
  readonly top: number;
}

/** The height of a list of so many rows. */
export function heightOf(count: number): number {
  return Math.min(count * ROW, TALLEST);
}

/** The rows to be drawn when a list of so many is scrolled to `scrollTop` in a window of so many pixels. */
export function rowsInView(scrollTop: number, windowHeight: number, count: number): Rows {
  const height = heightOf(count);
  const first = Math.floor(rowAt(scrollTop, windowHeight, count));
  const from = Math.max(0, first - AROUND);
  const to = Math.min(count, first + Math.ceil(windowHeight / ROW) + AROUND);
  const isScaled = height < count * ROW;
  return { from, to, top: isScaled ? scrollTop - (first - from) * ROW : from * ROW };
}

/** Where to scroll so that a row stands in the upper third of the window. */
export function scrollTo(row: number, windowHeight: number, count: number): number {
  const above = Math.max(0, row - Math.floor(windowHeight / ROW / 3));
  const height = heightOf(count);
  if (height === count * ROW) return Math.min(above * ROW, Math.max(0, height - windowHeight));
  const last = count - windowHeight / ROW;
  return last <= 0 ? 0 : (Math.min(above, last) / last) * (height - windowHeight);
}

/** The row at the upper edge of the window. */
function rowAt(scrollTop: number, windowHeight: number, count: number): number {
  const height = heightOf(count);
  if (height === count * ROW) return Math.max(0, scrollTop / ROW);
  const share = scrollTop / Math.max(1, height - windowHeight);
  return Math.max(0, Math.min(1, share) * (count - windowHeight / ROW));
}
