import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadProgram } from "../../src/cli/program.ts";
import { validated } from "../../src/index.ts";
import { global, table } from "../support/comparisons.ts";
import { type Outcome, run } from "./run.ts";

let cwd = "";
const named = (host: string, output: string) => `[${host}]: PS C:\\> netstat -nt\r\n${output}`;

const files: Readonly<Record<string, string>> = {
  "before.txt": global("disabled") + table(0, 40),
  "after.txt": global("enabled", "disabled") + table(30, 40),
  "log.txt": table(0, 40) + table(20, 40) + table(40, 40),
  "a1.txt": named("A1", table(0, 40)),
  "b2.txt": named("B2", table(0, 40)),
  "both.txt": named("A1", table(0, 40)) + named("B2", table(0, 40)),
  "c3.txt": named("C3", table(0, 40)),
  "settings.txt": global("enabled"),
  "prose.txt": "Dear all,\r\n",
  "page.html": "<!DOCTYPE html><html><body><p>Hello</p></body></html>",
};

const compare = (argv: readonly string[]): Promise<Outcome> => run(["compare", ...argv], { cwd, load: loadProgram });
const analyze = (argv: readonly string[]): Promise<Outcome> => run(argv, { cwd, load: loadProgram });

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "compare-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
  await analyze(["before.txt", "--format", "json", "-o", "before.json"]);
  await analyze(["before.txt", "--format", "html", "-o", "before.html"]);
  await writeFile(join(cwd, "cut.json"), (await readFile(join(cwd, "before.json"), "utf8")).slice(0, 3000));
  const page = await readFile(join(cwd, "before.html"), "utf8");
  await writeFile(join(cwd, "cut.html"), page.slice(0, page.indexOf('id="chimneysweep-report"') + 200));
});
afterAll(() => rm(cwd, { recursive: true }));

