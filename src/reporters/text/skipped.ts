import type { SourceReport } from "../../report/index.ts";
import { counted, tally } from "../figures.ts";
import { printable } from "../printable.ts";

/** Kinds of files, and other reasons, that are named; more are counted together. */
const MOST_NAMED = 5;

/** What the reason for a file that is no text ends with: it was seen in its bytes, or its name said so. */
const NO_TEXT = /, (?:not text|passed over by its name)$/;
const ARTICLE = /^an? /;

/** Why a text is skipped that was looked at, in the words of the report. */
const NO_CAPTURE = /^no capture recognised$| keeps no captures in it$/;

/** The archive that a source is in, the outermost one; undefined for a file by itself. */
export function bundleOf({ name }: SourceReport): string | undefined {
  const end = name.indexOf("!");
  return end < 0 ? undefined : name.slice(0, end);
}

/** Many skipped files in a sentence: how many of them, and of what kinds they are. */
export function skippedText(skipped: readonly SourceReport[], all: number, bundle: string | undefined): string {
  const reasons = skipped.map(({ reason }) => reason ?? "");
  const others = reasons.filter((reason) => !NO_TEXT.test(reason));
  const texts = others.filter((reason) => NO_CAPTURE.test(reason)).length;
  const binaries = reasons.filter((reason) => NO_TEXT.test(reason)).map(kindOf);
  const kinds = [
    ...(texts > 0 ? [counted(texts, "text without a capture", "texts without captures")] : []),
    ...(binaries.length > 0
      ? [`${binaries.length} that ${binaries.length === 1 ? "is" : "are"} no text (${named(binaries)})`]
      : []),
    ...perReason(others.filter((reason) => !NO_CAPTURE.test(reason))),
  ];
  const where = bundle === undefined ? "" : ` of ${printable(bundle)}`;
  return `${skipped.length} of ${counted(all, "file")}${where} ${skipped.length === 1 ? "holds" : "hold"} no capture: ${kinds.join("; ")}`;
}

/** "event log" for "an event log, passed over by its name". */
function kindOf(reason: string): string {
  return reason.replace(NO_TEXT, "").replace(ARTICLE, "");
}

/** The most frequent words with their numbers. */
function named(words: readonly string[]): string {
  const counts = countsOf(words);
  const rest = counts.slice(MOST_NAMED).reduce((sum, [, count]) => sum + count, 0);
  const first = tally(Object.fromEntries(counts.slice(0, MOST_NAMED)));
  return rest === 0 ? first : `${first}, others ${rest}`;
}

function perReason(reasons: readonly string[]): readonly string[] {
  const counts = countsOf(reasons);
  const rest = counts.slice(MOST_NAMED).reduce((sum, [, count]) => sum + count, 0);
  const first = counts.slice(0, MOST_NAMED).map(([reason, count]) => `${count} ${printable(reason)}`);
  return rest === 0 ? first : [...first, `${rest} for other reasons`];
}

/** The most frequent first, those of one number in the order in which they come. */
function countsOf(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
