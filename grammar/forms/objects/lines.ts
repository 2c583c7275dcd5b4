import P from "parsimmon";
import type { Landmark } from "../../contract/grammar.ts";
import { atMost, hintOf, isLine, line, type PrintedLine, readLine } from "../../contract/lines.ts";
import { blanks, gap, rest, someBlanks, token } from "../../lexicon/lexemes.ts";
import { clixml } from "./clixml.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { LONGEST_LINE, list, valueSign } from "./list.ts";
import { message } from "./message.ts";
import { tableRule } from "./table.ts";

const title = token(/(?:[A-Z]|if[A-Z])[A-Za-z0-9]{0,60}(?:\([A-Za-z]{1,10}\))?/).desc("a title");
const cell = token(/[^ \t\n]+(?: [^ \t\n]+)*/);
/** How rows of advanced properties end: a keyword, and the registry's value in braces. */
const keyword = token(/[^*{\n]{0,400}(?:\*\w[^\n]*|\{[^{}\n]{0,200}\})/);

/** Name  Enabled NumberOfReceiveQueues */
const headingLine = P.alt<readonly string[]>(
  csv.heading.map(({ value }) => value),
  line("titles", "heading", short(blanks.then(title.sepBy1(someBlanks)))).map(({ value }) => value),
);

/** A line of a list, and how those of JSON and CLIXML begin. */
const mayBeLabelled = hintOf(() => [[valueSign], [/^[ \t]*/, /["[{<]/]]);

/** A line that names properties, in any form but a table. */
const labelledLine = P.alt<readonly string[]>(
  list.entry.map(({ value }) => [value.label]),
  json.value.map(({ value: { entries, objects } }) =>
    [...entries, ...objects.flatMap((own) => own.entries)].map(({ label }) => label),
  ),
  json.opening.chain(({ value: { label } }) => (label === null ? P.fail("the name of a property") : P.of([label]))),
  P.alt<PrintedLine<string, { readonly label: string | null }>>(clixml.leaf, clixml.opening).chain(
    ({ value: { label } }) => (label === null ? P.fail("the name of a property") : P.of([label])),
  ),
);

/** `#TYPE System.ServiceProcess.ServiceController`, `<T>System.ServiceProcess.ServiceController</T>` */
const typeLine = P.alt<{ readonly name: string; readonly landmark: Landmark }>(
  csv.type.map(({ value }) => ({ name: value, landmark: "title" })),
  clixml.type.map(({ value }) => ({ name: value, landmark: "record" })),
);

const rowLine = line("row", "record", short(blanks.then(P.alt<unknown>(P.seq(cell, gap, rest), keyword))));
const furtherLine = P.alt<PrintedLine>(
  rowLine,
  list.more,
  list.entry,
  tableRule,
  message,
  json.line,
  clixml.line,
  csv.row,
);

/** The titles of a table or of CSV, when the line is nothing but such words. */
export function titlesIn(text: string): readonly string[] | undefined {
  const titles = readLine(headingLine, text);
  return titles === undefined || titles.length < 2 ? undefined : titles;
}

/** Names of properties that the line prints with their values; undefined when it is no such line. */
export function labelsIn(text: string): readonly string[] | undefined {
  return mayBeLabelled(text) ? readLine(labelledLine, text) : undefined;
}

/** The type of the objects below, where CSV or CLIXML says it, and what such a line is to a capture. */
export function typeIn(text: string): { readonly name: string; readonly landmark: Landmark } | undefined {
  return readLine(typeLine, text);
}

/** True for a line that may stand below others of the same objects. */
export function continuesObjects(text: string): boolean {
  return isLine(furtherLine, text);
}

/** How many lines at the end belong to one object: those above a line that shows what they are of. */
export function objectLinesAtEnd(lines: readonly string[]): number {
  return Math.max(listLinesAtEnd(lines), linesAtEnd(json.line, lines), linesAtEnd(clixml.line, lines));
}

/** What begins with the rest of a value begins in the middle of something else. */
function listLinesAtEnd(lines: readonly string[]): number {
  const above = lines.length - linesAtEnd(P.alt<unknown>(list.entry, list.more), lines);
  const first = lines.findIndex((text, at) => at >= above && isLine(list.entry, text));
  return first < 0 ? 0 : lines.length - first;
}

function linesAtEnd(production: P.Parser<unknown>, lines: readonly string[]): number {
  return lines.length - 1 - lines.findLastIndex((text) => !isLine(production, text));
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
