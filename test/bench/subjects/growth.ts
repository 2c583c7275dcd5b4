import { join } from "node:path";
import type { Subject, Way } from "../comparison.ts";
import { duration, peakMemory } from "../figures.ts";
import { writeTable } from "../inputs.ts";
import { ours, tellingPeak, timed } from "../processes.ts";

/** So many times the rows. */
const TIMES = 10;

const MOST_ROUNDS = 3;

/** Ten times the rows have to take ten times as long, not more. */
export const growth: Subject = {
  name: "growth",
  async open({ rows, runs, place }) {
    const small = await writeTable(join(place, "small.txt"), rows);
    const large = await writeTable(join(place, "large.txt"), rows * TIMES);
    const summary = (table: string, name: string): Way => ({
      name,
      run: () => timed(ours([table], place, "grown-summary.txt", tellingPeak)),
    });
    const both = {
      ours: summary("large.txt", `${TIMES}x the rows`),
      peers: [summary("small.txt", "the tenth")],
      quotient: "ours / peer",
    } as const;
    return {
      input: `${large}, beside ${small}, to a text summary`,
      comparisons: [
        { ...both, what: "time", figure: duration, target: { side: "<=", limit: 11 } },
        { ...both, what: "peak memory", figure: peakMemory },
      ],
      rounds: Math.min(runs, MOST_ROUNDS),
      warmUps: 0,
    };
  },
};
