import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Subject, Way } from "../comparison.ts";
import { duration } from "../figures.ts";
import { timed } from "../processes.ts";

/** Seconds that the import may add to the start of Node. */
const ALLOWED = 0.06;

/** It is over so soon that more rounds are needed to see through the noise, and can be had. */
const MORE = 3;

/** What a program pays that imports the library and does nothing with it. */
export const libraryImport: Subject = {
  name: "import",
  async open({ runs, place }) {
    const library = pathToFileURL(createRequire(import.meta.url).resolve("chimneysweep")).href;
    const node = (script: string) => () =>
      timed({ program: process.execPath, args: ["--input-type=module", "-e", script], cwd: place, out: "nothing.txt" });
    const bare = node("0");
    const imported: Way = { name: "import", run: node(`await import(${JSON.stringify(library)})`) };
    const allowed: Way = {
      name: "node -e 0 + 60 ms",
      run: async () => ({ seconds: (await bare()).seconds + ALLOWED }),
    };
    const shown = { what: "import", ours: imported, figure: duration, quotient: "ours / peer" } as const;
    return {
      input: "the library, imported and left alone",
      comparisons: [
        { ...shown, peers: [allowed], target: { side: "<=", limit: 1 } },
        { ...shown, peers: [{ name: "node -e 0", run: bare }] },
      ],
      rounds: runs * MORE,
      warmUps: 1,
    };
  },
};
