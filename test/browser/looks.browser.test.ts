import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rollupOf } from "../../src/fleet/index.ts";
import { compareMomentsOf } from "../../src/index.ts";
import { comparisonReporters, defaultCsvOptions, fleetHtml, plain } from "../../src/reporters/index.ts";
import { sample } from "../reporters/sample-report.ts";
import { chromiumPath, obstacles, openBrowser, openedPage } from "../support/browser.ts";
import { page as file } from "../support/built.ts";
import { bundleEntryOf } from "../support/bundle-entries.ts";
import { reading, sourceOf, table } from "../support/comparisons.ts";
import { coarsePage, differenceFrom } from "../support/layouts.ts";
import { pageOf } from "../support/pages.ts";
import { printedText } from "../support/paper.ts";

/** The share of a picture that may be otherwise: another font changes 4 %, columns that move 13 %. */
const TOLERATED = 0.08;

/** The width of A4 between its margins, in pixels of a browser. */
const PAPER = 718;

const looks = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

const kinds = ["beginning", "page", "report", "fleet", "comparison"] as const;

type Kind = (typeof kinds)[number];

describe.skipIf(chromiumPath === undefined)("how pages look", () => {
  let browser: Browser;
  let folder: string;
  const addresses = new Map<Kind, string>();

  beforeAll(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), "chimneysweep-looks-"));
    const written = { report: await pageOf(sample), fleet: await fleetPage(), comparison: await comparisonPage() };
    for (const [name, text] of Object.entries(written)) await writeFile(join(folder, `${name}.html`), text);
    const addressOf = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href;
    for (const kind of ["report", "fleet", "comparison"] as const) addresses.set(kind, addressOf(kind));
    for (const kind of ["beginning", "page"] as const) addresses.set(kind, pathToFileURL(file).href);
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function fleetPage(): Promise<string> {
    const entries = Array.from({ length: 12 }, (_, at) =>
      bundleEntryOf(`b${at}.zip`, [
        {
          host: `SRV${at}`,
          band: at < 6 ? "2008R2" : "2012",
          tables: [{ offloaded: at % 5, inHost: 10 }],
          failing: { warning: at % 3 === 0 ? ["rss-disabled"] : [] },
        },
      ]),
    );
    return [...(await fleetHtml(rollupOf(entries)))].join("");
  }

  async function comparisonPage(): Promise<string> {
    const log = () => sourceOf("log.txt", table(0, 40) + table(20, 40) + table(40, 40));
    const comparison = await compareMomentsOf("log.txt", reading(log));
    const pieces: string[] = [];
    const options = { columns: 80, paint: plain, csv: defaultCsvOptions };
    for await (const piece of comparisonReporters.html.render(comparison, options)) pieces.push(piece);
    return pieces.join("");
  }

  /** The page with the first of its samples, compared. */
  async function read(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Try before and after" }).click();
    await page.locator(".said .host").first().waitFor();
    await page.locator(".comparison h2").first().waitFor();
  }

  it.each(kinds)("%s: nothing in the way, light, dark and in the reader's own colours", async (kind) => {
    const { page } = await openedPage(browser, addresses.get(kind) ?? "", { bypassCSP: true });
    await page.locator("main").waitFor();
    if (kind === "page") await read(page);
    for (const { name, media } of looks) {
      await page.emulateMedia(media);
      expect({ name, obstacles: await obstacles(page) }).toEqual({ name, obstacles: [] });
    }
    await page.context().close();
  });

  it.each(kinds)("%s: columns and boxes stand where they stood, at three widths", async (kind) => {
    for (const width of [400, 900, 1400]) {
      const page = await coarsePage(browser, addresses.get(kind) ?? "", width);
      await page.locator("main").waitFor();
      if (kind === "page") await read(page);
      expect({ width, isSame: (await differenceFrom(`${kind}-${width}`, page)) < TOLERATED }).toEqual({
        width,
        isSame: true,
      });
      await page.context().close();
    }
  });

  it("is told from a page whose columns stand below each other", async () => {
    const page = await coarsePage(browser, addresses.get("beginning") ?? "", 1400);
    await page.evaluate(() => {
      for (const main of document.querySelectorAll("main")) main.style.display = "block";
    });
    expect(await differenceFrom("beginning-1400", page)).toBeGreaterThan(TOLERATED);
    await page.context().close();
  });

  it.each([
    ["page", ["Chimney off", "Works", "rss-disabled", "netsh int tcp set global", "Receive-Side Scaling State"]],
    ["report", ["SRV01", "eligible connections", "Receive-Side Scaling State", "What was read"]],
    ["fleet", ["12 hosts", "SRV11", "rss-disabled", "Windows", "Bundle", "b11.zip"]],
    ["comparison", ["Before", "On the way", "95 % interval", "Timeline", "Share"]],
  ] as const)("%s: what is printed can be read on paper", async (kind, words) => {
    const { page } = await openedPage(browser, addresses.get(kind) ?? "");
    await page.locator("main").waitFor();
    if (kind === "page") await read(page);
    const sheets = await printedText(page);
    const all = sheets.join(" ");
    const letters = (text: string) => text.replaceAll(" ", "");
    for (const word of words) expect(all).toContain(letters(word));
    for (const control of ["Download", "Choose files", "Swap", "Keys"]) expect(all).not.toContain(letters(control));
    expect(sheets.every((sheet) => sheet.trim() !== "")).toBe(true);
    await page.context().close();
  });

  it.each(kinds)("%s: fits a narrow window, and paper", async (kind) => {
    const { page } = await openedPage(browser, addresses.get(kind) ?? "", { viewport: { width: 400, height: 900 } });
    await page.locator("main").waitFor();
    if (kind === "page") await read(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(400);
    await page.setViewportSize({ width: PAPER, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(await width()).toBeLessThanOrEqual(PAPER);
    await page.context().close();
  });

  it.each(kinds)("%s: letters twice as large push nothing over the edge or over each other", async (kind) => {
    const viewport = { width: 1200, height: 900 };
    const { page } = await openedPage(browser, addresses.get(kind) ?? "", { viewport, bypassCSP: true });
    await page.locator("main").waitFor();
    if (kind === "page") await read(page);
    // Where hosts out of view stand is not known before somebody comes near them.
    await page.addStyleTag({ content: ".said .host { content-visibility: visible; }" });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1200);
    expect(await overlapping(page)).toEqual([]);
    await page.context().close();
  });
});

/** Buttons, headings, fields and paragraphs that stand over one another, though none is in the other. */
function overlapping(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("button, h1, h2, h3, h4, p, select, input, summary, label")];
    const shown = all.filter((one) => one.checkVisibility() && one.closest(".bar, .pane, [popover]") === null);
    const boxes = shown.map((element) => ({ element, box: element.getBoundingClientRect() }));
    const words = ({ textContent, tagName }: HTMLElement) => `${tagName} ${textContent.slice(0, 40)}`;
    return boxes.flatMap(({ element, box }, at) =>
      boxes.slice(at + 1).flatMap(({ element: other, box: next }) => {
        const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
        const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
        const isApart = across < 4 || down < 4 || element.contains(other) || other.contains(element);
        return isApart ? [] : [`${words(element)} / ${words(other)}`];
      }),
    );
  });
}
