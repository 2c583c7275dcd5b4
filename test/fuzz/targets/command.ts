import fc from "fast-check";
import { main } from "../../../src/cli/main.ts";
import { tableNames } from "../../../src/report/tables/index.ts";
import { comparisonFormats, reporterNames } from "../../../src/reporters/index.ts";
import { chunksOf } from "../../support/generators.ts";
import { reports } from "../corpus.ts";
import { memoryTerminal } from "../memory-terminal.ts";
import { byteMutations, inputsOf, mutated, mutatedText, tokenMutations } from "../mutations/index.ts";
import { withoutControlsIn } from "../oracles.ts";
import { checkPrinted } from "../printed.ts";
import { Fault, type Target } from "../target.ts";
import { emptyPage } from "./renderings.ts";

const CODES = [0, 1, 2, 3, 4];

/** Command lines over a.txt, b.txt and standard input, which all hold the input or a part of it. */
export const commandLines: readonly (readonly string[])[] = [
  ...reporterNames.map((format) => ["--format", format]),
  ...reporterNames.map((format) => ["a.txt", "b.txt", "--format", format, "--show", "all"]),
  ...tableNames.map((table) => ["a.txt", "--format", "csv", "--table", table]),
  ...comparisonFormats.map((format) => ["compare", "a.txt", "b.txt", "--format", format, "--assume-same-host"]),
  ...comparisonFormats.map((format) => ["compare", "a.txt", "--format", format]),
  ["a.txt", "--format", "markdown", "--max-lines", "10"],
  ["a.txt", "--format", "csv", "--csv-raw", "--excel", "--delimiter", ";"],
  ["--as", "netstat", "--encoding", "cp932", "--fail-on", "info", "--min-coverage", "0.9"],
];

const earlier = fc.constantFrom(...reports).map(({ bytes }) => Buffer.from(bytes));

/** The command line as a function, on captures and on damaged reports, with readers and writers who give up. */
export const command: Target = {
  name: "command",
  inputs: inputsOf(
    fc.oneof(
      { weight: 3, arbitrary: mutatedText },
      { weight: 1, arbitrary: mutated(earlier, fc.oneof(byteMutations, tokenMutations)) },
    ),
  ),
  runs: 8,
  async check({ bytes, choice }, step) {
    const argv = commandLines[choice % commandLines.length] ?? [];
    const manner = Math.floor(choice / commandLines.length) % 5;
    const half = bytes.subarray(0, bytes.length >> 1);
    const { terminal, out, err } = memoryTerminal({
      files: new Map([
        ["a.txt", bytes],
        ["b.txt", half],
      ]),
      stdin: manner === 1 ? failing(half) : chunksOf(bytes, [half.length]),
      ...(manner === 2 && { writesTaken: 2 }),
      isTerminal: manner === 3,
    });
    step();
    const code = await main(argv, terminal);
    checkEnd(code, err.join(""), argv);
    if (manner === 0 && out.length > 0 && !argv.includes("--csv-raw")) await checkOutput(argv, out.join(""));
  },
};

/** The exit code is one of those that are documented, and nobody gets to see a stack trace. */
export function checkEnd(code: number | null, err: string, argv: readonly string[]): void {
  const line = argv.join(" ");
  if (code === null || !CODES.includes(code))
    throw new Fault("exit code and messages", `${line} ends with ${code}: ${err}`);
  if (/internal error|^\s+at .*:\d+/m.test(err)) throw new Fault("does not throw", `${line}: ${err}`);
  withoutControlsIn(err, `messages of ${line}`);
}

async function checkOutput(argv: readonly string[], text: string): Promise<void> {
  const format = reporterNames.find((name) => name === argv[argv.indexOf("--format") + 1]) ?? "text";
  const isPageOfOther = format === "html" && argv[0] === "compare";
  await checkPrinted(isPageOfOther ? "text" : format, text, isPageOfOther ? "" : await emptyPage());
}

async function* failing(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw new Error("the other end is gone");
}
