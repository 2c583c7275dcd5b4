import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { keep } from "./keep.ts";
import type { Target } from "./target.ts";
import { targets } from "./targets/index.ts";
import { type Tally, takeTurns } from "./turns.ts";

/** Minutes when nothing is said. */
const MINUTES = "3";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: MINUTES },
    seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
    target: { type: "string", multiple: true, default: targets.map(({ name }) => name) },
    keep: { type: "string" },
  },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
const chosen = targets.filter(({ name }) => values.target.includes(name));
if (!(minutes > 0) || !Number.isInteger(seed) || chosen.length === 0) {
  print(
    `--minutes N, --seed S, --keep DIR, --target NAME: one or more of ${targets.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), "fuzz-")));
print(`${minutes} minutes, --seed ${seed}; inputs of findings go to ${folder}\n`);

const module = new URL("./targets/index.js", import.meta.url).href;
const script = new URL("./worker.js", import.meta.url);
const tallies = await takeTurns(chosen, {
  milliseconds: minutes * 60_000,
  seed,
  watch: ({ name, patience }: Target) => ({ script, place: { module, name }, patience }),
  async found({ name }, finding, turn) {
    const path = await keep(folder, name, finding);
    print(`${name}, seed ${turn}: ${finding.oracle}\n  ${finding.message.replaceAll("\n", "\n  ")}\n  ${path}\n`);
  },
});

print(`${"target".padEnd(14)}${"runs".padStart(9)}${"inputs/s".padStart(10)}${"findings".padStart(10)}`);
for (const tally of tallies) print(lineOf(tally));
const findings = tallies.reduce((sum, tally) => sum + tally.findings.length, 0);
const runs = tallies.reduce((sum, tally) => sum + tally.runs, 0);
print(`\n${runs} inputs, ${findings === 0 ? "nothing found" : `${findings} findings`}`);
process.exitCode = findings === 0 ? 0 : 1;

function lineOf({ target, runs: count, again, milliseconds, findings: found }: Tally): string {
  const rate = ((count / milliseconds) * 1000).toFixed(1);
  const more = again > 0 ? `   met ${again} times more` : "";
  return `${target.padEnd(14)}${String(count).padStart(9)}${rate.padStart(10)}${String(found.length).padStart(10)}${more}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
