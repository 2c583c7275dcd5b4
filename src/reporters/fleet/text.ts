import { windowsName } from "../../facts/os-bands.ts";
import type { Fleet, FleetHost, Rollup } from "../../fleet/index.ts";
import { counted, NONE, percent } from "../figures.ts";
import { printable } from "../printable.ts";
import { type Paint, usuallyShown } from "../reporter.ts";
import { chimneyStates } from "../standing.ts";
import { findingLines } from "../text/findings.ts";
import { hostTableLines } from "../text/overview.ts";
import { openPage, type Page } from "../text/page.ts";
import { pageOfReport, sourceNames } from "../text/places.ts";
import { bundleLines, sameLines } from "./bundles.ts";
import { bandText, nameList } from "./names.ts";
import { ratioLines } from "./ratios.ts";
import { settingLines } from "./settings.ts";

/** Rules listed; the roll-up has them all. */
const MOST_RULES = 15;

/** Hosts that were captured before and after, listed. */
const MOST_PAIRS = 15;

/** A roll-up for people: how many bundles and hosts, what is offloaded, who is the odd one out, what to do. */
export async function fleetText(rollup: Rollup, columns: number, paint: Paint): Promise<string> {
  const { fleet, bundles, tool } = rollup;
  const names = sourceNames(bundles.map(({ name }) => name));
  const page = pageOfReport(await openPage(columns, paint), names);
  const below = names.folder === "" ? "" : `, bundles below ${printable(names.folder)}`;
  const lines = [
    paint.faint(`chimneysweep ${printable(tool.version)}${below}`),
    "",
    ...bundleLines(bundles, fleet, page),
    ...hostLines(bundles, page),
    ...windowsLines(fleet, page),
    ...ratioLines(fleet, page),
    ...findingLines(fleet, usuallyShown, page),
    ...settingLines(fleet, page),
    ...failingLines(fleet, page),
    ...phaseLines(fleet, page),
    ...sameLines(fleet, page),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The hosts of all bundles, the worst first. */
function hostLines(bundles: Rollup["bundles"], page: Page): readonly string[] {
  const hosts = bundles.flatMap(({ name, hosts: some }) => some.map((host): FleetHost => ({ ...host, bundle: name })));
  if (hosts.length === 0) return [];
  return ["", ...hostTableLines(hosts, page), "", ...page.paragraph(`${printable(chimneyStates(hosts))}.`, 0)];
}

function windowsLines({ windows }: Fleet, page: Page): readonly string[] {
  if (windows.length === 0) return [];
  const all = windows.map(({ band, hosts }) => `${bandText(band, windowsName)} on ${counted(hosts, "host")}`);
  return ["", ...page.paragraph(`${all.join(", ")}.`, 0)];
}

function failingLines({ failing }: Fleet, page: Page): readonly string[] {
  if (failing.length === 0) return [];
  const rows = failing
    .slice(0, MOST_RULES)
    .map(({ rule, severity, hosts }) => [counted(hosts.total, "host"), severity, printable(rule), nameList(hosts, 3)]);
  const more = failing.length - MOST_RULES;
  return [
    "",
    ...page.paragraph(page.paint.strong("Findings by number of hosts"), 0),
    ...page.table(rows, { indent: 2, align: "rlll" }),
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more rule")}`, 2) : []),
    ...page.paragraph("chimneysweep explain RULE says why and what to do; findings.csv has every finding.", 2),
  ];
}

function phaseLines({ phases }: Fleet, page: Page): readonly string[] {
  if (phases.total === 0) return [];
  const rows = phases.first
    .slice(0, MOST_PAIRS)
    .map(({ host, bundle, before, after }) => [
      nameList({ total: 1, first: [{ host, bundle }] }, 1),
      ...[before, after].flatMap(({ phase, eligible }) => [
        printable(phase),
        `${eligible.offloaded} of ${eligible.total}`,
        eligible.ratio === null ? NONE : percent(eligible.ratio, eligible.total),
      ]),
    ]);
  const more = phases.total - Math.min(phases.first.length, MOST_PAIRS);
  return [
    "",
    ...page.paragraph(page.paint.strong("Before and after"), 0),
    ...page.table(rows, { indent: 2, align: "llrrlrr" }),
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more host")}`, 2) : []),
  ];
}
