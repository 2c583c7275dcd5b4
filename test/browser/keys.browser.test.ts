import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, obstacles, openBrowser, openedPage } from "../support/browser.ts";
import { page as file } from "../support/built.ts";

const CAPTURE = `C:\\>hostname
SRV01

C:\\>ver

Microsoft Windows [Version 6.1.7601]

C:\\>netsh int tcp show global

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : disabled
Chimney Offload State               : enabled
Receive Window Auto-Tuning Level    : disabled
`;
const SCALING = "Receive-Side Scaling State          : disabled";

const address = pathToFileURL(file).href;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath !== undefined) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function pasted(viewport = { width: 1400, height: 900 }, hash = ""): Promise<Page> {
  const { page } = await openedPage(browser, address + hash, { bypassCSP: true, viewport });
  await page.getByLabel("Captured text").fill(CAPTURE);
  await page.locator(".status.done").waitFor();
  if (hash === "") await page.locator("h1").click();
  return page;
}

/** The rule of the finding that has the focus. */
const rule = (page: Page) => page.evaluate(() => document.activeElement?.id.replace("host-1-", ""));
const selected = (page: Page) =>
  page
    .getByLabel("Captured text")
    .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));

describe.skipIf(chromiumPath === undefined)("the keys of the page", () => {
  it.each([
    ["wide", { width: 1400, height: 900 }],
    ["narrow", { width: 420, height: 800 }],
  ])("go from finding to finding, to its line and back, in a %s window", async (_, viewport) => {
    const page = await pasted(viewport);
    const rules = await page
      .locator(".said .finding")
      .evaluateAll((all) => all.map(({ id }) => id.replace("host-1-", "")));
    expect(rules.length).toBeGreaterThan(2);
    const at = rules.indexOf("rss-disabled");
    for (let step = 0; step < at + 2; step += 1) await page.keyboard.press("n");
    expect(await rule(page)).toBe("rss-disabled");
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    expect(await rule(page)).toBe("rss-disabled");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    expect(await selected(page)).toBe(SCALING);
    await page.keyboard.press("Escape");
    const finding = page.locator("#host-1-rss-disabled");
    expect(await finding.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    const top = (await finding.boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(viewport.height);
    await page.context().close();
  });

  it("leave letters in the text alone, where F8 goes on", async () => {
    const page = await pasted();
    await page.getByLabel("Captured text").press("Control+End");
    await page.keyboard.type("npbg?");
    expect(await page.getByLabel("Captured text").inputValue()).toBe(`${CAPTURE}npbg?`);
    await page.keyboard.press("F8");
    await page.keyboard.press("F8");
    expect(await rule(page)).not.toBe("");
    await page.context().close();
  });

  it("pass over findings that a count hides", async () => {
    const page = await pasted();
    await page.locator("#show-warning").uncheck();
    await page.locator("h1").click();
    const seen = new Set<string | undefined>();
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press("n");
      seen.add(await page.evaluate(() => document.activeElement?.className));
    }
    expect([...seen].join(" ")).toContain("finding");
    expect([...seen].join(" ")).not.toContain("warning");
    await page.context().close();
  });

  it("are listed, and letters can be turned off", async () => {
    const page = await pasted();
    await page.keyboard.press("?");
    await page.getByText("next finding", { exact: true }).waitFor();
    expect(await obstacles(page)).toEqual([]);
    await page.getByLabel("Letters are keys").uncheck();
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    await page.keyboard.press("n");
    expect(await rule(page)).toBe("");
    await page.context().close();
  });

  it("go to a line by its number, and a button goes back", async () => {
    const page = await pasted();
    await page.keyboard.press("g");
    await page.keyboard.type("12");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    expect(await selected(page)).toBe(SCALING);
    await page.locator(".verdict .place").first().click();
    await page.getByRole("button", { name: "Back to the finding" }).click();
    expect(await page.evaluate(() => document.activeElement?.matches(".verdict .place"))).toBe(true);
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("the address of the page", () => {
  it("names a finding, which is gone to when it is read", async () => {
    const page = await pasted({ width: 1400, height: 500 }, "#host-1-rss-disabled");
    await page.waitForFunction(() => {
      const { top = -1 } = document.querySelector("#host-1-rss-disabled")?.getBoundingClientRect() ?? {};
      return top > 0 && top < 400;
    });
    await page.locator("#host-1-rss-disabled .permalink").click();
    expect(page.url()).toContain("#host-1-rss-disabled");
    expect(await page.title()).toBe("SRV01: chimneysweep");
    await page.context().close();
  });

  it("opens the host that a finding is in", async () => {
    const { page } = await openedPage(browser, address);
    const hosts = Array.from({ length: 12 }, (_, at) => CAPTURE.replace("SRV01", `SRV${at + 10}`)).join("\n");
    await page.getByLabel("Captured text").fill(hosts);
    await page.getByText("of 12 hosts").first().waitFor();
    expect(await page.locator("#host-12-rss-disabled").count()).toBe(0);
    await page.evaluate(() => {
      location.hash = "#host-12-rss-disabled";
    });
    await page.locator("#host-12-rss-disabled").waitFor();
    await page.context().close();
  });
});
