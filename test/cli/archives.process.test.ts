import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ZipMember, zipOf } from "../support/archives/zip-builder.ts";
import { table, workplace } from "../support/workplace.ts";

const { cwd, put, run, reported } = workplace();

const capture = (name: string): ZipMember => ({ name, data: table });

describe("a bundle", () => {
  it("is read where it lies, and nothing is written", async () => {
    const inner = zipOf([capture("SRV02\\netstat.txt"), { name: "logo.png", data: "" }]);
    await put("case.zip", zipOf([capture("SRV01/netstat.txt"), { name: "inner.zip", data: inner }]));
    const { code, report } = await reported(["case.zip"]);
    expect(code).toBe(0);
    expect(report.sources.map(({ name, status }) => `${name}: ${status}`)).toEqual([
      "case.zip!SRV01/netstat.txt: ok",
      "case.zip!inner.zip!SRV02/netstat.txt: ok",
      "case.zip!inner.zip!logo.png: skipped",
    ]);
    expect(report.hosts.map(({ summary }) => summary.connections?.total)).toEqual([2, 2]);
    expect(await readdir(cwd())).toEqual(["case.zip", "netstat.txt"]);
  });

  it("may come through a pipe", async () => {
    const { code, report } = await reported(["-"], { stdin: zipOf([capture("netstat.txt")]) });
    expect(code).toBe(0);
    expect(report.sources.map(({ name }) => name)).toEqual(["stdin!netstat.txt"]);
  });

  it("that was cut off is read up to there, and the exit code says so", async () => {
    const zip = zipOf([capture("netstat.txt"), { name: "rest.txt", data: "rest" }]);
    await put("case.zip", zip.subarray(0, zip.length - 150));
    const { code, err, report } = await reported(["case.zip"]);
    expect(code).toBe(3);
    expect(err).toMatch(/^chimneysweep: case\.zip: truncated: its end is missing.*\d members? recovered$/m);
    expect(report.hosts[0]?.summary.connections?.total).toBe(2);
  });

  it("may have names that are made to fool a terminal", async () => {
    await put("case.zip", zipOf([capture("\u001b[2J\u202enetstat.txt"), capture("../../__proto__")]));
    const { code, out } = await run(["case.zip"]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect(await readdir(join(cwd(), ".."))).not.toContain("__proto__");
  });

  it("is read as far as its limits go", async () => {
    await put("case.zip", zipOf([capture("a.txt"), capture("b.txt")]));
    const { code, report } = await reported(["case.zip", "--limit", "entries=1"]);
    expect(code).toBe(3);
    expect(report.diagnostics.map((found) => found.code)).toContain("archive-limit");
    expect(report.sources.map(({ name }) => name)).toEqual(["case.zip!a.txt", "case.zip"]);
  });

  it("lies among other files in a directory", async () => {
    await mkdir(join(cwd(), "cases"));
    await put("cases/case.zip", zipOf([capture("netstat.txt")]));
    await put("cases/page.zip", "<!DOCTYPE html><p>Please sign in</p>");
    const { code, report } = await reported(["cases"]);
    expect(code).toBe(3);
    expect(report.sources.map(({ name, status }) => `${name}: ${status}`)).toEqual([
      "cases/case.zip!netstat.txt: ok",
      "cases/page.zip: failed",
    ]);
  });
});
