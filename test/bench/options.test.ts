import { describe, expect, it } from "vitest";
import { wantedFrom } from "./options.ts";

const names = ["summary", "csv", "log"];

describe("the options of the benchmark", () => {
  it("measure everything at full size by default", () => {
    expect(wantedFrom([], names)).toMatchObject({ only: names, rows: 200_000, logMegabytes: 1000, isQuick: false });
  });

  it("choose and size what is measured", () => {
    const wanted = wantedFrom(["--only", "csv,log", "--runs", "3", "--log-megabytes", "10"], names);
    expect(wanted).toMatchObject({ only: ["csv", "log"], runs: 3, logMegabytes: 10 });
  });

  it("are small with --quick", () => {
    expect(wantedFrom(["--quick", "--bundles", "5"], names)).toMatchObject({ rows: 2000, bundles: 5, isQuick: true });
  });

  it.each([["--only", "cvs"], ["--runs", "0"], ["--runs", "many"], ["--fast"]])("refuse %s %s", (...args) => {
    expect(() => wantedFrom(args, names)).toThrow();
  });
});
