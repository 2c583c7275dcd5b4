import type { LineRun, SegmentText } from "../../../grammar/index.ts";
import type { Mended } from "../../text/index.ts";

/** The lines of a segment as one text, with the way back to the source kept in as few runs as possible. */
export function segmentText(parts: readonly Mended[]): SegmentText {
  const runs: LineRun[] = [];
  const texts: string[] = [];
  let ordinal = 0;
  // Source line that an unmoved line would have to come from to belong to the last run; 0 when none would.
  let nextLine = 0;
  for (const part of parts) {
    if (!("pieces" in part)) {
      if (part.line !== nextLine) runs.push({ ordinal, line: part.line });
      texts.push(part.text);
      ordinal += part.lines;
      nextLine = part.line + part.lines;
      continue;
    }
    const [first, ...more] = part.pieces;
    const isUnmoved = more.length === 0 && first.at === 0 && first.column === 1;
    if (!isUnmoved) runs.push({ ordinal, line: first.line, pieces: part.pieces });
    else if (first.line !== nextLine) runs.push({ ordinal, line: first.line });
    texts.push(part.text, "\n");
    ordinal += 1;
    nextLine = isUnmoved ? first.line + 1 : 0;
  }
  return { text: texts.join(""), runs };
}
