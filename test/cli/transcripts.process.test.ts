import * as files from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProgram } from "../../src/cli/program.ts";
import { workplace } from "../support/workplace.ts";
import { run as typed } from "./run.ts";

// What a new user sees at a terminal, from the command to the next step. Each of these was read aloud.

const { cwd, put, run } = workplace();

/** What one server prints in a command prompt. */
function captureOf(host: string, { chimney, rss, offloaded }: Server): string {
  const rows = Array.from({ length: 12 }, (_, at) => {
    const state = at < offloaded ? "Offloaded" : "InHost";
    return `  TCP    192.0.2.10:445         198.51.100.${at + 1}:5${String(at).padStart(4, "0")}     ESTABLISHED     ${state}`;
  });
  return `C:\\>hostname
${host}

C:\\>ver
Microsoft Windows [Version 6.1.7601]

C:\\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${rss}
Chimney Offload State               : ${chimney}
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled

C:\\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.join("\n")}
`;
}

interface Server {
  readonly chimney: string;
  readonly rss: string;
  readonly offloaded: number;
}

const healthy: Server = { chimney: "automatic", rss: "enabled", offloaded: 9 };

const mail = `From: admin@example.org\r
To: support@example.com\r
Subject: SRV01 is slow\r
MIME-Version: 1.0\r
Content-Type: text/plain; charset=utf-8\r
\r
Hello,\r
\r
the copy to SRV01 is slow since Monday. Here is what you asked for:\r
\r
${captureOf("SRV01", { ...healthy, rss: "disabled", offloaded: 0 }).replaceAll("\n", "\r\n")}\r
Regards\r
`;

/** Thirty servers of which some have gone wrong; the worse month has more of them. */
async function month(folder: string, isWorse: boolean): Promise<void> {
  for (let at = 1; at <= 30; at += 1) {
    const host = `SRV${String(at).padStart(2, "0")}`;
    const server = {
      chimney: at % 10 === 0 ? "disabled" : "automatic",
      rss: at % 7 === 0 || (isWorse && at % 6 === 0) ? "disabled" : "enabled",
      offloaded: at % 10 === 0 ? 0 : isWorse && at % 6 === 0 ? 2 : 9,
    };
    await files.mkdir(join(cwd(), folder, host), { recursive: true });
    await put(`${folder}/${host}/capture.txt`, captureOf(host, server));
  }
}

/** Colours only add to what the words say. */
const env = { NO_COLOR: "1" };

/** What a terminal shows: the command, and all that comes of it. */
async function shown(argv: readonly string[]): Promise<string> {
  const { out, err } = await typed(argv, { cwd: cwd(), load: loadProgram, stdoutIsTerminal: true, columns: 100, env });
  return `> chimneysweep ${argv.join(" ")}\n${out}${err}`;
}

describe("from the command to the next step", () => {
  it("a ticket mail", async () => {
    await put("ticket.eml", mail);
    await expect(await shown(["ticket.eml"])).toMatchFileSnapshot("./transcripts/mail.txt");
  });

  it("a folder of three files", async () => {
    const [before = "", settings = "", after = ""] = captureOf("SRV01", healthy).split(/(?=C:\\>net)/);
    await files.mkdir(join(cwd(), "server"), { recursive: true });
    await put("server/version.txt", before);
    await put("server/global.txt", settings);
    await put("server/netstat.txt", after);
    await expect(await shown(["server"])).toMatchFileSnapshot("./transcripts/folder.txt");
  });

  it("30 bundles, and last month against this one", async () => {
    await month("october", false);
    await month("november", true);
    for (const name of ["october", "november"]) {
      const { code, out, err } = await run(["batch", name, "-o", `${name}-report`]);
      expect(code).toBe(0);
      const text = `> chimneysweep batch ${name} -o ${name}-report\n${out}${err}`;
      if (name === "november") await expect(text).toMatchFileSnapshot("./transcripts/bundles.txt");
    }
    const compared = await shown(["compare", "october-report", "november-report"]);
    await expect(compared).toMatchFileSnapshot("./transcripts/months.txt");
    // Every way to name what a batch has written is one.
    for (const file of ["report.json", "rollup.json", "report.html"]) {
      const other = await shown(["compare", `october-report/${file}`, `november-report/${file}`]);
      // The command and the names of the two sides stand above.
      expect(other.split("\n").slice(6)).toEqual(compared.split("\n").slice(6));
    }
    const again = await shown(["november-report/report.json"]);
    expect(again.split("\n")[1]).toMatch(/^Host /);
    expect(again).toContain("30 hosts. Chimney Offload State: 27 automatic, 3 disabled.");
  });
});

describe("what a batch has written", () => {
  it("is read from its rollup.json alone as far as that goes, and it is said how far", async () => {
    await month("october", false);
    await month("november", true);
    const told = new Map<string, string>();
    for (const name of ["october", "november"]) {
      told.set(name, (await run(["batch", name, "-o", "report", "--force"])).out);
      await files.rename(join(cwd(), "report/rollup.json"), join(cwd(), `${name}.json`));
    }
    expect(await run(["november.json"])).toMatchObject({ code: 0, out: told.get("november"), err: "" });
    const compared = await run(["compare", "october.json", "november.json"]);
    expect(compared.code).toBe(0);
    expect(compared.err).toContain("settings, shares and verdicts are compared, findings are not");
    expect(compared.out).toContain("9 of 12 → 2 of 12");
    const refused = await run(["compare", "october.json", "november.json", "--fail-on", "error"]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("--fail-on can't be obeyed") });
    // As a baseline it has all that is needed.
    const since = await run(["batch", "november", "-o", "again", "--baseline", "october.json", "--fail-on", "info"]);
    expect(since).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Since the baseline: [1-9]\d* new, \d+ known, 0 gone$/m),
    });
    const same = await run([
      "merge",
      "november.json",
      "-o",
      "merged",
      "--baseline",
      "november.json",
      "--fail-on",
      "info",
    ]);
    expect(same).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^Since the baseline: 0 new, [1-9]\d* known, 0 gone$/m),
    });
  });

  it("is not replaced by a run over other captures without --force", async () => {
    await put("a.txt", captureOf("SRV01", healthy));
    await put("b.txt", captureOf("SRV02", healthy));
    for (const command of [["analyze"], ["batch"]]) {
      const folder = `${command[0]}-out/`;
      expect((await run([...command, "a.txt", "-o", folder])).code).toBe(0);
      expect((await run([...command, "a.txt", "-o", folder])).code).toBe(0);
      const { code, err } = await run([...command, "b.txt", "-o", folder]);
      expect(code).toBe(2);
      expect(err).toContain("holds the report of another run (of a.txt)");
      expect((await run([...command, "b.txt", "-o", folder, "--force"])).code).toBe(0);
    }
  });

  it("is a folder: the name of a file is refused", async () => {
    await put("a.txt", captureOf("SRV01", healthy));
    const { code, err } = await run(["batch", "a.txt", "-o", "report.html"]);
    expect(code).toBe(2);
    expect(err).toContain("batch writes a folder with every format");
  });
});

describe("a comparison", () => {
  it("goes to a folder in every format", async () => {
    await put("a.txt", captureOf("SRV01", healthy));
    await put("b.txt", captureOf("SRV01", { ...healthy, rss: "disabled" }));
    const { code, err } = await run(["compare", "a.txt", "b.txt", "-o", "compared/"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^Wrote compared\/: comparison\.txt, .*comparison\.html\n$/);
    expect((await files.readdir(join(cwd(), "compared"))).length).toBe(5);
  });
});
