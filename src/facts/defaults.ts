import type { SettingKey } from "../../grammar/index.ts";
import { type OsBand, osBands } from "./os-bands.ts";
import { type Citation, type Grounding, source } from "./sources.ts";

/** A default or a recommendation as far as something states it, or at least captures show it. */
export interface Stated {
  /** As the settings commands print it; several where sources differ, none where the line is known not to be printed. */
  readonly values: readonly (string | number)[];
  /** `observed` and `inferred` are never to be shown as a documented default. */
  readonly grounding: Grounding;
  readonly sources: readonly [Citation, ...Citation[]];
  readonly note?: string;
}

type Row = readonly (Stated | undefined)[];
type Defaults = { readonly [K in SettingKey]?: Row };

const kb951037 = source("kb951037", "How to enable and disable TCP Chimney Offload");
const itPro = source("itPro", "TCP Chimney Offload");
const itProSample = source("itPro", "sample of show global");
const bestPractice = source("itPro", "Best-Practice Recommendations");
const historical = source("itPro", "Historical Problems");
const pack = source("kb912222", "overview");
const cmdlet = source("setNetOffloadGlobalSetting", "defaults");
const tuning = source("adapterTuning", "Autotuning levels");
const sample = source("adapterTuning", "sample of show global");
const unsaid = source("conclusion", "recommended where no document says");
const keywords = source("taskOffloadKeywords", "keywords");

/** One column for each band, in the order of osBands: 2003, 2008, 2008R2, 2012, 2012R2, 2016, 1709+. */
const defaults: Defaults = {
  chimneyOffload: [
    stated(["enabled"], pack, "disabled once KB 948496 is installed"),
    stated(
      ["disabled"],
      kb951037,
      "in the operating system and on the adapter; a manufacturer's installation may enable either",
    ),
    stated(["automatic"], itPro),
    stated(["disabled"], cmdlet),
    stated(["disabled"], cmdlet),
    stated(["disabled"], cmdlet),
    stated(
      ["disabled"],
      source("removed1709", "TCP Offload Engine"),
      "removed; the line is absent, or a leftover that says disabled",
    ),
  ],
  receiveSideScaling: [
    stated(["enabled"], pack),
    stated(["enabled"], source("kb951037", "How to enable and disable RSS")),
    stated(["enabled"], source("itPro", "Receive-Side Scaling")),
    ...times(4, stated(["enabled"], cmdlet)),
  ],
  netDma: [
    stated(["enabled"], pack, "EnableTCPA in the registry"),
    observed([], "show global does not print it; EnableTCPA in the registry, whose default is not stated"),
    stated(["enabled"], itProSample, "a sample, not a stated default"),
    observed(["disabled"], "the interface is not supported from Windows 8 on"),
    observed(["disabled"]),
    observed(["disabled"], "or the line is absent"),
    observed([], "the line is absent"),
  ],
  directCacheAccess: [
    undefined,
    observed([], "not printed"),
    stated(["disabled"], itProSample, "a sample, not a stated default"),
    observed(["disabled"]),
    observed(["disabled"]),
    observed(["disabled"], "or the line is absent"),
    observed([], "the line is absent"),
  ],
  receiveWindowAutoTuning: [undefined, ...times(6, stated(["normal"], tuning))],
  addOnCongestionControlProvider: [
    undefined,
    stated(["ctcp"], source("congestionDefaults", "defaults"), "weakly sourced; servers ctcp, Vista none"),
    stated(["none", "ctcp"], itProSample, "a sample shows none, captures of servers ctcp: unclear"),
    observed(["none"]),
    observed(["none", "default"]),
    observed(["default", "none"]),
    observed(["default"], "the template decides; CUBIC"),
  ],
  ecnCapability: [
    undefined,
    observed(["disabled"]),
    stated(["disabled"], itProSample, "a sample, not a stated default"),
    observed(["enabled"]),
    observed(["enabled"]),
    observed(["enabled", "disabled"], "both are seen"),
    observed(["enabled", "disabled"], "both are seen"),
  ],
  rfc1323Timestamps: [
    undefined,
    observed(["disabled"]),
    stated(["disabled"], itProSample, "a sample, not a stated default; KB 224829 says enabled"),
    ...times(3, observed(["disabled"])),
    observed(["disabled", "allowed"]),
  ],
  initialRto: [
    undefined,
    undefined,
    undefined,
    observed([3000]),
    observed([3000]),
    stated([3000], sample, "a sample"),
    observed([3000, 1000], "3000 on older builds, 1000 on newer ones"),
  ],
  receiveSegmentCoalescing: [undefined, undefined, undefined, ...times(4, stated(["enabled"], cmdlet))],
  nonSackRttResiliency: [
    undefined,
    undefined,
    undefined,
    observed([], "not printed in the sample that is known"),
    observed(["disabled"]),
    stated(["disabled"], sample, "a sample"),
    observed(["disabled"]),
  ],
  maxSynRetransmissions: [
    undefined,
    undefined,
    undefined,
    observed([], "not printed in the sample that is known"),
    observed([2]),
    stated([2], sample, "a sample"),
    observed([2, 4], "2 on older builds, 4 on newer ones"),
  ],
  taskOffload: [
    inferred(["enabled"], keywords, "DisableTaskOffload is absent"),
    inferred(["enabled"], keywords),
    inferred(["enabled"], keywords),
    ...times(4, stated(["enabled"], cmdlet)),
  ],
};

