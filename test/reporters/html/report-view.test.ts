import { describe, expect, it } from "vitest";
import { analyze, type Report } from "../../../src/index.ts";
import { ReportView, rendered } from "../../../src/reporters/html/parts.ts";
import { analyzed } from "../../support/samples.ts";
import { sample as several } from "../sample-report.ts";

/** What is found between hosts stands before them, and would only be in the way here. */
const sample: Report = { ...several, fleet: null };

const markupOf = (report: Report) => rendered(ReportView({ report }));
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

const ROWS = ["InHost", "InHost", "Offloaded"].map(
  (state, at) => `  TCP    192.0.2.10:445         198.51.100.7:${50_012 + at}     ESTABLISHED     ${state}\n`,
);
const HEADING = "  Proto  Local Address          Foreign Address        State           Offload State\n\n";

describe("the report as markup", () => {
  it("has the verdict of a host before its numbers, findings, settings, and what was not checked", () => {
    const markup = markupOf(sample);
    const places = [
      sample.hosts[0]?.verdict?.statement.slice(0, 30) ?? "",
      ">Connections</h3>",
      ">Findings</h3>",
      ">Settings</h3>",
      ">Not checked</h3>",
      ">What was read</h2>",
    ].map((part) => markup.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("marks cited lines among the lines around them", () => {
    const markup = markupOf(sample);
    expect(markup).toContain("<mark>Chimney Offload State               : automatic</mark>");
    expect(markup).toContain("<code>----------------------------------------------</code>");
  });

  it("has what to do and how to undo it as commands to copy", () => {
    const markup = markupOf(sample);
    for (const command of ["rss=enabled", "rss=disabled"]) {
      expect(markup).toContain(
        `<pre class="command" translate="no"><code>netsh int tcp set global ${command}</code></pre>`,
      );
    }
  });

  it("says errors before warnings", () => {
    const marks = [...markupOf(sample).matchAll(/<article class="finding (\w+)"/g)].map(([, mark]) => mark);
    expect(marks).toEqual(["error", "warning", "review"]);
  });

  it("names the commands that supply what is missing, and what can be declared instead", () => {
    const text = textOf(markupOf(sample));
    expect(text).toContain("sc query type= all state= all");
    expect(text).toContain("chimneysweep capture-script prints a script");
    expect(text).toMatch(/state it yourself: --context NAME.*ipsec, nlb/);
  });

  it("says how the version of Windows gets known, in words that hold where there is no command line", async () => {
    const text = textOf(markupOf(await analyze(HEADING + ROWS.join(""))));
    expect(text).toContain("Version of Windows not known: capture ver too, or name it on the command line with --os");
  });

  it("draws no chart of fewer than four connections, and says the share in words only", async () => {
    const few = markupOf(await analyze(HEADING + ROWS.join("")));
    expect(few).not.toContain("host-1-ratio");
    expect(few).toContain("1 of 3 eligible connections");
    const enough = markupOf(await analyze(HEADING + ROWS.join("") + ROWS[0]?.replace("50012", "50099")));
    expect(enough).toContain("host-1-ratio");
  });

  it("draws the tables of a log as they follow each other", async () => {
    const table = (states: readonly string[]) =>
      `${HEADING}${states.map((state, at) => `  TCP    192.0.2.10:445         198.51.100.7:${50_012 + at}     ESTABLISHED     ${state}\n`).join("")}\n`;
    const log = [0, 1, 2].map((offloaded) =>
      table([0, 1, 2, 3].map((at) => (at < offloaded ? "Offloaded" : "InHost"))),
    );
    const markup = markupOf(await analyze(log.join("")));
    expect(markup).toContain("3 tables; the share begins at 0 %, ends at 50 %");
  });

  it("has a row for every host, with a link to what is said of it", async () => {
    const report = await analyzed(["samples/pastes/two-hosts-by-prompts.txt"]);
    const markup = markupOf(report);
    report.hosts.forEach(({ host }, index) => {
      expect(markup).toContain(`<a href="#host-${index + 1}">${host}</a>`);
      expect(markup).toContain(`<h2 id="host-${index + 1}">${host}</h2>`);
    });
    expect(report.hosts.length).toBeGreaterThan(1);
  });
});

describe("the settings", () => {
  const global = (os: string, chimney: string) =>
    analyze(
      `C:\\>ver\n\nMicrosoft Windows [Version ${os}]\n\nC:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : ${chimney}\n`,
    );
  const rowOf = (markup: string, label: string) =>
    textOf(
      new RegExp(`<tr><th scope="row">(?:<button[^>]*>)?${label}(?:</button>)?</th>.*?</tr>`, "s").exec(markup)?.[0] ??
        "",
    ).trim();

  it.each([
    ["6.1.7601", "automatic", /^Chimney Offload State automatic automatic \d automatic \d+$/],
    ["6.1.7601", "disabled", /^Chimney Offload State disabled automatic \d+ differs automatic \d+ differs$/],
    ["6.2.9200", "disabled", /^Chimney Offload State disabled disabled \d+ disabled \d+$/],
    ["10.0.20348", "disabled", /^Chimney Offload State disabled disabled \d+ –$/],
  ])("of Windows %s stand beside its own defaults and recommendations: chimney %s", async (os, chimney, expected) => {
    expect(rowOf(markupOf(await global(os, chimney)), "Chimney Offload State")).toMatch(expected);
  });

  it("that were not captured are named as such", async () => {
    expect(rowOf(markupOf(await global("6.1.7601", "automatic")), "Task Offload")).toContain("not captured");
  });

  it("are not compared with anything when the version is not known", async () => {
    const markup = markupOf(await analyze("netsh int tcp show heuristics\nTCP Window Scaling heuristics Parameters\n"));
    expect(markup).not.toContain(">differs<");
  });
});
