import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { exitCodes } from "../../../src/cli/exit-codes.ts";
import { foreignLog, seeded } from "../captures.ts";
import { type Subject, type Way, WrongAnswer } from "../comparison.ts";
import { duration } from "../figures.ts";
import { sizeText, writePieces } from "../inputs.ts";
import { ripgrep } from "../peer-programs.ts";
import { ours, timed } from "../processes.ts";

/** Seconds that a line may take, the start of the program with it. */
const SECONDS_A_LINE = 4e-6;

const LOG = "firewall.log";

/** What a search finds no match of in the log, and has to look at every line for. */
const WORDS = "netstat|netsh|chimney|offload state|receive-side scaling";

/** Half as many lines as a table has rows. */
const HALF = 2;

/** A log of a firewall, which bundles hold by the megabyte: text that is nothing of ours, told line by line. */
export const foreignText: Subject = {
  name: "foreign",
  async open({ rows, runs, place }) {
    const lines = rows / HALF;
    const path = join(place, LOG);
    await writePieces(path, foreignLog(lines, seeded(lines)));
    const { size } = await stat(path);
    const told: Way = { name: "text summary", run: () => toldApart(place, lines) };
    const search = (name: string, args: readonly string[]) => () =>
      timed({ program: name, args: [...args, WORDS, LOG], cwd: place, out: "found.txt", ends: 1 });
    const peers: readonly Way[] = [
      { name: "grep -Eic", run: search("grep", ["-Eic"]) },
      { name: "rg -ic", needs: ripgrep, run: search("rg", ["-ic"]) },
    ];
    const allowed: Way = { name: "4 µs a line", run: async () => ({ seconds: lines * SECONDS_A_LINE }) };
    const shown = { what: "told apart", ours: told, figure: duration, quotient: "ours / peer" } as const;
    return {
      input: `${lines.toLocaleString("en")} lines of a firewall log, ${sizeText(size)}, of which nothing is read`,
      comparisons: [
        { ...shown, peers: [allowed], target: { side: "<=", limit: 1 } },
        ...peers.map((peer) => ({ ...shown, peers: [peer] })),
      ],
      rounds: runs,
      warmUps: 0,
    };
  },
};

/** The command on the log; it has to account for every line and find no capture. */
async function toldApart(place: string, lines: number) {
  const taken = await timed({ ...ours([LOG], place, "report.txt"), ends: exitCodes.input });
  const text = await readFile(join(place, "report.txt"), "utf8");
  if (!text.includes(`${lines} lines read`)) throw new WrongAnswer(`it does not say that it read ${lines} lines`);
  return taken;
}
