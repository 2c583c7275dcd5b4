import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validated } from "../../src/index.ts";
import { tableNames } from "../../src/report/tables/index.ts";
import { zipOf } from "../support/archives/zip-builder.ts";
import { itForEach } from "../support/rows.ts";
import { thorough } from "../support/soak.ts";
import { table, workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, put, run } = workplace();

const bundles = (count = 4, rows = 5) => putBundles(join(cwd(), "in"), count, rows);
const outputs = (name = "out") => filesIn(join(cwd(), name));

/** The names of the outputs, sorted. */
const NAMES = [
  ...tableNames.map((name) => `${name}.csv`),
  ...["bundles.csv", "report.html", "report.json", "rollup.json", "summary.txt"],
];

describe("batch", () => {
  it("writes every table, the report, the roll-up and the summary, and leaves nothing else", async () => {
    await bundles();
    const { code, out, err } = await run(["batch", "in", "-o", "out"]);
    expect({ code, err }).toEqual({
      code: 0,
      err: "Wrote out/: summary.txt, report.html, rollup.json, bundles.csv, report.json and every table as CSV\n",
    });
    const files = await outputs();
    expect([...files.keys()]).toEqual([...new Set(NAMES)].sort());
    expect(files.get("summary.txt")).toBe(out);
    const lines = files.get("report.json")?.trimEnd().split("\n") ?? [];
    for (const line of lines) expect(await validated("host", JSON.parse(line))).toMatchObject({ ok: true });
    expect(await validated("rollup", JSON.parse(files.get("rollup.json") ?? ""))).toMatchObject({ ok: true });
    const hosts = lines.map((line) => JSON.parse(line)).map(({ bundle, host }) => `${bundle} ${host}`);
    expect(hosts).toEqual(["in/srv01 SRV01", "in/srv02 SRV02", "in/srv03 SRV03", "in/srv04 SRV04"]);
  });

  it("writes the same bytes whatever the number of workers", async () => {
    await bundles(7);
    await put("in/loose.txt", table);
    for (const workers of ["1", "3"]) await run(["batch", "in", "-o", workers, "--workers", workers]);
    expect(await outputs("3")).toEqual(await outputs("1"));
  });

  it("writes the rows that analyze writes", async () => {
    await bundles(3);
    const options = ["--excel", "--delimiter", "tab", "--csv-raw", "--os", "2008R2"];
    await run(["batch", "in", "-o", "batch", ...options]);
    await run(["analyze", "in", "-o", "analyze/", ...options]);
    const [ofBatch, ofAnalyze] = [await outputs("batch"), await outputs("analyze")];
    for (const name of ["connections.csv", "settings.csv", "chimneystats.csv", "summary.csv", "sources.csv"]) {
      expect(ofBatch.get(name)).toBe(ofAnalyze.get(name));
    }
  });

  it("tells of each bundle what became of it, and of the others no less for it", async () => {
    await bundles(1);
    const zip = zipOf([
      { name: "ZIP01/netstat.txt", data: table },
      { name: "ZIP01/more.txt", data: table.repeat(20) },
    ]);
    await put("in/whole.zip", zip);
    await put("in/half.zip", zip.subarray(0, zip.length / 2));
    await put("in/not-one.zip", "<html>Sign in");
    await put("in/photo.zip", zipOf([{ name: "photo.jpg", data: "JFIF" }]));
    const { code, err } = await run(["batch", "in", "-o", "out"]);
    expect(code).toBe(3);
    expect(err.match(/^chimneysweep: in(?:\/half\.zip)?: .+$/gm)).toHaveLength(2);
    const rows = (await outputs()).get("bundles.csv")?.trimEnd().split("\r\n") ?? [];
    expect(rows.slice(1).map((row) => row.split(",", 2).join(" "))).toEqual([
      "in failed",
      "in/half.zip partial",
      "in/photo.zip skipped",
      "in/srv01 ok",
      "in/whole.zip ok",
    ]);
  });

  it("gives its result and errors, and no other message, when it is to be quiet", async () => {
    await bundles(1);
    expect(await run(["batch", "in", "missing", "-o", "out", "-q"])).toEqual({
      code: 3,
      out: await readFile(join(cwd(), "out/summary.txt"), "utf8"),
      err: "chimneysweep: missing: no such file or directory\n",
    });
  });

  it("can be run again, and into a directory that holds other things", async () => {
    await bundles(2);
    await mkdir(join(cwd(), "out"));
    await put("out/notes.txt", "mine");
    await run(["batch", "in", "-o", "out"]);
    const first = await outputs();
    expect((await run(["batch", "in", "-o", "out"])).code).toBe(0);
    expect(await outputs()).toEqual(first);
    expect(first.get("notes.txt")).toBe("mine");
  });

  it("does not read what an earlier run wrote", thorough, async () => {
    await bundles(2);
    await run(["batch", "in", "-o", "in/out"]);
    const first = await outputs("in/out");
    await run(["batch", "in", "-o", "in/out"]);
    expect(await outputs("in/out")).toEqual(first);
    await run(["batch", "in", "-o", "elsewhere"]);
    const { sources } = JSON.parse((await outputs("elsewhere")).get("rollup.json") ?? "").bundles[0];
    expect(sources).toMatchObject({ ok: 0, failed: 0 });
  });
});

