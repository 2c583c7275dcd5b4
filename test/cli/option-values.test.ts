import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/command-line.ts";
import { formatOf, limitsOf } from "../../src/cli/option-values.ts";
import { comparisonFormats, reporterNames, reporters } from "../../src/reporters/index.ts";
import { defaultLimits } from "../../src/sources/index.ts";

const given = (limit: string) => limitsOf(new Map([["limit", limit]]));

describe("--limit", () => {
  it("leaves the usual limits where it does not stand", () => {
    expect(limitsOf(new Map())).toEqual({ limits: defaultLimits, seconds: undefined });
  });

  it.each([
    ["entries=10", { entries: 10 }],
    ["memberMegabytes=1", { memberBytes: 1_048_576 }],
    ["BUNDLEMEGABYTES=2048, depth=6", { bundleBytes: 2_147_483_648, depth: 6 }],
    ["nameBytes=20,ratio=1000,ratio=500", { nameBytes: 20, ratio: 500 }],
  ])("%s", (text, limits) => expect(given(text).limits).toEqual({ ...defaultLimits, ...limits }));

  it("knows how long a bundle may take", () => expect(given("seconds=30").seconds).toBe(30));

  it.each([
    ["entries", "--limit entries: it has to be NAME=NUMBER"],
    ["entries=1=2", "--limit entries=1=2: it has to be NAME=NUMBER"],
    ["entries=0", "--limit entries=0: it has to be a whole number from 1 to 999999999"],
    ["depth=-1", "--limit depth=-1: it has to be a whole number from 1 to 999999999"],
    ["depth=1e3", "--limit depth=1e3: it has to be a whole number from 1 to 999999999"],
    ["dept=3", "Did you mean depth?"],
  ])("refuses %s", (text, message) => {
    expect(() => given(text)).toThrow(UsageError);
    expect(() => given(text)).toThrow(message);
  });
});

describe("the format of an output", () => {
  const of = (output: string, ...format: string[]) =>
    formatOf(
      new Map([["output", output], ...format.map((name): [string, string] => ["format", name])]),
      reporterNames,
      "text",
    );

  it.each([
    ["report.html", "html"],
    ["REPORT.HTM", "html"],
    ["a.b/rows.csv", "csv"],
    ["rows.jsonl", "ndjson"],
    ["ticket.md", "markdown"],
    ["log.sarif", "sarif"],
    ["report.txt", "text"],
    ["report", "text"],
    ["html", "text"],
    ["out.xyz", "text"],
  ])("%s is %s", (output, format) => expect(of(output)).toBe(format));

  it("is the one that is asked for, whatever the name", () => expect(of("rows.csv", "json")).toBe("json"));

  it("is told by no ending that two formats have", () => {
    const endings = Object.values(reporters).flatMap((reporter) => reporter.endings);
    expect(new Set(endings).size).toBe(endings.length);
  });

  it("is refused where the command does not write it", () => {
    const compared = () => formatOf(new Map([["output", "changes.sarif"]]), comparisonFormats, "text");
    expect(compared).toThrow("--output changes.sarif: sarif can't be written here; end the name in .txt, .json");
  });
});
