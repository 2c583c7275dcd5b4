import { spawn } from "node:child_process";
import { join } from "node:path";
import { reporterNames } from "../../../src/reporters/index.ts";
import { project } from "../corpus.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import { Fault, type Target } from "../target.ts";
import { checkEnd } from "./command.ts";

const bin = join(project, "dist/command/chimneysweep.js");

/** A process takes its time to begin, on a machine with other things to do. */
const LONGEST = 120_000;

/** The built command as a process of its own, fed by a pipe. */
export const realProcess: Target = {
  name: "process",
  inputs: inputsOf(mutatedText),
  runs: 1,
  patience: LONGEST + 5000,
  async check({ bytes, choice }, step) {
    const argv = ["--no-config", "--format", reporterNames[choice % reporterNames.length] ?? "text"];
    step();
    const { code, err } = await ended(argv, bytes);
    checkEnd(code, err, argv);
  },
};

async function ended(argv: readonly string[], stdin: Uint8Array): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, [bin, ...argv], { stdio: ["pipe", "ignore", "pipe"], timeout: LONGEST });
  const err: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A child that ends before it has read everything is no failure of ours.
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (child.signalCode !== null) throw new Fault("ends in time", `${argv.join(" ")} was ended after ${LONGEST} ms`);
  return { code, err: Buffer.concat(err).toString() };
}