describe("the exit code", () => {
  itForEach<[what: string, args: readonly string[], code: number]>([
    ["findings, when somebody asks", ["in", "--fail-on", "warning"], 1],
    ["no findings of that severity", ["in", "--fail-on", "never"], 0],
    ["bundles that can't be read", ["in", "missing.zip"], 3],
    ["nothing recognised", ["notes.txt"], 3],
    ["bundles without captures beside others", ["in", "notes.txt"], 0],
  ])("tells of %s", async (_, args, code) => {
    await bundles(3);
    await put("notes.txt", "Dear all,\nnetstat shows nothing.\n");
    expect((await run(["batch", ...args, "-o", "out"])).code).toBe(code);
    expect((await outputs()).has("report.json")).toBe(true);
  });
});

describe("a command line that can't be meant", () => {
  it.each([
    [["batch", "in"], "--output"],
    [["batch", "-o", "out"], "batch what?"],
    [["batch", "-", "-o", "out"], "standard input"],
    [["batch", "in", "-o", "."], "never read"],
    [["batch", "in", "-o", "netstat.txt"], "directory"],
    [["batch", "in", "-o", "out", "--workers", "0"], "1 to 64"],
    [["batch", "in", "-o", "out", "--format", "json"], "--format"],
    [["analyze", "in", "--workers", "2"], "only goes with batch"],
  ])("%j exits with 2 and writes nothing", async (args, hint) => {
    await bundles(1);
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^chimneysweep: .+\nTry chimneysweep --help\n$/);
    expect(err).toContain(hint);
    expect((await readdir(cwd())).sort()).toEqual(["in", "netstat.txt"]);
  });
});

describe("an output that can't be written", () => {
  it("is said in one line", async () => {
    await bundles(1);
    const { code, out, err } = await run(["batch", "in", "-o", "netstat.txt/below"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^chimneysweep: cannot write netstat\.txt\/below: .+\n$/);
    expect(await readFile(join(cwd(), "netstat.txt"), "utf8")).toBe(table);
  });

  it("because of one name keeps what is done, and goes on when the name is free", thorough, async () => {
    await bundles(2);
    await run(["batch", "in", "-o", "expected"]);
    await mkdir(join(cwd(), "out/connections.csv"), { recursive: true });
    await writeFile(join(cwd(), "out/connections.csv/mine"), "");
    const { code, err } = await run(["batch", "in", "-o", "out"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^chimneysweep: cannot write out\/connections\.csv: .+\n$/);
    expect(await readdir(join(cwd(), "out/connections.csv"))).toEqual(["mine"]);
    expect((await run(["batch", "in", "-o", "out", "--force"])).code).toBe(2);
  });
});
