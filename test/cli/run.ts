import * as nodeFiles from "node:fs/promises";
import { main } from "../../src/cli/main.ts";
import type { Program } from "../../src/cli/program.ts";
import type { Files, Output, Terminal } from "../../src/cli/terminal.ts";
import {
  type AnalyzeOptions,
  capturedSide,
  catalogue,
  companionNamed,
  companionNames,
  compareMomentsOf,
  compareSides,
  glossary,
  hotfix,
  looksLikeReport,
  looksLikeRollup,
  type Report,
  readReport,
  redact,
  redactedInput,
  reportedSide,
  reportWord,
  reportWords,
  rollupReport,
  schemas,
  term,
  verdictMeanings,
} from "../../src/index.ts";
import { sourcesOf } from "../../src/text/index.ts";
import { rows, sample } from "../reporters/sample-report.ts";

/** What a test may change of the world around the command line. */
export interface World {
  readonly cwd: string;
  readonly stdin: string;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  readonly columns: number;
  readonly env: Terminal["env"];
  readonly files: Files;
  readonly interrupted: AbortSignal;
  /** The times that the clock tells, one after the other; the last one for ever. */
  readonly times: readonly number[];
  /** What writing to the outputs does, when it is not to keep the text. */
  readonly writeOut: (text: string) => Promise<void>;
  readonly writeErr: (text: string) => Promise<void>;
  readonly report: Report;
  readonly analyze: Program["analyze"];
  readonly load: () => Promise<Program>;
}

/** What came of a run. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The options and the sources that the analysis was given: names and texts, or names and reasons. */
  readonly options: AnalyzeOptions | undefined;
  readonly sources: readonly string[];
  readonly released: boolean;
}

/** Runs a command line in a world of its own, with an analysis that reads its sources and finds what the test says. */
export async function run(argv: readonly string[], world: Partial<World> = {}): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const sources: string[] = [];
  let options: AnalyzeOptions | undefined;
  let released = false;
  const times = [...(world.times ?? [0])];

  const terminal: Terminal = {
    stdin: { isTerminal: world.stdinIsTerminal ?? false, bytes: bytesOf(world.stdin ?? "") },
    stdout: outputTo(out, world.stdoutIsTerminal ?? false, world.columns, world.writeOut),
    stderr: outputTo(err, world.stderrIsTerminal ?? false, world.columns, world.writeErr),
    env: world.env ?? {},
    cwd: world.cwd ?? "/nowhere",
    files: world.files ?? nodeFiles,
    interrupted: world.interrupted ?? new AbortController().signal,
    now: () => (times.length > 1 ? times.shift() : times[0]) ?? 0,
    release() {
      released = true;
    },
  };

  const analyze: Program["analyze"] = async (input, given) => {
    options = given;
    for await (const source of sourcesOf(input)) {
      sources.push(`${source.name} = ${"bytes" in source ? await textOf(source.bytes) : source.reason}`);
    }
    await given?.onConnections?.(rows);
    return world.report ?? { ...sample, sources: sample.sources.slice(0, 1) };
  };

  const program: Program = {
    analyze: world.analyze ?? analyze,
    encodingNamed: (name) => ({ cp850: "cp850", ibm850: "cp850" })[name.toLowerCase()],
    supportedEncodings: ["utf-8", "cp850"],
    osBands: ["2008", "2008R2"],
    bandNamed: (text) => (["2008", "2008R2"] as const).find((band) => band.toLowerCase() === text.toLowerCase()),
    features: ["nlb", "ipsec"],
    thresholdNames: ["leastConnections", "bulkShare"],
    thresholdFault: (name, limit) => (name === "bulkShare" && limit > 1 ? "it is a share, from 0 to 1" : undefined),
    catalogue,
    glossary,
    term,
    reportWords,
    reportWord,
    verdictMeanings,
    hotfix,
    companionNames,
    companionNamed,
    batchFile: () => "@echo off\r\n",
    powershellScript: () => "# PowerShell\r\n",
    rollupReport,
    schemas,
    looksLikeReport,
    looksLikeRollup,
    readReport,
    capturedSide,
    reportedSide,
    compareSides,
    compareMomentsOf,
    redact,
    redactedInput,
    grammars: [
      { kind: "netstat", command: "netstat -nato" },
      { kind: "tcpGlobal", command: "netsh int tcp show global" },
    ],
  };
  const code = await main(argv, terminal, world.load ?? (async () => program));
  return { code, out: out.join(""), err: err.join(""), options, sources, released };
}

function outputTo(
  texts: string[],
  isTerminal: boolean,
  columns: number | undefined,
  write: ((text: string) => Promise<void>) | undefined,
): Output {
  const keep = async (text: string) => {
    texts.push(text);
  };
  return { isTerminal, columns: isTerminal ? columns : undefined, write: write ?? keep };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
