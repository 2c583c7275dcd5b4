import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyze, capturedSide, compareSides } from "../../src/index.ts";
import { comparisonReporters, defaultCsvOptions, plain } from "../../src/reporters/index.ts";
import { chromiumPath, obstacles, openBrowser, openedPage } from "../support/browser.ts";
import { page as file } from "../support/built.ts";

const captured = (chimney: string, offloaded: number) => `C:\\>ver

Microsoft Windows [Version 6.1.7601]

C:\\>netsh int tcp show global

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${chimney}
Chimney Offload State               : ${chimney}

C:\\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${[1, 2, 3, 4, 5, 6].map((at) => `  TCP    192.0.2.10:445         198.51.100.${at}:50012     ESTABLISHED     ${at <= offloaded ? "Offloaded" : "InHost"}`).join("\n")}
`;
const BEFORE = captured("disabled", 0);
const AFTER = captured("enabled", 4);

const address = pathToFileURL(file).href;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath !== undefined) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const comparison = (page: Page) => page.getByRole("region", { name: "What is compared" });

async function pasted(text: string): Promise<Page> {
  const permissions = ["clipboard-read", "clipboard-write"];
  const { page } = await openedPage(browser, address, { bypassCSP: true, acceptDownloads: true, permissions });
  await page.getByLabel("Captured text").fill(text);
  await page.locator(".status.done").waitFor();
  return page;
}

/** What the library says of the two texts. */
async function expected(): Promise<string> {
  const side = (name: string, content: string) => capturedSide(name, (along) => analyze([{ name, content }], along));
  const compared = compareSides(await side("paste", BEFORE), await side("paste 2", AFTER));
  const pieces: string[] = [];
  const options = { columns: 80, paint: plain, csv: defaultCsvOptions };
  for await (const piece of comparisonReporters.json.render(compared, options)) pieces.push(piece);
  return pieces.join("");
}

describe.skipIf(chromiumPath === undefined)("a comparison in the page", () => {
  it("is offered for what is pasted over a text, and says what the library says", async () => {
    const page = await pasted(BEFORE);
    await page.evaluate((text) => navigator.clipboard.writeText(text), AFTER);
    await page.getByLabel("Captured text").press("Control+a");
    await page.keyboard.press("Control+v");
    await page.getByRole("button", { name: "Compare the two" }).click();
    await comparison(page).getByText("Chimney Offload State").waitFor();
    expect(await page.getByRole("tab").allTextContents()).toEqual(["paste", "paste 2"]);
    expect(await comparison(page).innerText()).toContain("0 of 6 offloaded");
    const button = page.getByRole("button", { name: "Download comparison.json" });
    const [handed] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(await readFile(await handed.path(), "utf8")).toBe(await expected());
    expect(await obstacles(page)).toEqual([]);
    await page.context().close();
  });

  it("is of any two tabs, either way, follows what is typed, and goes", async () => {
    const page = await pasted(BEFORE);
    await page.getByRole("button", { name: "Another host" }).click();
    await page.getByLabel("Captured text").fill(AFTER);
    await page.getByText("6 captures recognised").waitFor();
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await comparison(page).getByText("disabled", { exact: true }).first().waitFor();
    const rows = comparison(page).locator("tr", { hasText: "Chimney Offload State" });
    expect(await rows.locator("td").first().innerText()).toBe("disabled");
    await page.getByRole("button", { name: "Swap" }).click();
    await rows.locator("td").first().getByText("enabled").waitFor();
    await page.getByLabel("Captured text").fill(AFTER.replaceAll("enabled", "automatic"));
    await rows.locator("td").first().getByText("automatic").waitFor();
    await page.getByRole("button", { name: "Close the comparison" }).click();
    expect(await comparison(page).count()).toBe(0);
    await page.context().close();
  });

  it("is of the moments of one text that holds two", async () => {
    const page = await pasted(BEFORE + AFTER);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await comparison(page).getByText("paste, its first moment and its last").waitFor();
    await comparison(page).getByText("0 of 6 offloaded").first().waitFor();
    await page.context().close();
  });

  it("pairs hosts of two names when somebody says so", async () => {
    const named = (name: string, text: string) => `C:\\>hostname\n${name}\n\n${text}`;
    const page = await pasted(named("SRV01", BEFORE));
    await page.getByRole("button", { name: "Another host" }).click();
    await page.getByLabel("Captured text").fill(named("SRV02", AFTER));
    await page.getByText("6 captures recognised, of 2 hosts.").waitFor();
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await comparison(page).getByText("There is nothing to compare.").waitFor();
    await page.getByRole("button", { name: "They are the same server: compare them" }).click();
    await comparison(page).getByRole("cell", { name: "enabled" }).first().waitFor();
    await page.context().close();
  });

  it("explains its rules, settings and words", async () => {
    const page = await pasted(BEFORE + AFTER);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await comparison(page).getByRole("button", { name: "Chimney Offload State" }).click();
    await page.locator(".explanation:popover-open").getByText("On each Windows").waitFor();
    await page.keyboard.press("Escape");
    await comparison(page).getByRole("button", { name: "rss-disabled" }).first().click();
    await page.locator(".explanation:popover-open").getByText("Why", { exact: true }).waitFor();
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("explanations in the page", () => {
  it("open from verdict, rule, setting and heading, and are made when they open", async () => {
    const page = await pasted(BEFORE);
    expect(await page.locator(".explanation h5").count()).toBe(0);
    for (const [button, words] of [
      [page.locator(".verdict button.explain"), "What it says"],
      [page.locator(".finding").getByRole("button", { name: "rss-disabled" }), "What to do"],
      [page.locator("#host-1-settings ~ div").getByRole("button", { name: "Chimney Offload State" }), "What it is"],
      [page.getByRole("button", { name: "95 % interval" }), "What it means"],
    ] as const) {
      await button.first().click();
      await page.locator(".explanation:popover-open").getByText(words, { exact: true }).waitFor();
      await page.keyboard.press("Escape");
    }
    expect(await obstacles(page)).toEqual([]);
    await page.context().close();
  });
});
