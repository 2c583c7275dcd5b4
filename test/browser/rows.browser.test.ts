import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, obstacles, openBrowser, openedPage } from "../support/browser.ts";
import { page as file } from "../support/built.ts";
import { pasteText } from "../support/pages-by-hand.ts";

const HEADING = "  Proto  Local Address          Foreign Address        State           Offload State";
const row = (at: number) => {
  const foreign = `198.51.100.${at % 250}:${40_000 + at}`.padEnd(22);
  return `  TCP    192.0.2.10:445         ${foreign} ${at % 5 === 0 ? "TIME_WAIT  " : "ESTABLISHED"}     ${at % 3 === 0 ? "Offloaded" : "InHost"}`;
};
const TABLE = ["Active Connections", "", HEADING, "", ...Array.from({ length: 1500 }, (_, at) => row(at)), ""].join(
  "\n",
);

const SETTINGS = "TCP Global Parameters\n-----------------\nChimney Offload State               : enabled\n";

const address = pathToFileURL(file).href;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath !== undefined) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function opened(text: string): Promise<Page> {
  const { page } = await openedPage(browser, address, { bypassCSP: true });
  await pasteText(page, text);
  await page.locator(".status.done").waitFor();
  return page;
}

describe.skipIf(chromiumPath === undefined)("the table of connections", () => {
  it("shows every row, sorted and chosen, and goes to the text and back", async () => {
    const page = await opened(TABLE);
    await page.getByText("Connections, row by row: 1500 rows").click();
    const grid = page.getByRole("region", { name: "Connections", exact: true });
    await grid.getByText("198.51.100.0:40000").waitFor();
    expect(await grid.locator("tr.row").count()).toBeLessThan(100);
    await grid.getByRole("button", { name: "Foreign" }).click();
    await grid.getByRole("button", { name: "Foreign" }).click();
    await grid.locator("tr.row").first().getByText("198.51.100.249:41499").waitFor();
    await page.getByLabel("State", { exact: true }).selectOption("TIME_WAIT");
    await page.getByText("300 of 1500 rows").waitFor();
    await page.getByLabel("Address or :port").fill(":40005");
    await page.getByText("1 of 1500 rows").waitFor();
    await grid.getByRole("button", { name: "10", exact: true }).click();
    const selected = await page
      .getByLabel("Captured text")
      .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(selected).toBe(row(5));
    await page.getByLabel("Address or :port").fill("");
    await page.getByText("300 of 1500 rows").waitFor();
    await grid.locator("tr.marked").waitFor();
    expect(await grid.locator("tr.marked").textContent()).toContain("198.51.100.5:40005");
    expect(await obstacles(page)).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("what the captures don't tell", () => {
  it("can be said beside the question, and is read with it", async () => {
    const page = await opened(SETTINGS);
    await page.getByLabel("Windows version").selectOption("2016");
    await page.locator(".said .host").getByText("Windows Server 2016").first().waitFor();
    await page.getByText("What the captures don't tell").click();
    await page.getByLabel("Host", { exact: true }).fill("SRV01");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "SRV01" }).waitFor();
    expect(await obstacles(page)).toEqual([]);
    await page.getByRole("button", { name: "Forget these" }).click();
    await page.getByRole("heading", { name: "Host not named" }).first().waitFor();
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("the offload column", () => {
  it("comes into view of the text when the bar beside it is moved", async () => {
    const page = await opened([HEADING, "", row(3), ""].join("\n"));
    await page.setViewportSize({ width: 1400, height: 800 });
    const hidden = () =>
      page.getByLabel("Captured text").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(await hidden()).toBeGreaterThan(0);
    const bar = page.getByRole("separator", { name: "Width of the text" });
    for (let step = 0; step < 5; step += 1) await bar.press("ArrowRight");
    expect(await bar.getAttribute("aria-valuenow")).toBe("75");
    expect(await hidden()).toBe(0);
    await page.context().close();
  });
});
