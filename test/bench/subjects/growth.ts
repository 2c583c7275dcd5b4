import { join } from "node:path";
import type { Subject, Way } from "../comparison.ts";
import { duration, peakMemory } from "../figures.ts";
import { type Written, writeTable } from "../inputs.ts";
import { tellingPeak } from "../processes.ts";
import { summarised } from "./summarised.ts";

/** So many times the rows. */
const TIMES = 10;

const MOST_ROUNDS = 3;

/** Megabytes that may be resident for the larger table. */
const MEMORY = 300;

/** Ten times the rows have to take ten times as long, not more. */
export const growth: Subject = {
  name: "growth",
  async open({ rows, runs, place }) {
    const small = await writeTable(join(place, "small.txt"), rows);
    const large = await writeTable(join(place, "large.txt"), rows * TIMES);
    const summary = (name: string, table: string, { lines }: Written): Way => ({
      name,
      run: () => summarised(place, table, lines, tellingPeak),
    });
    const both = {
      ours: summary(`${TIMES}x the rows`, "large.txt", large),
      peers: [summary("a tenth", "small.txt", small)],
      quotient: "ours / peer",
    } as const;
    return {
      input: `${large.words}, beside ${small.words}, to a text summary`,
      comparisons: [
        { ...both, what: "time", figure: duration, target: { side: "<=", limit: 11 } },
        { ...both, what: "peak memory", figure: peakMemory },
        {
          ...both,
          what: "peak memory",
          figure: peakMemory,
          peers: [{ name: "allowed", run: async () => ({ seconds: 0, peak: MEMORY }) }],
          target: { side: "<=", limit: 1 },
        },
      ],
      rounds: Math.min(runs, MOST_ROUNDS),
      warmUps: 0,
    };
  },
};
