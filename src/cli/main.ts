import { resolve } from "node:path";
import { VERSION } from "../report/index.ts";
import { printable } from "../reporters/index.ts";
import { analyzeCommand } from "./analyze.ts";
import { readCommandLine, UsageError } from "./command-line.ts";
import { commands } from "./command-table.ts";
import { exitCodes } from "./exit-codes.ts";
import { Interrupted } from "./interruption.ts";
import { loadProgram, type Program } from "./program.ts";
import { InputError } from "./read-back.ts";
import { meantCommand } from "./suggest-meaning.ts";
import { ClosedPipe, ExpectedError, type Terminal } from "./terminal.ts";

/** What tells builds of one version apart; only the build knows it. */
declare const CHIMNEYSWEEP_BUILD: string | undefined;
const BUILD = typeof CHIMNEYSWEEP_BUILD === "string" ? ` (build ${CHIMNEYSWEEP_BUILD})` : "";

/**
 * Runs a command line and gives the exit code; it never throws. Results go to the terminal's output, everything else
 * to its error stream.
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  load: () => Promise<Program> = loadProgram,
): Promise<number> {
  try {
    return await run(argv, terminal, load);
  } catch (error) {
    if (error instanceof ClosedPipe) return exitCodes.done;
    await terminal.stderr.write(`${messageOf(error)}\n`).catch(() => undefined);
    if (error instanceof InputError) return exitCodes.input;
    if (!(error instanceof Interrupted)) return exitCodes.usage;
    const { reason }: { readonly reason: unknown } = terminal.interrupted;
    return typeof reason === "number" ? reason : exitCodes.interrupted;
  } finally {
    terminal.release();
  }
}

async function run(argv: readonly string[], terminal: Terminal, load: () => Promise<Program>): Promise<number> {
  const line = await readCommandLine(argv);
  if (line.kind === "version") {
    await terminal.stdout.write(`chimneysweep ${VERSION}${BUILD}\n`);
    return exitCodes.done;
  }
  if (line.kind === "help") return (await import("./help-command.ts")).helpCommand(line.words, terminal, load);
  if (line.kind === "completion") return (await import("./help-command.ts")).completionCommand(line.words, terminal);
  if (line.kind === "analyze") await refuseMistyped(line.words, terminal);
  const run = await {
    analyze: async () => analyzeCommand,
    batch: async () => (await import("./batch.ts")).batchCommand,
    compare: async () => (await import("./compare.ts")).compareCommand,
    merge: async () => (await import("./merge.ts")).mergeCommand,
    redact: async () => (await import("./redact.ts")).redactCommand,
    rules: async () => (await import("./rules.ts")).rulesCommand,
    explain: async () => (await import("./explain.ts")).explainCommand,
    "capture-script": async () => (await import("./capture-script.ts")).captureScriptCommand,
    schema: async () => (await import("./schema.ts")).schemaCommand,
    serve: async () => (await import("./serve.ts")).serveCommand,
    worker: async () => (await import("./queue.ts")).workerCommand,
    queue: async () => (await import("./queue.ts")).queueCommand,
  }[line.kind]();
  return run(line.words, line.options, terminal, await load());
}

/** Refuses a first word that is most likely a misspelt command: no path, but nearly one of the commands. */
async function refuseMistyped([word]: readonly string[], { files, cwd }: Terminal): Promise<void> {
  if (word === undefined || !/^[a-z]{1,20}$/i.test(word)) return;
  const meant = meantCommand(word, [...commands, "help", "completion"]);
  if (meant === undefined) return;
  const isPath = await files.stat(resolve(cwd, word)).then(
    () => true,
    () => false,
  );
  if (isPath) return;
  throw new UsageError(`there is no command or file ${word}; did you mean ${meant}?`);
}

function messageOf(error: unknown): string {
  if (error instanceof Interrupted) {
    return error.message === ""
      ? "chimneysweep: interrupted"
      : `chimneysweep: interrupted; ${printable(error.message)}`;
  }
  if (error instanceof UsageError) {
    return `chimneysweep: ${printable(error.message)}\nTry chimneysweep --help`;
  }
  if (error instanceof ExpectedError) return `chimneysweep: ${printable(error.message)}`;
  // Our own mistake: what is needed to find it, in full.
  return `chimneysweep: internal error\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
