import { join } from "node:path";
import type { Subject } from "../comparison.ts";
import { duration } from "../figures.ts";
import { writeTable } from "../inputs.ts";
import { timed } from "../processes.ts";
import { summarised } from "./summarised.ts";

const ROWS = 50;

/** It is over so soon that more rounds are needed to see through the noise, and can be had. */
const MORE = 3;

/** What most captures are: a few rows. Beside the least that any program on Node takes. */
export const shortCapture: Subject = {
  name: "short",
  async open({ runs, place }) {
    const input = await writeTable(join(place, "short.txt"), ROWS);
    const node = { program: process.execPath, args: ["-e", "0"], cwd: place, out: "nothing.txt" };
    return {
      input: `${input.words}, to a text summary`,
      comparisons: [
        {
          what: "text summary",
          ours: { name: "text summary", run: () => summarised(place, "short.txt", input.lines) },
          peers: [{ name: "node -e 0", run: () => timed(node) }],
          figure: duration,
          quotient: "ours / peer",
          target: { side: "<=", limit: 1.8 },
        },
      ],
      rounds: runs * MORE,
      warmUps: 1,
    };
  },
};
