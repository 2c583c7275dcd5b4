import fc from "fast-check";
import widthOf from "string-width";
import { describe, expect, it } from "vitest";
import { diagnostic } from "../../../grammar/contract/diagnostic.ts";
import { findingKinds, type Report } from "../../../src/report/report.ts";
import { defaultCsvOptions, type Paint, plain, type ReporterOptions } from "../../../src/reporters/reporter.ts";
import { text } from "../../../src/reporters/text/index.ts";
import { noLines, nothing, sample } from "../sample-report.ts";

async function printed(
  report: Report,
  columns = 80,
  paint: Paint = plain,
  more: Partial<ReporterOptions> = {},
): Promise<string> {
  const options = { version: "0.0.0", columns, paint, table: "connections", csv: defaultCsvOptions, ...more } as const;
  const rendering = await text.open(options);
  return rendering.opening + [...rendering.report(report)].join("");
}

/** The sample with its first host changed. */
function withHost(changes: Partial<Report["hosts"][number]>): Report {
  const [first, ...others] = sample.hosts;
  return first === undefined ? sample : { ...sample, hosts: [{ ...first, ...changes }, ...others] };
}

/** A line of settings with a label that is none of ours. */
const unknown = { kind: "tcpGlobal", source: "a.txt", line: 1, setting: null, label: "", value: "" } as const;

