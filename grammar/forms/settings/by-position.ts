import { localeOf } from "../../lexicon/phrases.ts";
import { locales } from "../../locales/index.ts";
import type { SettingKey } from "../../locales/locale.ts";
import type { SettingsLine } from "./lines.ts";
import type { PlacedTable, SettingsTable } from "./table.ts";
import { documentedValue, readValue } from "./values.ts";

const HEAD = ["receiveSideScaling", "chimneyOffload"] as const;
const DMA = ["netDma", "directCacheAccess"] as const;
const WINDOW = [
  "receiveWindowAutoTuning",
  "addOnCongestionControlProvider",
  "ecnCapability",
  "rfc1323Timestamps",
] as const;
const COALESCING = ["initialRto", "receiveSegmentCoalescing"] as const;
const RETRIES = ["nonSackRttResiliency", "maxSynRetransmissions"] as const;

/**
 * The rows of `show global` in the versions of Windows whose number of rows no other version has. Three versions have
 * thirteen rows, each with others, so thirteen rows say nothing.
 */
const versions: readonly (readonly SettingKey[])[] = [
  // Vista, Server 2008
  [...HEAD, ...WINDOW],
  // 7, Server 2008 R2
  [...HEAD, ...DMA, ...WINDOW],
  // 8, Server 2012
  [...HEAD, ...DMA, ...WINDOW, ...COALESCING],
  // 8, Server 2012 in other captures
  [...HEAD, ...DMA, ...WINDOW, ...COALESCING, ...RETRIES],
  // 10 from 2004 on, 11
  [
    "receiveSideScaling",
    ...WINDOW,
    ...COALESCING,
    ...RETRIES,
    "fastOpen",
    "fastOpenFallback",
    "hyStart",
    "proportionalRateReduction",
    "pacingProfile",
  ],
];

/**
 * Matches the labels that no known language has by their position. Refuses (undefined) unless the title says TCP, the
 * number of rows is that of one version only, every value is one that its position can have, every label that is known
 * agrees, and nothing in the table was left unread.
 */
export function placedByPosition(
  lines: readonly SettingsLine[],
  table: SettingsTable<SettingKey>,
): PlacedTable<SettingKey> | undefined {
  const { rows } = table;
  const keys = versions.find(({ length }) => length === rows.length);
  if (keys === undefined || table.labels.length === rows.length || !standsUnderTitle(lines, table)) return undefined;
  const placed = rows.flatMap((row, position) => {
    const key = keys[position];
    const fits =
      key !== undefined &&
      (row.key === null || row.key === key) &&
      readValue(row.text, (word) => documentedValue(key, word)).documented;
    return fits ? [{ ...row, key }] : [];
  });
  if (placed.length < rows.length) return undefined;
  const locale = table.labels.length * 2 >= rows.length ? localeOf([...table.titles, ...table.labels]) : null;
  const words = locales.find(({ tag }) => tag === locale);
  // A language whose word for the setting is known would have used it, so the row is another setting.
  const isRenamed = rows.some(({ key }, position) => {
    const at = keys[position];
    return key === null && at !== undefined && words?.settings[at] !== undefined;
  });
  return isRenamed ? undefined : { rows: placed, locale };
}

/** True when a title with "TCP", a rule and then rows without anything between them make up the table. */
function standsUnderTitle(lines: readonly SettingsLine[], { rows, classes }: SettingsTable<SettingKey>): boolean {
  const first = rows.at(0)?.ordinal ?? 0;
  const last = rows.at(-1)?.valueOrdinal ?? 0;
  const rule = lines.findIndex(({ shape }) => shape === "rule");
  const title = lines.slice(0, Math.max(0, rule)).findLast(({ shape }) => shape !== "blank");
  return (
    title?.shape === "text" &&
    /TCP/i.test(title.text) &&
    rule < first &&
    classes.slice(rule + 1, last + 1).every((found) => found === "record" || found === "blank")
  );
}
