import { type Diagnostic, diagnostic } from "../../contract/diagnostic.ts";
import type { LineClass, Reading } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { textsOf } from "../../lexicon/lexemes.ts";
import type { Asked } from "./command.ts";
import { type Entry, entriesOf } from "./entries.ts";
import type { RegistryValue, TcpipParametersTraits } from "./index.ts";
import { registryLine } from "./line.ts";
import { type ReadValue, readValue } from "./value.ts";

type RegistryReading = Reading<RegistryValue, TcpipParametersTraits>;

const RUNNING = /^CurrentControlSet$/i;
/** Names that Windows itself writes: a listing with one of them was not put together by hand. */
const alwaysThere = new Set(["DATABASEPATH", "HOSTNAME", "NV HOSTNAME", "DOMAIN", "NV DOMAIN"]);

/** Reads a text of which some line looked like the key or a value of it. */
export function registryReading(segment: SegmentText, asked: Asked): RegistryReading {
  const texts = textsOf(segment.text);
  const lines = texts.map(registryLine);
  const { entries, classes, letters } = entriesOf(lines, asked.controlSet);
  const isAnswer = asked.for !== "nothing" && lines.some(({ shape }) => shape === "notFound");
  if (entries.length === 0 && !isAnswer) return unrelated(classes);
  const controlSet = setThatCounts(entries);
  const read = entries
    .filter((entry) => entry.controlSet === controlSet)
    .map((entry) => ({ entry, ...readValue(entry.value, letters) }));
  const ours = new Set(read.map(({ entry }) => entry.key));
  const numberOf = lineNumbers(segment.runs);
  return {
    records: read.map(({ entry: { ordinal, value }, value: data }) => ({
      line: numberOf(ordinal),
      name: value.name,
      type: value.type,
      value: data,
    })),
    classes: ofOneSet(classes, entries, ours),
    diagnostics: [
      ...read.flatMap((found) => aboutValue(found, segment, texts)),
      ...aboutLostBytes(classes, segment, texts),
    ].sort((a, b) => a.line - b.line || a.column - b.column),
    locale: null,
    traits: { wholeKey: holdsWholeKey(read, asked), controlSet },
    recognised: true,
  };
}

/** The running control set if it is there: the numbered ones are older states, or the same one once more. */
function setThatCounts(entries: readonly Entry[]): string | null {
  const running = entries.find(({ controlSet }) => RUNNING.test(controlSet));
  return (running ?? entries[0])?.controlSet ?? null;
}

/** The classes with the records of other control sets unrelated; a value has all its lines. */
function ofOneSet(
  classes: readonly LineClass[],
  entries: readonly Entry[],
  keys: ReadonlySet<number>,
): readonly LineClass[] {
  const starts = new Map(entries.map((entry) => [entry.ordinal, keys.has(entry.key)]));
  let isOurs = true;
  return classes.map((found, ordinal) => {
    isOurs = starts.get(ordinal) ?? isOurs;
    return found === "record" && !isOurs ? "unrelated" : found;
  });
}

/** True when nothing was picked out: the command says so, or without one a listing that Windows' own values stand in. */
function holdsWholeKey(read: readonly { readonly entry: Entry }[], asked: Asked): boolean {
  const underKeys = read.filter(({ entry }) => entry.key >= 0);
  if (asked.for !== "nothing") return asked.for === "all" && underKeys.length > 0;
  const complete = underKeys.filter(({ entry }) => alwaysThere.has(entry.value.name.toUpperCase()));
  return complete.some(({ entry }) => underKeys.filter((other) => other.entry.key === entry.key).length > 1);
}

function aboutValue(
  { entry, readable, trailing }: ReadValue & { readonly entry: Entry },
  segment: SegmentText,
  texts: readonly string[],
): readonly Diagnostic[] {
  const { ordinal, value } = entry;
  const line = texts[ordinal] ?? "";
  const found: Diagnostic[] = [];
  if (!readable) {
    const message = `"${value.name}" is not a readable ${value.type}: its text was kept as printed`;
    found.push(diagnostic("unknown-value", message, placeOf(segment.runs, ordinal, value.at), line));
  }
  if (trailing !== "") {
    const message = `The text behind the value of "${value.name}" was left out`;
    found.push(diagnostic("trailing-text", message, placeOf(segment.runs, ordinal, line.lastIndexOf(trailing)), line));
  }
  return found;
}

function aboutLostBytes(
  classes: readonly LineClass[],
  segment: SegmentText,
  texts: readonly string[],
): readonly Diagnostic[] {
  const message = "These bytes belong to no value: the line above them is missing or was cut";
  return classes.flatMap((found, ordinal) =>
    found === "unknown" && classes[ordinal - 1] !== "unknown"
      ? [diagnostic("unknown-line", message, placeOf(segment.runs, ordinal), texts[ordinal])]
      : [],
  );
}

/** The reading of what turned out to be something else. */
function unrelated(classes: readonly LineClass[]): RegistryReading {
  const found = classes.map((own): LineClass => (own === "blank" ? "blank" : "unrelated"));
  const traits = { wholeKey: false, controlSet: null };
  return { records: [], classes: found, diagnostics: [], locale: null, traits, recognised: false };
}
