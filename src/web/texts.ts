/** The texts of the sources that were read, kept within limits, so that their lines can be shown. */
export interface Texts {
  readonly bySource: Map<string, KeptText>;
  characters: number;
}

interface KeptText {
  text: string;
  /** Where each line begins. */
  readonly starts: number[];
  extent: "whole" | "beginning";
}

/** Characters of all texts together. A browser gives a page a few times as much. */
const MOST_CHARACTERS = 128 * 1024 * 1024;

/** Longer lines are shown in part: nobody reads them, and laying them out takes long. */
const LONGEST_LINE = 2000;

export function noTexts(): Texts {
  return { bySource: new Map(), characters: 0 };
}

/** Keeps a piece of the text of a source behind those that came before it. */
export function keepText(texts: Texts, source: string, piece: string, most = MOST_CHARACTERS): void {
  const kept = texts.bySource.get(source) ?? { text: "", starts: [], extent: "whole" };
  texts.bySource.set(source, kept);
  if (kept.extent === "beginning") return;
  if (texts.characters + piece.length > most) {
    kept.extent = "beginning";
    return;
  }
  const offset = kept.text.length;
  if (piece.length > 0 && (offset === 0 || kept.text.endsWith("\n"))) kept.starts.push(offset);
  for (let at = piece.indexOf("\n"); at >= 0 && at < piece.length - 1; at = piece.indexOf("\n", at + 1)) {
    kept.starts.push(offset + at + 1);
  }
  kept.text += piece;
  texts.characters += piece.length;
}

/** Lets go of the text of a source. */
export function dropText(texts: Texts, source: string): void {
  texts.characters -= texts.bySource.get(source)?.text.length ?? 0;
  texts.bySource.delete(source);
}

/** Lines of a source, as many of those asked for as were kept. */
export function linesOf({ bySource }: Texts, source: string, from: number, to: number): readonly string[] {
  const { text, starts } = bySource.get(source) ?? { text: "", starts: [] };
  const wanted = starts.slice(from, to);
  return wanted.map((start, at) => {
    const end = starts[from + at + 1] ?? text.length;
    const line = text.slice(start, end).replace(/[\r\n]{1,4}$/, "");
    return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
  });
}
