import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Where Chromium is: as the environment says, or where Debian puts it. Undefined where there is none: its tests are skipped then. */
export const chromiumPath: string | undefined = foundChromium();

/** A page that was opened, and what happened on it so far. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses of all that it asked for, the page itself first. */
  readonly requests: readonly string[];
  /** Errors and warnings on its console, exceptions, and whatever its policy refused. */
  readonly faults: readonly string[];
}

/** Options of Chromium that keep it from asking anybody anything, and let it run as root in a container. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium with a profile of its own, which goes when it is closed. */
export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error("There is no Chromium here.");
  return chromium.launch({ executablePath: chromiumPath, args: ARGUMENTS });
}

/** Opens an address in a window of its own, as a visitor without history. */
export async function openedPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  // Nobody knows how busy the machine is: a test that hangs is stopped by its own limit.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  await page.goto(address);
  // Our page unpacks itself before it is drawn; a report has no such place.
  await page.locator("#page > noscript").waitFor({ state: "detached" });
  return { page, requests, faults };
}

/**
 * Serious and critical obstacles that axe finds, as `rule: element`; those of colour alone where nothing else is new.
 * The page has to be opened with `bypassCSP`.
 */
export async function obstacles(page: Page, which: "all" | "of colour" = "all"): Promise<readonly string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
  const violations = await page.evaluate(async (which) => {
    // The script above puts it there.
    const { axe } = globalThis as unknown as { readonly axe: typeof import("axe-core") };
    const results = await axe.run(which === "all" ? {} : { runOnly: ["color-contrast", "link-in-text-block"] });
    return results.violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes.map((node) => node.html) }));
  }, which);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, html }) => html.map((element) => `${id}: ${element}`));
}

function foundChromium(): string | undefined {
  const path = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  if (existsSync(path)) return path;
  process.stderr.write(`No Chromium at ${path}: tests in a browser are skipped. CHROMIUM names one elsewhere.\n`);
  return undefined;
}
