import type { BundleEntry, Fleet, Listed, ValueInBundle } from "../../fleet/index.ts";
import { counted, placeText } from "../figures.ts";
import { printable } from "../printable.ts";
import type { Page } from "../text/page.ts";
import { settingText } from "./names.ts";

/** Bundles named that are not whole; bundles.csv has all. */
const MOST_NAMED = 10;

/** Things named that are there twice. */
const MOST_SAME = 5;

/** Places named where a thing is there once more. */
const MOST_PLACES = 3;

/** How many bundles there were and what became of them; those that were not read whole by name. */
export function bundleLines(bundles: readonly BundleEntry[], fleet: Fleet, page: Page): readonly string[] {
  const { ok, partial, skipped, failed } = fleet.bundles;
  const counts = [
    [ok, "read"],
    [partial, "read in part"],
    [skipped, "without captures"],
    [failed, "not read"],
  ] as const;
  const what = counts.flatMap(([number, words]) => (number > 0 ? [`${number} ${words}`] : []));
  const unnamed = fleet.unnamedHosts === 0 ? "" : ` (${fleet.unnamedHosts} without a name)`;
  const head = `${counted(bundles.length, "bundle")}: ${what.join(", ") || "none"}. ${counted(fleet.hosts, "host")}${unnamed}.`;
  return [...page.paragraph(page.paint.strong(head), 0), ...unreadLines(bundles, page)];
}

function unreadLines(bundles: readonly BundleEntry[], page: Page): readonly string[] {
  const unread = bundles.filter(({ status }) => status === "failed" || status === "partial");
  const lines = unread
    .slice(0, MOST_NAMED)
    .flatMap(({ name, reason }) => page.paragraph(`${page.source(name)}: ${printable(reason ?? "")}`, 2));
  const more = unread.length - MOST_NAMED;
  return more > 0 ? [...lines, ...page.paragraph(`and ${counted(more, "more bundle")} in bundles.csv`, 2)] : lines;
}

/** What is there twice: it counts once, and whoever reads the numbers should know. */
export function sameLines(fleet: Fleet, page: Page): readonly string[] {
  const said = sameTexts(fleet);
  if (said.length === 0) return [];
  return [
    "",
    ...page.paragraph(page.paint.strong("Duplicates"), 0),
    ...said.flatMap((text) => page.paragraph(text, 2)),
  ];
}

/** The same as sentences. */
export function sameTexts({ sameBundles, sameTables, sameNames }: Fleet): readonly string[] {
  const bundles = sameBundles.first
    .slice(0, MOST_SAME)
    .map(
      ({ counted: one, others }) =>
        `${some(others.first.map(printable), others.total)} ${others.total === 1 ? "is" : "are"} ${printable(one)} again, which counts once.`,
    );
  const tables = sameTables.first.slice(0, MOST_SAME).map(
    ({ counted: one, others }) =>
      `The table at ${placeText(one)} also appears in ${some(
        others.first.map((place) => placeText(place)),
        others.total,
      )}; counted once.`,
  );
  const names = sameNames.first.slice(0, MOST_SAME).map(({ host, bundles, differing }) => {
    const settings = differing.map(({ setting, values }) => `${settingText(setting)} (${valuesText(values)})`);
    const change = settings.length === 0 ? "No setting differs." : `These settings differ: ${settings.join("; ")}.`;
    return `${printable(host)} occurs in ${bundles.total} bundles: one host at several times, or hosts of several owners. Each counts. ${change}`;
  });
  const left = [sameBundles, sameTables, sameNames].reduce((sum, { total }) => sum + Math.max(0, total - MOST_SAME), 0);
  return [...bundles, ...tables, ...names, ...(left > 0 ? [`and ${left} more in rollup.json`] : [])];
}

/** The values of a setting as they follow each other, each once in a row. */
function valuesText({ first }: Listed<ValueInBundle>): string {
  const values = first.filter(({ value }, at) => value !== first[at - 1]?.value);
  return some(
    values.map(({ value }) => printable(String(value))),
    values.length,
  );
}

function some(names: readonly string[], total: number): string {
  const told = names.slice(0, MOST_PLACES);
  return told.join(", ") + (total > told.length ? ` and ${total - told.length} more` : "");
}
