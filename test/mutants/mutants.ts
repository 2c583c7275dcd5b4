import { Instrumenter } from "@stryker-mutator/instrumenter";
import type { SourceTree } from "../support/imports.ts";

/** One small change of a source file that a test should notice. */
export interface Mutant {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly mutator: string;
  readonly before: string;
  readonly after: string;
}

/** The mutants of some files, and the files with a switch for each in them. */
export interface Mutated {
  readonly mutants: readonly Mutant[];
  readonly files: ReadonlyMap<string, string>;
}

type Instrumented = Awaited<ReturnType<Instrumenter["instrument"]>>["mutants"][number];
type Position = Instrumented["location"]["start"];

const never = () => false;
const nothing = () => undefined;
const silent: ConstructorParameters<typeof Instrumenter>[0] = {
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};

/** Where the text behind it is what diagnostics call a part of a line, if that was expected: no test repeats those. */
const BEFORE_NAME =
  /(?:\.desc|P\.fail|number)\((?:\/[^\n]*\/u?, )?$|\b(?:assert|phraseOf|endingIn|pieceOf)\([^"`;]*,\s*$/;

/** Where only the type checker asks for the empty value behind it: of an index that is known to be there. */
const BEFORE_DEFAULT = /\?\? $|\[[^\]=]* = $/;

/** Where an empty list behind it lets a quick look pass everything, which takes longer and changes nothing else. */
const BEFORE_HINT = /\bhintOf\((?:[^;]*\],)?\s*$/;

/** Makes every mutant of the files but for those, in the order of the files and of the places in them. */
export async function mutated(sources: SourceTree): Promise<Mutated> {
  const { mutants, files } = await new Instrumenter(silent).instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    // The functions that the switches call stand in the program that tries them.
    Object.assign({ plugins: null, excludedMutations: [], ignorers: [] }, { noHeader: true }),
  );
  const isCounted = (made: Instrumented) => !isLeftOut(made, sources.get(made.fileName) ?? "");
  return {
    mutants: mutants.filter(isCounted).map((made) => mutantOf(made, sources.get(made.fileName) ?? "")),
    files: new Map(files.map(({ name, content }) => [name, content])),
  };
}

/** So many of a list behind as many others, in an order whose every stretch is spread evenly over the list. */
export function sampleOf<T>(all: readonly T[], size: number, behind: number): readonly T[] {
  const step = stepThrough(all.length);
  return all.flatMap((_, place) => all[(place * step) % all.length] ?? []).slice(behind, behind + size);
}

/** Near the golden section, whose multiples never come close to each other, and without a divisor in common. */
function stepThrough(length: number): number {
  let step = Math.max(1, Math.round(length * 0.618));
  while (divisor(step, length) > 1) step += 1;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function isLeftOut({ location, mutatorName, replacement }: Instrumented, text: string): boolean {
  const start = offsetOf(text, location.start);
  const before = text.slice(Math.max(0, start - 400), start);
  const printed = text.slice(start, offsetOf(text, location.end));
  if (printed === '""' || printed === "[]") return BEFORE_DEFAULT.test(before);
  if (mutatorName === "StringLiteral") return BEFORE_NAME.test(before);
  return mutatorName === "ArrayDeclaration" && replacement === "[]" && BEFORE_HINT.test(before);
}

function mutantOf({ id, fileName, location, mutatorName, replacement = "" }: Instrumented, text: string): Mutant {
  const before = text.slice(offsetOf(text, location.start), offsetOf(text, location.end));
  return { id, path: fileName, line: location.start.line + 1, mutator: mutatorName, before, after: replacement };
}

function offsetOf(text: string, { line, column }: Position): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed++) offset = text.indexOf("\n", offset) + 1;
  return offset + column;
}
