import { type AnyGrammar, diagnosticCodes, grammars, lineClasses, type SegmentText } from "../../../grammar/index.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import { expectSame, Fault, type Target } from "../target.ts";

/** Lines that every grammar reads at a time: all of them read each input, recognised or not. */
const MOST_LINES = 400;

/** Each grammar by itself on the same text, with its own command echoed above, another one, and none. */
export const grammarReading: Target = {
  name: "grammars",
  inputs: inputsOf(mutatedText),
  runs: 12,
  async check({ bytes, choice }, step) {
    const lines = Buffer.from(bytes).toString("utf8").split(/\r*\n/).slice(0, MOST_LINES);
    const segment: SegmentText = { text: lines.map((line) => `${line}\n`).join(""), runs: [{ ordinal: 0, line: 1 }] };
    for (const grammar of grammars) {
      step();
      const command = [null, grammar.command, grammars[choice % grammars.length]?.command ?? null][choice % 3] ?? null;
      checkLines(grammar, lines, command);
      checkReading(grammar, segment, lines.length, command);
    }
  },
};

function checkLines(grammar: AnyGrammar, lines: readonly string[], command: string | null): void {
  for (const line of lines) {
    const found = [grammar.landmark(line, { command }), grammar.continues(line, { command })];
    expectSame(
      "the same again",
      found,
      [grammar.landmark(line, { command }), grammar.continues(line, { command })],
      line,
    );
    if ("resumes" in grammar) grammar.resumes(line);
    grammar.answers(line);
  }
  const above = "above" in grammar ? grammar.above(lines) : 0;
  if (above < 0 || above > lines.length) throw new Fault("places lie within the source", `${above} lines above`);
}

function checkReading({ kind, read }: AnyGrammar, segment: SegmentText, count: number, command: string | null): void {
  const reading = read(segment, { command });
  expectSame("ledger adds up", reading.classes.length, count, `classes of ${kind}`);
  expectSame("the same again", reading, read(segment, { command }), kind);
  const stray = reading.classes.find((found) => !lineClasses.includes(found));
  if (stray !== undefined) throw new Fault("ledger adds up", `${kind} calls a line ${stray}`);
  for (const { code, line, column } of reading.diagnostics) {
    if (!(code in diagnosticCodes)) throw new Fault("as its schema has it", `${kind} says ${code}`);
    if (line < 1 || line > count || column < 1) {
      throw new Fault("places lie within the source", `${kind} says ${code} of ${line}:${column}`);
    }
  }
  for (const { line } of reading.records) {
    if (line < 1 || line > count)
      throw new Fault("places lie within the source", `${kind} has a record of line ${line}`);
  }
}
