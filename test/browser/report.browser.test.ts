import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareMomentsOf, type Report } from "../../src/index.ts";
import { comparisonReporters, defaultCsvOptions, plain } from "../../src/reporters/index.ts";
import { sample } from "../reporters/sample-report.ts";
import { chromiumPath, obstacles, openBrowser, openedPage } from "../support/browser.ts";
import { reading, sourceOf, table } from "../support/comparisons.ts";
import { pageOf, withHostileTexts } from "../support/pages.ts";
import { analyzed } from "../support/samples.ts";

const schemes = ["light", "dark"] as const;

describe.skipIf(chromiumPath === undefined)("the HTML report in a browser", () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), "chimneysweep-page-"));
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function addressOf(report: Report): Promise<string> {
    const path = join(folder, "report.html");
    await writeFile(path, await pageOf(report));
    return pathToFileURL(path).href;
  }

  it.each([
    ["of several hosts", async () => analyzed(["samples/pastes/two-hosts-by-prompts.txt"])],
    ["with charts", async () => analyzed(["samples/worked-examples/4-forty-rows.txt"])],
    ["full of hostile names", async () => withHostileTexts(sample)],
  ])("a report %s asks for nothing but itself, and nothing is refused or fails in it", async (_, reportOf) => {
    const address = await addressOf(await reportOf());
    const { page, requests, faults } = await openedPage(browser, address);
    expect(requests).toEqual([address]);
    expect(faults).toEqual([]);
    expect(await page.locator("img, iframe, object, link").count()).toBe(0);
    await page.context().close();
  });

  it("has no serious obstacle, whether it is light or dark", async () => {
    const report = await analyzed(["samples/worked-examples", "samples/settings"]);
    const { page } = await openedPage(browser, await addressOf(report), { bypassCSP: true, colorScheme: "light" });
    expect(await obstacles(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await obstacles(page, "of colour")).toEqual([]);
    await page.context().close();
  });

  it("follows the colours that the reader asks for", async () => {
    const address = await addressOf(sample);
    const papers = schemes.map(async (colorScheme) => {
      const { page } = await openedPage(browser, address, { colorScheme });
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.context().close();
      return paper;
    });
    const [light, dark] = await Promise.all(papers);
    expect(light).toBe("rgb(255, 255, 255)");
    expect(dark).not.toBe(light);
  });

  it("says all it has to say with scripts off", async () => {
    const report = await analyzed(["samples/worked-examples/4-forty-rows.txt"]);
    const { page } = await openedPage(browser, await addressOf(report), { javaScriptEnabled: false });
    const text = await page.locator("main").innerText();
    for (const { verdict, findings } of report.hosts) {
      expect(text).toContain(verdict?.statement);
      for (const { kind, message } of findings) if (kind === "fail") expect(text).toContain(message);
    }
    expect(await page.locator("svg.chart").count()).toBeGreaterThan(0);
    // Those that are there open an explanation, which needs no script.
    expect(await page.locator("button:not([popovertarget])").count()).toBe(0);
    await page.locator(".verdict button.explain").first().click();
    await page.locator(".explanation:popover-open").waitFor();
    expect(await page.locator(".explanation:popover-open").innerText()).toContain("What it says");
    await page.context().close();
  });

  it("fits a narrow window", async () => {
    const report = await analyzed(["samples/worked-examples/4-forty-rows.txt", "samples/hosts"]);
    const { page } = await openedPage(browser, await addressOf(report), { viewport: { width: 400, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await page.context().close();
  });

  it("sorts its hosts by a button in a heading, with the keyboard too", async () => {
    const report = await analyzed(["samples/worked-examples", "samples/pastes/two-hosts-by-prompts.txt"]);
    const { page } = await openedPage(browser, await addressOf(report));
    const table = page.locator("table[data-sortable]");
    const offloaded = async () => (await table.locator("tbody tr td:nth-child(3)").allInnerTexts()).map(numberIn);
    const heading = table.locator("th", { hasText: "Offloaded" });
    await heading.locator("button").focus();
    await page.keyboard.press("Enter");
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const descending = await offloaded();
    expect(descending.length).toBeGreaterThan(3);
    expect(descending).toEqual(descending.toSorted((a, b) => b - a));
    expect(new Set(descending).size).toBeGreaterThan(1);
    await heading.locator("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    expect(await offloaded()).toEqual(descending.toReversed());
    await page.context().close();
  });

  it("draws the timeline of a comparison as large as the charts of a report, not as wide as the window", async () => {
    const log = () => sourceOf("log.txt", table(0, 40) + table(20, 40) + table(40, 40));
    const options = { columns: 80, paint: plain, csv: defaultCsvOptions };
    const pieces: string[] = [];
    for await (const piece of comparisonReporters.html.render(await compareMomentsOf("log.txt", reading(log)), options))
      pieces.push(piece);
    const path = join(folder, "comparison.html");
    await writeFile(path, pieces.join(""));
    const { page, faults } = await openedPage(browser, pathToFileURL(path).href, {
      viewport: { width: 1400, height: 900 },
    });
    const box = await page.locator("svg.chart").boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    expect(box?.width).toBeLessThan(700);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("prints on pages of paper", async () => {
    const { page } = await openedPage(browser, await addressOf(sample));
    const paper = await page.pdf({ format: "A4" });
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
    expect(paper.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(0);
    await page.context().close();
  });
});

/** The first number of a text; what has none comes before everything that has. */
function numberIn(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? -1);
}
