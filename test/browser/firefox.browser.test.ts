import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { page as file } from "../support/built.ts";
import { firefoxPath, openFirefox } from "../support/firefox.ts";

const SETTINGS = "TCP Global Parameters\n-----------------\nChimney Offload State               : enabled";
const EDITOR = "textarea[aria-label='Captured text']";

let browser: Browser;

beforeAll(async () => {
  if (firefoxPath !== undefined) browser = await openFirefox();
});
afterAll(async () => {
  await browser?.close();
});

async function opened(): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.setDefaultTimeout(0);
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { page, faults };
}

const done = (page: Page) => page.waitForSelector(".status.done");
const editor = (page: Page) => page.$eval(EDITOR, (area) => (area instanceof HTMLTextAreaElement ? area.value : ""));

describe.skipIf(firefoxPath === undefined)("the page in Firefox", () => {
  it("reads what is typed, and what is typed after a line was followed stands where it is typed", async () => {
    const { page, faults } = await opened();
    await page.type(EDITOR, SETTINGS);
    await done(page);
    await page.click(".verdict button.place");
    const selected = await page.$eval(EDITOR, (area) =>
      area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : "",
    );
    expect(selected).toMatch(/^Chimney Offload State/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.type("\nb");
    expect(await editor(page)).toBe(`${SETTINGS}\nb`);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("reads what is dropped anywhere, beside what was there", async () => {
    const { page, faults } = await opened();
    await page.type(EDITOR, SETTINGS);
    await done(page);
    const isTaken = await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "settings.txt"));
      return !document.body.dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    }, SETTINGS);
    expect(isTaken).toBe(true);
    await page.waitForFunction(() => document.querySelector(".status")?.textContent?.startsWith("2 captures"));
    expect(await page.$$eval("[role=tab]", (tabs) => tabs.map((tab) => tab.textContent))).toEqual([
      "paste",
      "settings.txt",
    ]);
    expect(await editor(page)).toBe(SETTINGS);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("compares a sample, explains its words, and keys go from finding to finding and back from a line", async () => {
    const { page, faults } = await opened();
    await page.waitForSelector(".asked-for button");
    for (const button of await page.$$(".asked-for button")) {
      if ((await button.evaluate(({ textContent }) => textContent)) === "Try before and after") await button.click();
    }
    await page.waitForSelector(".comparison h2");
    await page.click(".comparison button.explain");
    await page.waitForSelector(".explanation:popover-open h5");
    await page.keyboard.press("Escape");
    await page.click("h1");
    for (let step = 0; step < 2; step += 1) await page.keyboard.press("n");
    const focused = () => page.evaluate(() => document.activeElement?.className ?? "");
    expect(await focused()).toContain("finding");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("place");
    await page.click(".rows-link[data-rows*=byServicePort]");
    await page.waitForFunction(
      () => document.querySelector(".all-connections [role=status]")?.textContent === "6 of 16 rows",
    );
    expect(faults).toEqual([]);
    await page.close();
  });
});
