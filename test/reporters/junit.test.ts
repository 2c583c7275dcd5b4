import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { defaultCsvOptions, plain, reporters } from "../../src/reporters/index.ts";
import { analyzed } from "../support/samples.ts";
import { sample } from "./sample-report.ts";

async function junitOf(report: Report): Promise<string> {
  const options = { version: "", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  return [...(await reporters.junit.open(options)).report(report)].join("");
}

/** The tags of a document; throws where they are not nested, or where text has a character that XML does not allow. */
function tagsOf(xml: string): readonly string[] {
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)) throw new Error("a character that XML does not allow");
  const open: string[] = [];
  const tags: string[] = [];
  for (const [tag, end, name = "", , empty] of xml.matchAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g)) {
    tags.push(tag);
    if (end === "/" && open.pop() !== name) throw new Error(`${name} is closed and not open`);
    if (end === "" && empty === "") open.push(name);
  }
  const rest = xml.replace(/<\?xml[^>]*>/, "").replace(/<\/?[a-z-]+(?: [a-z]+="[^"<]*")*\/?>/g, "");
  if (/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(rest)) throw new Error("markup in a text");
  if (open.length > 0) throw new Error(`${open.join()} not closed`);
  return tags;
}

describe("a report for build servers", () => {
  it("has a suite a host and a case a rule, also those that pass or were not checked", async () => {
    const report = await analyzed(["samples/pastes/mail-of-the-readme.txt"]);
    const tags = tagsOf(await junitOf(report));
    const rules = new Set(report.hosts[0]?.findings.map(({ rule }) => rule));
    expect(tags.filter((tag) => tag.startsWith("<testcase"))).toHaveLength(rules.size);
    expect(tags.filter((tag) => tag.startsWith("<failure"))).toEqual([expect.stringContaining('type="warning"')]);
    expect(tags.filter((tag) => tag.startsWith("<skipped")).length).toBeGreaterThan(10);
    expect(tags.find((tag) => tag.startsWith("<testsuites"))).toMatch(
      new RegExp(`tests="${rules.size}" failures="1" errors="0" skipped="\\d+"`),
    );
  });

  it("keeps hostile text text", async () => {
    const hostile = '</failure><testcase name="x"/>]]>&\x1b[31m\0\ufffe"';
    const hosts = sample.hosts.map((host) => ({
      ...host,
      host: hostile,
      findings: host.findings.map((finding) => ({ ...finding, message: hostile })),
    }));
    const one = tagsOf(await junitOf(sample));
    expect(tagsOf(await junitOf({ ...sample, hosts }))).toHaveLength(one.length);
  });
});
