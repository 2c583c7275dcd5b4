import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { intervalLog, seeded } from "../captures.ts";
import type { Subject, Way } from "../comparison.ts";
import { peakMemory, rate } from "../figures.ts";
import { sizeText, writePieces } from "../inputs.ts";
import { tellingPeak, timed } from "../processes.ts";
import { summarised } from "./summarised.ts";

const MOST_ROUNDS = 3;

/** Megabytes that may be resident, whatever the length of the log. */
const MEMORY = 200;

/** Megabytes that are to be read in a second. */
const RATE = 80;

const LOG = "interval.log";

/** Days of `netstat -nto 5` in one file, through the command itself. */
export const longLog: Subject = {
  name: "log",
  async open({ logMegabytes, runs, place }) {
    const path = join(place, LOG);
    await writePieces(path, intervalLog(logMegabytes * 1e6, seeded(1)));
    const { size } = await stat(path);
    const args = [fileURLToPath(new URL("./read-lines.js", import.meta.url)), LOG];
    const run = () => timed({ program: process.execPath, args, cwd: place, out: "lines.txt" });
    // Run once before everything, so that ours can be held against the number of lines.
    const lines: Way = { name: "split into lines", run, check: async () => void (await run()) };
    const summary: Way = {
      name: "text summary",
      run: async () => summarised(place, LOG, await linesIn(place), tellingPeak),
    };
    const allowed: Way = { name: "allowed", run: async () => ({ seconds: 0, peak: MEMORY }) };
    return {
      input: `${sizeText(size)} of netstat -nto 5, to a text summary`,
      comparisons: [
        {
          what: "speed",
          ours: summary,
          peers: [{ name: "wanted", run: async () => ({ seconds: size / 1e6 / RATE }) }],
          figure: rate(size / 1e6, "MB"),
          quotient: "ours / peer",
          target: { side: ">=", limit: 1 },
        },
        { what: "speed", ours: summary, peers: [lines], figure: rate(size / 1e6, "MB"), quotient: "ours / peer" },
        {
          what: "peak memory",
          ours: summary,
          peers: [allowed],
          figure: peakMemory,
          quotient: "ours / peer",
          target: { side: "<=", limit: 1 },
        },
      ],
      rounds: Math.min(runs, MOST_ROUNDS),
      warmUps: 0,
    };
  },
};

/** As many as the bare loop has found. */
async function linesIn(place: string): Promise<number> {
  return Number(await readFile(join(place, "lines.txt"), "utf8"));
}
