import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { itForEach } from "../support/rows.ts";
import { thorough } from "../support/soak.ts";
import { HEADING, row, table, workplace } from "../support/workplace.ts";

const { cwd, put, run, reported } = workplace();

/** Bytes like those of a compressed file, always the same ones. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state >> 16) & 0xff;
  });
}

function codes({ diagnostics }: Report): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

describe("what is read", () => {
  it("is standard input", async () => {
    const { code, out, err } = await run([], { stdin: table });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^chimneysweep \d/);
    expect(out).toMatch(/1 of 2 /);
  });

  it("is a file, with the same numbers", async () => {
    const [file, piped] = [await reported(["netstat.txt"]), await reported(["-"], { stdin: table })];
    expect([file.code, file.err, piped.code, piped.err]).toEqual([0, "", 0, ""]);
    expect(file.report.sources.map(({ name }) => name)).toEqual(["netstat.txt"]);
    expect(file.report.hosts[0]?.summary.raw).toEqual(piped.report.hosts[0]?.summary.raw);
  });

  it("is whatever there is beside a file that is missing", async () => {
    const { code, err, report } = await reported(["missing.txt", "netstat.txt"]);
    expect({ code, err }).toEqual({ code: 3, err: "chimneysweep: missing.txt: no such file or directory\n" });
    expect(report.sources.map(({ status }) => status)).toEqual(["failed", "ok"]);
    expect(report.hosts[0]?.summary.connections?.total).toBe(2);
  });

  it("is what lies in a directory that is named like a file", async () => {
    await mkdir(join(cwd(), "x.txt"));
    await put("x.txt/a.txt", table);
    for (const path of ["x.txt", "x.txt/"]) {
      const { code, report } = await reported([path]);
      expect(code).toBe(0);
      expect(report.sources.map(({ name }) => name)).toEqual(["x.txt/a.txt"]);
    }
  });

  it("is not what can't be opened", async () => {
    await symlink("loop.txt", join(cwd(), "loop.txt"));
    const { code, err, report } = await reported(["loop.txt", "netstat.txt/below.txt", "netstat.txt"]);
    expect(code).toBe(3);
    expect(err.trimEnd().split("\n")).toHaveLength(2);
    expect(report.sources.map(({ status }) => status)).toEqual(["failed", "failed", "ok"]);
  });

  it.runIf(process.platform === "linux")("is not what opens and then can't be read", async () => {
    const { code, err, report } = await reported(["/proc/self/mem", "netstat.txt"]);
    expect(code).toBe(3);
    expect(err).toMatch(/^chimneysweep: \/proc\/self\/mem: .+\n$/);
    expect(report.sources.map(({ status }) => status)).toEqual(["failed", "ok"]);
    expect(codes(report)).toContain("source-unreadable");
  });
});

describe("what can't be understood", () => {
  it("says what was expected, and where nothing was found", async () => {
    const { code, out, err } = await run([], { stdin: "Dear all,\nnetstat shows nothing.\n" });
    expect(code).toBe(3);
    expect(err).toMatch(/nothing recognised, such as netstat -nato/);
    expect(out).toMatch(/stdin/);
  });

  itForEach<[what: string, content: Uint8Array, status: string, code: string]>([
    ["an empty file", Buffer.alloc(0), "skipped", "source-empty"],
    ["an image", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "skipped", "source-binary"],
    ["an empty archive", Buffer.concat([Buffer.from("504b0506", "hex"), Buffer.alloc(18)]), "skipped", "source-empty"],
    ["noise", noise(3000), "skipped", "source-binary"],
    [
      "lone surrogates in UTF-8",
      Buffer.concat([Buffer.from(table), Buffer.from("eda080 \r\n", "latin1"), Buffer.from([0xed, 0xa0, 0x80])]),
      "ok",
      "encoding-guessed",
    ],
    [
      "lone surrogates in UTF-16",
      Buffer.from(`\ufeff${table}\ud800 x \udc00\r\n`, "utf16le"),
      "ok",
      "undecodable-bytes",
    ],
    [
      "half a UTF-16 character at the end",
      Buffer.from(`\ufeff${table}x`, "utf16le").subarray(0, -1),
      "ok",
      "truncated-utf16",
    ],
    [
      "a report of our own",
      Buffer.from('{"type":"tool","name":"chimneysweep","version":"0.1.0"}\n'),
      "skipped",
      "source-own-report",
    ],
  ])("%s is no reason to fail", async (_, content, status, found) => {
    await put("odd.txt", content);
    const { code, err, report } = await reported(["odd.txt", "netstat.txt"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(report.sources[0]).toMatchObject({ name: "odd.txt", status });
    expect(codes(report)).toContain(found);
    if (status === "ok") expect(report.hosts[0]?.summary.connections?.total).toBe(2);
    expect((await run(["odd.txt"])).code).toBe(status === "ok" ? 0 : 3);
  });

  it.each([
    [
      "hundreds of rows that were cut",
      `${HEADING}\n${Array.from({ length: 300 }, (_, at) => row(at, "").trimEnd()).join("\n")}\n${row(1, "InHost")}\n`,
      "too-many",
    ],
    ["a title alone", "Active Connections\r\n\r\n", "title-without-table"],
  ])("%s are told in few words", async (_, content, found) => {
    const { report } = await reported([], { stdin: content });
    expect(codes(report)).toContain(found);
    expect(report.diagnostics.length).toBeLessThan(30);
  });

  it("a line of a hundred megabytes passes by in little memory, and what follows it is read", thorough, async () => {
    const stdin = async function* () {
      const megabyte = Buffer.alloc(1_000_000, "TCP 192.0.2.1:1 ");
      for (let count = 0; count < 100; count += 1) yield megabyte;
      yield Buffer.from(`\r\n${table}`);
    };
    const { code, report } = await reported([], { stdin: stdin(), node: ["--max-old-space-size=256"] });
    expect(code).toBe(0);
    expect(codes(report)).toContain("line-too-long");
    expect(report.sources[0]?.bytes).toBe(100_000_000 + 2 + table.length);
    expect(report.sources[0]?.lines).toBe(8);
    expect(report.hosts[0]?.summary.connections?.total).toBe(2);
  });
});
