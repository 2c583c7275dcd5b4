import P from "parsimmon";
import type { Grammar, Landmark, Reading, Surroundings } from "../contract/grammar.ts";
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
import type { AdapterProperty } from "../forms/objects/adapters.ts";
import { byHost, computerOf, hostsOf } from "../forms/objects/computers.ts";
import { type ObjectsPart, type PrintedObject, propertyOf } from "../forms/objects/printed-object.ts";
import { wmic } from "../forms/wmic.ts";
import { memoizeAnswer } from "../lexicon/netsh.ts";
import { callOf } from "../lexicon/programs.ts";

/** A list of network adapters has no traits. */
export type WmicNicTraits = Readonly<Record<never, never>>;

const call = callOf("wmic");
const alias = P.regexp(/nic|Win32_NetworkAdapter/i);
const ownTitles = new Set(["netconnectionid", "netenabled", "netconnectionstatus"]);
const hint = hintOf([/NetConnection|NetEnabled/]);
/** Titles of the cells by which an adapter is known, and what else of it is kept. */
const names = ["Name", "Description", "NetConnectionID"];
const kept = ["NetConnectionID", "Speed", "GUID", "MACAddress"];

const answers = (command: string) => call(command)?.words.some((word) => fits(alias, word)) === true;
const isAsked = memoizeAnswer(answers);

const text: P.Parser<readonly ObjectsPart[]> = P.alt<ObjectsPart>(
  blankLine.map(lone),
  wmic.list,
  wmic.csv,
  wmic.table,
  otherLine.map((own) => lone(reclassed(own, "unrelated"))),
).many();

/** `wmic nic`: the adapters of every Windows up to Server 2022, with the speed of their links in bits per second. */
export const wmicNic: Grammar<"wmicNic", AdapterProperty, WmicNicTraits> = {
  kind: "wmicNic",
  title: "the network adapters and their speeds",
  command: "wmic nic where NetEnabled=true get Name,NetConnectionID,Speed",
  words: ["netconnectionid", "netenabled", "netconnectionstatus"],
  answers,
  landmark: (line, { command }): Landmark | undefined => {
    if (!isAsked(command) && !hint(line)) return undefined;
    const label = readLine(wmic.property, line)?.value.label;
    if (label !== undefined) return isAsked(command) || ownTitles.has(label.toLowerCase()) ? "record" : undefined;
    const titles = readLine(wmic.csvTitles, line)?.value ?? readLine(wmic.heading, line)?.value.titles ?? [];
    return titles.some((title) => ownTitles.has(title.toLowerCase()) || (isAsked(command) && title === "Speed"))
      ? "heading"
      : undefined;
  },
  continues: (line, { command }) => isAsked(command) || isLine(wmic.property, line) || isLine(wmic.csvRow, line),
  read,
};

function read(segment: SegmentText, _: Surroundings): Reading<AdapterProperty, WmicNicTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(text, sheet.text);
  const shares = byHost(valuesOf(parts).flat(), computerOf).map(({ host, values }) => {
    return { host, records: values.flatMap(propertiesOf), traits: {} };
  });
  const records = shares.flatMap((share) => share.records).toSorted((a, b) => a.from - b.from);
  if (records.length === 0) return notRecognised(linesOf(parts), {});
  return recognised(segment, sheet, {
    lines: linesOf(parts),
    records,
    remarks: [],
    locale: null,
    traits: {},
    ...hostsOf(shares),
  });
}

function propertiesOf(object: PrintedObject): readonly Draft<AdapterProperty>[] {
  const adapter = names.map((name) => propertyOf(object, name)).find((name) => name !== undefined && name !== "");
  if (adapter === undefined) return [];
  return object.entries
    .filter(({ label, value }) => value !== "" && kept.some((name) => name.toLowerCase() === label.toLowerCase()))
    .map(({ from, label, value }) => ({ from, adapter, property: label, keyword: null, value }));
}
