import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../contract/grammar.ts";
import {
  blankLine,
  fits,
  hintOf,
  isLine,
  linesOf,
  lone,
  otherLine,
  type Part,
  type PrintedLine,
  readText,
  readWhole,
  reclassed,
  valuesOf,
} from "../contract/lines.ts";
import type { SegmentText } from "../contract/place.ts";
import { type Draft, notRecognised, recognised, sheetOf } from "../contract/sheet.ts";
import { documentLine, documentProperty, documentValue, type MsinfoProperty, reportProperty } from "../forms/msinfo.ts";
import type { AdapterProperty } from "../forms/objects/adapters.ts";
import { anyWords, blanks, ipv4, ipv6, token, words } from "../lexicon/lexemes.ts";

/** The adapters of msinfo32 have no traits. */
export type MsinfoAdaptersTraits = Readonly<Record<never, never>>;

/** An adapter by the line that names it. */
interface Named {
  readonly index: string;
  readonly description: string;
}

interface Value {
  readonly from: number;
  readonly value: string;
}

interface Adapter extends Named {
  readonly from: number;
  readonly values: readonly Value[];
}

const MOST_PROPERTIES = 60;

/** `[00000007] Broadcom BCM5709C NetXtreme II GigE`: the number that the adapter's key has, in every language. */
const named = P.seqObj<Named>(["index", P.regexp(/\[0{1,7}(\d{1,7})\]/, 1)], blanks, ["description", words]);
const hint = hintOf(() => [[/\[0\d{7}\]/]]);

/** Marks of the direction of writing stand around some values. */
const mark = token(/[\u200e\u200f\u202a-\u202e]*/);
const mac = token(/[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}/i).wrap(mark, mark);
const list = <V>(own: P.Parser<V>) => own.sepBy1(token(/,[ \t]*/));
const addresses = list(P.alt(ipv6, ipv4));
/** Masks, or lengths of prefixes, as many as there are addresses. */
const masks = list(P.alt(ipv4, token(/\d{1,3}/)));

const documentedName = documentValue(named);
const reported = adapterBy(reportProperty(named), reportProperty);
/** The label above the first name may have gone with what stands before. */
const documented = adapterBy(
  documentProperty(named).or(documentedName.map((own) => ({ lines: [own], value: own.value }))),
  documentProperty,
);
const text: P.Parser<readonly Part<Adapter>[]> = P.alt<Part<Adapter>>(
  blankLine.map(lone),
  reported,
  P.lookahead(/[ \t]*</).then(documented),
  P.alt<PrintedLine>(documentLine, otherLine).map((own) => lone(reclassed(own, "unrelated"))),
).many();

const anyRow = reportProperty(anyWords);
const reportedName = reportProperty(named);

/** The network adapters in the report of msinfo32, as text and as the document that it saves. */
export const msinfoAdapters: Grammar<"msinfoAdapters", AdapterProperty, MsinfoAdaptersTraits> = {
  kind: "msinfoAdapters",
  title: "the network adapters of msinfo32",
  command: "msinfo32",
  // What the type of nearly every adapter is called, in every language.
  words: ["ethernet 802.3"],
  answers: () => false,
  hint,
  landmark: (line): Landmark | undefined =>
    hint(line) && (isLine(reportedName, line) || isLine(documentedName, line)) ? "record" : undefined,
  continues: (line) => isLine(anyRow, line) || isLine(documentLine, line),
  above: (lines) => lines.length - 1 - lines.findLastIndex((line) => !isLine(documentLine, line)),
  read,
};

function read(segment: SegmentText): Reading<AdapterProperty, MsinfoAdaptersTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(text, sheet.text);
  const lines = linesOf(parts);
  const records = valuesOf(parts).flatMap(propertiesOf);
  if (records.length === 0) return notRecognised(lines, {});
  return recognised(segment, sheet, { lines, records, remarks: [], locale: null, traits: {} });
}

/** An adapter with all that is said of it below its name. */
function adapterBy(name: P.Parser<Part<Named>>, property: MsinfoProperty): P.Parser<Part<Adapter>> {
  const other = P.notFollowedBy(name).then(property(anyWords)).times(0, MOST_PROPERTIES);
  return P.seqMap(name, other, (own, others) => ({
    lines: [...own.lines, ...linesOf(others)],
    value: {
      ...(own.value ?? { index: "", description: "" }),
      from: fromOf(own),
      values: others.map((part) => ({ from: fromOf(part), value: part.value ?? "" })),
    },
  }));
}

/** In every language the masks stand below the addresses. */
function propertiesOf({ from, index, description, values }: Adapter): readonly Draft<AdapterProperty>[] {
  const adapter = description;
  const own = values.find(({ value }, at) => fits(addresses, value) && fits(masks, values[at + 1]?.value ?? ""));
  const physical = values.find(({ value }) => fits(mac, value));
  const of = (property: string, place: number, value: string) => ({
    from: place,
    adapter,
    property,
    keyword: null,
    value,
  });
  return [
    of("Index", from, index),
    ...(own === undefined ? [] : [of("IPAddress", own.from, own.value)]),
    ...(physical === undefined ? [] : [of("MACAddress", physical.from, readText(mac, physical.value) ?? "")]),
  ];
}

function fromOf({ lines }: Part<unknown>): number {
  return lines.at(-1)?.from ?? 0;
}
