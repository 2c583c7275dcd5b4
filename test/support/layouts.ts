import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import pixelmatch from "pixelmatch";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { root } from "./built.ts";

/** Pixels of the page that one of the picture stands for: letters become grey, boxes and columns stay. */
const COARSE = 8;

/** What colours may differ by. Most of a page is paper with a little grey, so it is little. */
const THRESHOLD = 0.03;

/** `LAYOUTS=new` takes what is there for right. */
const isTakenAnew = process.env["LAYOUTS"] === "new";

/** Opens an address so that its screenshots are coarse. */
export async function coarsePage(browser: Browser, address: string, width: number): Promise<Page> {
  const viewport = { width, height: 1000 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1 / COARSE, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(address);
  // The paste page is unpacked before it is drawn.
  await page.locator("main").waitFor();
  return page;
}

/** The share of the picture that is otherwise than in the stored one; 1 where it has another size. */
export async function differenceFrom(name: string, page: Page): Promise<number> {
  const path = join(root, "test/browser/layouts", `${name}.png`);
  const shot = await page.screenshot();
  if (isTakenAnew || !existsSync(path)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, shot);
  }
  const [now, stored] = [PNG.sync.read(shot), PNG.sync.read(await readFile(path))];
  const { width, height } = now;
  if (stored.width !== width || stored.height !== height) return 1;
  return (
    pixelmatch(stored.data, now.data, undefined, width, height, { threshold: THRESHOLD, includeAA: true }) /
    (width * height)
  );
}
