import {
  type Diagnostic,
  diagnostic,
  kindOfUnknownTable,
  type Line,
  type LineClass,
  nearMissIn,
  nearMissMessage,
  tellsOfOutput,
} from "../../../grammar/index.ts";
import { isForeign } from "../../text/index.ts";
import type { HeadingAbove } from "./host-headings.ts";
import { isBanner } from "./line-clues.ts";
import type { Refusal } from "./refusal.ts";
import type { Aside, Echo, Segment } from "./segment.ts";
import { segmentText } from "./segment-text.ts";

/** Lines among the others of which more is known. */
interface KnownLines {
  readonly refusal: Refusal | undefined;
  readonly heading: HeadingAbove | undefined;
}

/**
 * What becomes of lines that no grammar claimed one by one: a block of them may still be a table in an unknown
 * language; all others are blank, rules, the refusal of a command, or the output of other ones.
 */
export function unrelatedPassages(lines: readonly Line[], echo: Echo, known: KnownLines): (Segment | Aside)[] {
  const passages: (Segment | Aside)[] = [];
  for (const block of blocks(lines)) {
    if (!mayBeOutput(block, echo)) {
      passages.push(...asides(block, known));
      continue;
    }
    const kind = kindOfUnknownTable(block.map(({ text }) => text));
    if (kind !== undefined) {
      passages.push({ ...echo, kind, command: null, text: segmentText(block) });
    } else {
      passages.push(...named(asides(block, known), block, echo));
    }
  }
  return passages;
}

/** False for a block that is no table and no other output: it needs a command, or a line that tells of one. */
function mayBeOutput(block: readonly Line[], { command }: Echo): boolean {
  if (command !== null || !block.some(isForeign)) return true;
  return block.some((line) => !isForeign(line) && tellsOfOutput(line.text));
}

/** The passages of a block; where it is output that people take for a capture, the first one says so. */
function named([first, ...others]: readonly Aside[], block: readonly Line[], { command }: Echo): readonly Aside[] {
  const found = nearMissNote(block, command);
  if (first === undefined || found === undefined) return first === undefined ? [] : [first, ...others];
  return [{ ...first, diagnostics: [...(first.diagnostics ?? []), found] }, ...others];
}

function nearMissNote(block: readonly Line[], command: string | null): Diagnostic | undefined {
  const [line] = block;
  if (line === undefined || line.text.trim() === "") return undefined;
  const miss = nearMissIn(
    block.map(({ text }) => text),
    command,
  );
  return miss && diagnostic("other-output", nearMissMessage(miss), line.pieces[0], line.text.trim());
}

/** Runs of lines with words, and runs of blank lines between them. */
function blocks(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  let isBlank: boolean | undefined;
  for (const line of lines) {
    const blank = line.text.trim() === "";
    if (blank !== isBlank) found.push([]);
    found.at(-1)?.push(line);
    isBlank = blank;
  }
  return found;
}

function asides(block: readonly Line[], { refusal, heading }: KnownLines): Aside[] {
  const found: { class: LineClass; lines: Line[]; about: Pick<Aside, "diagnostics" | "named"> }[] = [];
  for (const line of block) {
    const isRefusal = line === refusal?.line;
    const isHeading = line === heading?.line;
    const lineClass = isRefusal ? "message" : isHeading ? "banner" : classOf(line);
    const last = found.at(-1);
    if (last?.class === lineClass && !isHeading && last.about.named === undefined) last.lines.push(line);
    else {
      const about = isRefusal ? { diagnostics: [refusal.diagnostic] } : isHeading ? { named: heading.host } : {};
      found.push({ class: lineClass, lines: [line], about });
    }
  }
  return found.map(({ about, ...aside }) => ({ ...aside, ...about }));
}

function classOf(line: Line): LineClass {
  if (line.text.trim() === "") return "blank";
  return !isForeign(line) && isBanner(line.text) ? "banner" : "unrelated";
}
