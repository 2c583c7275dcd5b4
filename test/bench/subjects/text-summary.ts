import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../../../src/report/report.ts";
import { peerScript } from "../command.ts";
import { type Needed, type Subject, type Way, WrongAnswer } from "../comparison.ts";
import { duration, peakMemory } from "../figures.ts";
import { writeTable } from "../inputs.ts";
import { awkSettings, gawk, mawk } from "../peer-programs.ts";
import { ours, tellingPeak, timed } from "../processes.ts";
import { difference, talliesOf } from "../tallies.ts";
import { summarised } from "./summarised.ts";

/** Megabytes that may be resident. */
const MEMORY = 120;

/** A large capture to the text summary, beside an awk that does the same tallies. */
export const textSummary: Subject = {
  name: "summary",
  async open({ rows, runs, place }) {
    const input = await writeTable(join(place, "table.txt"), rows);
    const summary: Way = { name: "text summary", run: () => summarised(place, "table.txt", input.lines) };
    const beside = (awk: Needed) => ({
      what: "text summary",
      ours: summary,
      peers: awks(awk, place),
      figure: duration,
    });
    return {
      input: `${input.words}, to a text summary`,
      comparisons: [
        { ...beside(gawk), quotient: "ours / peer", target: { side: "<=", limit: 0.7 } },
        { ...beside(mawk), quotient: "ours / peer" },
        {
          what: "peak memory",
          ours: { name: "peak memory", run: () => summarised(place, "table.txt", input.lines, tellingPeak) },
          peers: [{ name: "allowed", run: async () => ({ seconds: 0, peak: MEMORY }) }],
          figure: peakMemory,
          quotient: "ours / peer",
          target: { side: "<=", limit: 1 },
        },
      ],
      rounds: runs,
      warmUps: 0,
    };
  },
};

function awks(awk: Needed, place: string): readonly Way[] {
  return awkSettings(awk).map(({ name, needs, env }) => {
    const args = ["-f", peerScript("tallies.awk"), "table.txt"];
    const run = () => timed({ program: awk.name, args, cwd: place, out: "tallies.txt", env });
    return { name, needs, run, check: () => agree(place, run) };
  });
}

/** What awk counts has to be what our report says. */
async function agree(place: string, run: Way["run"]): Promise<void> {
  await timed(ours(["table.txt", "--format", "json"], place, "report.json"));
  await run();
  const report: Report = JSON.parse(await readFile(join(place, "report.json"), "utf8"));
  const theirs = (await readFile(join(place, "tallies.txt"), "utf8")).trimEnd().split("\n");
  const wrong = difference(talliesOf(report), theirs);
  if (wrong !== undefined) throw new WrongAnswer(wrong);
}
