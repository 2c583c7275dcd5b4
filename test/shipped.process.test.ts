import { Buffer } from "node:buffer";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { grammars } from "../grammar/index.ts";
import type { Command } from "../src/cli/command-table.ts";
import type { Report } from "../src/index.ts";
import { tables } from "../src/report/tables/index.ts";
import { type ReporterName, reporterNames } from "../src/reporters/index.ts";
import { formats } from "../src/sources/archives/index.ts";
import { cabinetOf } from "./support/archives/cabinet-builder.ts";
import { packedSamples } from "./support/archives/packed-samples.ts";
import { sevenZipOf } from "./support/archives/seven-zip-builder.ts";
import { tarOf } from "./support/archives/tar-builder.ts";
import { zipOf } from "./support/archives/zip-builder.ts";
import { type Ended, page, runProcess } from "./support/built.ts";
import { type Installed, installPackage } from "./support/installed.ts";
import { nodeOf } from "./support/nodes.ts";
import { itForEach } from "./support/rows.ts";
import { served } from "./support/served.ts";
import { thorough } from "./support/soak.ts";

// The command as people get it, packed and installed, on every Node that it is for: what works in the source may not
// work in what is built of it, and what works in one version of Node may not in another. Each run says nothing on
// stderr but what is ours.

/** The oldest Node that the command is for is tried in every run, the others in a thorough one. */
const OLDEST = 20;
const LATER = [22, 24];

const capture = [
  "C:\\>netstat -nato",
  "",
  "Active Connections",
  "",
  "  Proto  Local Address          Foreign Address        State           PID      Offload State",
  "",
  "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost",
  "  TCP    192.0.2.10:445         198.51.100.7:50013     ESTABLISHED     4536     Offloaded",
  "",
  "C:\\>netsh int tcp show global",
  "TCP Global Parameters",
  "----------------------------------------------",
  "Receive-Side Scaling State          : enabled",
  "Chimney Offload State               : enabled",
  "",
].join("\r\n");
const later = capture.replace("InHost", "Offloaded");

const member = { name: "SRV01/netstat.txt", text: capture };

/** A sample of each archive, by the name of its file: what it is called in messages, and its bytes. */
const archives: { readonly [file: string]: readonly [string, () => Buffer | Promise<Buffer>] } = {
  "a.zip": ["a zip archive", () => zipOf([{ name: member.name, data: capture }])],
  "a.tar": ["a tar archive", () => tarOf([member])],
  "a.tar.gz": ["a gzip archive", async () => gzipSync(await tarOf([member]))],
  "netstat.txt.gz": ["a gzip archive", () => gzipSync(capture)],
  "a.7z": ["a 7-Zip archive", () => sevenZipOf([member])],
  "a.cab": ["a cabinet archive", () => cabinetOf([member], { method: "MSZIP" })],
  "a.eml": ["a saved mail", () => Buffer.from(`Subject: netstat\r\nContent-Type: text/plain\r\n\r\n${capture}`)],
  "a.rar": ["a RAR archive", () => packedSamples.rar5],
  "a.tar.xz": ["an xz archive", () => packedSamples.tarXz],
  "netstat.txt.bz2": ["a bzip2 archive", () => packedSamples.bzip2],
  "lzma.zip": ["a zip archive", () => packedSamples.zipOfLzma],
  "within.zip": ["a zip archive", () => zipOf([{ name: "a.7z", data: sevenZipOf([member]) }])],
};

/** What each format says of the capture. */
const outputs: { readonly [K in ReporterName]: RegExp } = {
  text: /1 of 2 eligible/,
  json: /"offloaded": 1,/,
  ndjson: /^\{.*"offloadState":"offloaded".*\}$/m,
  csv: /^,a\.txt,8,1,.*,ESTABLISHED,offloaded,4536,,eligible\r?$/m,
  markdown: /1 of 2 eligible/,
  html: /^<!doctype html>[\s\S]*1 of 2[\s\S]*<\/html>\s*$/i,
  sarif: /"version": "2\.1\.0"/,
  junit: /<testcase classname="a\.txt" name="[a-z0-9-]+"/,
};

