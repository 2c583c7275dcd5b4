import { resolve } from "node:path";
import type { BundleReports, FollowOptions } from "../batch/index.ts";
import { counted, printable } from "../reporters/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { oneOf, textOf } from "./option-values.ts";
import type { Terminal } from "./terminal.ts";

/** Formats that --reports can have; the first one is the usual one. */
const FORMATS = ["text", "html", "json"] as const satisfies readonly BundleReports["format"][];

/** Seconds between two outputs where nobody says how many: five minutes. */
const USUAL_EVERY = 300;

/** Seconds that a bundle has to stay as it is where nobody says how many. */
const USUAL_REST = 10;

/** Options that only mean something while bundles come. */
const FOLLOWING = ["every", "rest"];

/** Where each bundle gets a report of its own; undefined where nobody asked for it. */
export function bundleReportsOf(
  paths: readonly string[],
  given: OptionValues,
  { output }: AnalyzeSettings,
  { cwd }: Terminal,
): BundleReports | undefined {
  const name = textOf(given, "reports");
  if (name === undefined) {
    if (given.has("format")) {
      const why = "it writes text, HTML, CSV and JSON to -o DIR";
      throw new UsageError(`--format can't be used with batch (${why}), but for --reports DIR`);
    }
    return undefined;
  }
  const path = resolve(cwd, name);
  if (output !== undefined && path === resolve(cwd, output))
    throw new UsageError("--reports and --output need two directories");
  if (paths.some((one) => resolve(cwd, one) === path))
    throw new UsageError(`--reports ${name} is what is to be read; name another directory`);
  return { path, name, format: oneOf(given, "format", FORMATS) ?? "text" };
}

/** How bundles that come are taken; undefined where those that are there are all. */
export function followingOf(
  given: OptionValues,
  { messages, output }: AnalyzeSettings,
  { stderr }: Terminal,
): Pick<FollowOptions, "rest" | "every" | "renewed" | "unreadable"> | undefined {
  const numbers = {
    rest: secondsOf(given, "rest", 1) ?? USUAL_REST,
    every: secondsOf(given, "every", 60) ?? USUAL_EVERY,
  };
  if (given.get("follow") !== true) {
    const useless = FOLLOWING.find((name) => given.has(name));
    if (useless !== undefined) throw new UsageError(`--${useless} only goes with batch --follow`);
    return undefined;
  }
  if (given.has("fail-on")) throw new UsageError("--fail-on can't be used with --follow, which has no end to tell");
  const say = async (text: string) => {
    if (messages !== "none") await stderr.write(`${printable(text)}\n`);
  };
  let lost = "";
  return {
    ...numbers,
    async renewed({ bundles }) {
      const unread = bundles.filter(({ status }) => status === "failed" || status === "partial").length;
      const but = unread === 0 ? "" : `, ${unread} of them not read or not to the end`;
      await say(`Wrote ${(output ?? "").replace(/[\\/]+$/, "")}/: ${counted(bundles.length, "bundle")}${but}`);
    },
    async unreadable(name) {
      await say(name === undefined ? `${lost} can be read again` : `${name} can't be read: waiting for it`);
      lost = name ?? "";
    },
  };
}

/** A number of an option, in seconds. */
function secondsOf(given: OptionValues, name: string, unit: number): number | undefined {
  const text = textOf(given, name);
  if (text === undefined) return undefined;
  if (/^\d{1,5}(?:\.\d{1,3})?$/.test(text) && Number(text) > 0) return Number(text) * unit;
  throw new UsageError(`--${name} ${text}: expects a number of ${unit === 60 ? "minutes" : "seconds"}, more than 0`);
}
