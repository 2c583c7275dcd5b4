import P from "parsimmon";
import { atMost, line, type Part, type PrintedLine } from "../../contract/lines.ts";
import { anyWords, blanks, token, words } from "../../lexicon/lexemes.ts";
import type { ObjectsPart, PrintedEntry } from "./printed-object.ts";

export type EntryLine = PrintedLine<"entry", { readonly label: string; readonly value: string }>;

interface Spec {
  object: ObjectsPart;
  property: Part<PrintedEntry>;
  entry: EntryLine;
  more: PrintedLine<"more", string>;
}

/** Longer lines are no property and no row of a table. */
export const LONGEST_LINE = 4000;
/** Properties of one object; no class of Windows has as many. */
const MOST_PROPERTIES = 200;

/** `NumberOfReceiveQueues`, `BaseProcessor: [Group:Number]`, `MinRto(ms)` */
const label = token(/[A-Za-z_][A-Za-z0-9_]{0,60}(?::? ?\[[^\]\n]{1,50}\]|\([A-Za-z]{1,10}\))?/).desc(
  "the name of a property",
);
/** Names and values may hold colons, but none stands between blanks inside of a name. */
export const valueSign = /[ \t]:(?=[ \t\n]|$)|:\t/;
const sign = token(() => new RegExp(`[ \\t]{0,79}(?:${valueSign.source})`)).desc("a colon between blanks");
/** PowerShell puts the rest of a value under its beginning, behind the names and their colons. */
const farRight = token(/[ \t]{8,}/).desc("the rest of a value");

/** A list of `Format-List`. */
export const list = P.createLanguage<Spec>({
  // Name                  : Ethernet 2
  // NumberOfReceiveQueues : 8
  object: ({ property }) =>
    property.chain((first) => besides(first, property).map((others) => objectOfProperties([first, ...others]))),

  property: ({ entry, more }) =>
    P.seqMap(entry, more.many(), (first, others) => ({
      lines: [first, ...others],
      value: {
        from: first.from,
        label: first.value.label,
        value: [first.value.value, ...others.map(({ value }) => value)].join(" ").trim(),
      },
    })),

  // Name                  : Ethernet 2
  // Name:	Ethernet 2 (two cells of a table of HTML)
  entry: () =>
    line(
      "entry",
      "record",
      short(blanks.then(P.seqMap(label, sign, anyWords, (own, _sign, value) => ({ label: own, value })))),
    ),

  //                         0:4  0:6
  more: () => line("more", "record", short(farRight.then(words))),
});

/** Further properties of an object: where its first one comes again the next object begins. */
function besides(first: Part<PrintedEntry>, property: P.Parser<Part<PrintedEntry>>): P.Parser<Part<PrintedEntry>[]> {
  return property
    .chain((next) => (next.value?.label === first.value?.label ? P.fail("another property") : P.of(next)))
    .times(0, MOST_PROPERTIES - 1);
}

function objectOfProperties(properties: readonly Part<PrintedEntry>[]): ObjectsPart {
  const entries = properties.flatMap(({ value }) => value ?? []);
  return {
    lines: properties.flatMap(({ lines }) => lines),
    value: [{ from: entries[0]?.from ?? 0, entries }],
  };
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
