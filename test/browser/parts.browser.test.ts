import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rollupOf } from "../../src/fleet/index.ts";
import { analyze, type Report } from "../../src/index.ts";
import { defaultCsvOptions, fleetHtml, plain, reporters } from "../../src/reporters/index.ts";
import { sample } from "../reporters/sample-report.ts";
import { chromiumPath, obstacles, openBrowser, openedPage } from "../support/browser.ts";
import { bundleEntryOf } from "../support/bundle-entries.ts";
import { packedIn, pageOf } from "../support/pages.ts";

/** The width of A4 between its margins, in pixels of a browser. */
const PAPER = 718;

/** The report of a capture as a page, with its rows in it. */
async function pageWithRows(content: string): Promise<string> {
  const options = { version: "", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  const { opening, connections, report: print } = await reporters.html.open(options);
  const pieces = [opening];
  const report = await analyze(content, { onConnections: (rows) => void pieces.push(...(connections?.(rows) ?? [])) });
  return [...pieces, ...print(report)].join("");
}

/** As many hosts as one likes, each with its own name. */
function ofHosts(count: number): Report {
  const hosts = Array.from({ length: count }, (_, at) => {
    const [host] = sample.hosts;
    if (host === undefined) throw new Error("The sample has a host.");
    return { ...host, host: `SRV${String(at + 1).padStart(3, "0")}` };
  });
  return { ...sample, hosts };
}

describe.skipIf(chromiumPath === undefined)("parts of pages in a browser", () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), "chimneysweep-parts-"));
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function opened(text: string, options: BrowserContextOptions = {}, hash = ""): Promise<Page> {
    const path = join(folder, "page.html");
    await writeFile(path, text);
    const { page } = await openedPage(browser, pathToFileURL(path).href + hash, options);
    return page;
  }

  const fleetOf = async (hosts: number) =>
    [
      ...(await fleetHtml(
        rollupOf(
          Array.from({ length: hosts }, (_, at) =>
            bundleEntryOf(`b${at}.zip`, [
              {
                host: `SRV${at}`,
                band: "2012",
                tables: [{ offloaded: at % 7, inHost: 10 }],
                failing: { warning: at % 3 === 0 ? ["rss-disabled"] : [] },
              },
            ]),
          ),
        ),
      )),
    ].join("");

  it("a group finds its rows in the table of rows", async () => {
    const row = (port: number, at: number) =>
      `  TCP    ${`192.0.2.10:${port}`.padEnd(23)}${`198.51.100.${at}:${50_000 + at}`.padEnd(23)}ESTABLISHED     InHost`;
    const heading = "  Proto  Local Address          Foreign Address        State           Offload State";
    const rows = [445, 445, 4450, 3260].map(row);
    const capture = `C:\\>hostname\nSRV01\n\nActive Connections\n\n${heading}\n\n${rows.join("\n")}\n`;
    const page = await opened(await pageWithRows(capture));
    await page.getByRole("button", { name: "445", exact: true }).click();
    await page.getByText("2 of 4 rows").waitFor();
    expect(await page.locator("[data-long-table] tbody tr").count()).toBe(2);
    await page.getByRole("button", { name: "198.51.100.3", exact: true }).click();
    await page.getByText("1 of 4 rows").waitFor();
    await page.context().close();
  });

  it("keys go from finding to finding", async () => {
    const page = await opened(await pageOf(sample));
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("n");
    const hasFocus = (at: number) =>
      page
        .locator(".verdict, .finding")
        .nth(at)
        .evaluate((stop) => stop === document.activeElement);
    expect(await hasFocus(2)).toBe(true);
    await page.keyboard.press("Shift+F8");
    await page.keyboard.press("p");
    expect(await hasFocus(0)).toBe(true);
    await page.context().close();
  });

  it("counts of findings hide and show them, without scripts too", async () => {
    const page = await opened(await pageOf(sample), { javaScriptEnabled: false });
    const errors = page.locator(".finding.error");
    expect(await errors.first().isVisible()).toBe(true);
    await page.locator("#show-error").uncheck();
    expect(await errors.first().isVisible()).toBe(false);
    expect(await page.locator(".finding.warning").first().isVisible()).toBe(true);
    await page.context().close();
  });

  it("a link to a finding opens the host that it is in", async () => {
    const text = await pageOf(ofHosts(12));
    const link =
      /<a class="permalink" href="(#host-12-[^"]+)"/.exec(packedIn(text).join().replaceAll("\\", ""))?.[1] ?? "";
    const page = await opened(text, {}, link);
    await page.locator(link).waitFor();
    expect(await page.locator(`${link} button.copy, ${link} .evidence`).count()).toBeGreaterThan(0);
    expect(await page.locator("#host-3-connections").count()).toBe(0);
    await page.locator("#host-3").click();
    await page.locator("#host-3-connections").waitFor();
    await page.context().close();
  });

  it("folded hosts are read without scripts as well", async () => {
    const page = await opened(await pageOf(ofHosts(12)), { javaScriptEnabled: false });
    const host = page.locator("section[aria-labelledby=host-12]");
    expect(await host.locator(".finding").first().isVisible()).toBe(false);
    await page.locator("#host-12").click();
    for (const part of [".statement", ".finding.error"]) {
      expect(await host.locator(part).first().isVisible(), part).toBe(true);
    }
    await page.context().close();
  });

  it("cited lines can be read in the reader's own few colours", async () => {
    const page = await opened(await pageOf(sample), { forcedColors: "active", bypassCSP: true });
    const colours = await page
      .locator(".evidence li.cited")
      .first()
      .evaluate((line) => {
        const code = line.querySelector("code") ?? line;
        return [getComputedStyle(code).color, getComputedStyle(line).backgroundColor];
      });
    expect(new Set(colours).size).toBe(2);
    expect(await obstacles(page, "of colour")).toEqual([]);
    await page.context().close();
  });

  it("200 hosts are few nodes until one is opened", async () => {
    const text = await pageOf(ofHosts(200));
    const page = await opened(text);
    expect(await page.locator("*").count()).toBeLessThan(30_000);
    await page.context().close();
  });

  it("all hosts of a fleet are searched and sorted, and few are nodes", async () => {
    const page = await opened(await fleetOf(2500));
    const rows = page.locator("[data-long-table] tbody tr");
    expect(await rows.count()).toBeLessThan(500);
    await page.locator("input[type=search]").fill("srv2499");
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining("SRV2499")]);
    await page.locator("input[type=search]").fill("");
    await page.locator("[data-long-table] th", { hasText: "Offloaded" }).locator("button").click();
    expect(await rows.first().innerText()).toContain("6 of 16");
    await page.locator("label", { hasText: "Worst" }).locator("select").selectOption("rss-disabled");
    expect(await page.locator("[role=status]").innerText()).toBe("834 of 2500 rows");
    await page.context().close();
  });

  it.each([
    ["a report", () => pageOf(sample)],
    ["a fleet", () => fleetOf(20)],
  ])("%s fits on paper, and within a window whose text is twice as large", async (_, textOf) => {
    const page = await opened(await textOf(), { viewport: { width: PAPER, height: 1000 } });
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1200);
    await page.context().close();
  });
});
