import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tableNames } from "../../src/report/tables/index.ts";
import { bin, runProcess } from "../support/built.ts";
import { itForEach } from "../support/rows.ts";
import { until } from "../support/until.ts";
import { row, table, WHOLE_REPORTS, workplace } from "../support/workplace.ts";

const { cwd, put, run } = workplace();

describe("a command line that can't be meant", () => {
  it.each([
    [["--formt", "json"], "--format"],
    [["--format", "pdf"], "json"],
    [["--table", "connections"], "--format csv"],
    [["--min-coverage", "2"], "0 to 1"],
    [["--encoding", "klingon"], "utf-8"],
    [["analyse"], "analyze"],
  ])("%j exits with 2 and says what was meant", async (args, hint) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(hint);
    expect(err).toMatch(/^chimneysweep: .+\nTry chimneysweep --help\n$/);
  });

  it("has help and a version", async () => {
    expect(await run(["--version"])).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^chimneysweep \d+\.\d+\.\d+ \(build [0-9a-f]{8}\)\n$/),
    });
    expect(await run(["--help"])).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^Usage: chimneysweep/m),
    });
  });
});

describe("what is written", () => {
  it("is one JSON document, or one a line", async () => {
    const { out } = await run(["netstat.txt", "--format", "json"]);
    expect(out).toMatch(/^\{\n {2}"schemaVersion": 1,[\s\S]*\n\}\n$/);
    const { out: lines } = await run(["netstat.txt", "--format", "ndjson"]);
    const types = lines
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual(["tool", "connection", "connection", "host", "source"]);
  });

  itForEach([["text"], ["json"], ["ndjson"], ["csv"]])("as %s ends quietly when nobody reads on", async (format) => {
    await put("many.txt", `${table}${Array.from({ length: 20_000 }, (_, at) => `${row(at, "InHost")}\r\n`).join("")}`);
    const script = `"$0" "$1" many.txt netstat.txt --format ${format} | head -1; echo "exit \${PIPESTATUS[0]}"`;
    const { out, err } = await runProcess("bash", ["-c", script, process.execPath, bin], { cwd: cwd() });
    expect(err).toBe("");
    expect(out.split("\n")).toEqual([expect.stringMatching(/./), "exit 0", ""]);
  });

  it("goes to a file, which is whole when it is there", async () => {
    const { code, out } = await run(["netstat.txt", "--format", "json", "-o", "report.json"]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect((await readdir(cwd())).sort()).toEqual(["netstat.txt", "report.json"]);
    expect(JSON.parse(await readFile(join(cwd(), "report.json"), "utf8"))).toMatchObject({ schemaVersion: 1 });
  });

  it.each(["new/", "new/deeper/"])("goes to a directory, every table of it: %s", async (folder) => {
    const { code, out } = await run(["netstat.txt", "-o", folder]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect((await readdir(join(cwd(), folder))).sort()).toEqual(
      [...tableNames.map((name) => `${name}.csv`), ...WHOLE_REPORTS].sort(),
    );
    const connections = await readFile(join(cwd(), folder, "connections.csv"), "utf8");
    expect(connections.trimEnd().split("\r\n")).toHaveLength(3);
  });

  it("is refused in one line where it can't be written", async () => {
    const { code, out, err } = await run(["netstat.txt", "-o", "netstat.txt/x/"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^chimneysweep: cannot write .+\n$/);
    const missing = await run(["netstat.txt", "-o", "no/such/report.txt"]);
    expect(missing).toEqual({
      code: 2,
      out: "",
      err: "chimneysweep: cannot write no/such/report.txt: no such file or directory\n",
    });
  });

  it("is coloured when it is asked for only", async () => {
    const coloured = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      (await run(["netstat.txt", ...args], { env })).out.includes("\x1b[");
    expect(await coloured([])).toBe(false);
    expect(await coloured([], { FORCE_COLOR: "1" })).toBe(true);
    expect(await coloured([], { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
    expect(await coloured(["--color=always"], { NO_COLOR: "1" })).toBe(true);
    expect(await coloured(["--no-color"], { FORCE_COLOR: "1" })).toBe(false);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("leaves nothing half written behind when %s ends it", async (signal, code) => {
    const child = started(["-o", "out/"]);
    child.stdin.write(table);
    await until(async () => (await written()).length > 0);
    child.kill(signal);
    expect(await ended(child)).toEqual({ code, err: "chimneysweep: interrupted\n" });
    expect(await written()).toEqual([]);
  });

  const written = () => readdir(join(cwd(), "out")).catch(() => []);
  const started = (args: readonly string[]) =>
    spawn(process.execPath, [bin, ...args], { cwd: cwd(), stdio: ["pipe", "ignore", "pipe"] });

  async function ended(child: ReturnType<typeof started>): Promise<{ code: number | null; err: string }> {
    const err: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    const [code] = await once(child, "close");
    return { code, err: Buffer.concat(err).toString() };
  }
});
