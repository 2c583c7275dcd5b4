import { diagnostic } from "../../contract/diagnostic.ts";
import type { Grammar, Landmark, LineClass, Reading, Surroundings } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { callsCmdlet } from "../../lexicon/cmdlet.ts";
import { textsOf } from "../../lexicon/lexemes.ts";
import { keepingLast } from "../../lexicon/netsh.ts";
import { LONGEST_LINE, labelOf, listLine, listLinesAtEnd } from "./list.ts";
import { isCutCell, type PrintedObject, printedObjects, propertyOf } from "./objects.ts";
import type { AdapterProperty } from "./property.ts";
import { isTableRule } from "./table.ts";

/** What is known of a cmdlet's output as a whole. */
export interface AdapterTraits {
  /** True when PowerShell left out ends of cells, so that names and values may be incomplete. */
  readonly isCut: boolean;
}

/** A cmdlet that prints properties of adapters or teams: its words, and what it makes of an object. */
export interface AdapterCmdlet<K extends string> {
  readonly kind: K;
  readonly title: string;
  readonly cmdlet: string;
  /** Names of properties that no other cmdlet prints: they are known without the echoed command. */
  readonly ownLabels: readonly string[];
  /** Names of properties by which an object is told to be another cmdlet's after all. */
  readonly foreign?: RegExp;
  properties(object: PrintedObject, adapter: string): readonly Placed[];
}

/** A property with the ordinal of its line instead of the number. */
export type Placed = Omit<AdapterProperty, "line"> & { readonly ordinal: number };

/** A title of a column: PowerShell prints names of properties, and they have no blanks. */
const TITLE = /^(?:[A-Z]|if[A-Z])[A-Za-z0-9]{1,60}$/;
const MOST_TITLES = 60;
/** The end of a row of any of these tables: a registry value in braces, behind its keyword or not. */
const KEYWORD = /\*\w|\{[^{}]{0,200}\}\s*$/;
const CUT = "PowerShell left out the ends of cells: names and values may be incomplete. Format-List prints them whole";
const RAGGED = "The row does not stand under the titles of its table and was not read";
const UNKNOWN = "This is neither a property nor a row of a table and was not read";

/** Makes the grammar of a cmdlet that prints a list or a table of properties. */
export function adapterGrammar<K extends string>(cmdlet: AdapterCmdlet<K>): Grammar<K, AdapterProperty, AdapterTraits> {
  const answers = callsCmdlet(cmdlet.cmdlet);
  const isAsked = keepingLast(answers);
  const own = new Set(cmdlet.ownLabels.map((label) => label.toLowerCase()));
  const mentions = new RegExp(cmdlet.ownLabels.map(literal).join("|"), "i");
  return {
    kind: cmdlet.kind,
    title: cmdlet.title,
    command: cmdlet.cmdlet,
    words: [cmdlet.cmdlet, ...cmdlet.ownLabels].map((word) => word.toLowerCase()),
    answers,
    landmark(line, { command }): Landmark | undefined {
      if (line.length > LONGEST_LINE || !(isAsked(command) || mentions.test(line))) return undefined;
      const label = labelOf(line);
      if (label !== undefined) return own.has(label.toLowerCase()) || isAsked(command) ? "record" : undefined;
      const titles = titlesOf(line);
      if (titles?.some((title) => own.has(title.toLowerCase()))) return "heading";
      return isAsked(command) && titles?.includes("Name") === true ? "heading" : undefined;
    },
    continues: (line) => line.length <= LONGEST_LINE && continuesObjects(line),
    above: listLinesAtEnd,
    read: (segment, surroundings) => read(segment, surroundings, cmdlet),
  };
}

/** Every property but the name of its adapter, as printed. */
export function allProperties({ entries }: PrintedObject, adapter: string): readonly Placed[] {
  return entries
    .filter(({ label, value }) => label.toLowerCase() !== "name" && value !== "")
    .map(({ ordinal, label, value }) => ({ ordinal, adapter, property: label, keyword: null, value }));
}

function literal(text: string): string {
  return text.replaceAll(/[^\w ]/g, "\\$&");
}

/** The titles of a table when the line is nothing but such words. */
function titlesOf(line: string): readonly string[] | undefined {
  const titles = line.trim().split(/\s+/, MOST_TITLES);
  return titles.length > 1 && titles.every((title) => TITLE.test(title)) ? titles : undefined;
}

function continuesObjects(line: string): boolean {
  const { shape } = listLine(line);
  return (
    shape !== "other" ||
    isTableRule(line) ||
    / {2}|\t/.test(line.trim()) ||
    KEYWORD.test(line) ||
    /^\s*\.{3}/.test(line)
  );
}

function read<K extends string>(
  segment: SegmentText,
  { command }: Surroundings,
  cmdlet: AdapterCmdlet<K>,
): Reading<AdapterProperty, AdapterTraits> {
  const texts = textsOf(segment.text);
  const { objects, classes, ragged } = printedObjects(texts);
  const own = objects.filter(({ entries }) => !entries.some(({ label }) => cmdlet.foreign?.test(label)));
  const numberOf = lineNumbers(segment.runs);
  const records = own
    .flatMap((object) => cmdlet.properties(object, nameOf(object, command)))
    .map(({ ordinal, ...property }) => ({ line: numberOf(ordinal), ...property }));
  const cut = own.flatMap(({ entries }) => entries).find(({ value }) => isCutCell(value));
  const remarks = [
    ...(cut === undefined
      ? []
      : [diagnostic("truncated-row", CUT, placeOf(segment.runs, cut.ordinal), texts[cut.ordinal])]),
    ...ragged.map((ordinal) => diagnostic("ragged-row", RAGGED, placeOf(segment.runs, ordinal), texts[ordinal])),
    ...unknownOnes(classes, ragged).map((ordinal) =>
      diagnostic("unknown-line", UNKNOWN, placeOf(segment.runs, ordinal), texts[ordinal]),
    ),
  ];
  const recognised = records.length > 0;
  return {
    records,
    classes,
    diagnostics: recognised ? remarks : [],
    locale: null,
    traits: { isCut: cut !== undefined },
    recognised,
  };
}

function unknownOnes(classes: readonly LineClass[], ragged: readonly number[]): readonly number[] {
  const said = new Set(ragged);
  return classes.flatMap((found, ordinal) => (found === "unknown" && !said.has(ordinal) ? [ordinal] : []));
}

/** The adapter's name: as printed with the object, else as the command asked for it, else empty. */
function nameOf(object: PrintedObject, command: string | null): string {
  const asked = /\s-Name\s{1,4}(?:"([^"*?]{1,256})"|'([^'*?]{1,256})'|([^\s"'*?|-]{1,256}))(?=\s|$)/i.exec(
    command ?? "",
  );
  return propertyOf(object, "Name") ?? asked?.[1] ?? asked?.[2] ?? asked?.[3] ?? "";
}
