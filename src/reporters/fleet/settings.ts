import { windowsName } from "../../facts/os-bands.ts";
import type { Fleet, SettingSpread } from "../../fleet/index.ts";
import { counted } from "../figures.ts";
import { printable } from "../printable.ts";
import type { Page } from "../text/page.ts";
import { bandText, nameList, settingText } from "./names.ts";

/** Settings listed that differ; the roll-up has them all. */
const MOST_SETTINGS = 20;

/** Names of hosts that differ, in one sentence. */
const MOST_NAMES = 5;

/** Values told of one setting, the most frequent ones. */
const MOST_VALUES = 5;

/**
 * The settings in which hosts with one version of Windows differ: the odd ones out by name where it is clear who they are.
 * Hosts whose version nothing tells are not compared: what is usual on one is odd on another.
 */
export function settingLines({ settings }: Fleet, page: Page): readonly string[] {
  const differing = settings.filter(({ band, values }) => band !== "unknown" && values.length > 1);
  if (differing.length === 0) return [];
  const more = differing.length - MOST_SETTINGS;
  return [
    "",
    ...page.paragraph(page.paint.strong("Settings that differ between hosts with the same Windows"), 0),
    ...differing.slice(0, MOST_SETTINGS).flatMap((spread) => page.paragraph(spreadText(spread), 2)),
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more setting")} in rollup.json`, 2) : []),
  ];
}

/** "Receive-Side Scaling State, Windows Server 2016: 37 of 40 have enabled; these 3 differ: SRV07, SRV08, SRV09 disabled." */
export function spreadText({ setting, band, hosts: all, values, usual, notCaptured }: SettingSpread): string {
  const shown = all - notCaptured.total;
  const subject = `${settingText(setting)}, ${bandText(band, windowsName)}`;
  const missing = notCaptured.total === 0 ? "" : ` Not captured on ${counted(notCaptured.total, "host")}.`;
  const told = values.slice(0, MOST_VALUES);
  const left = told.reduce((sum, { hosts }) => sum - hosts.total, shown);
  const others = left === 0 ? [] : [`${left} other values`];
  if (usual === null) {
    const each = told.map(
      ({ value, hosts }) => `${hosts.total} ${printable(String(value))} (${nameList(hosts, MOST_NAMES)})`,
    );
    return `${subject}, ${counted(shown, "host")}: ${[...each, ...others].join("; ")}.${missing}`;
  }
  const most = values.find(({ value }) => value === usual)?.hosts.total ?? 0;
  const odd = told
    .filter(({ value }) => value !== usual)
    .map(({ value, hosts }) => `${nameList(hosts, MOST_NAMES)} ${printable(String(value))}`);
  const differ = shown - most === 1 ? "this one differs" : `these ${shown - most} differ`;
  return `${subject}: ${most} of ${counted(shown, "host")} have ${printable(String(usual))}; ${differ}: ${[...odd, ...others].join("; ")}.${missing}`;
}
