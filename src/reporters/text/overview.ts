import type { FleetHost } from "../../findings/index.ts";
import { fleetHost, type Report } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { hostTable } from "../host-table.ts";
import { printable } from "../printable.ts";
import { chimneyStates, failingOnSeveral } from "../standing.ts";
import type { Page } from "./page.ts";

/** Rules listed that fail on several hosts. */
const MOST_RULES = 10;

/** Characters of a host's name in the table; of a longer one the end stays, which tells files of one folder apart. */
const LONGEST_NAME = 20;

/** Names of hosts behind a rule. */
const MOST_NAMES = 3;

/** The hosts of a report as they stand side by side. */
export function hostsOf(report: Report): readonly FleetHost[] {
  return report.hosts.map(fleetHost);
}

/** The first screen of several hosts: one line each, the worst first, and what they have in common. */
export function overviewLines(hosts: readonly FleetHost[], page: Page): readonly string[] {
  if (hosts.length < 2) return [];
  return ["", ...hostTableLines(hosts, page), ...commonLines(hosts, page)];
}

/** One line a host, the worst first; a line that is wider than the page is cut. */
export function hostTableLines(hosts: readonly FleetHost[], page: Page): readonly string[] {
  const { heading, rows, align, left } = hostTable(hosts, (host) => nameOf(host, page));
  return [
    ...page.rows([heading, ...rows.map((row) => row.map(printable))], align),
    ...(left > 0 ? [`and ${counted(left, "more host")}, none of them worse`] : []),
  ];
}

/** What a host is called in a line: by its name, else by its file. */
export function nameOf({ host, tables, settings, bundle }: FleetHost, page: Page): string {
  if (host !== null) return shortened(printable(host));
  const [setting] = Object.values(settings);
  const source = tables[0]?.source ?? setting?.source ?? bundle;
  return source === null || source === undefined ? "(not named)" : `(${shortened(page.source(source))})`;
}

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `…${name.slice(1 - LONGEST_NAME)}`;
}

/** How Chimney is set, and which rules fail on several hosts. */
export function commonLines(hosts: readonly FleetHost[], page: Page): readonly string[] {
  const rules = failingOnSeveral(hosts);
  const rows = rules
    .slice(0, MOST_RULES)
    .map(({ rule, severity, hosts: some }) => [
      counted(some.length, "host"),
      severity,
      printable(rule),
      namesText(some, page),
    ]);
  const more = rules.length - rows.length;
  return [
    "",
    ...page.paragraph(`${counted(hosts.length, "host")}. ${printable(chimneyStates(hosts))}.`, 0),
    ...(rows.length === 0 ? [] : page.rows(rows, "rlll", 2)),
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more rule")}`, 2) : []),
  ];
}

function namesText(hosts: readonly FleetHost[], page: Page): string {
  const names = hosts.slice(0, MOST_NAMES).map((host) => nameOf(host, page));
  const more = hosts.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
