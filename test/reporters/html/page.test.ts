import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { analyze, readReport } from "../../../src/index.ts";
import { pageOf, withHostileTexts } from "../../support/pages.ts";
import { analyzed, asJson, listSamples } from "../../support/samples.ts";
import { sample } from "../sample-report.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Preact closes empty elements as XML does; to a browser it is all the same.
    "void-style": "off",
    // Blanks at line ends are those of captures, in `pre`.
    "no-trailing-whitespace": "off",
    // A file has nobody to take a nonce from; the policy names the script by its hash.
    "require-csp-nonce": "off",
  },
});

const { captures } = await listSamples();
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("the page of each sample", () => {
  it.each(captures)("%s is valid HTML, needs nothing else, and holds the whole report", async (path) => {
    const report = await analyzed([path]);
    const page = await pageOf(report);
    expect(await faultsOf(page)).toEqual([]);
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
    expect((await pageOf(report)).length).toBeLessThan(200_000);
  });

  it("is there for a report in which nothing was recognised", async () => {
    const page = await pageOf(await analyze("nothing of ours"));
    expect(await faultsOf(page)).toEqual([]);
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
    expect(await faultsOf(page)).toEqual([]);
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

async function faultsOf(page: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}

/** Whatever would be fetched from somewhere: the data is no markup, and names of namespaces are not fetched. */
function externals(page: string): readonly string[] {
  const markup = page.replace(/<script type="application\/json".*?<\/script>/s, "").replaceAll(/ xmlns="[^"]*"/g, "");
  const tags = tagsOf(markup).filter((tag) => /\s(?:src|href|srcset|action|data|poster|style)\s*=\s*"(?!#)/.test(tag));
  const styles = [...markup.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text ?? "");
  return [...tags, ...styles.filter((text) => /url\(|@import/.test(text))];
}

function tagsOf(page: string): readonly string[] {
  return [...page.matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag);
}

function namesOf(page: string): readonly string[] {
  return [...new Set(tagsOf(page).map((tag) => /^<\/?([a-z!]+\d?)/i.exec(tag)?.[1] ?? ""))].sort();
}
