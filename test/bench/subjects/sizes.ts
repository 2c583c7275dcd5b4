import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exitCodes } from "../../../src/cli/exit-codes.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";
import { netstatTable, seeded } from "../captures.ts";
import { type Comparison, type Subject, type Way, WrongAnswer } from "../comparison.ts";
import { duration, peakMemory } from "../figures.ts";
import { writePieces } from "../inputs.ts";
import { ours, tellingPeak, timed } from "../processes.ts";
import { writeBundles } from "./bundle-files.ts";

/** The larger one of two inputs has so many times as much. */
const TIMES = 10;

const MOST_ROUNDS = 3;

/** Rows of a table where tables, hosts or files are counted. */
const ROWS = 20;

/** One thing that there may be much of. */
interface Size {
  readonly of: string;
  /** How many of it the larger input has, for each thousand rows of a table that is otherwise measured. */
  readonly each: number;
  /** Writes an input with so many; gives the arguments of the command, and what its output has to say. */
  write(place: string, count: number): Promise<Input>;
}

interface Input {
  readonly args: readonly string[];
  /** What stands in the output once for each. */
  readonly says: RegExp;
  readonly times: number;
}

const settings = (value: string) =>
  [
    "TCP Global Parameters",
    "----------------------------------------------",
    `Receive-Side Scaling State          : ${value}`,
    `Chimney Offload State               : ${value}`,
    `Receive Window Auto-Tuning Level    : ${value}`,
    "",
  ].join("\r\n");

const hostName = (at: number) => `SRV-${String(at).padStart(6, "0")}`;

/** What is captured of hosts, one after another in one text. */
function* hosts(count: number, capture: (at: number) => string): Generator<string> {
  for (let at = 0; at < count; at += 1) yield `C:\\>hostname\r\n${hostName(at)}\r\n\r\nC:\\>${capture(at)}\r\n`;
}

const table = (at: number) => `netstat -nto\r\n${netstatTable(ROWS, seeded(at + 1))}`;

/** A capture in a file, and the command that reads it and prints JSON. */
async function read(place: string, pieces: Iterable<string>, says: RegExp, times: number): Promise<Input> {
  await writePieces(join(place, "capture.txt"), pieces);
  return { args: ["capture.txt", "--format", "json"], says, times };
}

const sizes: readonly Size[] = [
  {
    of: "tables",
    each: 5,
    write: (place, count) =>
      read(
        place,
        Array.from({ length: count }, (_, at) => netstatTable(ROWS, seeded(at + 1))),
        /"kind": "netstat"/g,
        count,
      ),
  },
  {
    of: "hosts",
    each: 5,
    write: (place, count) => read(place, hosts(count, table), /^ {6}"host": "SRV-/gm, count),
  },
  {
    of: "findings",
    each: 2,
    write: (place, count) =>
      read(
        place,
        hosts(count, () => `netsh int tcp show global\r\n${settings("disabled")}`),
        /"rule": "rss-disabled"/g,
        count,
      ),
  },
  {
    of: "addresses",
    each: 500,
    write: (place, count) => read(place, addresses(count), new RegExp(`"total": ${count}\\b`), 1),
  },
  {
    of: "line length",
    each: 20_000,
    write: (place, count) =>
      read(place, [`${"words of a line ".repeat(count / 16)}\r\n`, settings("enabled")], /"chimneyOffload"/, 1),
  },
  {
    of: "files of a bundle",
    each: 5,
    async write(place, count) {
      const files = Array.from({ length: count }, (_, at) => ({
        name: `${hostName(at)}.txt`,
        data: new TextEncoder().encode([...hosts(1, table)].join("")),
      }));
      await writeFile(join(place, "bundle.zip"), zipOf(files));
      return { args: ["bundle.zip", "--format", "json"], says: /"name": "bundle\.zip!SRV-/g, times: count };
    },
  },
  {
    of: "bundles",
    each: 0.5,
    async write(place, count) {
      await writeBundles(join(place, "bundles"), count);
      const args = ["batch", "bundles", "-o", `batch-${process.hrtime.bigint()}`, "--workers", "1", "--quiet"];
      return { args, says: /^/, times: 1 };
    },
  },
];

/** Rows of which each has a foreign address of its own. */
function* addresses(count: number): Generator<string> {
  yield "\r\nActive Connections\r\n\r\n  Proto  Local Address          Foreign Address        State           Offload State\r\n";
  for (let at = 0; at < count; at += 1) {
    const foreign = `198.${18 + (at >> 16)}.${(at >> 8) & 0xff}.${at & 0xff}:50000`.padEnd(21);
    yield `  TCP    192.0.2.1:445          ${foreign}  ESTABLISHED     InHost\r\n`;
  }
}

/** Ten times as much of anything has to take ten times as long, not more. */
export const growthOfAll: Subject = {
  name: "sizes",
  async open({ rows, runs, place }) {
    const comparisons: Comparison[] = [];
    for (const size of sizes) {
      const most = Math.max(TIMES, Math.round((rows / 1000) * size.each));
      const way = await wayOf(size, place, most);
      const part = await wayOf(size, place, Math.round(most / TIMES));
      const both = { ours: way, peers: [part], quotient: "ours / peer" } as const;
      comparisons.push(
        { ...both, what: `${size.of}, time`, figure: duration, target: { side: "<=", limit: 11 } },
        { ...both, what: `${size.of}, memory`, figure: peakMemory },
      );
    }
    return {
      input: `so many ${sizes.map(({ of }) => of).join(", ")}, beside a tenth of them`,
      comparisons,
      rounds: Math.min(runs, MOST_ROUNDS),
      warmUps: 0,
    };
  },
};

async function wayOf(size: Size, place: string, count: number): Promise<Way> {
  const own = join(place, `${size.of.replaceAll(" ", "-")}-${count}`);
  await mkdir(own);
  const { args, says, times } = await size.write(own, count);
  return {
    name: `${count.toLocaleString("en")}`,
    async run() {
      const taken = await timed({ ...ours(args, own, "out.txt", tellingPeak), ends: exitCodes.done });
      const said = (await readFile(join(own, "out.txt"), "utf8")).match(says)?.length ?? 0;
      if (said !== times) throw new WrongAnswer(`it says ${said} times what has to be there ${times} times`);
      return taken;
    },
  };
}
