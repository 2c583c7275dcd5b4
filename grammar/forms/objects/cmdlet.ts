import type { Grammar, Landmark, Reading, Surroundings } from "../../contract/grammar.ts";
import type { Hint } from "../../contract/hint.ts";
import { hintOf, linesOf, readWhole, valuesOf } from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { type Draft, notRecognised, type Remark, recognised, refusedLines, sheetOf } from "../../contract/sheet.ts";
import { callsCmdlet } from "../../lexicon/cmdlet.ts";
import { escaped } from "../../lexicon/lexemes.ts";
import { memoizeAnswer } from "../../lexicon/netsh.ts";
import { byHost, computersAmong, hostsOf, ownProperties, withTheirComputers } from "./computers.ts";
import { continuesObjects, labelsIn, objectLinesAtEnd, titlesIn, typeIn } from "./lines.ts";
import { list } from "./list.ts";
import { objectsText } from "./objects.ts";
import { isCutCell, type PrintedObject } from "./printed-object.ts";
import { exceptRagged, raggedRemarks } from "./ragged.ts";

/** A cmdlet and the words by which its output is known. */
export interface Cmdlet<K extends string> {
  readonly kind: K;
  readonly title: string;
  readonly cmdlet: string;
  readonly notes?: string;
  readonly aliases?: readonly string[];
  /** The class of its objects, as CSV and CLIXML name it: MSFT_NetAdapterRssSettingData. */
  readonly class: string;
  /** Names of properties that no other cmdlet prints: they are known without the echoed command. */
  readonly ownLabels: readonly string[];
  /** Names that are known among the titles of a table only: in a list another cmdlet may have them. */
  readonly ownTitles?: readonly string[];
}

/** What the objects of an output say. Without records it turned out to be something else, of which the remarks tell. */
export interface ObjectsReading<R, T> {
  readonly records: readonly Draft<R>[];
  readonly traits: T;
  readonly remarks?: readonly Remark[];
}

export type ReadObjects<R, T> = (objects: readonly PrintedObject[], surroundings: Surroundings) => ObjectsReading<R, T>;

/** The title that most tables begin with. */
const NAME = "Name";
const CUT = "PowerShell cut off cells, so names and values may be incomplete; Format-List prints them in full";
const UNKNOWN = "Ignored a line that is neither a property nor a row of a table";

/** Makes the grammar of a cmdlet in all the forms that PowerShell prints and exports objects in. */
export function cmdletGrammar<K extends string, R extends { readonly line: number }, T>(
  cmdlet: Cmdlet<K>,
  readObjects: ReadObjects<R, T>,
): Grammar<K, R, T> {
  const answers = callsCmdlet(cmdlet.cmdlet, ...(cmdlet.aliases ?? []));
  const mentioned = [cmdlet.class, ...cmdlet.ownLabels, ...(cmdlet.ownTitles ?? [])];
  const hint = hintOf(() => [[new RegExp(mentioned.map(escaped).join("|"))]]);
  return {
    kind: cmdlet.kind,
    title: cmdlet.title,
    command: cmdlet.cmdlet,
    ...(cmdlet.notes !== undefined && { notes: cmdlet.notes }),
    words: [cmdlet.cmdlet, cmdlet.class, ...cmdlet.ownLabels, ...(cmdlet.ownTitles ?? [])].map((word) =>
      word.toLowerCase(),
    ),
    answers,
    hint,
    landmark: landmarkBy(cmdlet, hint, memoizeAnswer(answers)),
    continues: continuesObjects,
    above: objectLinesAtEnd,
    read: (segment, surroundings) => read(segment, surroundings, readObjects),
  };
}

/** A line is known by the names of properties in it or by the type it says; behind the echoed command less is enough. */
function landmarkBy(
  { class: type, ownLabels, ownTitles = [] }: Cmdlet<string>,
  hint: Hint,
  isAsked: (command: string | null) => boolean,
): Grammar<string, unknown, unknown>["landmark"] {
  const own = new Set(ownLabels.map((label) => label.toLowerCase()));
  const isOwn = (label: string) => own.has(label.toLowerCase());
  return (line, { command }): Landmark | undefined => {
    const isKnown = hint(line);
    const asked = isAsked(command);
    if (!isKnown && !asked) return undefined;
    const labels = labelsIn(line);
    if (labels !== undefined) return asked || labels.some(isOwn) ? "record" : undefined;
    const printed = isKnown ? typeIn(line) : undefined;
    if (printed?.name.endsWith(type)) return printed.landmark;
    const titles = isKnown || line.includes(NAME) ? titlesIn(line) : undefined;
    return titles?.some((title) => isOwn(title) || ownTitles.includes(title) || (asked && title === NAME))
      ? "heading"
      : undefined;
  };
}

function read<R extends { readonly line: number }, T>(
  segment: SegmentText,
  surroundings: Surroundings,
  readObjects: ReadObjects<R, T>,
): Reading<R, T> {
  const sheet = sheetOf(segment);
  const parts = readWhole(objectsText, sheet.text);
  const lines = linesOf(parts);
  const printed = withTheirComputers(valuesOf(parts).flat());
  const shares = byHost(printed, computersAmong(printed)).map(({ host, values }) => {
    return { host, ...readObjects(values.map(ownProperties), surroundings) };
  });
  const records = shares.flatMap((share) => share.records).toSorted((a, b) => a.from - b.from);
  const remarks = shares.flatMap((share) => share.remarks ?? []);
  const { traits } = shares.find((share) => share.records.length > 0) ?? readObjects([], surroundings);
  if (records.length === 0) return { ...notRecognised(lines, traits), diagnostics: remarks.map(sheet.remark) };
  return recognised(segment, sheet, {
    lines,
    records,
    remarks: [
      ...remarks,
      ...cutRemarks(printed),
      ...raggedRemarks(lines),
      ...refusedLines(sheet, exceptRagged(lines), UNKNOWN, list.entry),
    ],
    locale: null,
    traits,
    ...hostsOf(shares),
  });
}

function cutRemarks(objects: readonly PrintedObject[]): readonly Remark[] {
  const cut = objects.flatMap(({ entries }) => entries).find(({ value }) => isCutCell(value));
  return cut === undefined ? [] : [{ code: "truncated-row", message: CUT, at: cut.from }];
}
