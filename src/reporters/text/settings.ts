import { settingKeys } from "../../../grammar/locales/locale.ts";
import type { CaptureReport, HostReport } from "../../report/index.ts";
import { printable } from "../printable.ts";
import { lineLabel, settingLabel, settingsInOrder } from "../words.ts";
import type { Page } from "./page.ts";

/** From this many lines on, a listing of `show global` is whole: the shortest one Windows prints has so many. */
const WHOLE_LISTING = 6;

const SETTINGS_KINDS: readonly CaptureReport["kind"][] = [
  "tcpGlobal",
  "tcpHeuristics",
  "netOffloadGlobalSetting",
  "sqlCheck",
];

const CAPTURE = "    netsh int tcp show global";

/** The settings of a host (none of Server 2003, whose netsh has no such command), Chimney first, by their English names whatever the language they were printed in. */
export function settingLines(host: HostReport, page: Page): readonly string[] {
  const captures = host.captures.filter(({ kind }) => SETTINGS_KINDS.includes(kind));
  if (host.settings.length === 0) {
    if (host.os?.band === "2003") return [];
    return ["", ...page.paragraph("No settings were found here. Capture them:", 2), CAPTURE];
  }
  const places = captures.map((capture) => page.place(capture, capture.endLine)).join(", ");
  return [
    "",
    ...page.paragraph(`Settings${places === "" ? "" : page.paint.faint(` (${places})`)}`, 2),
    ...page.table([...knownRows(host, page), ...otherRows(host)], { indent: 4, align: "ll" }),
    ...missingChimneyLines(host, captures, page),
  ];
}

function knownRows({ summary, settings }: HostReport, page: Page): readonly (readonly string[])[] {
  return settingsInOrder.flatMap((key) => {
    const value = summary.settings[key];
    if (value === undefined) return [];
    const printed = settings.filter(({ setting }) => setting === key);
    const label = settingLabel(key) ?? printed.at(-1)?.label ?? key;
    const others = printed.filter((line) => line.value !== value).map((line) => `${line.value} in ${page.place(line)}`);
    const text = others.length === 0 ? String(value) : `${value} (elsewhere: ${others.join(", ")})`;
    return [[printable(label), printable(text)]];
  });
}

/** Lines whose label is none of the settings: heuristics, and labels no language of ours knows. */
function otherRows({ settings }: HostReport): readonly (readonly string[])[] {
  const known = new Set<string>(settingKeys);
  const others = settings.filter(({ setting }) => setting === null || !known.has(setting));
  return others.map((line) => [printable(lineLabel(line)), printable(String(line.value))]);
}

function missingChimneyLines(host: HostReport, captures: readonly CaptureReport[], page: Page): readonly string[] {
  const whole = captures.some(({ kind, records }) => kind === "tcpGlobal" && records >= WHOLE_LISTING);
  if (!whole || host.summary.settings.chimneyOffload !== undefined) return [];
  const name = settingLabel("chimneyOffload") ?? "Chimney";
  return page.paragraph(`${name} is not listed: Windows versions without TCP Chimney leave it out.`, 4);
}
