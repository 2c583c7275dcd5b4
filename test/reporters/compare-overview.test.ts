import { describe, expect, it } from "vitest";
import type { Comparison, HostComparison } from "../../src/index.ts";
import { comparisonReporters, defaultCsvOptions, plain } from "../../src/reporters/index.ts";
import { compared } from "../support/comparisons.ts";

const capture = (rss: string) => `C:\\>ver
Microsoft Windows [Version 6.1.7601]

C:\\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${rss}
Chimney Offload State               : disabled
`;

/** Hosts of which each second one has a new finding, the others none. */
async function fleet(number: number): Promise<Comparison> {
  const [changed, same] = [
    await compared(capture("enabled"), capture("disabled")),
    await compared(capture("enabled"), capture("enabled")),
  ];
  const hosts = Array.from({ length: number }, (_, at) => {
    const [host] = (at % 2 === 1 ? changed : same).hosts;
    return { ...host, host: `SRV${String(at).padStart(2, "0")}` } as HostComparison;
  });
  return { ...changed, hosts };
}

async function textOf(comparison: Comparison, detail: "brief" | "full", format: "text" | "markdown" = "text") {
  let all = "";
  const options = { columns: 120, paint: plain, csv: defaultCsvOptions, detail };
  for await (const piece of comparisonReporters[format].render(comparison, options)) all += piece;
  return all;
}

/** The lines of the table of hosts. */
const hostLines = (text: string) => text.split("\n").filter((line) => /^(?: {2}|\| )SRV\d\d/.test(line));

describe("a comparison of many hosts", () => {
  it.each(["text", "markdown"] as const)("begins with one line a host, the worst first: %s", async (format) => {
    const text = await textOf(await fleet(8), "full", format);
    const lines = hostLines(text);
    expect(text).toContain("8 hosts on both sides: 4 changed, 4 unchanged.");
    expect(lines).toHaveLength(8);
    expect(lines[0]).toMatch(/SRV01 .*rss-disabled \(warning\)/);
    expect(lines.slice(4).every((line) => line.includes("no change"))).toBe(true);
    expect(text.indexOf("SRV01")).toBeLessThan(text.indexOf("The same on several hosts"));
  });

  it("has chapters of the hosts that changed, of the worst one where it is brief", async () => {
    const chapters = (text: string) => text.split("\n").filter((line) => /^SRV\d\d$/.test(line));
    expect(chapters(await textOf(await fleet(8), "full"))).toEqual(["SRV01", "SRV03", "SRV05", "SRV07"]);
    expect(chapters(await textOf(await fleet(8), "brief"))).toEqual(["SRV01"]);
    expect(chapters(await textOf(await fleet(3), "brief"))).toEqual(["SRV01", "SRV00", "SRV02"]);
  });

  it("says what several hosts have in common", async () => {
    expect(await textOf(await fleet(8), "full")).toMatch(/4 hosts +Receive-Side Scaling State: enabled → disabled/);
  });
});
