import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";
import type { TableName } from "../../src/report/tables/index.ts";
import { VERSION } from "../../src/report/version.ts";
import { defaultCsvOptions, plain, type ReporterName, reporters } from "../../src/reporters/index.ts";
import { chromiumPath, type OpenedPage, obstacles, openBrowser, openedPage } from "../support/browser.ts";
import { page as file } from "../support/built.ts";
import { type Served, served } from "../support/served.ts";

const CAPTURE = `C:\\>ver

Microsoft Windows [Version 6.1.7601]

C:\\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : disabled
Chimney Offload State               : automatic

C:\\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50014     ESTABLISHED     Offloaded
`;

let browser: Browser;
let server: Served;
const addresses = { disk: pathToFileURL(file).href, served: "" };

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [browser, server] = await Promise.all([openBrowser(), served()]);
  addresses.served = server.address;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const text = (page: Page) => page.getByLabel("Captured text");

/** The page with the capture pasted and read. */
async function read(opened: OpenedPage, capture = CAPTURE): Promise<Page> {
  const { page } = opened;
  await text(page).fill(capture);
  await page.locator(".status.done").waitFor();
  return page;
}

/** What the library makes of the same text. */
async function expected(format: ReporterName, table: TableName = "connections"): Promise<string> {
  const options = { version: VERSION, columns: 80, paint: plain, table, csv: defaultCsvOptions };
  const rendering = await reporters[format].open(options);
  const pieces = [rendering.opening];
  const report = await analyze(CAPTURE, {
    onConnections: (rows) => void pieces.push(...(rendering.connections?.(rows) ?? [])),
  });
  return [...pieces, ...rendering.report(report)].join("");
}

/** The text of a file that the page hands out. */
async function download(page: Page, title: string): Promise<{ readonly name: string; readonly text: string }> {
  await page.getByLabel("File:").selectOption(title);
  const [handed] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  return { name: handed.suggestedFilename(), text: await readFile(await handed.path(), "utf8") };
}

describe.skipIf(chromiumPath === undefined).each(["disk", "served"] as const)("the page from %s", (from) => {
  it("reads what is pasted, and asks nobody for anything", async () => {
    const opened = await openedPage(browser, addresses[from]);
    const page = await read(opened);
    expect(await page.locator(".status").textContent()).toBe("3 captures recognised, of 1 host.");
    expect(await page.locator(".verdict .statement").textContent()).toContain("1 of 2 eligible connections");
    expect(await page.locator(".finding").first().textContent()).toContain("Receive-Side Scaling is disabled");
    expect(opened.requests.filter((address) => !address.startsWith("blob:"))).toEqual([addresses[from]]);
    expect(opened.faults).toEqual([]);
    await page.context().close();
  });

  it("says what became of each line", async () => {
    const opened = await openedPage(browser, addresses[from]);
    const page = await read(opened);
    const letters = await page.locator(".pane .gutter .letter").allTextContents();
    expect(letters.join("")).toBe("PRPMHHRRPHHRR");
    await page.context().close();
  });

  it("hands out what the library writes", async () => {
    const page = await read(await openedPage(browser, addresses[from], { acceptDownloads: true }));
    expect(await download(page, "JSON")).toEqual({ name: "report.json", text: await expected("json") });
    expect(await download(page, "HTML")).toEqual({ name: "chimneysweep.html", text: await expected("html") });
    for (const table of ["connections", "settings", "findings"] as const) {
      const wanted = { name: `${table}.csv`, text: await expected("csv", table) };
      expect(await download(page, `CSV: ${table}`)).toEqual(wanted);
    }
    await page.context().close();
  });

  it("copies the report for a ticket", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const page = await read(await openedPage(browser, addresses[from], { permissions }));
    await page.getByRole("button", { name: "Copy as Markdown" }).click();
    await page.getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await expected("markdown"));
    await page.context().close();
  });

  it("can't connect to anything", async () => {
    let asked = 0;
    const somebody = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => somebody.listen(0, "127.0.0.1", resolve));
    const { port } = somebody.address() as AddressInfo; // it listens at a port, not at a path
    const { page } = await openedPage(browser, addresses[from]);
    const outcome = await page.evaluate(async (address) => {
      const image = new Image();
      const shown = new Promise((resolve) => {
        image.onload = () => resolve("loaded");
        image.onerror = () => resolve("refused");
      });
      image.src = `${address}/x.png`;
      const fetched = fetch(address, { mode: "no-cors" }).then(
        () => "fetched",
        () => "refused",
      );
      return [await shown, await fetched];
    }, `http://127.0.0.1:${port}`);
    expect(outcome).toEqual(["refused", "refused"]);
    expect(asked).toBe(0);
    await page.context().close();
    somebody.close();
  });
});

describe.skipIf(chromiumPath === undefined)("somebody", () => {
  it("sees the lines of a finding in the text", async () => {
    const page = await read(await openedPage(browser, addresses.disk));
    await page.locator(".finding").filter({ hasText: "Receive-Side Scaling" }).locator("button.place").first().click();
    const selected = await text(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toBe("Receive-Side Scaling State          : disabled");
    expect(await page.locator(".row.marked .number").allTextContents()).toEqual(["10"]);
    await page.context().close();
  });

  it("does it all with the keyboard", async () => {
    const { page } = await openedPage(browser, addresses.disk);
    for (const stop of ["Keys", "Choose files…", "Choose a folder…", "paste"]) {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe(stop);
    }
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(CAPTURE);
    await page.locator(".status.done").waitFor();
    const reached: string[] = [];
    for (let step = 0; step < 40 && !reached.at(-1)?.startsWith("paste:"); step += 1) {
      await page.keyboard.press("Tab");
      reached.push(await focused(page));
    }
    expect(reached).toEqual(expect.arrayContaining(["Copy as Markdown", "Download"]));
    expect(reached.at(-1)).toMatch(/^paste:\d+$/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    await page.context().close();
  });

  it("meets no obstacle, light or dark, in a wide window or a narrow one", async () => {
    const viewport = { width: 1400, height: 900 };
    const opened = await openedPage(browser, addresses.disk, { colorScheme: "light", viewport, bypassCSP: true });
    const page = await read(opened);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await obstacles(page)).toEqual([]);
    expect(await paper()).toBe("rgb(255, 255, 255)");
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await obstacles(page, "of colour")).toEqual([]);
    expect(await paper()).toBe("rgb(21, 23, 27)");
    await page.setViewportSize({ width: 400, height: 900 });
    expect(await obstacles(page)).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}
