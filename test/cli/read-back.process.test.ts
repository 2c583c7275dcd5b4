import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { itForEach } from "../support/rows.ts";
import { workplace } from "../support/workplace.ts";

const { cwd, put, run } = workplace();

/** Reports of the capture in the workplace, by their formats: each is made once. */
const reports = new Map<string, Promise<string>>();

/** The report of the capture in the workplace, as the format has it, put there under a name. */
async function written(format: string, name: string): Promise<string> {
  const report = reports.get(format) ?? made(format);
  reports.set(format, report);
  await put(name, await report);
  return report;
}

async function made(format: string): Promise<string> {
  const { code, out } = await run(["netstat.txt", "--format", format]);
  expect(code).toBe(0);
  return out;
}

/** A page without its table of connections, and what leads there. */
function withoutRows(page: string): string {
  return page
    .replace(/<li><a href="#rows">[^<]*<\/a><\/li>/, "")
    .replace(/<section[^>]*><h2 id="rows">[\s\S]*?<\/section>/, "");
}

describe("a report named by itself is printed again", () => {
  itForEach([
    ["html", "report.html"],
    ["json", "report.json"],
  ])("from %s as JSON and as a page, byte by byte", async (format, name) => {
    const [json, page] = [await written("json", "a.json"), await written("html", "a.html")];
    await written(format, name);
    expect(await run([name, "--format", "json"])).toEqual({ code: 0, out: json, err: "" });
    const again = await run(["analyze", name, "--format", "html"]);
    expect({ ...again, out: "" }).toEqual({ code: 0, out: "", err: "" });
    // A report holds no list of connections, so the page of one has all but its rows.
    expect(withoutRows(again.out)).toBe(withoutRows(page));
    expect([page, again.out].map((text) => text.includes('id="rows"'))).toEqual([true, false]);
  });

  itForEach<readonly string[]>([
    ["text"],
    ["markdown"],
    ["sarif"],
    ["csv", "--table", "findings"],
    ["csv", "--table", "summary"],
  ])("as %s %s %s, as the captures themselves give it", async (...words) => {
    await written("html", "report.html");
    const direct = await run(["netstat.txt", "--format", ...words]);
    expect(await run(["report.html", "--format", ...words])).toEqual(direct);
    expect(direct.code).toBe(0);
  });

  it("with the exit code that its findings and its coverage have", async () => {
    await written("html", "report.html");
    for (const options of [
      ["--fail-on", "info"],
      ["--min-coverage", "1"],
    ]) {
      const direct = await run(["netstat.txt", ...options]);
      expect(await run(["report.html", ...options])).toEqual(direct);
    }
  });
});

describe("what a report does not hold is refused", () => {
  itForEach<[args: readonly string[], said: RegExp]>([
    [["--format", "csv"], /holds no list of connections/],
    [["--format", "csv", "--table", "connections"], /holds no list of connections/],
    [["--format", "ndjson"], /holds no list of connections/],
    [["-o", "tables/"], /holds no list of connections/],
    [["--os", "2008R2"], /--os only goes with captures, and report\.html is a report/],
    [["--as", "netstat"], /--as only goes with captures/],
    [["--threshold", "leastConnections=3"], /--threshold only goes with captures/],
  ])("%j", async (options, why) => {
    await written("html", "report.html");
    const { code, out, err } = await run(["report.html", ...options]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(why);
    expect(await readdir(cwd())).toEqual(["netstat.txt", "report.html"]);
  });

  it("a damaged report is named with its fault, and nothing is written", async () => {
    const page = await written("html", "report.html");
    await put("cut.html", page.slice(0, page.indexOf('id="chimneysweep-report"') + 200));
    const { code, out, err } = await run(["cut.html", "--format", "json", "-o", "out.json"]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toBe("chimneysweep: cut.html can't be read back: the report in it is cut off\n");
    expect(await readdir(cwd())).toEqual(["cut.html", "netstat.txt", "report.html"]);
  });
});

describe("a report among other inputs is none of the captures", () => {
  it("and is named as what it is", async () => {
    await written("html", "report.html");
    await written("json", "report.json");
    const { out } = await run(["netstat.txt", "report.html", "report.json"]);
    expect(out).toContain("report.html: skipped: a report of chimneysweep itself");
    expect(out).toContain("report.json: skipped: a report of chimneysweep itself");
  });
});