describe("the whole report", () => {
  it("is what the golden file shows", async () => {
    await expect(await printed(sample)).toMatchFileSnapshot("./sample-report.txt");
  });

  it("says what was found in each source when nothing was recognised", async () => {
    await expect(await printed(nothing)).toMatchFileSnapshot("./nothing-recognised.txt");
  });

  it("says so when there is no source at all", async () => {
    expect(await printed({ ...nothing, sources: [] })).toContain("There was nothing to read.\n");
  });

  it.each([60, 80, 132])("fits %i columns but for excerpts and quoted lines", async (columns) => {
    const diagnostics = sample.diagnostics.map((said) => ({ ...said, excerpt: "" }));
    const hosts = sample.hosts.map((host) => ({
      ...host,
      verdict: host.verdict && { ...host.verdict, because: [] },
      summary: { ...host.summary, observations: [] },
      findings: host.findings.map((finding) => ({ ...finding, evidence: [] })),
    }));
    const lines = (await printed({ ...sample, hosts, diagnostics }, columns)).split("\n");
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
  });

  it("leaves words whole that are wider than the page, so that places can be copied", async () => {
    const source = `captures/${"x".repeat(100)}.txt`;
    const diagnostics = sample.diagnostics.map((said) => ({ ...said, source }));
    expect(await printed({ ...sample, diagnostics })).toContain(`\n  ${source}:46:72:\n`);
  });

  it("is the same words with paint as without", async () => {
    const marked = (mark: string) => (word: string) => `\x1b[${mark}m${word}\x1b[0m`;
    const paint = { strong: marked("1"), faint: marked("2"), error: marked("31"), warning: marked("33") };
    const painted = await printed(sample, 80, paint);
    expect(painted).toContain("\x1b[1mSRV01\x1b[0m");
    expect(painted.replace(/\x1b\[\d+m/g, "")).toBe(await printed(sample));
  });

  it("survives JSON", async () => {
    const back: Report = JSON.parse(JSON.stringify(sample)); // a report is plain JSON by contract
    expect(await printed(back)).toBe(await printed(sample));
  });
});

describe("parts", () => {
  it("lists no overview for a single host", async () => {
    expect(await printed({ ...sample, hosts: sample.hosts.slice(0, 1) })).not.toContain("Tables  Chimney");
  });

  it("aligns text of double width", async () => {
    const settings = [
      { ...unknown, line: 1, label: "受信", value: "enabled" },
      { ...unknown, line: 2, label: "abcd", value: "disabled" },
    ];
    const lines = (await printed(withHost({ settings }))).split("\n");
    const columns = ["受信", "abcd"].map((label) => {
      const line = lines.find((candidate) => candidate.includes(label)) ?? "";
      return widthOf(line.slice(0, line.search(/(?:en|dis)abled/)));
    });
    expect(columns[0]).toBe(columns[1]);
  });

  it("leaves out groups that are all on one side", async () => {
    const summary = sample.hosts[0]?.summary;
    if (summary?.groups == null) throw new Error("the sample has groups");
    const byServicePort = summary.groups.byServicePort.map((group) => ({
      ...group,
      offloaded: 0,
      inHost: group.total,
    }));
    const report = withHost({ summary: { ...summary, groups: { ...summary.groups, byServicePort } } });
    expect(await printed(sample)).toContain("By service port");
    expect(await printed(report)).not.toContain("By service port");
  });

  it("counts notes when they are many and never counts warnings away silently", async () => {
    const note = { source: "a.txt", ...diagnostic("encoding-guessed", "It is cp850.", { line: 1, column: 1 }) };
    const warning = { source: "a.txt", ...diagnostic("unknown-row", "No row.", { line: 1, column: 1 }) };
    const diagnostics = [...Array(6).fill(note), ...Array(53).fill(warning)];
    const output = await printed({ ...sample, diagnostics });
    expect(output).toContain("About the input: 6 remarks (encoding-guessed 6)\n");
    expect(output).toContain("and 3 more: unknown-row 3\n");
  });

  it("counts skipped sources when they are many", async () => {
    const source = { status: "skipped", reason: "empty", bytes: 0, encodings: [], lines: 0, ledger: noLines } as const;
    const sources = Array.from({ length: 7 }, (_, index) => ({ ...source, name: `${index}.txt` }));
    expect(await printed({ ...sample, sources })).toContain("7 of 7 files hold no capture: 7 empty\n");
  });
});

describe("what the rules say", () => {
  it("is all of it when that is asked for, each kind under its title", async () => {
    const output = await printed({ ...sample, fleet: null }, 80, plain, { show: findingKinds });
    const titles = ["Findings", "To review", "Not checked", "OK", "Not applicable to this version"];
    const places = titles.map((title) => output.indexOf(`\n  ${title}`));
    expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true);
    expect(output).toContain(
      "To find out, run:\n        sc query type= all state= all\n      To state it: --context nlb or --context no-nlb\n",
    );
    expect(output).not.toContain("Other rules");
  });

  it("has what shows between the hosts before the first of them, where there is any", async () => {
    const whole = await printed(sample, 80, plain, { show: findingKinds });
    const [before = "", after = ""] = whole.split("\nSRV01\n");
    expect(before).toContain("Between the hosts\n");
    expect(before).toContain("[fleet-inconsistent-parameters]");
    expect(before).toContain("To find out, run:\n        netsh int tcp show global\n        ver\n");
    expect(after).not.toContain("[fleet-");
    for (const fleet of [null, { findings: [] }]) {
      expect(await printed({ ...sample, fleet })).not.toContain("Between the hosts");
    }
    expect(await printed(sample, 80, plain, { show: ["review"] })).not.toContain("Between the hosts");
  });

  it("is counted where it is not shown", async () => {
    const output = await printed(sample, 80, plain, { show: [] });
    expect(output).toContain("Other rules: 2 findings, 1 to review, 2 not checked, 1 OK, 1 not");
    expect(output).not.toContain("[rss-disabled]");
  });

  it("stands in the order of the report, as far as it is shown", async () => {
    const [host] = sample.hosts;
    const first = host?.findings[0];
    if (first === undefined) throw new Error("the sample has findings");
    const many = Array.from({ length: 150 }, (_, at) => ({ ...first, message: `Number ${at}.` }));
    const output = await printed(withHost({ findings: many }));
    expect(output).toContain("Number 99.");
    expect(output).not.toContain("Number 100.");
    expect(output).toContain("and 50 more findings\n");
  });

  it("names the commands that supply most first, and the rest of them by their number", async () => {
    const [host] = sample.hosts;
    const unchecked = host?.findings.find(({ kind }) => kind === "notEvaluated");
    if (unchecked === undefined) throw new Error("the sample has rules that were not checked");
    const supplied = Array.from({ length: 10 }, (_, at) => ({ ...unchecked, supply: [`command ${at}`] }));
    const output = await printed(withHost({ findings: [...supplied, { ...unchecked, supply: ["command 9"] }] }));
    expect(output).toContain("    command 9\n    command 0\n");
    expect(output).toContain("and 2 more commands\n");
  });

  it("guesses no version of Windows without saying so", async () => {
    const os = { band: "2012", build: null, basis: "fingerprint", at: [] } as const;
    expect(await printed(withHost({ os }))).toContain(
      "Windows Server 2012 or Windows 8, guessed from the settings it prints\n",
    );
  });
});

