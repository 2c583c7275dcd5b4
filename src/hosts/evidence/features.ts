import { type Feature, features } from "../../facts/features.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { type Evidence, type EvidencePlace, type Fact, type KeptCapture, placeIn } from "./evidence.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

type FeatureFacts = Pick<Partial<Evidence>, Feature>;
type State = Fact<OnOff>;

/** How a service stands in a list; absent from one that would hold it. */
type Standing = "running" | "stopped" | "absent";

/** A service whose state is that of a feature. */
interface Sign {
  readonly feature: Feature;
  /** Short name, and the English display names that `net start` prints instead. */
  readonly service: string;
  readonly displayNames: readonly string[];
  /** What it says of the feature; undefined where it says nothing for sure. `drivers` are in some lists only. */
  readonly meaning: (standing: Standing, os: OsBand | undefined, drivers: "listed" | "unlisted") => OnOff | undefined;
}

type OnOff = "on" | "off";

const asItStands = (standing: Standing): OnOff => (standing === "running" ? "on" : "off");

const signs: readonly Sign[] = [
  {
    feature: "nlb",
    service: "WlbS",
    displayNames: ["Network Load Balancing"],
    // A driver: most lists leave it out whether or not it runs.
    meaning: (standing, _, drivers) =>
      standing === "absent" && drivers === "unlisted" ? undefined : asItStands(standing),
  },
  { feature: "rras", service: "RemoteAccess", displayNames: ["Routing and Remote Access"], meaning: asItStands },
  {
    feature: "ics",
    service: "SharedAccess",
    displayNames: ["Internet Connection Sharing (ICS)"],
    // On Server 2003 the same service is Windows Firewall.
    meaning: (standing, os) => (standing === "running" && (os ?? "2003") === "2003" ? undefined : asItStands(standing)),
  },
  {
    feature: "windows-firewall",
    service: "SharedAccess",
    displayNames: ["Windows Firewall/Internet Connection Sharing (ICS)"],
    meaning: (standing, os) => (os === "2003" && standing !== "running" ? "off" : undefined),
  },
  {
    feature: "windows-firewall",
    service: "MpsSvc",
    displayNames: ["Windows Firewall", "Windows Defender Firewall"],
    // Server 2003 has no such service.
    meaning: (standing, os) => (standing === "absent" && (os ?? "2003") === "2003" ? undefined : asItStands(standing)),
  },
  { feature: "hyperv", service: "vmms", displayNames: ["Hyper-V Virtual Machine Management"], meaning: asItStands },
  { feature: "cluster", service: "ClusSvc", displayNames: ["Cluster Service"], meaning: asItStands },
];

/** `sc query type= all` */
const LISTS_DRIVERS = /\btype\s?=\s{0,8}(?:all|driver)\b/i;

/** What was declared, as facts without a line. Names are those of the list of features, with "no-" for off. */
export function declaredFeatures(context: readonly string[]): FeatureFacts {
  const facts = new Map<string, State>();
  for (const word of context) {
    const isOff = word.startsWith("no-");
    const feature = features.find((name) => name === (isOff ? word.slice(3) : word));
    if (feature !== undefined) facts.set(feature, { value: isOff ? "off" : "on", at: [] });
  }
  return Object.fromEntries(facts) as FeatureFacts; // only names of features were put in
}

/** What captures tell of features; it counts before what was declared. */
export function featureFacts(kept: KeptCaptures, os: OsBand | undefined): FeatureFacts {
  const facts = new Map<Feature, State>();
  for (const list of capturesOf(kept, "services")) {
    const drivers = LISTS_DRIVERS.test(list.command ?? "") ? "listed" : "unlisted";
    for (const sign of signs) {
      const { standing, at } = standingIn(list, sign) ?? {};
      const value = standing === undefined ? undefined : sign.meaning(standing, os, drivers);
      if (value !== undefined && at !== undefined) facts.set(sign.feature, { value, at: [at] });
    }
  }
  for (const state of capturesOf(kept, "firewallState")) addFirewall(facts, state);
  for (const teams of capturesOf(kept, "lbfoTeam")) {
    const [team] = teams.records;
    if (team !== undefined) facts.set("teaming", { value: "on", at: [placeIn(teams, team)] });
  }
  return Object.fromEntries(facts) as FeatureFacts; // only names of features were put in
}

/** Undefined when the list does not hold the service, and would not hold it for sure. */
function standingIn(
  list: KeptCapture<"services">,
  { service, displayNames }: Sign,
): { readonly standing: Standing; readonly at: EvidencePlace } | undefined {
  const line = list.records.find(
    ({ name, displayName }) =>
      name?.toLowerCase() === service.toLowerCase() || (displayName !== null && displayNames.includes(displayName)),
  );
  if (line !== undefined) {
    return { standing: line.state === "stopped" ? "stopped" : "running", at: placeIn(list, line) };
  }
  // A list without short names may hold it under a name in another language.
  const [first] = list.records.filter(({ name }) => name !== null);
  if (!list.traits.listsAllRunning || first === undefined) return undefined;
  const title = placeIn(list, list);
  return { standing: "absent", at: title.text === "" ? placeIn(list, first) : title };
}

/** On as soon as one profile is on. */
function addFirewall(facts: Map<Feature, State>, capture: KeptCapture<"firewallState">): void {
  // Server 2003 says which profile is in force; later ones list all, and any that is on may be.
  const inForce = capture.records.filter((record) => record.inForce === "yes");
  const records = inForce.length > 0 ? inForce : capture.records;
  const on = records.filter(({ state }) => state === "on");
  const deciding = on.length > 0 ? on : records;
  if (deciding.length === 0) return;
  const at = deciding.map((record) => placeIn(capture, record));
  facts.set("windows-firewall", { value: on.length > 0 ? "on" : "off", at });
}
