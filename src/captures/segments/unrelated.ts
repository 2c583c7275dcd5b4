import { type Diagnostic, type Line, type LineClass, looksLikeSettingsTable } from "../../../grammar/index.ts";
import { readBanner } from "../provenance/index.ts";
import type { Refusal } from "./refusal.ts";
import type { Aside, Echo, Segment } from "./segment.ts";
import { segmentText } from "./segment-text.ts";

/**
 * What becomes of lines that no grammar claimed one by one: a block of them may still be a settings table in an unknown
 * language; all others are blank, rules, the refusal of a command, or the output of other ones.
 */
export function unrelatedPassages(
  lines: readonly Line[],
  echo: Echo,
  refusal: Refusal | undefined,
): (Segment | Aside)[] {
  const passages: (Segment | Aside)[] = [];
  for (const block of blocks(lines)) {
    if (looksLikeSettingsTable(block.map(({ text }) => text))) {
      const { host, since, time } = echo;
      passages.push({ kind: "tcpGlobal", host, since, command: null, time, text: segmentText(block) });
    } else {
      passages.push(...asides(block, refusal));
    }
  }
  return passages;
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

function asides(block: readonly Line[], refusal: Refusal | undefined): Aside[] {
  const found: { class: LineClass; lines: Line[]; diagnostics: readonly Diagnostic[] }[] = [];
  for (const line of block) {
    const isRefusal = line === refusal?.line;
    const lineClass = isRefusal ? "message" : classOf(line.text);
    const last = found.at(-1);
    if (last?.class === lineClass) last.lines.push(line);
    else found.push({ class: lineClass, lines: [line], diagnostics: isRefusal ? [refusal.diagnostic] : [] });
  }
  return found;
}

function classOf(text: string): LineClass {
  if (text.trim() === "") return "blank";
  return readBanner(text) === undefined ? "unrelated" : "banner";
}
