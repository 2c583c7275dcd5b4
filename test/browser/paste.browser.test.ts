import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchFile } from "../../src/index.ts";
import { zipOf } from "../support/archives/zip-builder.ts";
import { chromiumPath, openBrowser, openedPage } from "../support/browser.ts";
import { page as file } from "../support/built.ts";
import { dropFiles, pasteText } from "../support/pages-by-hand.ts";

const SETTINGS = [
  "TCP Global Parameters",
  "----------------------------------------------",
  "Receive-Side Scaling State          : disabled",
  "Chimney Offload State               : automatic",
  "",
].join("\n");
const OTHER = SETTINGS.replace("disabled", "enabled").replace("automatic", "disabled");

const address = pathToFileURL(file).href;
let browser: Browser;
let folder = "";

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "paste-"));
  await writeFile(join(folder, "secret.zip"), zipOf([{ name: "netstat.txt", data: SETTINGS, flags: 1 }]));
  await writeFile(join(folder, "settings.txt"), SETTINGS);
});
afterAll(async () => {
  await browser?.close();
  if (folder !== "") await rm(folder, { recursive: true });
});

const editor = (page: Page) => page.getByLabel("Captured text");
const done = (page: Page) => page.locator(".status.done").waitFor();

async function pasted(text: string): Promise<Page> {
  const { page } = await openedPage(browser, address);
  await editor(page).fill(text);
  await done(page);
  return page;
}

describe.skipIf(chromiumPath === undefined)("the text that is typed", () => {
  it("stands where it is typed after a line was followed", async () => {
    const page = await pasted(SETTINGS);
    await page.locator(".verdict .place").first().click();
    await editor(page).press("Control+End");
    await page.keyboard.type("a\nb");
    expect(await editor(page).inputValue()).toBe(`${SETTINGS}a\nb`);
    await page.context().close();
  });

  it("can be pasted right after opening, wherever the focus is", async () => {
    const { page } = await openedPage(browser, address);
    await pasteText(page, SETTINGS);
    await done(page);
    expect(await editor(page).inputValue()).toBe(SETTINGS);
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("another server", () => {
  it("does not keep the verdict of the one before", async () => {
    const page = await pasted(SETTINGS);
    await editor(page).press("Control+a");
    await page.keyboard.insertText(OTHER);
    expect(await page.locator(".said .verdict").count()).toBe(0);
    await page.locator(".verdict").waitFor();
    await page.context().close();
  });

  it("has a tab of its own, and each can be cleared", async () => {
    const page = await pasted(SETTINGS);
    await page.getByRole("button", { name: "Another host" }).click();
    await page.getByLabel("Captured text").fill(OTHER);
    await page.getByText("2 captures recognised, of 2 hosts.").waitFor();
    expect(await page.getByRole("tab").allTextContents()).toEqual(["paste", "paste 2"]);
    await page.getByRole("tab", { name: "paste", exact: true }).click();
    expect(await editor(page).inputValue()).toBe(SETTINGS);
    await page.getByRole("button", { name: "Clear paste", exact: true }).click();
    await page.getByText("1 capture recognised, of 1 host.").waitFor();
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("a reload", () => {
  it("keeps what was handed in, asks before it, and forgets what was cleared", async () => {
    const page = await pasted(SETTINGS);
    await dropFiles(page, [join(folder, "settings.txt")]);
    await page.getByText("2 captures recognised").waitFor();
    await page.getByRole("tab", { name: "paste" }).click();
    await page.waitForFunction(() => sessionStorage.getItem("chimneysweep")?.includes("settings.txt"));
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    await page.getByText("2 captures recognised").waitFor();
    expect(asked).toEqual(["beforeunload"]);
    expect(await page.getByRole("tab").allTextContents()).toEqual(["paste", "settings.txt"]);
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.waitForFunction(() => sessionStorage.getItem("chimneysweep") === null);
    await page.reload();
    // The page unpacks its program first.
    await page.getByRole("tab").first().waitFor();
    expect(await page.getByRole("tab").allTextContents()).toEqual(["paste"]);
    expect(asked).toEqual(["beforeunload"]);
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("a file", () => {
  it("can be renamed and replaced in its tab", async () => {
    const { page } = await openedPage(browser, address);
    await dropFiles(page, [join(folder, "settings.txt")]);
    await done(page);
    await page.getByRole("button", { name: "Rename settings.txt" }).click();
    await page.getByLabel("Name:").fill("<b>SRV01</b>.txt");
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "<b>SRV01</b>.txt" }).waitFor();
    await page.locator(".said .place", { hasText: "SRV01" }).first().waitFor();
    await page.getByLabel("Replace…").setInputFiles(join(folder, "secret.zip"));
    await page.getByRole("tab", { name: "secret.zip" }).waitFor();
    await page.locator(".unread").waitFor();
    expect(await page.locator(".verdict").count()).toBe(0);
    await page.context().close();
  });

  it("that can't be shown has no link to its text", async () => {
    const page = await pasted(SETTINGS);
    await dropFiles(page, [join(folder, "secret.zip")]);
    await page.locator(".unread").waitFor();
    await page.locator(".diagnostics .place", { hasText: "secret.zip" }).first().waitFor();
    expect(await page.locator("button.place", { hasText: "secret.zip" }).count()).toBe(0);
    await page.context().close();
  });

  it("can be dropped below everything", async () => {
    const { page } = await openedPage(browser, address, { viewport: { width: 800, height: 2000 } });
    await dropFiles(page, [join(folder, "settings.txt")], { x: 600, y: 1990 });
    await done(page);
    expect(page.url()).toBe(address);
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("who comes for the first time", () => {
  it.each([
    ["a mail", "3 captures recognised, of 1 host."],
    ["before and after", "6 captures recognised, of 1 host."],
    ["a bundle", "4 captures recognised, of 1 host."],
  ])("can try %s", async (title, status) => {
    const { page, faults } = await openedPage(browser, address);
    await page.getByRole("button", { name: `Try ${title}` }).click();
    await done(page);
    expect(await page.locator(".status").textContent()).toBe(status);
    expect(await page.getByRole("button", { name: `Try ${title}` }).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("takes the commands and the capture script along", async () => {
    const { page } = await openedPage(browser, address, {
      acceptDownloads: true,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.getByRole("button", { name: "Copy the commands" }).click();
    await page.getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("netstat -nato");
    const button = page.getByRole("button", { name: "Download capture.cmd" });
    const [handed] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(await readFile(await handed.path(), "utf8")).toBe(batchFile());
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === undefined)("on paper", () => {
  it("stands what it says, and nothing to press", async () => {
    const page = await pasted(SETTINGS);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".verdict").isVisible()).toBe(true);
    for (const name of ["Download", "Choose files…", "Rename paste"]) {
      expect(await page.getByRole("button", { name }).isVisible()).toBe(false);
    }
    expect(await editor(page).isVisible()).toBe(false);
    await page.context().close();
  });
});
