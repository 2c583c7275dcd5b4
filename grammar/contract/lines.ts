import P from "parsimmon";
import { blanks, lineEnd, rest, token } from "../lexicon/lexemes.ts";
import type { LineClass } from "./grammar.ts";
import type { Hint } from "./hint.ts";

/** One line as a production read it: which one (`is`), what becomes of it, what it says. */
export interface PrintedLine<N extends string = string, V = unknown> {
  readonly is: N;
  readonly class: LineClass;
  /** Offset of the line's first character in the text that is read. */
  readonly from: number;
  readonly value: V;
}

/** Consecutive lines that belong together, and what they say if they say anything. */
export interface Part<V> {
  readonly lines: readonly PrintedLine[];
  readonly value?: V;
}

/** A piece of a line, and the offset where it begins. */
export interface Placed<V> {
  readonly at: number;
  readonly value: V;
}

/** Gives the offset and takes nothing. P.index would count lines from the top of the text each time. */
const offset: P.Parser<number> = P((_, at) => P.makeSuccess(at, at));

/** The production with the offset where it begins. */
export function placed<V>(production: P.Parser<V>): P.Parser<Placed<V>> {
  return P.seqMap(offset, production, (at, value) => ({ at, value }));
}

/** Gives the text that is read, from its beginning, and takes nothing: what a line is may depend on all others. */
export const wholeText: P.Parser<string> = P((text, at) => P.makeSuccess(at, text));

/** Reads ahead: what the production gives here, without taking it. */
export function ahead<V>(production: P.Parser<V>): P.Parser<V> {
  return offset.chain((from) => production.chain((value) => P(() => P.makeSuccess(from, value))));
}

/** A whole line: the production, nothing but blanks behind it, and the end of the line. */
export function line<N extends string, V>(
  is: N,
  lineClass: LineClass,
  production: P.Parser<V>,
): P.Parser<PrintedLine<N, V>> {
  return P.seqMap(offset, production, blanks, lineEnd, (from, value) => ({ is, class: lineClass, from, value }));
}

/** Longer lines are none of a listing of labels and values. */
const LONGEST_SHORT_LINE = 200;

/** A line of a listing: blanks, the production, and nothing but blanks behind it; a longer line costs nothing more. */
export function shortLine<N extends string, V>(
  is: N,
  lineClass: LineClass,
  production: P.Parser<V>,
): P.Parser<PrintedLine<N, V>> {
  return atMost(LONGEST_SHORT_LINE).then(line(is, lineClass, blanks.then(production)));
}

/** A line with nothing but blanks. */
export const blankLine: P.Parser<PrintedLine<"blank", null>> = line("blank", "blank", P.of(null));

/** Any line at all: the last alternative, for what no production reads. */
export const otherLine: P.Parser<PrintedLine<"other", string>> = line("other", "unknown", rest);

/** The same line with another class: what stands around it says more than the line itself. */
export function reclassed<L extends PrintedLine>(found: L, lineClass: LineClass): L {
  return { ...found, class: lineClass };
}

/** A line by itself, as a part that says nothing. */
export function lone(own: PrintedLine): Part<never> {
  return { lines: [own] };
}

export function linesOf(parts: readonly Part<unknown>[]): readonly PrintedLine[] {
  return parts.flatMap((part) => part.lines);
}

/** What the parts say, in order. */
export function valuesOf<V>(parts: readonly Part<V>[]): readonly V[] {
  return parts.flatMap((part) => ("value" in part ? [part.value] : []));
}

/** Reads a text whole. `production` has to take every line, as `P.alt(…, otherLine).many()` does. */
export function readWhole<V>(production: P.Parser<V>, text: string): V {
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return readAny(production, whole);
}

/** The same of a text that has no line ends. `production` has to take every text. */
export function readAny<V>(production: P.Parser<V>, text: string): V {
  const reply = begun(production, text);
  return reply.status && reply.index === text.length ? reply.value : production.tryParse(text);
}

/** What a production makes of a single line without its end; undefined when it is no such line. */
export function readLine<V>(production: P.Parser<V>, text: string): V | undefined {
  return readText(production, ended(text));
}

/** True when the text, without a line's end, is such a line. */
export function isLine(production: P.Parser<unknown>, text: string): boolean {
  return fits(production, ended(text));
}

/** What the production makes of the whole of a text that has no line end: a label, a value; undefined when nothing. */
export function readText<V>(production: P.Parser<V>, text: string): V | undefined {
  const reply = begun(production, text);
  return reply.status && reply.index === text.length ? reply.value : undefined;
}

/** True when the production takes the whole of such a text. */
export function fits(production: P.Parser<unknown>, text: string): boolean {
  const reply = begun(production, text);
  return reply.status && reply.index === text.length;
}

/** What parsimmon's parsers are made of. */
interface Inner<V> {
  readonly _: (text: string, at: number) => P.Reply<V>;
}

/**
 * What the production makes of the beginning of a text. `parse` would work long on the description of a failure, and use
 * the text itself as a key of an object, which has to be found among all texts there are, and might be "__proto__". The
 * bench row that needs it is "told apart" of `foreign`: most lines are asked about dozens of times.
 */
function begun<V>(production: P.Parser<V>, text: string): P.Reply<V> {
  return (production as unknown as Inner<V>)._(text, 0);
}

let last = { text: "", line: "\n" };

/** The line with its end. One line is asked about many times before the next one is. */
function ended(text: string): string {
  if (last.text !== text) last = { text, line: `${text}\n` };
  return last.line;
}

/**
 * Makes a fast test to come before a production: whether the line holds one of the sequences of lexemes, each as the
 * expressions that stand behind one another in it. They are asked for with the first line.
 */
export function hintOf(sequences: () => readonly (readonly RegExp[])[]): Hint {
  let hint: RegExp | undefined;
  const expression = () => {
    hint ??= anyOf(sequences());
    return hint;
  };
  return Object.assign((text: string) => (hint ?? expression()).test(text), { expressions: () => [expression()] });
}

function anyOf(sequences: readonly (readonly RegExp[])[]): RegExp {
  const sources = sequences.map((lexemes) => lexemes.map(({ source }) => `(?:${source})`).join(""));
  return new RegExp(sources.join("|"), "iu");
}

/** Where a production gave up on a line: index in the line, and what would have gone on there, in words. */
export interface Refusal {
  readonly index: number;
  readonly expected: string;
}

/** More alternatives than this tell a reader nothing. */
const MOST_EXPECTED = 4;

/** Why the line is none of the production's; undefined when it is one. */
export function refusalOf(production: P.Parser<unknown>, text: string): Refusal | undefined {
  const result = production.parse(`${text}\n`);
  if (result.status) return undefined;
  // Only lexemes have names: what is between slashes is a regular expression of one without.
  const named = result.expected.filter((name) => !name.startsWith("/"));
  const expected = named.length > MOST_EXPECTED ? [...named.slice(0, MOST_EXPECTED), "…"] : named;
  return { index: result.index.offset, expected: expected.join(" or ") };
}

/** Looks ahead: the line is at most this long. Longer ones are no line of the kind and cost nothing more. */
export function atMost(characters: number): P.Parser<string> {
  return P.lookahead(token(new RegExp(`[^\\n]{0,${characters}}\\n`))).desc(
    `a line of at most ${characters} characters`,
  );
}
