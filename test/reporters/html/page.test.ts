import { describe, expect, it } from "vitest";
import { analyze, type Report, readReport } from "../../../src/index.ts";
import { externals, markupFaults, pageOf, tagsOf, withHostileTexts } from "../../support/pages.ts";
import { analyzed, asJson, listSamples } from "../../support/samples.ts";
import { sample } from "../sample-report.ts";

const { captures } = await listSamples();
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("the page of each sample", () => {
  it.each(captures)("%s is valid HTML, needs nothing else, and holds the whole report", async (path) => {
    const report = await analyzed([path]);
    const page = await pageOf(report);
    expect(await markupFaults(page)).toEqual([]);
    expect(externals(page)).toEqual([]);
    const back = await readReport(bytesOf(page));
    expect(back.ok && (await asJson(back.value))).toBe(await asJson(report));
  });
});

describe("a page", () => {
  it("is the same page each time", async () => {
    expect(await pageOf(sample)).toBe(await pageOf(sample));
  });

  it("is of a size that fits a mail", async () => {
    const report = await analyzed(["samples/worked-examples/4-forty-rows.txt"]);
    expect((await pageOf(report)).length).toBeLessThan(250_000);
  });

  it("of 200 hosts says once what is said of all of them", async () => {
    const hosts = Array.from({ length: 200 }, (_, at) => ({ ...sample.hosts[0], host: `SRV${at}` }));
    // All of them are the sample's first one.
    const report = { ...sample, hosts } as Report;
    const page = await pageOf(report);
    expect(page.length).toBeLessThan(6_200_000);
    const back = await readReport(bytesOf(page));
    expect(back).toEqual({ ok: true, value: report });
  });

  it("is there for a report in which nothing was recognised", async () => {
    const page = await pageOf(await analyze("nothing of ours"));
    expect(await markupFaults(page)).toEqual([]);
    expect(page).toContain("Nothing was recognised");
  });

  it("allows its own style and script and nothing else", async () => {
    const page = await pageOf(sample);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<style"));
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+';/);
    for (const element of ["style", "script"]) {
      const content = new RegExp(`<${element}>(.*?)</${element}>`, "s").exec(page)?.[1] ?? "";
      expect(content).not.toBe("");
      const digest = await crypto.subtle.digest("SHA-256", bytesOf(content));
      expect(policy).toContain(`${element}-src 'sha256-${Buffer.from(digest).toString("base64")}'`);
    }
  });
});

describe("hostile names", () => {
  it("stay text wherever they stand", async () => {
    const page = await pageOf(withHostileTexts(sample));
    expect(await markupFaults(page)).toEqual([]);
    expect(namesOf(page)).toEqual(namesOf(await pageOf(sample)));
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(tagsOf(page).filter((tag) => /\son\w+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
    expect(page).not.toContain("\u202e");
  });

  it("come back as they were", async () => {
    const report = withHostileTexts(sample);
    const back = await readReport(bytesOf(await pageOf(report)));
    expect(back).toEqual({ ok: true, value: report });
  });
});

function namesOf(page: string): readonly string[] {
  return [...new Set(tagsOf(page).map((tag) => /^<\/?([a-z!]+\d?)/i.exec(tag)?.[1] ?? ""))].sort();
}