describe("captured text", () => {
  const hostile = "a\x1b[31mb\x07c\u202ed\u009be";

  it("never reaches the terminal as it is", async () => {
    const [host] = sample.hosts;
    if (host === undefined) throw new Error("the sample has a host");
    const report: Report = {
      ...withHost({
        host: hostile,
        settings: host.settings.map((setting) => ({ ...setting, source: hostile, label: hostile, value: hostile })),
        chimneyStats: host.chimneyStats.map((cell) => ({
          ...cell,
          interface: hostile,
          column: hostile,
          value: hostile,
        })),
        captures: host.captures.map((capture) => ({ ...capture, command: hostile })),
        verdict: {
          code: "contradiction",
          statement: hostile,
          because: [{ source: hostile, line: 1, text: hostile }],
          next: [hostile],
        },
        findings: host.findings.map((finding) => ({
          ...finding,
          message: hostile,
          evidence: [{ source: hostile, line: 1, text: hostile }],
          supply: [hostile],
          remedy: hostile,
          rollback: hostile,
        })),
        summary: {
          ...host.summary,
          observations: host.summary.observations.map((seen) => ({ ...seen, text: hostile, source: hostile })),
          snapshots: host.summary.snapshots.map((seen) => ({
            ...seen,
            command: hostile,
            time: hostile,
            phase: hostile,
            source: hostile,
            connections: { ...seen.connections, byState: { [hostile]: 1 } },
          })),
        },
      }),
      sources: sample.sources.map((source) => ({ ...source, name: hostile, reason: hostile })),
      diagnostics: sample.diagnostics.map((said) => ({ ...said, source: hostile, message: hostile, excerpt: hostile })),
    };
    const all = { show: findingKinds };
    for (const output of [await printed(report, 80, plain, all), await printed({ ...report, hosts: [] })]) {
      expect(output).toContain("a\\x1b[31mb\\x07c\\u202ed\\x9be");
      expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    }
  });

  it("lists the first and the last of very many tables, and the one that the numbers are of", async () => {
    const [host] = sample.hosts;
    const [first] = host?.summary.snapshots ?? [];
    if (host === undefined || first === undefined) throw new Error("the sample has a table");
    const snapshots = Array.from({ length: 1000 }, (_, index) => ({ ...first, line: 10_000 + index, endLine: 20_000 }));
    const output = await printed(withHost({ summary: { ...host.summary, snapshots, headline: 500 } }));
    const listed = snapshots.filter(({ line }) => output.includes(`:${line}–`)).map(({ line }) => line - 10_000);
    expect(listed).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 500, 990, 991, 992, 993, 994, 995, 996, 997, 998, 999]);
    expect(output).toContain("979 in between are not listed here");
  });

  it("never breaks the printing", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.integer({ min: 1, max: 200 }),
        async (any, columns) => {
          const settings = [{ ...unknown, source: any, label: any, value: any }];
          const output = await printed(withHost({ host: any, settings }), columns);
          expect(output.startsWith("chimneysweep 0.0.0\n")).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
