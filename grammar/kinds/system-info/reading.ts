import { type Diagnostic, diagnostic } from "../../contract/diagnostic.ts";
import type { LineClass, Reading } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { textsOf } from "../../lexicon/lexemes.ts";
import { localeOf } from "../../lexicon/phrases.ts";
import { asksForHotfixes, hotfixInRow, hotfixInTable, picksHotfixes } from "./hotfixes.ts";
import type { SystemFact, SystemInfoTraits } from "./index.ts";
import { hotfixOf, isTelling, type StatedFact, type SystemLine, systemLine } from "./line.ts";

/** Whether the command whose output is read was echoed before it. */
type Asked = "asked" | "unasked";

/** A line, what was made of it, and the facts it states. */
interface ReadLine {
  readonly line: SystemLine;
  readonly class: LineClass;
  readonly facts: readonly StatedFact[];
}

/** A list of hotfixes below the line that announces it. */
interface HotfixList {
  readonly ordinal: number;
  readonly promised: number | null;
  readonly entries: number;
}

// ------        -----------      --------      -----------          -----------
const underlines = /^[ \t]*-{3,}(?:[ \t]{1,200}-{3,}){0,40}[ \t]*$/;

const FOREIGN =
  "The labels are in a language that is not known: the version and hotfixes were told by their shape, nothing else was read";

/** Reads a text of which some line looked like system information. */
export function systemInfoReading(
  segment: SegmentText,
  command: string | null,
  asked: Asked,
): Reading<SystemFact, SystemInfoTraits> {
  const lines = readLines(textsOf(segment.text), command);
  const facts = lines.flatMap((own) => own.facts);
  const isRecognised = facts.some(isTelling) || (asked === "asked" && facts.length > 0);
  if (!isRecognised) return unrelated(lines);
  const numberOf = lineNumbers(segment.runs);
  const lists = hotfixLists(lines);
  return {
    records: lines.flatMap((own, ordinal) => own.facts.map((fact) => ({ line: numberOf(ordinal), ...fact }))),
    classes: lines.map((own) => own.class),
    diagnostics: remarks(segment, lines, picksHotfixes(command) ? [] : lists),
    locale: localeOf(lines.flatMap(({ line }) => ("label" in line ? [line.label] : []))),
    traits: { listsHotfixes: !picksHotfixes(command) && listsAll(lines, lists), hostName: hostNameIn(lines) },
    recognised: true,
  };
}

function readLines(texts: readonly string[], command: string | null): readonly ReadLine[] {
  let rowsMay: "follow" | "stand out" = command !== null && asksForHotfixes(command) ? "follow" : "stand out";
  return texts.map((text): ReadLine => {
    const line = systemLine(text);
    if (line.shape === "hotfixHeading") rowsMay = "follow";
    const row = rowsMay === "follow" ? hotfixInTable : hotfixInRow;
    return readLine(text, line, row);
  });
}

function readLine(text: string, line: SystemLine, row: (text: string) => string | undefined): ReadLine {
  const as = (found: LineClass, facts: readonly StatedFact[] = []): ReadLine => ({ line, class: found, facts });
  switch (line.shape) {
    case "facts":
      return as("record", line.facts);
    case "entry":
      return line.hotfix === null ? as("unrelated") : as("record", [hotfixOf(line.hotfix)]);
    case "hotfixHeading":
      return as("heading");
    case "copyright":
      return as("message");
    case "damaged":
      return as("unknown");
    case "list":
      if (line.label !== undefined) return as("heading");
  }
  if (text.trim() === "") return as("blank");
  if (underlines.test(text)) return as("heading");
  const hotfix = row(text);
  return hotfix === undefined ? as("unrelated") : as("record", [hotfixOf(hotfix)]);
}

/** The lists that hold a hotfix or are labelled as such; the promise and the entries are the same in every language. */
function hotfixLists(lines: readonly ReadLine[]): readonly HotfixList[] {
  return lines.flatMap(({ line }, ordinal) => {
    if (line.shape !== "list") return [];
    const end = lines.findIndex((own, at) => at > ordinal && own.line.shape !== "entry");
    const below = lines.slice(ordinal + 1, end < 0 ? lines.length : end);
    const isOfHotfixes = line.label !== undefined || below.some(({ facts }) => facts.length > 0);
    return isOfHotfixes ? [{ ordinal, promised: line.promised, entries: below.length }] : [];
  });
}

function listsAll(lines: readonly ReadLine[], lists: readonly HotfixList[]): boolean {
  if (lists.length > 0) return lists.every(({ promised, entries }) => promised === entries);
  const heading = lines.findIndex(({ line }) => line.shape === "hotfixHeading");
  return heading >= 0 && lines.slice(heading).some(({ facts }) => facts.length > 0);
}

function remarks(
  segment: SegmentText,
  lines: readonly ReadLine[],
  lists: readonly HotfixList[],
): readonly Diagnostic[] {
  const texts = textsOf(segment.text);
  const damaged = lines.flatMap(({ line }, ordinal) => {
    if (line.shape !== "damaged") return [];
    const message = `"${line.value}" is not the number of a version of Windows`;
    return [diagnostic("unknown-value", message, placeOf(segment.runs, ordinal, line.at), texts[ordinal])];
  });
  const incomplete = lists.flatMap(({ ordinal, promised, entries }) => {
    if (promised === null || promised <= entries) return [];
    const message = `${promised} hotfixes are announced, but ${entries} are listed: one that is missing here may be installed`;
    return [diagnostic("list-incomplete", message, placeOf(segment.runs, ordinal), texts[ordinal])];
  });
  const foreign = lines.findIndex(({ line }) => line.shape === "facts" && line.by === "value");
  const isKnown = foreign < 0 || lines.some(({ line }) => "label" in line);
  const language = isKnown
    ? []
    : [diagnostic("unknown-language", FOREIGN, placeOf(segment.runs, foreign), texts[foreign])];
  return [...damaged, ...incomplete, ...language].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The reading of what turned out to be something else. */
function unrelated(lines: readonly ReadLine[]): Reading<SystemFact, SystemInfoTraits> {
  const classes = lines.map((own): LineClass => (own.class === "blank" ? "blank" : "unrelated"));
  return {
    records: [],
    classes,
    diagnostics: [],
    locale: null,
    traits: { listsHotfixes: false, hostName: hostNameIn(lines) },
    recognised: false,
  };
}

function hostNameIn(lines: readonly ReadLine[]): string | null {
  return lines.flatMap(({ facts }) => facts).find(({ name }) => name === "hostName")?.value ?? null;
}
