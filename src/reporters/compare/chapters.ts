import type { Comparison, HostComparison, PairedBy, UnpairedHost } from "../../compare/index.ts";
import { counted, NONE, percent, placeText } from "../figures.ts";
import { ranks } from "../markdown/blocks.ts";
import { settingLabel } from "../words.ts";
import { connectionParts } from "./connections.ts";
import { findingParts } from "./findings.ts";
import { commonParts, overviewParts, worstComparedFirst } from "./overview.ts";
import { type Chapter, type Part, tableOf } from "./part.ts";
import { sharePart } from "./share.ts";
import { summaryPart } from "./summary.ts";

/** With more hosts than these, those without a change stand in the overview only. */
const FEW_HOSTS = 5;

/** Unpaired hosts named. */
const MOST_NAMED = 10;

/** Tables of a timeline listed, half of them of its beginning; JSON has more, and HTML draws them. */
const MOST_POINTS = 20;

const pairedWords: { readonly [K in PairedBy]: string } = {
  name: "",
  source: "",
  soleHost: "Either side has one host, and not both say which it is: they are taken for the same.",
  assumed: "The hosts have different names and are taken for the same (from --assume-same-host).",
};

/** All of a comparison that people read: what is compared, then host by host what is different. */
export function chaptersOf(comparison: Comparison, detail: "brief" | "full" = "full"): readonly Chapter[] {
  const { before, after, onlyBefore, onlyAfter, of, hosts } = comparison;
  const lone =
    of === "moments"
      ? onceText(onlyBefore)
      : [...onlyText(onlyBefore, before.label), ...onlyText(onlyAfter, after.label)];
  const unread = [...new Map([...before.unread, ...after.unread].map((one) => [one.name, one])).values()];
  const sentences = [
    ...(of === "moments"
      ? [`${before.label}, its first moment and its last`]
      : [`Before: ${sideText(before)}`, `After: ${sideText(after)}`]),
    ...lone,
    ...unread.map(({ name, reason }) => `Not read: ${name}: ${reason ?? "could not be read"}.`),
    ...(hosts.length === 0 ? ["There is nothing to compare."] : []),
  ];
  return [
    {
      title: "Comparison",
      parts: [
        { title: null, rank: ranks.verdict, sentences },
        ...overviewParts(comparison, (host) => host.host ?? `(${sourceOf(host)})`),
        ...commonParts(hosts),
      ],
      timeline: null,
    },
    ...toldOf(hosts, detail).map((host) => ({
      title: titleOf(host),
      parts: partsOf(host, of),
      timeline: host.timeline,
    })),
  ];
}

/** The hosts that have a chapter: of many those that changed, and in a brief text the worst of them. */
function toldOf(hosts: readonly HostComparison[], detail: "brief" | "full"): readonly HostComparison[] {
  const sorted = worstComparedFirst(hosts);
  if (hosts.length <= FEW_HOSTS) return sorted;
  const changed = sorted.filter(({ unchanged }) => !unchanged);
  return detail === "brief" ? changed.slice(0, 1) : changed;
}

function sourceOf({ moments }: HostComparison): string {
  return moments.after.table?.source ?? moments.before.table?.source ?? "no netstat table";
}

/** The host by its name, or by where its captures lie. */
export function titleOf(comparison: HostComparison): string {
  return comparison.host ?? `Host not named (${sourceOf(comparison)})`;
}

function partsOf(host: HostComparison, of: Comparison["of"]): readonly Part[] {
  const paired = pairedWords[host.pairedBy];
  if (host.common.length === 0) {
    const sentence = "The two have no kind of capture in common, so nothing can be compared.";
    return [{ title: null, rank: ranks.verdict, sentences: [sentence] }, ...captureParts(host)];
  }
  return [
    summaryPart(host, paired === "" ? [] : [paired]),
    ...verdictParts(host),
    sharePart(host, of),
    ...settingParts(host),
    ...connectionParts(host),
    ...findingParts(host),
    ...captureParts(host),
    ...timelineParts(host),
  ];
}

function sideText({ label, origin, hosts }: Comparison["before"]): string {
  return `${label}${origin === "report" ? ", an earlier report" : ""} (${counted(hosts, "host")})`;
}

