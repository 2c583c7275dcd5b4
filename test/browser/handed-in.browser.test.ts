import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cabinetOf } from "../support/archives/cabinet-builder.ts";
import { sevenZipOf } from "../support/archives/seven-zip-builder.ts";
import { tarOf } from "../support/archives/tar-builder.ts";
import { zipOf } from "../support/archives/zip-builder.ts";
import { chromiumPath, openBrowser, openedPage } from "../support/browser.ts";
import { page as file } from "../support/built.ts";
import { dropFiles } from "../support/pages-by-hand.ts";

const HEADING = "  Proto  Local Address          Foreign Address        State           Offload State";
const ROW = "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded";
const NETSTAT = ["Active Connections", "", HEADING, "", ROW, ""].join("\r\n");
const TYPED = "Chimney Offload State               : enabled";
const HOSTILE = `<img src=x onerror="document.title='taken'">.txt`;

const address = pathToFileURL(file).href;
let browser: Browser;
let folder = "";

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "handed-in-"));
  await mkdir(join(folder, "captures"));
  await mkdir(join(folder, "hollow"));
  await writeFile(join(folder, "captures/netstat.txt"), NETSTAT);
  await writeFile(join(folder, "netstat.txt"), NETSTAT);
  await writeFile(join(folder, "bundle.zip"), zipOf([{ name: "logs/netstat.txt", data: NETSTAT }]));
  await writeFile(join(folder, "secret.zip"), zipOf([{ name: "netstat.txt", data: NETSTAT, flags: 1 }]));
  await writeFile(join(folder, "hostile.zip"), zipOf([{ name: HOSTILE, data: NETSTAT }]));
  await writeFile(join(folder, "empty.txt"), "");
  await writeFile(join(folder, "cut.zip"), zipOf([{ name: "netstat.txt", data: NETSTAT }]).subarray(0, 60));
  const tar = await tarOf([{ name: "logs/netstat.txt", text: NETSTAT }]);
  await writeFile(join(folder, "bundle.tar"), tar);
  await writeFile(join(folder, "bundle.tar.gz"), gzipSync(tar));
  await writeFile(join(folder, "bundle.7z"), sevenZipOf([{ name: "logs/netstat.txt", text: NETSTAT }]));
  await writeFile(join(folder, "bundle.cab"), cabinetOf([{ name: "netstat.txt", text: NETSTAT }]));
  await writeFile(join(folder, "bundle.bz2"), Buffer.from("BZh91AY&SY"));
});
afterAll(async () => {
  await browser?.close();
  if (folder !== "") await rm(folder, { recursive: true });
});

const drop = (page: Page, names: readonly string[]) =>
  dropFiles(
    page,
    names.map((name) => join(folder, name)),
  );
const done = (page: Page) => page.locator(".status.done").waitFor();
const status = (page: Page) => page.locator(".status").textContent();
const typed = (page: Page) => page.getByLabel("Captured text").inputValue();

describe.skipIf(chromiumPath === undefined)("files", () => {
  it.each(["bundle.zip", "netstat.txt", "captures", "bundle.tar", "bundle.tar.gz", "bundle.7z", "bundle.cab"])(
    "are read when they are dropped: %s",
    async (name) => {
      const { page, faults } = await openedPage(browser, address);
      await drop(page, [name]);
      await done(page);
      expect(await status(page)).toBe("1 capture recognised, of 1 host.");
      const lines = page.locator(".texts .row").filter({ hasText: "198.51.100.7" });
      await lines.first().waitFor();
      expect(await lines.textContent()).toBe(ROW);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it("are read when they are chosen, beside what was typed, and can be removed again", async () => {
    const { page } = await openedPage(browser, address);
    await page.getByLabel("Captured text").fill(TYPED);
    await page.getByLabel("Choose files").setInputFiles([join(folder, "bundle.zip"), join(folder, "netstat.txt")]);
    await page.getByText("3 captures recognised").waitFor();
    await page.getByRole("tab", { name: "bundle.zip" }).click();
    await page.getByLabel("Remove bundle.zip").click();
    await page.getByText("2 captures recognised").waitFor();
    expect(await page.getByRole("tab").allTextContents()).toEqual(["paste", "netstat.txt"]);
    await page.getByRole("tab", { name: "paste" }).click();
    expect(await typed(page)).toBe(TYPED);
    await page.context().close();
  });

  it("with hostile names stay text", async () => {
    const { page, faults } = await openedPage(browser, address);
    await drop(page, ["hostile.zip"]);
    await done(page);
    expect(await page.title()).toBe("chimneysweep");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator(".said h2").allTextContents()).toContain(`Host not named (hostile.zip!${HOSTILE})`);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("what can't be read", () => {
  it.each([
    ["secret.zip", "secret.zip!netstat.txt: encrypted; unpack the archive with its password and drop the files"],
    ["cut.zip", "cut.zip: damaged or cut off"],
    ["bundle.bz2", "bundle.bz2: a bzip2 archive, which this page does not open"],
    ["empty.txt", "empty.txt: empty"],
    ["hollow", "hollow is a folder without files"],
  ])("is told, and nothing is lost: %s", async (name, message) => {
    const { page, faults } = await openedPage(browser, address);
    await page.getByLabel("Captured text").fill(TYPED);
    await done(page);
    await drop(page, [name]);
    await page.locator(".unread, .notices").getByText(message).waitFor();
    await done(page);
    expect(await typed(page)).toBe(TYPED);
    expect(await status(page)).toBe("1 capture recognised, of 1 host.");
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("50 MB of text", () => {
  it("are read while the page answers, and only a few of the lines are drawn", async () => {
    const { page, faults } = await openedPage(browser, address);
    await page.getByLabel("Captured text").fill(TYPED);
    await done(page);
    const events = await page.evaluateHandle(() => {
      const order: string[] = [];
      document.addEventListener("click", ({ target }) => order.push(`click ${(target as HTMLElement).textContent}`)); // only elements are clicked
      const watch = new MutationObserver(() => {
        const text = document.querySelector(".status")?.textContent ?? "";
        const word = text.startsWith("Reading") ? "reading" : text;
        if (order.at(-1) !== word) order.push(word);
      });
      watch.observe(document.querySelector(".said") ?? document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      return order;
    });
    await page.evaluate(
      ({ start, row }) => {
        const data = new DataTransfer();
        data.setData("text/plain", start + row.repeat(Math.ceil(50_000_000 / row.length)));
        const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        document.querySelector("textarea")?.dispatchEvent(paste);
      },
      { start: `${NETSTAT}`, row: `${ROW}\r\n` },
    );
    await page.getByText("Reading… ").waitFor();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.getByText("2 captures recognised").waitFor();
    const order = await events.jsonValue();
    const clicked = order.indexOf("click Dismiss");
    expect(order.slice(0, clicked)).toContain("reading");
    expect(order.slice(clicked)).toContain("reading");
    expect(order.at(-1)).toMatch(/^2 captures/);
    await page.getByRole("tab", { name: "long-paste" }).click();
    expect(await page.locator(".pane.lines .row").count()).toBeLessThan(400);
    await page.getByRole("tab", { name: "paste", exact: true }).click();
    expect(await typed(page)).toBe(TYPED);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
