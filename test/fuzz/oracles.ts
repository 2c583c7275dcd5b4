import type { LineClass } from "../../grammar/index.ts";
import { type AnalyzeOptions, type ClassifiedLine, type Report, type Source, validated } from "../../src/index.ts";
import { type Analysed, analysed } from "../support/analysed.ts";
import { chunksOf } from "../support/generators.ts";
import { expectSame, Fault } from "./target.ts";

/** What must not reach a terminal or a page: controls but for line ends and tabs, and what turns the direction of text. */
const UNPRINTABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** The same for what another program reads: text that runs from right to left is text there. */
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/;

/** What is read, and how: the source by its name, and what the user said of it. */
export interface Subject {
  readonly bytes: Uint8Array;
  readonly from: Omit<Source, "bytes">;
  readonly options: AnalyzeOptions;
}

/** The report of bytes, with the rows handed out on the way. */
export function reportOf({ bytes, from, options }: Subject, cuts: readonly number[] = []): Promise<Analysed> {
  return analysed({ ...from, bytes: chunksOf(bytes, cuts) }, options);
}

/** Every line has one class, every connection one place among those that are counted or left out. */
export function addsUp({ sources, hosts }: Report): void {
  for (const { name, ledger, lines } of sources) expectSame("ledger adds up", total(ledger), lines, `lines of ${name}`);
  for (const { connections, raw, eligible, excluded, notCounted } of hosts.flatMap(
    ({ summary }) => summary.snapshots,
  )) {
    expectSame("ledger adds up", eligible.total + eligible.transitional + total(excluded), raw.total, "TCP rows");
    expectSame("ledger adds up", raw.total + total(notCounted), connections.total, "rows");
  }
}

/** Each line told once and in order, and each class as often as the ledger counts it. */
export function toldOnce(lines: readonly ClassifiedLine[], { ledger, lines: count }: Report["sources"][number]): void {
  const numbers = lines.map(({ line }) => line);
  const expected = Array.from({ length: count }, (_, at) => at + 1);
  expectSame("ledger adds up", numbers.join(" "), expected.join(" "), "lines as they are told");
  const counts = new Map<LineClass, number>();
  for (const { class: found } of lines) counts.set(found, (counts.get(found) ?? 0) + 1);
  for (const [found, times] of counts) expectSame("ledger adds up", times, ledger[found], `lines told as ${found}`);
}

/** Diagnostics, captures and settings are of lines that the source has; bytes of no character may stand behind the last. */
export function staysInSource({ sources, hosts, diagnostics }: Report): void {
  const ends = new Map(sources.map(({ name, lines }) => [name, lines + 1]));
  const places = [...diagnostics, ...hosts.flatMap(({ captures, settings }) => [...captures, ...settings])];
  const stray = places.find(({ source, line }) => line < 1 || line > (ends.get(source) ?? 0));
  if (stray !== undefined) throw new Fault("places lie within the source", JSON.stringify(stray).slice(0, 300));
}

/** A rule that throws is told as a diagnostic, so that the others are heard; it is a mistake all the same. */
export function noRuleFails({ diagnostics }: Report): void {
  const failed = diagnostics.find(({ code }) => code === "rule-failed");
  if (failed !== undefined) throw new Fault("does not throw", failed.message);
}

/** The published schema holds for what comes back out of JSON, and nothing is lost on the way. */
export async function fitsSchema(report: Report): Promise<void> {
  const text = JSON.stringify(report);
  const back: unknown = JSON.parse(text);
  expectSame("as its schema has it", JSON.stringify(back), text, "the report and its JSON");
  const validation = await validated("report", back);
  if (!validation.ok) throw new Fault("as its schema has it", validation.faults.join("; "));
}

/** Bytes whose lines may be ended differently without being another text: no NULs, which may be halves of characters. */
export function mayHaveOtherEnds(bytes: Uint8Array, { sources }: Report): boolean {
  const isWide = sources.some(({ encodings }) => encodings.some((name) => name.startsWith("utf-16")));
  return !bytes.includes(0) && !bytes.includes(0x0d) && !isWide;
}

/** The same text with CR LF: all but the number of bytes is the same. */
export async function sameWithCrLf(subject: Subject, before: Analysed): Promise<void> {
  const bytes = Buffer.from(Buffer.from(subject.bytes).toString("latin1").replaceAll("\n", "\r\n"), "latin1");
  const after = await reportOf({ ...subject, bytes });
  expectSame("the same with CR LF", apartFromBytes(before), apartFromBytes(after), "with LF and with CR LF");
}

export function withoutControlsIn(text: string, what: string, reader: "people" | "programs" = "people"): void {
  const found = (reader === "people" ? UNPRINTABLE : CONTROLS).exec(text);
  if (found === null) return;
  const around = text.slice(Math.max(0, found.index - 60), found.index + 60);
  throw new Fault("no control characters", `${what}: ${JSON.stringify(around)}`);
}

/** Every script and style of a page is one that a page without captures has as well. */
export function withoutForeignMarkup(page: string, plain: string): void {
  const elements = (text: string) =>
    (text.match(/<(?:script|style|iframe|img|link|object)\b/gi) ?? []).sort().join(" ");
  expectSame("no markup of others", elements(plain), elements(page), "elements of the page");
}

/** A source of bytes that can be opened again and again. */
export function sourceOf(name: string, bytes: Uint8Array): () => Source {
  return () => ({ name, bytes: chunksOf(bytes, []) });
}

function apartFromBytes({ report, connections }: Analysed): object {
  return { ...report, sources: report.sources.map((source) => ({ ...source, bytes: 0 })), connections };
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
