import { describe, expect, it } from "vitest";
import { type Comparison, compareMomentsOf, validated } from "../../src/index.ts";
import {
  type ComparisonFormat,
  comparisonFormats,
  comparisonReporters,
  defaultCsvOptions,
  plain,
} from "../../src/reporters/index.ts";
import { compared, global, netstat, type Row, reading, sourceOf, table } from "../support/comparisons.ts";
import { packedIn } from "../support/pages.ts";

async function rendered(format: ComparisonFormat, comparison: Comparison, mostLines?: number): Promise<string> {
  const usual = { columns: 80, paint: plain, csv: defaultCsvOptions };
  const options = mostLines === undefined ? usual : { ...usual, mostLines };
  const pieces: string[] = [];
  for await (const piece of comparisonReporters[format].render(comparison, options)) pieces.push(piece);
  return pieces.join("");
}

const prompt = "[SQL-02]: PS C:\\> ";
const rows = (state: (at: number) => string, from: number, to: number): readonly Row[] =>
  Array.from({ length: to - from }, (_, at) => [from + at, state(from + at), 4] as const);

/** A host on which somebody has switched Chimney on, a connection is stuck, and one capture is missing afterwards. */
const changed = () => {
  const before = rows((at) => (at === 39 ? "Offloading" : at === 0 ? "Offloaded" : "InHost"), 0, 40);
  const after = rows((at) => (at === 39 ? "Uploading" : at > 0 && at < 30 ? "Offloaded" : "InHost"), 0, 42);
  const services =
    "netsh int tcp show heuristics\r\nTCP Window Scaling heuristics Parameters\r\n----------------------------------------------\r\nWindow Scaling heuristics         : disabled\r\n";
  return compared(
    `${prompt}netsh int tcp show global\r\n${global("disabled")}${prompt}netstat -nto\r\n${netstat(before)}${prompt}${services}`,
    `${prompt}netsh int tcp show global\r\n${global("enabled", "disabled")}${prompt}netstat -nto\r\n${netstat(after.slice(2))}`,
    { os: "2008R2" },
  );
};

const log = () =>
  compareMomentsOf(
    "log.txt",
    reading(() => sourceOf("log.txt", table(0, 40) + table(20, 40) + table(40, 40))),
  );

/** Names and words that would be something else on a terminal, in a spreadsheet, in a ticket or on a page. */
const hostile = () => {
  const text = (chimney: string) =>
    `[=HYPERLINK]: PS C:\\> x\r\n${global(chimney)}\r\n<script>alert(1)</script> : \x1b[31m@all | ![x](http://x.test)\r\n`;
  return compared(text("<b>on</b>"), text("=cmd|' /c calc'!A1\u202e"));
};

describe("a comparison", () => {
  it("as text", async () => {
    await expect(await rendered("text", await changed())).toMatchFileSnapshot("comparison.txt");
  });

  it("as text, of a log", async () => {
    await expect(await rendered("text", await log())).toMatchFileSnapshot("comparison-log.txt");
  });

  it("has no interval end at nought that leaves nought out", async () => {
    const text = async (first: number, last: number) => {
      // Other connections than before: of the same ones those that moved are counted, and there is no interval.
      const others = table(last, 6).replaceAll("198.51.100.", "203.0.113.");
      const source = () => sourceOf("log.txt", table(first, 6) + others);
      return (await rendered("text", await compareMomentsOf("log.txt", reading(source)))).replaceAll(/\s+/g, " ");
    };
    expect(await text(0, 3)).toContain("interval just above 0 to +81. That is more than noise");
    expect(await text(3, 0)).toContain("interval −81 to just below 0. That is more than noise");
  });

  it("as Markdown", async () => {
    await expect(await rendered("markdown", await changed())).toMatchFileSnapshot("comparison.md");
  });

  it("as CSV", async () => {
    const csv = await rendered("csv", await changed());
    expect(csv.replaceAll("\r\n", "")).not.toContain("\n");
    // Line ends are told apart above: a file that git keeps has those of git.
    await expect(csv.replaceAll("\r\n", "\n")).toMatchFileSnapshot("comparison.csv");
  });

  it.each([
    ["of two sides", changed],
    ["of moments", log],
    ["of hostile texts", hostile],
  ])("as JSON is as its schema has it: %s", async (_, make) => {
    const comparison = await make();
    const value: unknown = JSON.parse(await rendered("json", comparison));
    expect(value).toEqual(JSON.parse(JSON.stringify(comparison)));
    expect(await validated("comparison", value)).toMatchObject({ ok: true });
  });

  it.each(comparisonFormats)("is the same each time: %s", async (format) => {
    expect(await rendered(format, await changed())).toBe(await rendered(format, await changed()));
  });

  it("fits into so many lines of Markdown, the least important left out", async () => {
    const short = await rendered("markdown", await changed(), 20);
    expect(short.trimEnd().split("\n").length).toBeLessThanOrEqual(20);
    expect(short).toContain("## SQL-02");
    expect(short).toContain("Left out for length");
  });

  it("of two commands says that one may have left something out", async () => {
    const of = (command: string) => `C:\\>${command}\r\n${table(4, 8)}`;
    const text = await rendered("text", await compared(of("netstat -nt"), of("netstat -nt -p tcp")));
    expect(text).toContain("The tables are of different commands, netstat -nt and netstat -nt -p tcp");
    expect(await rendered("text", await compared(of("netstat -nt"), of("NETSTAT -nt ")))).not.toContain("commands");
  });

  it("without a change says so, in one sentence a host", async () => {
    expect(await rendered("text", await compared(table(9, 40), table(9, 40)))).toMatch(/\n {2}No change\.\n/);
  });
});

describe("the page", () => {
  it("draws the timeline, and holds the comparison as data", async () => {
    const comparison = await log();
    const page = await rendered("html", comparison);
    expect(page).toContain("<svg");
    expect(page).toContain(' id="chimneysweep-comparison"');
    expect(JSON.parse(packedIn(page).at(-1) ?? "")).toEqual(JSON.parse(JSON.stringify(comparison)));
  });

  it("draws nothing where there are but two tables", async () => {
    expect(await rendered("html", await changed())).not.toContain("<svg");
  });

  it("loads nothing", async () => {
    expect(await rendered("html", await hostile())).not.toMatch(/\b(?:src|href)=|url\(|@import/);
  });
});

describe("captured text stays text", () => {
  it.each<[ComparisonFormat, RegExp]>([
    ["text", /[\x1b\u202e]/],
    ["markdown", /[\x1b\u202e<]|(?<!\\)!\[/],
    ["csv", /(?:^|,)=/m],
    ["html", /<b>on|[\x1b\u202e]|<script>alert/],
  ])("in %s", async (format, harm) => {
    const text = await rendered(format, await hostile());
    expect(text).toMatch(/on/);
    expect(text).not.toMatch(harm);
  });
});
