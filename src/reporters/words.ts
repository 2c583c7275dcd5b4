import type { Refusal } from "../../grammar/forms/statistics/language.ts";
import type { ChimneyStatsState } from "../../grammar/kinds/chimney-stats.ts";
import { enUS } from "../../grammar/locales/en-US.ts";
import { type HeuristicKey, type SettingKey, settingKeys } from "../../grammar/locales/locale.ts";
import { windowsName } from "../facts/os-bands.ts";
import {
  type CaptureReport,
  type ExclusionReason,
  type Finding,
  type FindingKind,
  type Groups,
  type HostReport,
  type NotCountedReason,
  type Observation,
  type SettingReport,
  severities,
} from "../report/index.ts";
import { counted } from "./figures.ts";

/** Why a row is no eligible connection, in words. */
export const excludedWords: { readonly [K in ExclusionReason]: string } = {
  noConnection: "no connection: LISTENING, BOUND, CLOSED or DELETE_TCB",
  setup: "being set up: SYN_SENT or SYN_RECEIVED",
  timeWait: "already closed (TIME_WAIT)",
  loopback: "loopback",
  sameHost: "both ends on this host",
  halfClosed: "half closed: FIN_WAIT_1, FIN_WAIT_2 or CLOSE_WAIT",
  closing: "closing: CLOSING or LAST_ACK",
  unknownState: "in an unknown state",
};

/** Why a row is in no ratio, in words. */
export const notCountedWords: { readonly [K in NotCountedReason]: string } = {
  notTcp: "UDP, which is never offloaded this way",
  unknownOffload: "without a known offload state",
  duplicate: "in the table a second time",
};

/** What connections are grouped by. */
export const groupTitles: { readonly [K in keyof Groups]: string } = {
  byServicePort: "By service port",
  byForeignAddress: "By foreign address",
  byLocalAddress: "By local address",
  byProcess: "By process",
};

/** What is odd about a row that is worth a look. */
export const observedWords: { readonly [K in Observation["kind"]]: string } = {
  ineligibleStateOffloaded: "a connection in this state should be in the host",
  loopbackOffloaded: "both its ends are on this host, so it should be in the host",
  sameHostSuspected: "both ends may be on this host, because another row has the same two ports the other way round",
};

/** The title over the findings of a kind. */
export const findingTitles: { readonly [K in FindingKind]: string } = {
  fail: "Findings",
  review: "To review",
  notEvaluated: "Not checked",
  pass: "OK",
  notApplicable: "Not applicable to this version of Windows",
};

/** An option of ours that stands in for a capture. */
const DECLARATION = /^--context ([a-z0-9-]+) or --context no-/;

/** The settings in the order in which Microsoft's own troubleshooting reads them, then all others. */
export const settingsInOrder: readonly SettingKey[] = [
  ...new Set<SettingKey>(["chimneyOffload", "receiveSideScaling", "netDma", "directCacheAccess", ...settingKeys]),
];

const refusalWords: { readonly [K in Refusal]: string } = {
  commandNotFound: "this Windows does not have the command",
  requiresElevation: "the command has to be run as administrator (in an elevated prompt)",
  accessDenied: "access was denied; run the command as administrator (in an elevated prompt)",
};

/** What the answer of `show chimneystats` is, in words. */
export function chimneyStatsWords({ state = "unreadable", refusal }: CaptureReport): string {
  return refusal === undefined ? stateWords[state] : refusalWords[refusal];
}

const stateWords: { readonly [K in ChimneyStatsState]: string } = {
  disabledByAdministrator: "TCP Chimney was disabled by the administrator",
  table: "a table, shown as printed because no document explains its columns",
  list: "a list, shown as printed because no document explains its labels",
  notAvailable: "the command was refused, or this Windows does not have it",
  unreadable: "the answer could not be read",
};

/** How many findings there are of each severity, for one row of an overview. */
export function findingCounts({ findings }: HostReport): string {
  const counts = severities.flatMap((severity) => {
    const number = findings.filter((one) => one.kind === "fail" && one.severity === severity).length;
    return number === 0 ? [] : [counted(number, severity)];
  });
  return counts.join(", ");
}

/** The commands that supply what findings want for, each with the number of findings; the most wanted first. */
export function commandsOf(unchecked: readonly Finding[]): readonly (readonly [string, number])[] {
  return countsOf(unchecked.flatMap(({ supply }) => supply.filter((one) => !DECLARATION.test(one))));
}

/** The names of what may be declared instead of captured, the most wanted first. */
export function declarationsOf(unchecked: readonly Finding[]): readonly string[] {
  const names = unchecked.flatMap(({ supply }) => supply.flatMap((one) => DECLARATION.exec(one)?.[1] ?? []));
  return countsOf(names).map(([name]) => name);
}

/** The English name of a setting; undefined where no English Windows prints it. */
export function settingLabel(key: SettingKey | HeuristicKey): string | undefined {
  return englishLabels[key]?.[0];
}

const englishLabels: Readonly<Record<string, readonly string[] | undefined>> = { ...enUS.settings, ...enUS.heuristics };

/** What a line is called whose label is none of the settings: heuristics, and labels no language of ours knows. */
export function lineLabel({ setting, label }: SettingReport): string {
  return setting === null ? `${label} (not known)` : (settingLabel(setting) ?? label);
}

/** Each distinct text with how often it occurs, the most frequent first, then by the alphabet. */
function countsOf(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}

/** What is known of the version of Windows where only its floor is: behind a clause that says it is unknown. */
export function leastWindows({ osFloor }: Pick<HostReport, "osFloor">): string {
  return osFloor === undefined ? "" : `, but at least ${windowsName(osFloor.band)}`;
}
