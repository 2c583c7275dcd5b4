import type { Grammar, Landmark, Reading, Surroundings } from "../../contract/grammar.ts";
import { linesOf, readWhole, valuesOf } from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { type Draft, notRecognised, type Remark, recognised, refusedLines, sheetOf } from "../../contract/sheet.ts";
import { callsCmdlet } from "../../lexicon/cmdlet.ts";
import { escaped } from "../../lexicon/lexemes.ts";
import { keepingLast } from "../../lexicon/netsh.ts";
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
  readonly aliases?: readonly string[];
  /** The class of its objects, as CSV and CLIXML name it: MSFT_NetAdapterRssSettingData. */
  readonly class: string;
  /** Names of properties that no other cmdlet prints: they are known without the echoed command. */
  readonly ownLabels: readonly string[];
}

/** What is known of a cmdlet's output as a whole. */
export interface ObjectsTraits {
  /** True when PowerShell left out ends of cells, so that names and values may be incomplete. */
  readonly isCut: boolean;
}

/** What the objects of an output say. */
export type ReadObjects<R> = (objects: readonly PrintedObject[], surroundings: Surroundings) => readonly Draft<R>[];

/** The title that most tables begin with. */
const NAME = "Name";
const CUT = "PowerShell left out the ends of cells: names and values may be incomplete. Format-List prints them whole";
const UNKNOWN = "This is neither a property nor a row of a table and was not read";

/** Makes the grammar of a cmdlet in all the forms that PowerShell prints and exports objects in. */
export function cmdletGrammar<K extends string, R extends { readonly line: number }>(
  cmdlet: Cmdlet<K>,
  recordsOf: ReadObjects<R>,
): Grammar<K, R, ObjectsTraits> {
  const answers = callsCmdlet(cmdlet.cmdlet, ...(cmdlet.aliases ?? []));
  return {
    kind: cmdlet.kind,
    title: cmdlet.title,
    command: cmdlet.cmdlet,
    words: [cmdlet.cmdlet, cmdlet.class, ...cmdlet.ownLabels].map((word) => word.toLowerCase()),
    answers,
    landmark: landmarkBy(cmdlet, keepingLast(answers)),
    continues: continuesObjects,
    above: objectLinesAtEnd,
    read: (segment, surroundings) => read(segment, surroundings, recordsOf),
  };
}

/** A line is known by the names of properties in it or by the type it says; behind the echoed command less is enough. */
function landmarkBy(
  { class: type, ownLabels }: Cmdlet<string>,
  isAsked: (command: string | null) => boolean,
): Grammar<string, unknown, unknown>["landmark"] {
  const own = new Set(ownLabels.map((label) => label.toLowerCase()));
  const isOwn = (label: string) => own.has(label.toLowerCase());
  const mentions = new RegExp([type, ...ownLabels].map(escaped).join("|"), "i");
  return (line, { command }): Landmark | undefined => {
    const isKnown = mentions.test(line);
    const asked = isAsked(command);
    if (!isKnown && !asked) return undefined;
    const labels = labelsIn(line);
    if (labels !== undefined) return asked || labels.some(isOwn) ? "record" : undefined;
    const printed = isKnown ? typeIn(line) : undefined;
    if (printed?.name.endsWith(type)) return printed.landmark;
    const titles = isKnown || line.includes(NAME) ? titlesIn(line) : undefined;
    return titles?.some((title) => isOwn(title) || (asked && title === NAME)) ? "heading" : undefined;
  };
}

function read<R extends { readonly line: number }>(
  segment: SegmentText,
  surroundings: Surroundings,
  recordsOf: ReadObjects<R>,
): Reading<R, ObjectsTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(objectsText, sheet.text);
  const lines = linesOf(parts);
  const printed = valuesOf(parts).flat();
  const records = recordsOf(printed, surroundings);
  const cut = printed.flatMap(({ entries }) => entries).find(({ value }) => isCutCell(value));
  const traits = { isCut: cut !== undefined };
  if (records.length === 0) return notRecognised(lines, traits);
  const cutRemark: readonly Remark[] = cut === undefined ? [] : [{ code: "truncated-row", message: CUT, at: cut.from }];
  return recognised(segment, sheet, {
    lines,
    records,
    remarks: [...cutRemark, ...raggedRemarks(lines), ...refusedLines(sheet, exceptRagged(lines), UNKNOWN, list.entry)],
    locale: null,
    traits,
  });
}
