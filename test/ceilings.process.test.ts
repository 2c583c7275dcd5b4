import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LARGEST, writeBundle, writeBundles } from "./bench/subjects/bundle-files.ts";
import { bin, runBuilt, runProcess } from "./support/built.ts";
import { thorough } from "./support/soak.ts";

/** Megabytes of heap that the program has to do with, whatever it reads. */
const HEAP = 256;

/** Files that it may have open at once: some for Node itself, and few for what is read and written. */
const FILES = 64;

/** Bundles to work through: with each one open at the same time there would be no files left. */
const BUNDLES = FILES + 6;

let home = "";

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "ceilings-"));
  await mkdir(join(home, "large"));
  await writeBundle(join(home, "large"), 0, LARGEST);
  await writeBundles(join(home, "many"), BUNDLES);
});
afterAll(() => rm(home, { recursive: true }));

/** How many connections of its largest table stand in the table of all connections. */
async function connectionsIn(folder: string): Promise<number> {
  const text = await readFile(join(home, folder, "connections.csv"), "utf8");
  return text.split("\r\n").filter((row) => row.includes("!SRV0000_TcpIp-Info.txt,")).length;
}

describe("in a small heap", () => {
  const node = [`--max-old-space-size=${HEAP}`];

  it("the largest bundle is analysed, with every table of it", async () => {
    const ended = await runBuilt(["analyze", "large", "-o", "tables/", "-q"], { cwd: home, node });
    expect(ended).toEqual({ code: 0, out: "", err: "" });
    expect(await connectionsIn("tables")).toBe(LARGEST.rows);
  });

  it("the largest bundle is worked through as one of a batch", thorough, async () => {
    const { code, err } = await runBuilt(["batch", "large", "-o", "report", "-q"], { cwd: home, node });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(await connectionsIn("report")).toBe(LARGEST.rows);
  });
});

describe.skipIf(process.platform === "win32")("with few files open at once", () => {
  const limited = (args: readonly string[]) =>
    runProcess("sh", ["-c", `ulimit -n ${FILES} && exec "$@"`, "sh", process.execPath, bin, ...args], { cwd: home });

  it("many bundles are worked through by many threads", thorough, async () => {
    const { code, err } = await limited(["batch", "many", "-o", "roll-up", "--workers", "6", "-q"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((await readFile(join(home, "roll-up/summary.csv"), "utf8")).split("\r\n")).toHaveLength(BUNDLES + 2);
  });

  it("many bundles are analysed as one", thorough, async () => {
    const { code, err } = await limited(["analyze", "many", "-o", "together/", "-q"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});