function onlyText(hosts: readonly UnpairedHost[], label: string): readonly string[] {
  return hosts.length === 0 ? [] : [`Only in ${label}: ${namesOf(hosts)}.`];
}

function onceText(hosts: readonly UnpairedHost[]): readonly string[] {
  return hosts.length === 0 ? [] : [`Captured only once, so not compared: ${namesOf(hosts)}.`];
}

function namesOf(hosts: readonly UnpairedHost[]): string {
  const names = hosts.slice(0, MOST_NAMED).map(({ host, source }) => host ?? source ?? "a host without a name");
  const more = hosts.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function verdictParts({ verdict: { before, after } }: HostComparison): readonly Part[] {
  if (before === null && after === null) return [];
  const isSame = before?.statement === after?.statement;
  const sentences = isSame
    ? [after?.statement ?? ""]
    : [`Before: ${before?.statement ?? NONE}`, `After: ${after?.statement ?? NONE}`];
  const title = isSame ? "Verdict, the same as before" : "Verdict";
  const verdicts = [...new Set([before?.code, after?.code])].filter((code) => code !== undefined);
  return [{ title, verdicts, rank: ranks.verdict, sentences }];
}

function settingParts({ settings, features, os }: HostComparison): readonly Part[] {
  const rows = [
    ...(os.before === os.after ? [] : [["Windows", os.before ?? NONE, os.after ?? NONE, ""]]),
    ...settings.map(({ setting, before, after }) => [
      settingLabel(setting) ?? setting,
      before === null ? "not captured" : String(before.value),
      after === null ? "not captured" : String(after.value),
      [before?.at, after?.at].flatMap((place) => (place ? [placeText(place)] : [])).join(" → "),
    ]),
    ...features.map(({ feature, before, after }) => [feature, before ?? "not known", after ?? "not known", ""]),
  ];
  if (rows.length === 0) return [];
  const explained = new Map(settings.map(({ setting }) => [settingLabel(setting) ?? setting, setting]));
  const table = tableOf(["Setting", "Before", "After", "Lines"], "llll", rows, explained);
  return [{ title: "Settings", rank: ranks.error, sentences: [], ...table }];
}

function captureParts({ captures }: HostComparison): readonly Part[] {
  if (captures.length === 0) return [];
  const gone = captures.filter(({ after }) => after === 0).map(({ kind }) => kind);
  const come = captures.filter(({ before }) => before === 0).map(({ kind }) => kind);
  const sentences = [
    ...(gone.length === 0 ? [] : [`Only before: ${gone.join(", ")}.`]),
    ...(come.length === 0 ? [] : [`Only after: ${come.join(", ")}.`]),
  ];
  return [{ title: "Captures", rank: ranks.unread, sentences }];
}

function timelineParts({ timeline }: HostComparison): readonly Part[] {
  if (timeline === null) return [];
  const { points, tables, order, settings } = timeline;
  const half = MOST_POINTS / 2;
  const listed = points.length <= MOST_POINTS ? points : [...points.slice(0, half), ...points.slice(-half)];
  const isOneSource = listed.every(({ source }) => source === listed[0]?.source);
  const rows = listed.map((point) => {
    const when = [point.time, point.phase].filter((part) => part !== null).join(" ");
    return [
      when || NONE,
      `${point.offloaded} of ${point.total}`,
      percent(point.ratio, point.total),
      isOneSource ? String(point.line) : `${fileOf(point.source)}:${point.line}`,
    ];
  });
  const sentences = [
    `${counted(tables, "netstat table")}, ${order === "time" ? "by their times" : "as they were read"}.`,
    ...(tables > listed.length ? [`${tables - listed.length} of them in between are not listed here.`] : []),
    ...settings.map(({ setting, before, after, time, phase, ...place }) => {
      return `${settingLabel(setting) ?? setting}: ${before} → ${after} at ${time ?? phase ?? "a later moment"} (${placeText(place)}).`;
    }),
  ];
  const table = tableOf(["When", "Offloaded", "Share", isOneSource ? "Line" : "Table"], "lrrl", rows);
  return [{ title: "Timeline", rank: ranks.figures, sentences, ...table }];
}

/** The name of a file without its folders and archives: what tells the tables of one bundle apart. */
function fileOf(source: string): string {
  return /[^/!]{0,200}$/.exec(source)?.[0] ?? source;
}
