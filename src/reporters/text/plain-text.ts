/** Words of characters that are one column wide on every terminal, with single blanks between them. */
const PLAIN = /^[!-~¡-¬®-ÿ–—…]+(?: [!-~¡-¬®-ÿ–—…]+)*$/;

/** A cell of a table: its column is `width` wide, with `left` blanks before it. */
export interface PlainColumn {
  readonly text: string;
  readonly width: number;
  readonly left: number;
  readonly isRight: boolean;
}

/** True for a text of which each character takes one column: its length is its width. */
export function isPlain(text: string): boolean {
  return text === "" || PLAIN.test(text);
}

/**
 * The lines of a text, as wide as `width` at most; undefined where it is not plain or a word is wider than that. Most
 * of a report is plain, and to set it this way takes a tenth of the time.
 */
export function wrappedPlain(text: string, width: number): readonly string[] | undefined {
  if (!isPlain(text)) return undefined;
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > width) {
    const end = text.lastIndexOf(" ", start + width);
    if (end <= start) return undefined;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  return [...lines, text.slice(start)];
}

/** The lines of a row of cells; undefined where one of them can't be set this way. */
export function plainRow(columns: readonly PlainColumn[]): readonly string[] | undefined {
  const cells: (readonly string[])[] = [];
  for (const { text, width } of columns) {
    const lines = wrappedPlain(text, width);
    if (lines === undefined) return undefined;
    cells.push(lines);
  }
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) => {
    const parts = columns.map(({ width, left, isRight }, index) => {
      const cell = cells[index]?.[at] ?? "";
      return " ".repeat(left) + (isRight ? cell.padStart(width) : cell.padEnd(width));
    });
    return parts.join("").trimEnd();
  });
}
