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

describe.skipIf(chromiumPath === undefined)("numbers and bars of the report", () => {
  const few = [
    ...["Active Connections", "", HEADING, ""],
    ...[445, 445, 445, 445, 445, 3260, 3260].map(
      (port, at) =>
        `  TCP    ${`192.0.2.10:${port}`.padEnd(23)}${`198.51.100.${at}:5001${at}`.padEnd(23)}ESTABLISHED     ${at % 2 === 0 ? "Offloaded" : "InHost"}`,
    ),
    "  TCP    192.0.2.10:3389        198.51.100.9:50016     TIME_WAIT       InHost",
    "",
  ].join("\n");
  const grid = (page: Page) => page.getByRole("region", { name: "Connections", exact: true });
  const shown = (page: Page) => page.locator(".all-connections [role=status]").innerText();

  it("show their rows, by button and by bar, and say which", async () => {
    const page = await opened(few);
    await page.getByRole("button", { name: "445", exact: true }).click();
    await page.getByText("Rows by service port: 445").waitFor();
    expect(await shown(page)).toBe("5 of 8 rows");
    await page.locator("g.in-host[data-rows*=byServicePort]").first().click();
    await page.getByText("Rows by service port: 445, in host").waitFor();
    expect(await shown(page)).toBe("2 of 8 rows");
    expect(await page.locator("g[data-marked=shown]").count()).toBe(1);
    await page.getByRole("button", { name: "All TCP rows" }).click();
    await page.getByText("Rows of TCP").waitFor();
    expect(await obstacles(page)).toEqual([]);
    await page.getByRole("button", { name: "Show all rows" }).click();
    await page.getByText("Rows of TCP").waitFor({ state: "detached" });
    expect(await shown(page)).toBe("8 rows");
    expect(await page.locator("[data-marked=shown]").count()).toBe(0);
    await page.context().close();
  });

  it("are marked for the row that is looked at in the text", async () => {
    const page = await opened(few);
    const editor = page.getByLabel("Captured text");
    await editor.press("Control+Home");
    for (let line = 1; line < 10; line += 1) await editor.press("ArrowDown");
    const marked = page.locator(".rows-link[data-marked=of-row]");
    await marked.getByText("3260", { exact: true }).waitFor();
    expect(await marked.allInnerTexts()).toEqual(
      expect.arrayContaining(["Eligible", "All TCP rows", "3260", "198.51.100.5"]),
    );
    expect(await marked.allInnerTexts()).not.toContain("445");
    await editor.press("Control+End");
    await editor.press("ArrowUp");
    await marked.getByText("1", { exact: true }).waitFor();
    expect(await marked.allInnerTexts()).not.toContain("Eligible");
    expect(await grid(page).count()).toBe(0);
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

describe.skipIf(chromiumPath === undefined)("what a verdict asks for", () => {
  it("is said by a button beside the question", async () => {
    const page = await opened(
      [SETTINGS.replace("disabled", "enabled"), HEADING, "", row(1), row(2), row(4), ""].join("\n"),
    );
    const asked = page.locator(".said .declared li").first();
    const feature = await asked.locator("code").innerText();
    await asked.getByRole("button", { name: "not in use" }).click();
    await page.getByText("What the captures don't tell (1 said)").waitFor();
    await page.getByText("What the captures don't tell (1 said)").click();
    const said = page.locator("label").filter({ has: page.locator("code", { hasText: new RegExp(`^${feature}$`) }) });
    expect(await said.locator("select").inputValue()).toBe("off");
    await page.waitForFunction(
      (name) =>
        ![...document.querySelectorAll(".said .verdict .declared code")].some(
          ({ textContent }) => textContent === name,
        ),
      feature,
    );
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
