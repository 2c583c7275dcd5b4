import * as nodeFiles from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClosedPipe, type Files, OutputError } from "../../src/cli/terminal.ts";
import { outputFormats } from "../../src/datasets/index.ts";
import type { Finding, FindingKind, Report } from "../../src/index.ts";
import { tableNames } from "../../src/report/tables/index.ts";
import { nothing, sample } from "../reporters/sample-report.ts";
import { run } from "./run.ts";

let cwd = "";

beforeEach(async () => {
  cwd = await nodeFiles.mkdtemp(join(tmpdir(), "cli-"));
  await nodeFiles.writeFile(join(cwd, "a.txt"), "captured");
});

afterEach(() => nodeFiles.rm(cwd, { recursive: true }));

const read = (name: string) => nodeFiles.readFile(join(cwd, name), "utf8");
const everySourceRead: Report = { ...sample, sources: sample.sources.slice(0, 1) };

describe("input", () => {
  it("is what the paths name", async () => {
    expect((await run(["a.txt", "no.txt"], { cwd })).sources).toEqual([
      "a.txt = captured",
      "no.txt = no such file or directory",
    ]);
  });

  it("is standard input without a path", async () => {
    expect(await run([], { stdin: "piped" })).toMatchObject({ code: 0, err: "", sources: ["stdin = piped"] });
  });

  it("is asked for at a terminal", async () => {
    const { err, sources } = await run([], { stdin: "typed", stdinIsTerminal: true });
    expect(err).toBe("Paste the captured output, then press Ctrl+Z and Enter (Windows) or Ctrl+D\n");
    expect(sources).toEqual(["stdin = typed"]);
  });

  it("is not asked for when a path is named", async () => {
    expect((await run(["a.txt"], { cwd, stdinIsTerminal: true })).err).toBe("");
  });

  it("may be named like an option behind --", async () => {
    await nodeFiles.writeFile(join(cwd, "-q"), "dash");
    expect((await run(["--", "-q"], { cwd })).sources).toEqual(["-q = dash"]);
  });
});

describe("options for the analysis", () => {
  it("are handed on", async () => {
    const argv = ["--host", "SRV09", "--computer-name", "srv09", "--encoding", "IBM850", "--as", "TcpGlobal"];
    const { options } = await run(argv);
    expect(options).toEqual({ host: "SRV09", computerName: "srv09", encoding: "cp850", as: "tcpGlobal" });
  });

  it("ask for connections only where they are printed", async () => {
    expect((await run(["--format", "text"])).options).toEqual({});
    expect((await run(["--format", "csv", "--table", "settings"])).options).toEqual({});
    expect((await run(["--format", "ndjson"])).options).toHaveProperty("onConnections");
    expect((await run(["--format", "csv"])).options).toHaveProperty("onConnections");
  });
});

describe("wrong usage", () => {
  it.each([
    [["--format", "yaml"], `--format yaml: not one of ${outputFormats.join(", ")}.`],
    [["--format", "jsn"], "Did you mean json?"],
    [["--format", "csv", "--table", "conections"], "Did you mean connections?"],
    [["--encoding", "klingon"], "--encoding klingon: not one of utf-8, cp850."],
    [["--as", "netsta"], "Did you mean netstat?"],
    [["--min-coverage", "95"], "--min-coverage 95: it has to be a number from 0 to 1"],
    [["--min-coverage", "x"], "--min-coverage x: it has to be a number from 0 to 1"],
    [["--fail-on", "often"], "--fail-on often: not one of error, warning, info, never."],
    [["--color", "blue"], "--color blue: not one of auto, always, never."],
    [["--format", "csv", "--delimiter", ";;"], "--delimiter ;;: it has to be one character"],
    [["--table", "settings"], "--table only goes with --format csv"],
    [["--excel"], "--excel only goes with --format csv"],
    [["-o", "dir/", "--table", "settings"], "--table can't be used with a directory"],
    [["-o", "dir/", "--format", "text"], "--format text needs a file"],
    [["a.txt", "-o", "./a.txt"], "would overwrite what is to be read"],
    [["analyse", "a.txt"], "there is no command or file analyse; did you mean analyze?"],
    [["hlep"], "did you mean help?"],
    [["--nope"], "there is no option --nope"],
  ])("%j", async (argv, message) => {
    const { code, out, err, released } = await run(argv, { cwd });
    expect({ code, out, released }).toEqual({ code: 2, out: "", released: true });
    expect(err).toContain(message);
    expect(err).toMatch(/^chimneysweep: .*\nTry chimneysweep --help\n$/);
    expect(await nodeFiles.readdir(cwd)).toEqual(["a.txt"]);
  });

  it("does not take a file for a misspelt command", async () => {
    await nodeFiles.writeFile(join(cwd, "analyse"), "captured");
    expect((await run(["analyse"], { cwd })).sources).toEqual(["analyse = captured"]);
  });

  it("shows what was typed without letting it act on the terminal", async () => {
    expect((await run(["--format", "\x1b[2J"])).err).toContain("--format \\x1b[2J");
  });
});

