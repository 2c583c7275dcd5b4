import { readdirSync } from "node:fs";
import widthOf from "string-width";
import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/report/report.ts";
import { defaultCsvOptions, plain } from "../../../src/reporters/reporter.ts";
import { text } from "../../../src/reporters/text/index.ts";
import { analyzed, root } from "../../support/samples.ts";
import { nothing, sample } from "../sample-report.ts";

async function brief(report: Report, columns = 80): Promise<readonly string[]> {
  const options = { version: "0.0.0", columns, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  const rendering = await text.open({ ...options, detail: "brief" });
  return [...rendering.report(report)].join("").trimEnd().split("\n");
}

/** Default installations of every Windows: nothing is wrong with these hosts. */
const healthy = readdirSync(`${root}/samples/scenarios`).filter((name) => name.startsWith("default-"));

/** The sample's first host under many names, each with one finding less than the one before. */
function fleet(number: number): Report {
  const [host] = sample.hosts;
  if (host === undefined) return sample;
  const hosts = Array.from({ length: number }, (_, at) => ({
    ...host,
    host: `SRV${String(at).padStart(2, "0")}`,
    findings: at === number - 1 ? host.findings : [],
    actions: [],
  }));
  return { ...sample, hosts, fleet: null };
}

describe("the brief report", () => {
  it("is what the golden file shows", async () => {
    await expect(`${(await brief(sample)).join("\n")}\n`).toMatchFileSnapshot("./sample-brief.txt");
  });

  it.each(healthy)("has at most 15 lines for a healthy host: %s", async (scenario) => {
    const lines = await brief(await analyzed([`samples/scenarios/${scenario}/capture.txt`]));
    expect(lines.length).toBeLessThanOrEqual(15);
    expect(lines.filter((line) => /^ {2}(?:error|warning):/.test(line))).toEqual([]);
  });

  it.each([2, 5, 6, 35])("has a line for each of %i hosts, the worst first, and tells of the worst", async (number) => {
    const lines = await brief(fleet(number));
    const worst = `SRV${String(number - 1).padStart(2, "0")}`;
    expect(lines[1]).toContain(worst);
    expect(lines.slice(1, number + 1).every((line) => line.startsWith("SRV"))).toBe(true);
    expect(lines.filter((line) => line.includes(" · ") && line.startsWith("SRV"))).toHaveLength(
      number > 5 ? 1 : number,
    );
    expect(lines.find((line) => line.includes(" · "))).toContain(worst);
  });

  it.each([50, 80, 120])("has findings of one line each on a page of %i columns", async (columns) => {
    const lines = await brief(sample, columns);
    const findings = lines.filter((line) => /^ {2}(?:error|warning|review):/.test(line));
    expect(findings.length).toBeGreaterThan(1);
    expect(findings.every((line) => line.endsWith("]") && widthOf(line) <= Math.max(columns, 100))).toBe(true);
  });

  it("names what could not be read", async () => {
    const [first, ...others] = sample.sources;
    const sources =
      first === undefined ? [] : [{ ...first, status: "failed" as const, reason: "no such file" }, ...others];
    expect((await brief({ ...sample, sources })).join("\n")).toContain(
      "Not read whole: captures/srv01.txt (no such file)",
    );
  });

  it("is the whole report where nothing was recognised", async () => {
    expect((await brief(nothing)).join("\n")).toContain("Nothing was recognised.");
  });
});
