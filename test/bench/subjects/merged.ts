import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Subject, type Taken, WrongAnswer } from "../comparison.ts";
import { duration, peakMemory } from "../figures.ts";
import { ours, tellingPeak, timed } from "../processes.ts";
import { writeRollups } from "../rollups.ts";

/** Roll-ups that are put together. */
const SHARES = 3;

/** The other fleet has a tenth of the hosts. */
const PART = 10;

const MOST_ROUNDS = 3;

/** Roll-ups of shares of a fleet, put together: a bundle and a host take no more when there are more of them. */
export const merged: Subject = {
  name: "merge",
  async open({ hosts, runs, place }) {
    const way = async (name: string, number: number) => {
      const folder = join(place, `${number}`);
      const paths = await writeRollups(folder, number, SHARES);
      return { name, run: () => mergedIn(folder, paths, number) };
    };
    const both = {
      ours: await way("all hosts", hosts),
      peers: [await way("a tenth of them", Math.ceil(hosts / PART))],
      quotient: "ours / peer",
    } as const;
    return {
      input: `${hosts.toLocaleString("en")} hosts in ${SHARES} roll-ups, one bundle each`,
      comparisons: [
        { ...both, what: "time", figure: duration, target: { side: "<=", limit: 11 } },
        { ...both, what: "peak memory", figure: peakMemory },
      ],
      rounds: Math.min(runs, MOST_ROUNDS),
      warmUps: 0,
    };
  },
};

async function mergedIn(folder: string, paths: readonly string[], hosts: number): Promise<Taken> {
  const taken = await timed(ours(["merge", ...paths, "-o", "merged", "--quiet"], folder, "merge.txt", tellingPeak));
  // Each host has more than a kilobyte of its own.
  const { size } = await stat(join(folder, "merged", "rollup.json"));
  if (size < hosts * 1000) throw new WrongAnswer(`rollup.json has ${size} bytes of ${hosts} hosts`);
  await rm(join(folder, "merged"), { recursive: true });
  return taken;
}