describe("exit codes", () => {
  const failed: Report = sample; // one of its sources is unread
  const partial: Report = { ...sample, sources: sample.sources.map((source) => ({ ...source, status: "partial" })) };

  const withFindings = (findings: readonly Finding[]): Report => {
    return { ...everySourceRead, fleet: null, hosts: everySourceRead.hosts.map((host) => ({ ...host, findings })) };
  };
  const withFinding = (kind: FindingKind): Report => {
    const found: Finding = {
      rule: "rss-disabled",
      kind,
      severity: "warning",
      message: "",
      evidence: [],
      missing: [],
      supply: [],
      remedy: null,
      rollback: null,
      explainedBy: null,
    };
    return withFindings([found]);
  };
  const differing: Report = { ...withFindings([]), fleet: sample.fleet };
  const [withWarning, withReview] = [withFinding("fail"), withFinding("review")];

  it.each([
    ["0 when done", [], everySourceRead, 0],
    ["0 when nothing is at or above --fail-on", ["--fail-on", "error"], withWarning, 0],
    ["1 when a finding is at --fail-on", ["--fail-on", "warning"], withWarning, 1],
    ["1 when a finding is above --fail-on", ["--fail-on", "info"], withWarning, 1],
    ["1 when hosts differ, at --fail-on", ["--fail-on", "info"], differing, 1],
    ["0 when hosts differ, below --fail-on", ["--fail-on", "warning"], differing, 0],
    ["0 whatever is found, without --fail-on", [], withWarning, 0],
    ["0 when what is to be looked at is no failure", ["--fail-on", "info"], withReview, 0],
    [
      "3 when a source could not be read, whatever is found",
      ["--fail-on", "info"],
      { ...withWarning, sources: failed.sources },
      3,
    ],
    ["3 when nothing is recognised", [], nothing, 3],
    ["3 when nothing is recognised, whatever the coverage", ["--min-coverage", "1"], nothing, 3],
    ["3 when a source could not be read", [], failed, 3],
    ["3 when a source could be read in part only", [], partial, 3],
    ["4 below --min-coverage", ["--min-coverage", "0.99"], everySourceRead, 4],
    ["0 at --min-coverage", ["--min-coverage", "0.98"], everySourceRead, 0],
  ])("%s", async (_, argv, report, code) => {
    const outcome = await run(argv, { report });
    expect(outcome).toMatchObject({ code, released: true });
    expect(outcome.out).not.toBe("");
  });

  it("are explained on the error stream", async () => {
    const { err } = await run(["--format", "json"], { report: nothing });
    expect(err).toMatch(/^chimneysweep: nothing recognised, .*--help captures lists all.*--as KIND\n$/);
    expect((await run([], { report: failed })).err).toContain("chimneysweep: locked.txt: permission denied\n");
  });

  it("are explained in one line where it is known what was sent instead", async () => {
    const message = "This is netstat of Linux; it does not show offload states. Run netstat -nato";
    const place = { line: 1, column: 1, excerpt: "", source: "linux.txt" };
    const diagnostics = [{ code: "other-output", severity: "info", message, ...place }] as const;
    const { code, err } = await run([], { report: { ...nothing, diagnostics } });
    expect({ code, err }).toEqual({ code: 3, err: `chimneysweep: linux.txt: ${message}\n` });
  });

  it("are not explained where every input failed, because what is wrong is said already", async () => {
    const { err } = await run([], { report: { ...nothing, sources: sample.sources.slice(1) } });
    expect(err).toBe("chimneysweep: locked.txt: permission denied\n");
  });

  it("name no more than ten unread sources", async () => {
    const [, locked] = sample.sources;
    if (locked === undefined) throw new Error("the sample has an unread source");
    const { err } = await run([], { report: { ...sample, sources: Array(13).fill(locked) } });
    expect(err.split("locked.txt").length - 1).toBe(10);
    expect(err).toContain("chimneysweep: and 3 more that could not be read\n");
  });
});

