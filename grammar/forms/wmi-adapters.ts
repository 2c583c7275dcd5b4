import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../contract/grammar.ts";
import type { Hint } from "../contract/hint.ts";
import {
  blankLine,
  fits,
  hintOf,
  isLine,
  linesOf,
  lone,
  otherLine,
  readLine,
  readWhole,
  reclassed,
  valuesOf,
} from "../contract/lines.ts";
import type { SegmentText } from "../contract/place.ts";
import { type Draft, notRecognised, recognised, sheetOf } from "../contract/sheet.ts";
import { memoizeAnswer } from "../lexicon/netsh.ts";
import { callOf } from "../lexicon/programs.ts";
import type { AdapterProperty } from "./objects/adapters.ts";
import { byHost, computerOf, hostsOf } from "./objects/computers.ts";
import { continuesObjects, labelsIn, objectLinesAtEnd, titlesIn } from "./objects/lines.ts";
import { list } from "./objects/list.ts";
import { objectsBefore } from "./objects/objects.ts";
import { type ObjectsPart, type PrintedObject, propertyOf } from "./objects/printed-object.ts";
import { wmic } from "./wmic.ts";

/** Adapters of WMI have no traits. */
export type WmiAdaptersTraits = Readonly<Record<never, never>>;

/** A class of WMI whose objects are network adapters, and the words by which they are known. */
export interface WmiAdapters<K extends string> {
  readonly kind: K;
  readonly title: string;
  readonly command: string;
  /** The aliases of wmic and the classes themselves. */
  readonly classes: readonly string[];
  /** Names of properties that objects of no other class have. */
  readonly ownLabels: readonly string[];
  /** Properties that name the adapter, the one that is believed most first. */
  readonly names: readonly string[];
  /** What else is kept of an adapter. */
  readonly kept: readonly string[];
}

const call = callOf("wmic");

const entryLine = P.alt(list.entry, wmic.property);
const furtherLine = P.alt<unknown>(wmic.property, wmic.csvRow);
const wmicTitles = P.alt<readonly string[]>(
  wmic.csvTitles.map(({ value }) => value),
  wmic.heading.map(({ value }) => value.titles),
);

const text: P.Parser<readonly ObjectsPart[]> = P.alt<ObjectsPart>(
  blankLine.map(lone),
  // Its cells are not quoted: they may hold commas.
  wmic.csv,
  wmic.list,
  objectsBefore(wmic.property),
  wmic.table,
  otherLine.map((own) => lone(reclassed(own, "unrelated"))),
).many();

/** Makes the grammar of such a class, as wmic prints its objects or PowerShell does. */
export function wmiAdapterGrammar<K extends string>(
  about: WmiAdapters<K>,
): Grammar<K, AdapterProperty, WmiAdaptersTraits> {
  const answers = answersFor(about.classes);
  const isAsked = memoizeAnswer(answers);
  const hint = hintOf(() => [[new RegExp(about.ownLabels.join("|"))]]);
  return {
    kind: about.kind,
    title: about.title,
    command: about.command,
    words: about.ownLabels.map((label) => label.toLowerCase()),
    answers,
    hint,
    landmark: landmarkBy(about, hint, isAsked),
    continues: (line, { command }) => isAsked(command) || isLine(furtherLine, line) || continuesObjects(line),
    above: objectLinesAtEnd,
    read: (segment) => read(segment, about),
  };
}

/** wmic and the cmdlets that ask WMI name the class alike. */
function answersFor(classes: readonly string[]): (command: string) => boolean {
  const named = P.regexp(new RegExp(`(?:${classes.join("|")})`, "i"));
  const asksClass = hintOf(() => [
    [/(?:Get-WmiObject|gwmi|Get-CimInstance|gcim)(?![\w-])/, /.*/, new RegExp(`\\b(?:${classes.join("|")})\\b`)],
  ]);
  return (command) => call(command)?.words.some((word) => fits(named, word)) === true || asksClass(command);
}

function landmarkBy(
  { ownLabels, names, kept }: WmiAdapters<string>,
  hint: Hint,
  isAsked: (command: string | null) => boolean,
): Grammar<string, unknown, unknown>["landmark"] {
  const own = new Set(ownLabels.map((label) => label.toLowerCase()));
  const known = new Set([...ownLabels, ...names, ...kept].map((label) => label.toLowerCase()));
  return (line, { command }): Landmark | undefined => {
    const asked = isAsked(command);
    if (!asked && !hint(line)) return undefined;
    const isOurs = (label: string) => (asked ? known : own).has(label.toLowerCase());
    const label = readLine(entryLine, line)?.value.label;
    if (label !== undefined) return isOurs(label) ? "record" : undefined;
    if (labelsIn(line)?.some(isOurs) === true) return "record";
    const titles = titlesIn(line) ?? readLine(wmicTitles, line) ?? [];
    return titles.some(isOurs) ? "heading" : undefined;
  };
}

function read(segment: SegmentText, about: WmiAdapters<string>): Reading<AdapterProperty, WmiAdaptersTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(text, sheet.text);
  const shares = byHost(valuesOf(parts).flat(), computerOf).map(({ host, values }) => {
    return { host, records: values.flatMap((object) => propertiesOf(object, about)), traits: {} };
  });
  const records = shares.flatMap((share) => share.records).toSorted((a, b) => a.from - b.from);
  const lines = linesOf(parts);
  if (records.length === 0) return notRecognised(lines, {});
  return recognised(segment, sheet, { lines, records, remarks: [], locale: null, traits: {}, ...hostsOf(shares) });
}

function propertiesOf(object: PrintedObject, { names, kept }: WmiAdapters<string>): readonly Draft<AdapterProperty>[] {
  const adapter = names.map((name) => propertyOf(object, name)).find((name) => name !== undefined && name !== "");
  if (adapter === undefined) return [];
  return object.entries
    .filter(({ label, value }) => value !== "" && kept.some((name) => name.toLowerCase() === label.toLowerCase()))
    .map(({ from, label, value }) => ({ from, adapter, property: label, keyword: null, value }));
}
