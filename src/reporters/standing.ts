import type { Severity } from "../../grammar/contract/diagnostic.ts";
import type { FleetHost, VerdictCode } from "../findings/index.ts";
import { severities } from "../report/index.ts";
import { NONE } from "./figures.ts";
import { settingLabel } from "./words.ts";

/** A rule that fails on hosts, and on how many of them. */
export interface FailingOn {
  readonly rule: string;
  readonly severity: Severity;
  readonly hosts: readonly FleetHost[];
}

/** The answer in a few words, for a column; scripts get the code. */
const verdictWords: { readonly [V in VerdictCode]: string } = {
  contradiction: "contradictory",
  chimneyRemoved: "no Chimney",
  chimneyDisabled: "Chimney off",
  chimneyDisabledByStatistics: "Chimney off",
  adapterOff: "adapter off",
  uploadingOnly: "only uploading",
  blockedByFeature: "blocked",
  nothingCaptured: "not captured",
  settingUnknown: "setting unknown",
  lineMissing: "no Chimney line",
  lineMissingOnOlderWindows: "no Chimney line",
  tableMissing: "no table",
  columnMissing: "no -t column",
  rowsUnread: "rows unread",
  noneEligible: "none eligible",
  tooFew: "too few",
  automaticNothingOffloaded: "normal",
  portsExcluded: "ports excluded",
  enabledNothingOffloaded: "none offloaded",
  enabledUnexplained: "unexplained",
  worksOutsideTheShare: "works",
  partlyOffloadedAutomatic: "works",
  partlyOffloaded: "works",
  everythingOffloaded: "works",
};

/** What a verdict comes to at a glance: it works, it does not and that can be mended, more has to be captured, or neither. */
export type Tone = "good" | "bad" | "open" | "plain";

const verdictTones: { readonly [V in VerdictCode]: Tone } = {
  contradiction: "bad",
  chimneyRemoved: "plain",
  chimneyDisabled: "plain",
  chimneyDisabledByStatistics: "plain",
  adapterOff: "bad",
  uploadingOnly: "open",
  blockedByFeature: "bad",
  nothingCaptured: "open",
  settingUnknown: "open",
  lineMissing: "open",
  lineMissingOnOlderWindows: "open",
  tableMissing: "open",
  columnMissing: "open",
  rowsUnread: "open",
  noneEligible: "open",
  tooFew: "open",
  automaticNothingOffloaded: "plain",
  portsExcluded: "bad",
  enabledNothingOffloaded: "bad",
  enabledUnexplained: "bad",
  worksOutsideTheShare: "good",
  partlyOffloadedAutomatic: "good",
  partlyOffloaded: "good",
  everythingOffloaded: "good",
};

/** What a verdict comes to; of a code that a later version gave, nothing is claimed. */
export function verdictTone(code: string | null): Tone {
  const tones: Readonly<Record<string, Tone | undefined>> = verdictTones;
  return (code === null ? undefined : tones[code]) ?? "plain";
}

/** The verdict on a host in a few words. */
export function verdictText(code: string | null): string {
  const words: Readonly<Record<string, string | undefined>> = verdictWords;
  return code === null ? NONE : (words[code] ?? code);
}

/** Hosts from the worst to the best: by their errors, their warnings, then by whether something works; names decide between equals. */
export function worstFirst<H extends FleetHost>(hosts: readonly H[]): readonly H[] {
  const weighed = hosts.map((host) => ({
    host,
    weights: severities.map((severity) => host.failing[severity].length),
    key: nameKey(host),
  }));
  weighed.sort((a, b) => {
    const at = a.weights.findIndex((count, index) => count !== b.weights[index]);
    if (at >= 0) return (b.weights[at] ?? 0) - (a.weights[at] ?? 0);
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  });
  return weighed.map(({ host }) => host);
}

/** The worst thing that a rule found on a host; undefined where nothing fails. */
export function worstRule({ failing }: Pick<FleetHost, "failing">): { rule: string; severity: Severity } | undefined {
  for (const severity of severities) {
    const [rule] = failing[severity];
    if (rule !== undefined) return { rule, severity };
  }
  return undefined;
}

/** The rules that fail on several hosts, the worst first, then those of most hosts. */
export function failingOnSeveral(hosts: readonly FleetHost[]): readonly FailingOn[] {
  return severities.flatMap((severity) => {
    const rules = new Map<string, FleetHost[]>();
    for (const host of hosts) {
      for (const rule of host.failing[severity]) {
        const some = rules.get(rule);
        if (some === undefined) rules.set(rule, [host]);
        else some.push(host);
      }
    }
    return [...rules]
      .filter(([, some]) => some.length > 1)
      .map(([rule, some]) => ({ rule, severity, hosts: some }))
      .sort((a, b) => b.hosts.length - a.hosts.length || (a.rule < b.rule ? -1 : 1));
  });
}

/** "35 hosts: 20 automatic, 10 disabled, 5 not captured": the states that Chimney is in. */
export function chimneyStates(hosts: readonly FleetHost[]): string {
  const counts = new Map<string, number>();
  for (const { settings } of hosts) {
    const value = String(settings.chimneyOffload?.value ?? "not captured");
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const states = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const said = states.map(([value, count]) => `${count} ${value}`).join(", ");
  return `${settingLabel("chimneyOffload") ?? "Chimney"}: ${said}`;
}

function nameKey({ host, bundle, tables }: FleetHost): string {
  return JSON.stringify([host ?? "\uffff", bundle ?? "", tables[0]?.source ?? ""]);
}
