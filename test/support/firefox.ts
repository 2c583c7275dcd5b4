import { existsSync } from "node:fs";
import puppeteer, { type Browser } from "puppeteer-core";

/** Where Firefox is: as the environment says, or where Debian puts it. Undefined where there is none: its tests are skipped then. */
export const firefoxPath: string | undefined = [
  process.env["FIREFOX"],
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
].find((path) => path !== undefined && existsSync(path));

/** Starts Firefox as it is shipped, with a profile of its own, which goes when it is closed. */
export async function openFirefox(): Promise<Browser> {
  if (firefoxPath === undefined) throw new Error("There is no Firefox here.");
  // Nobody knows how busy the machine is: a test that hangs is stopped by its own limit.
  return puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath,
    headless: true,
    timeout: 0,
    protocolTimeout: 0,
  });
}