describe("compare", () => {
  it("compares two files", async () => {
    const { code, out, err } = await compare(["before.txt", "after.txt"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("0 of 40 offloaded before, 30 of 40 offloaded (75.0 %) after");
    expect(out).toMatch(/newly offloaded +30\n/);
  });

  it.each(["before.json", "before.html"])("compares with an earlier report: %s", async (name) => {
    const { code, out, err } = await compare([name, "after.txt", "--format", "json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const whole = JSON.parse((await compare(["before.txt", "after.txt", "--format", "json"])).out);
    const comparison = JSON.parse(out);
    expect(comparison.before).toEqual({ label: name, origin: "report", hosts: 1, unread: [] });
    // A report names no connections, so the shares are compared as those of different ones.
    const ratio = { ...whole.hosts[0].ratio, interval: [0.5746, 0.8581], method: "newcombe", probability: null };
    const rest = { ratio, connections: null, connectionsUnknown: "earlierReport" };
    expect(comparison.hosts[0]).toEqual({ ...whole.hosts[0], ...rest });
  });

  it("compares the moments of one file", async () => {
    const { code, out, err } = await compare(["log.txt"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Timeline");
  });

  it("says of what is the same that nothing changed", async () => {
    for (const name of ["before.txt", "before.json", "both.txt"]) {
      expect((await compare([name, name])).out).toContain("No change.");
    }
  });

  it("reads one side from a pipe", async () => {
    const { code, out } = await run(["compare", "before.txt", "-"], {
      cwd,
      load: loadProgram,
      stdin: files["after.txt"] ?? "",
    });
    expect({ code, isTold: out.includes("After: - (1 host)") }).toEqual({ code: 0, isTold: true });
  });

  it.each(["text", "json", "csv", "markdown", "html"])("writes a file: %s", async (format) => {
    const { code, out, err } = await compare(["before.txt", "after.txt", "--format", format, "-o", `out.${format}`]);
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: `Wrote out.${format} (${format})\n` });
    const printed = await compare(["before.txt", "after.txt", "--format", format]);
    expect(await readFile(join(cwd, `out.${format}`), "utf8")).toBe(printed.out);
  });

  it("writes JSON that is as its schema has it", async () => {
    const { out } = await compare(["before.txt", "after.txt", "--format", "json"]);
    expect(await validated("comparison", JSON.parse(out))).toMatchObject({ ok: true });
  });

  it("writes nothing that is taken for captures afterwards", async () => {
    await compare(["before.txt", "after.txt", "--format", "json", "-o", "own.json"]);
    await compare(["before.txt", "after.txt", "--format", "csv", "-o", "own.csv"]);
    for (const name of ["own.json", "own.csv"]) {
      expect((await analyze([name])).out).toContain("a report of chimneysweep itself");
    }
  });
});

describe("different hosts", () => {
  it("are not compared unless somebody says that they are one", async () => {
    const { code, out, err } = await compare(["a1.txt", "b2.txt"]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("these are different hosts: a1.txt is of A1, b2.txt of B2.");
    expect(err).toContain("--assume-same-host");
    const assumed = await compare(["a1.txt", "b2.txt", "--assume-same-host"]);
    expect(assumed).toMatchObject({ code: 0, err: "" });
    expect(assumed.out.replace(/\s+/g, " ")).toContain("are taken for the same (from --assume-same-host)");
  });

  it("among several are listed", async () => {
    const { code, out } = await compare(["both.txt", "b2.txt"]);
    expect(code).toBe(0);
    expect(out).toContain("Only in both.txt: A1.");
  });
});

describe("what can't be compared", () => {
  it.each([
    [["prose.txt", "after.txt"], "nothing recognised in prose.txt"],
    [["prose.txt", "prose.txt"], "nothing recognised in prose.txt and prose.txt"],
    [["page.html", "after.txt"], "nothing recognised in page.html"],
    [["absent.txt", "after.txt"], "nothing recognised in absent.txt (absent.txt: no "],
    [["settings.txt", "a1.txt"], "settings.txt has only tcpGlobal, a1.txt only netstat"],
    [["both.txt", "c3.txt"], "no host is on both sides: both.txt is of A1, B2, c3.txt of C3"],
    [["cut.json", "after.txt"], "cut.json can't be read back"],
    [["after.txt", "cut.html"], "cut.html can't be read back"],
    [["before.json"], "before.json is a report, which holds one moment"],
    [["a1.txt"], "a1.txt holds one moment only"],
    [["prose.txt"], "nothing recognised in prose.txt"],
  ])("%j is told", async (argv, message) => {
    const { code, out, err } = await compare(argv);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(
      `chimneysweep: ${message.startsWith("settings") ? "nothing can be compared: " : ""}${message}`,
    );
  });

  it.each([
    [[], "compare needs <before> <after>"],
    [["a", "b", "c"], "compare needs <before> <after>"],
    [["-"], "compare reads its inputs more than once"],
    [["a", "b", "--format", "sarif"], "--format sarif: not one of text, json, csv, markdown, html"],
    [["a", "b", "--table", "settings"], "--table can't be used with compare"],
    [["a", "b", "--excel"], "--excel only goes with --format csv"],
    [["a", "b", "--max-lines", "20"], "--max-lines only goes with --format markdown"],
    [["before.txt", "after.txt", "-o", "after.txt"], "would overwrite what is to be read"],
  ])("%j is refused", async (argv, message) => {
    const { code, out, err } = await compare(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  it("--assume-same-host is refused elsewhere", async () => {
    expect((await analyze(["a1.txt", "--assume-same-host"])).err).toContain("only goes with compare");
  });
});

describe("--fail-on", () => {
  it.each([
    [["before.txt", "after.txt", "--fail-on", "warning", "--os", "2008R2"], 1],
    [["before.txt", "after.txt", "--fail-on", "never"], 0],
    [["after.txt", "after.txt", "--fail-on", "info", "--os", "2008R2"], 0],
    [["after.txt", "before.txt", "--fail-on", "error"], 0],
  ])("counts what was not there before: %j", async (argv, code) => {
    expect((await compare(argv)).code).toBe(code);
  });
});