const recommendations: Defaults = {
  chimneyOffload: [
    stated(["disabled"], historical, "unless the load asks for it"),
    stated(["disabled"], bestPractice),
    stated(["automatic"], bestPractice),
    inferred(["disabled"]),
    inferred(["disabled"]),
    stated(["disabled"], source("adapterTuning", "Do not use TCP Chimney Offload")),
    undefined,
  ],
  receiveSideScaling: [
    stated(["disabled"], historical, "unless the load asks for it"),
    stated(["enabled"], bestPractice),
    stated(["enabled"], bestPractice),
    stated(["enabled"], source("kb2643970", "settings")),
    ...times(3, inferred(["enabled"])),
  ],
  netDma: [stated(["disabled"], historical, "unless the load asks for it"), ...times(6, undefined)],
  receiveWindowAutoTuning: [undefined, ...times(6, stated(["normal"], tuning))],
  receiveSegmentCoalescing: [undefined, undefined, undefined, ...times(4, inferred(["enabled"]))],
  nonSackRttResiliency: [undefined, undefined, undefined, undefined, ...times(3, inferred(["disabled"]))],
  taskOffload: times(
    7,
    stated(["enabled"], source("itPro", "Best-Practice Recommendations"), "leave all other offloads at their defaults"),
  ),
};

/** What a fresh Windows of a band has; undefined where the parameter does not exist or nothing is known. */
export function defaultOf(setting: SettingKey, band: OsBand): Stated | undefined {
  return defaults[setting]?.[osBands.indexOf(band)];
}

/** What is recommended for a band; undefined where nothing is (then the default is what there is to go by). */
export function recommendedOf(setting: SettingKey, band: OsBand): Stated | undefined {
  return recommendations[setting]?.[osBands.indexOf(band)];
}

function stated(values: Stated["values"], from: Citation, note?: string): Stated {
  return { values, grounding: from.grounding, sources: [from], ...(note === undefined ? {} : { note }) };
}

function observed(values: Stated["values"], note?: string): Stated {
  return stated(values, source("captures", "values of untouched hosts"), note);
}

function inferred(values: Stated["values"], from: Citation = unsaid, note?: string): Stated {
  return { ...stated(values, from, note), grounding: "inferred" };
}

function times<T>(count: number, value: T): readonly T[] {
  return Array.from({ length: count }, () => value);
}