let installed: Installed;

beforeAll(async () => {
  installed = await installPackage();
});
afterAll(() => installed?.remove());

describe("what is tested here", () => {
  it("has a sample of every archive that is read", () => {
    const all = [...Object.values(archives).map(([name]) => name), "a Zstandard archive"];
    // Of Outlook's own files the name is all that is read.
    const read = formats.map(({ name }) => name).filter((name) => !/Outlook/.test(name));
    expect(new Set(all)).toEqual(new Set(read));
  });
});

describe(`on Node ${OLDEST}`, () => worksOn(OLDEST));
describe.each(LATER)("on Node %s", thorough, worksOn);

function worksOn(major: number): void {
  let node: string | undefined;
  beforeEach(({ skip }) => {
    skip(installed.missing !== undefined, installed.missing);
    skip(node === undefined, `Node ${major} could not be installed`);
  });

  const command = () => join(installed.home, "node_modules/chimneysweep/dist/command/chimneysweep.js");
  let cwd = "";

  const run = (...args: readonly string[]): Promise<Ended> => runProcess(node ?? "", [command(), ...args], { cwd });
  /** What the command prints where all is well. */
  const printed = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await run(...args);
    expect({ args, code, err }).toEqual({ args, code: 0, err: "" });
    return out;
  };

  beforeAll(async () => {
    node = await nodeOf(major);
    cwd = await mkdtemp(join(installed.home, "work-"));
    await writeFile(join(cwd, "a.txt"), capture);
    await writeFile(join(cwd, "b.txt"), later);
  });

  itForEach(Object.entries(archives))("reads %s", async (file, [, bytes]) => {
    await writeFile(join(cwd, file), await bytes());
    const rows = await printed(file, "--format", "csv");
    const [heading, ...found] = rows.trim().split(/\r?\n/);
    expect(heading).toMatch(/^host,source,line,/);
    expect(found.map((row) => row.split(",").slice(7, 14).join(" "))).toEqual([
      "445 198.51.100.7 50012 ESTABLISHED inHost 4536 ",
      "445 198.51.100.7 50013 ESTABLISHED offloaded 4536 ",
    ]);
  });

  it("reads Zstandard, or says which Node does", async () => {
    await writeFile(join(cwd, "netstat.txt.zst"), packedSamples.zstandard);
    const { code, out, err } = await run("netstat.txt.zst", "--format", "csv");
    if (major > 20) expect({ code, err, rows: out.trim().split("\n").length }).toEqual({ code: 0, err: "", rows: 3 });
    else expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining("with Node 22.15 or later") });
  });

  itForEach(reporterNames.map((name) => [name] as const))("writes %s", async (format) => {
    expect(await printed("a.txt", "--format", format)).toMatch(outputs[format]);
  });

  it("reads every kind of capture, in every encoding", thorough, async () => {
    const samples = join(installed.home, "node_modules/chimneysweep/samples");
    const { hosts, sources }: Report = JSON.parse(await printed(samples, "--format", "json"));
    const kinds = new Set(hosts.flatMap(({ captures }) => captures.map(({ kind }) => kind)));
    expect(kinds).toEqual(new Set(grammars.map(({ kind }) => kind)));
    const failed = sources.filter(({ status }) => status === "failed").map(({ name }) => name);
    expect(failed).toEqual([]);
  });

  /** What a command says that needs packages nobody has installed. */
  const lacking = { code: 2, err: expect.stringContaining("npm install bullmq@6 ioredis@6"), out: "" };

  const said: { readonly [K in Command]: (run: (...args: string[]) => Promise<Ended>) => Promise<void> } = {
    analyze: async () => {
      const { code, err } = await run("analyze", "a.txt", "-o", "analysed/");
      expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Wrote analysed\/: .*\n$/) });
      const written = await readdir(join(cwd, "analysed"));
      expect(written).toEqual(
        expect.arrayContaining(["report.json", "report.html", ...tables.map(({ name }) => `${name}.csv`)]),
      );
    },
    batch: async () => {
      await writeFile(join(cwd, "a.7z"), sevenZipOf([member]));
      const { code, err, out } = await run("batch", "a.txt", "b.txt", "a.7z", "-o", "batch", "--no-progress");
      expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Wrote batch\/: .*\n$/) });
      expect(out).toMatch(/3 bundles: 3 read/);
      expect(await readFile(join(cwd, "batch/connections.csv"), "utf8")).toMatch(/a\.7z!SRV01\/netstat\.txt/);
    },
    merge: async () => {
      await run("batch", "a.txt", "-o", "one", "--no-progress");
      await run("batch", "b.txt", "-o", "other", "--no-progress");
      const { code, err, out } = await run("merge", "one/rollup.json", "other/rollup.json", "-o", "merged");
      expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Wrote merged\/: .*\n$/) });
      expect(out).toMatch(/2 bundles: 2 read/);
    },
    redact: async () => {
      const { code, err } = await run("redact", "a.txt", "a.7z", "-o", "handed-on");
      expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining("written to handed-on; findings") });
      expect((await readdir(join(cwd, "handed-on"))).filter((name) => /\.(?:txt|zip)$/.test(name))).toHaveLength(2);
    },
    compare: async () => {
      expect(await printed("compare", "a.txt", "b.txt", "--assume-same-host")).toMatch(/50/);
      for (const format of ["json", "markdown", "html"]) await printed("compare", "a.txt", "b.txt", "--format", format);
    },
    rules: async () => {
      expect(await printed("rules")).toMatch(/chimney-enabled-nothing-offloaded \(warning;/);
      expect(JSON.parse(await printed("rules", "--format", "json"))).toMatchObject({
        schemaVersion: expect.anything(),
      });
    },
    explain: async () => {
      expect(await printed("explain", "InHost")).toMatch(/InHost/);
      expect(await printed("explain", "chimney-enabled-nothing-offloaded")).toMatch(/Chimney is enabled/);
    },
    "capture-script": async () => {
      expect(await printed("capture-script")).toMatch(/^@echo off\r?\n[\s\S]*netstat -nato/);
      expect(await printed("capture-script", "--powershell")).toMatch(/netstat -nato/);
    },
    schema: async () => {
      expect(await printed("schema")).toMatch(/^report {2,}what/);
      expect(JSON.parse(await printed("schema", "report"))).toMatchObject({ type: "object" });
    },
    worker: async () => expect(await run("worker", "--queue", "redis://127.0.0.1:1", "--quiet")).toEqual(lacking),
    queue: async () => expect(await run("queue", "status", "--queue", "redis://127.0.0.1:1")).toEqual(lacking),
    serve: async () => {
      const server = await served([], { node: node ?? "", command: command() });
      const answer = await fetch(server.address);
      expect(await answer.text()).toBe(await readFile(page, "utf8"));
      expect(await server.stop()).toMatchObject({ code: 130, err: "chimneysweep: interrupted\n" });
    },
  };

  it.each(Object.entries(said))("does %s", (_, works) => works(run));

  it("says how it is used, and what it is", async () => {
    expect(await printed("--help")).toMatch(/^Usage: chimneysweep/m);
    expect(await printed("--version")).toMatch(/^chimneysweep \d+\.\d+\.\d+ \(build [0-9a-f]{8}\)\n$/);
    const { code, err } = await run("--no-such-option");
    expect(code).toBe(2);
    expect(err).toMatch(/^chimneysweep: .*no-such-option.*\nTry chimneysweep --help\n$/);
  });
}