describe("output", () => {
  it.each(["text", "json", "ndjson", "csv"])("%s goes to standard output, and nothing else does", async (format) => {
    const { out, err } = await run(["--format", format]);
    expect(err).toBe("");
    if (format === "json") expect(JSON.parse(out)).toEqual(everySourceRead);
    if (format === "ndjson") expect(out.split("\n")).toHaveLength(1 + 3 + 2 + 1 + 1 + 3 + 1);
    if (format === "csv") expect(out.split("\r\n")).toHaveLength(1 + 3 + 1);
    if (format === "text") expect(out).toMatch(/^chimneysweep 0\.0\.0\n/);
  });

  it.each(tableNames)("the table %s", async (table) => {
    const { out } = await run(["--format", "csv", "--table", table, "--excel", "--delimiter", "tab"]);
    expect(out).toMatch(/^\ufeff[a-z]+\t/);
  });

  it("is still given when nothing was recognised", async () => {
    expect(JSON.parse((await run(["--format", "json"], { report: nothing })).out)).toEqual(nothing);
    expect((await run([], { report: nothing })).out).toContain("notes.txt: skipped: no capture recognised");
  });

  it("goes to a file that has its name only when it is whole", async () => {
    const during: string[] = [];
    const { out, err } = await run(["a.txt", "-o", "r.json", "--format", "json"], {
      cwd,
      analyze: async () => {
        during.push(...(await nodeFiles.readdir(cwd)));
        return everySourceRead;
      },
    });
    const working = expect.stringMatching(/^chimneysweep-[\da-f]{32}\.partial$/);
    expect({ out, err, during }).toEqual({ out: "", err: "Wrote r.json (json)\n", during: ["a.txt", working] });
    expect(await nodeFiles.readdir(cwd)).toEqual(["a.txt", "r.json"]);
    expect(JSON.parse(await read("r.json"))).toEqual(everySourceRead);
  });

  it("replaces an earlier file only when it is whole", async () => {
    await nodeFiles.writeFile(join(cwd, "r.txt"), "earlier");
    const analyze = () => Promise.reject(new Error("a mistake of ours"));
    const { code, err } = await run(["a.txt", "-o", "r.txt"], { cwd, analyze });
    expect(code).toBe(2);
    expect(err).toContain("chimneysweep: internal error\nError: a mistake of ours");
    expect(await nodeFiles.readdir(cwd)).toEqual(["a.txt", "r.txt"]);
    expect(await read("r.txt")).toBe("earlier");
  });

  it("goes to standard output for -o -", async () => {
    expect((await run(["-o", "-"], { cwd })).out).toMatch(/^chimneysweep/);
  });

  it.each([["out/"], ["there"]])("goes to a directory as every table and the report: %s", async (directory) => {
    await nodeFiles.mkdir(join(cwd, "there"));
    const { code, out, err } = await run(["a.txt", "-o", directory, "--excel"], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toMatch(/^Wrote (?:out\/|there): connections\.csv, .*report\.json, .*report\.html, .*report\.xml\n$/);
    const kinds = ["html", "json", "md", "ndjson", "sarif", "txt", "xml"];
    const names = [...tableNames.map((name) => `${name}.csv`), ...kinds.map((kind) => `report.${kind}`)].sort();
    expect((await nodeFiles.readdir(join(cwd, directory))).sort()).toEqual(names);
    expect((await read(`${directory}/connections.csv`)).split("\r\n")).toHaveLength(1 + 3 + 1);
    expect(await read(`${directory}/findings.csv`)).toMatch(/^\ufeffhost,rule,.*\r\nSRV01,/);
    expect(JSON.parse(await read(`${directory}/report.json`))).toEqual(everySourceRead);
  });

  it("is not read back when it lies among the input", async () => {
    await run([".", "-o", "./"], { cwd });
    expect((await run([".", "-o", "./"], { cwd })).sources).toEqual(["a.txt = captured"]);
  });

  it("leaves a device or pipe in its place", async () => {
    const lstat = async (path: string) => Object.assign(await nodeFiles.lstat(path), { isFile: () => false });
    const rename = () => Promise.reject(new Error("replaced"));
    const files: Files = { ...nodeFiles, rename, lstat: lstat as Files["lstat"] }; // it is only called with a path

    await nodeFiles.writeFile(join(cwd, "device"), "");
    expect(await run(["-o", "device", "-q"], { cwd, files })).toMatchObject({ code: 0, err: "" });
    expect(await read("device")).toMatch(/^chimneysweep/);
  });

  it.each([
    [["-o", "no/such/r.txt"], "chimneysweep: cannot write no/such/r.txt: no such file or directory\n"],
    [["-o", "a.txt/"], "chimneysweep: cannot write a.txt/: "],
  ])("%j that can't be written is one line on the error stream", async (argv, message) => {
    const { code, out, err } = await run(argv, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("that is standard output and can't be written is one line on the error stream", async () => {
    const writeOut = () => Promise.reject(new OutputError("standard output", new Error("EIO: i/o error, write")));
    const { code, err } = await run([], { writeOut });
    expect({ code, err }).toEqual({ code: 2, err: "chimneysweep: cannot write standard output: EIO: i/o error\n" });
  });

  it("leaves nothing behind when the disk is full", async () => {
    const files = {
      ...nodeFiles,
      async open(...of: Parameters<typeof nodeFiles.open>) {
        const handle = await nodeFiles.open(...of);
        const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
        handle.appendFile = () => Promise.reject(full);
        return handle;
      },
    };
    const { code, err } = await run(["a.txt", "-o", "out/"], { cwd, files });
    expect({ code, err }).toEqual({
      code: 2,
      err: `chimneysweep: cannot write ${join("out", "connections.csv")}: no space left on the device\n`,
    });
    expect(await nodeFiles.readdir(join(cwd, "out"))).toEqual([]);
  });
});

describe("a reader that goes away", () => {
  it.each(["text", "csv", "ndjson"])("ends a run for %s quietly", async (format) => {
    const writeOut = () => Promise.reject(new ClosedPipe());
    expect(await run(["--format", format], { writeOut })).toMatchObject({ code: 0, err: "", released: true });
  });

  it("of messages does not matter", async () => {
    const writeErr = () => Promise.reject(new Error("gone"));
    expect((await run(["--nope"], { writeErr })).code).toBe(2);
  });

  it("that is slow slows the reading", async () => {
    const order: string[] = [];
    const writeOut = async (text: string) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      order.push(text.startsWith("host,") ? "heading" : "rows");
    };
    const analyze: Parameters<typeof run>[1] = {
      writeOut,
      analyze: async (_, options) => {
        for (let table = 1; table <= 2; table += 1) {
          await options?.onConnections?.([]);
          order.push(`table ${table}`);
        }
        return everySourceRead;
      },
    };
    await run(["--format", "csv"], analyze);
    expect(order).toEqual(["heading", "table 1", "table 2"]);
  });
});

describe("an interruption", () => {
  it("ends the run with 130, without an output file and without waiting", async () => {
    const interruption = new AbortController();
    const { code, out, err, released } = await run(["a.txt", "-o", "r.txt"], {
      cwd,
      interrupted: interruption.signal,
      analyze: () => {
        interruption.abort();
        return new Promise(() => undefined);
      },
    });
    expect({ code, out, err, released }).toEqual({
      code: 130,
      out: "",
      err: "chimneysweep: interrupted\n",
      released: true,
    });
    expect(await nodeFiles.readdir(cwd)).toEqual(["a.txt"]);
  });

  it("comes by itself where the work takes longer than it may", async () => {
    const analyze = () => new Promise<never>(() => undefined);
    const { code, out, err } = await run(["a.txt", "-o", "r.txt", "--limit", "seconds=1"], { cwd, analyze });
    const said = "chimneysweep: it took more than --limit seconds=1, and nothing was written\n";
    expect({ code, out, err }).toEqual({ code: 3, out: "", err: said });
    expect(await nodeFiles.readdir(cwd)).toEqual(["a.txt"]);
  });

  it("ends merge as well", async () => {
    const interrupted = AbortSignal.abort();
    const { code, out, err } = await run(["merge", "a.txt", "-o", "merged"], { cwd, interrupted });
    expect({ code, out, err }).toEqual({ code: 130, out: "", err: "chimneysweep: interrupted\n" });
    expect(await nodeFiles.readdir(cwd)).toEqual(["a.txt"]);
  });

  it("lets nothing more be read", async () => {
    const interruption = new AbortController();
    interruption.abort();
    const outcome = await run(["a.txt"], { cwd, interrupted: interruption.signal });
    expect(outcome).toMatchObject({ code: 130, out: "", sources: [] });
  });
});

describe("colour", () => {
  it.each([
    ["a pipe", [], {}, "plain", false],
    ["a terminal", [], {}, "coloured", true],
    ["a dumb terminal", [], { TERM: "dumb" }, "plain", true],
    ["NO_COLOR", [], { NO_COLOR: "1" }, "plain", true],
    ["NO_COLOR that is empty", [], { NO_COLOR: "" }, "coloured", true],
    ["FORCE_COLOR", [], { FORCE_COLOR: "1" }, "coloured", false],
    ["FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, "plain", true],
    ["NO_COLOR before FORCE_COLOR", [], { NO_COLOR: "1", FORCE_COLOR: "1" }, "plain", true],
    ["FORCE_COLOR before TERM", [], { FORCE_COLOR: "1", TERM: "dumb" }, "coloured", true],
    ["--color=always before NO_COLOR", ["--color=always"], { NO_COLOR: "1" }, "coloured", false],
    ["--color=never before FORCE_COLOR", ["--color=never"], { FORCE_COLOR: "1" }, "plain", true],
    ["--no-color", ["--no-color"], { FORCE_COLOR: "1" }, "plain", true],
  ])("%s", async (_, argv, env, expected, stdoutIsTerminal) => {
    const { out } = await run(argv, { env, stdoutIsTerminal, columns: 80 });
    expect(out.includes("\x1b[") ? "coloured" : "plain").toBe(expected);
  });

  it("stays out of files", async () => {
    await run(["a.txt", "-o", "r.txt"], { cwd, stdoutIsTerminal: true, columns: 30, env: { FORCE_COLOR: "1" } });
    expect(await read("r.txt")).not.toContain("\x1b");
  });
});

describe("width", () => {
  const widest = (text: string) => Math.max(...text.split("\n").map((line) => line.length));

  it("is that of the terminal, of COLUMNS, or 80", async () => {
    const report = { ...everySourceRead, diagnostics: [] };
    expect(widest((await run([], { report, stdoutIsTerminal: true, columns: 100 })).out)).toBeGreaterThan(80);
    expect(widest((await run([], { report, env: { COLUMNS: "100" } })).out)).toBeGreaterThan(80);
    expect(widest((await run([], { report, env: { COLUMNS: "wide" } })).out)).toBeLessThanOrEqual(80);
    expect(widest((await run([], { report })).out)).toBeLessThanOrEqual(80);
  });
});

describe("messages", () => {
  const slow = { stderrIsTerminal: true, columns: 80, times: [0, 2000] };

  it("say at a terminal how far a long run is, on a line that is gone at the end", async () => {
    const { err } = await run(["a.txt"], { cwd, ...slow });
    expect(err).toBe("\r\x1b[K1 read, 0.0 MB, a.txt\r\x1b[K");
  });

  it.each([
    ["--no-progress", ["--no-progress"], slow],
    ["--quiet", ["-q"], slow],
    ["a short run", [], { ...slow, times: [0, 900] }],
    ["no terminal", [], { ...slow, stderrIsTerminal: false }],
    ["results that run over the same terminal", ["--format", "csv"], { ...slow, stdoutIsTerminal: true }],
  ])("say nothing of it: %s", async (_, argv, world) => {
    expect((await run(["a.txt", ...argv], { cwd, ...world })).err).toBe("");
  });

  it("are only errors with --quiet", async () => {
    expect((await run(["-q", "-o", "r.txt"], { cwd })).err).toBe("");
    expect((await run(["-q"], { stdinIsTerminal: true })).err).toBe("");
    expect((await run(["-q"], { report: nothing })).err).toContain("nothing recognised");
  });
});

describe("how much the text says", () => {
  const isBrief = (out: string) => out.includes("More: -v");

  it.each<[string, readonly string[], boolean, boolean]>([
    ["a terminal", [], true, true],
    ["a terminal that is to see all", ["-v"], true, false],
    ["a terminal that is to see all, spelt out", ["--format", "text", "--full"], true, false],
    ["a pipe", [], false, false],
    ["a pipe that is to see little", ["--brief"], false, true],
  ])("%s", async (_, argv, stdoutIsTerminal, expected) => {
    const { out, code } = await run(argv, { stdoutIsTerminal, columns: 80 });
    expect(code).toBe(0);
    expect(isBrief(out)).toBe(expected);
  });

  it.each([
    [["--brief", "--full"], "contradict"],
    [["--full", "--format", "json"], "--full only goes with --format text"],
  ])("refuses %j", async (argv, message) => {
    const { code, err } = await run(argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
