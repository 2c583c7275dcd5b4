import type { VirtualAdapter } from "../../facts/adapter-descriptions.ts";
import { type FeatureService, featureServices, type ServiceState } from "../../facts/feature-services.ts";
import { type Feature, features } from "../../facts/features.ts";
import { isVirtualMachine } from "../../facts/machine-models.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { virtualAdapters } from "./descriptions.ts";
import { type Evidence, type EvidencePlace, type Fact, type KeptCapture, placeIn } from "./evidence.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

type FeatureFacts = Pick<Partial<Evidence>, Feature>;
type State = Fact<"on" | "off">;

/** The features that adapters of a kind show to be in use. */
const shownByAdapters: readonly (readonly [VirtualAdapter, Feature])[] = [
  ["windowsTeam", "teaming"],
  ["vendorTeam", "teaming"],
  ["guest", "guest"],
  ["virtualSwitch", "hyperv"],
  ["cluster", "cluster"],
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
  const facts = new Map<Feature, State>(featuresOfAdapters(kept));
  for (const list of capturesOf(kept, "services")) {
    const drivers = LISTS_DRIVERS.test(list.command ?? "") ? "listed" : "unlisted";
    for (const service of featureServices) {
      const { standing, at } = standingIn(list, service) ?? {};
      const value = standing === undefined ? undefined : service.meaning(standing, os, drivers);
      if (value !== undefined && at !== undefined) facts.set(service.feature, { value, at: [at] });
    }
  }
  for (const state of capturesOf(kept, "firewallState")) addFirewall(facts, state);
  const team = windowsTeams(kept).at(-1);
  if (team !== undefined) facts.set("teaming", { value: "on", at: [team] });
  return Object.fromEntries(facts) as FeatureFacts; // only names of features were put in
}

/** A line for each capture that shows a team of Windows itself, unlike a vendor's; the lists of teams last. */
export function windowsTeams(kept: KeptCaptures): readonly EvidencePlace[] {
  const listed = capturesOf(kept, "lbfoTeam").flatMap((teams) =>
    teams.records.slice(0, 1).map((team) => placeIn(teams, team)),
  );
  return [...virtualAdapters(kept, "windowsTeam").slice(0, 1), ...listed];
}

/** What adapters and the model of the computer show; a service says it better where one does. */
function featuresOfAdapters(kept: KeptCaptures): readonly (readonly [Feature, State])[] {
  const shown = shownByAdapters.flatMap(([kind, feature]): [Feature, State][] => {
    const [at] = virtualAdapters(kept, kind);
    return at === undefined ? [] : [[feature, { value: "on", at: [at] }]];
  });
  const machines = capturesOf(kept, "systemInfo").flatMap((capture) => {
    const maker = capture.records.find(({ name }) => name === "systemManufacturer")?.value;
    return capture.records
      .filter(({ name, value }) => name === "systemModel" && isVirtualMachine(value, maker))
      .map((record): [Feature, State] => ["guest", { value: "on", at: [placeIn(capture, record)] }]);
  });
  return [...shown, ...machines];
}

/** Undefined when the list does not hold the service, and would not hold it for sure. */
function standingIn(
  list: KeptCapture<"services">,
  { service, displayNames }: FeatureService,
): { readonly standing: ServiceState; readonly at: EvidencePlace } | undefined {
  const own = list.records.filter(
    ({ name, displayName }) => isNamed(name, service) || (displayName !== null && displayNames.includes(displayName)),
  );
  const line = own.find(({ state }) => state !== "stopped") ?? own[0];
  if (line !== undefined) {
    return { standing: line.state === "stopped" ? "stopped" : "running", at: placeIn(list, line) };
  }
  // A list without short names may hold it under a name in another language.
  const [first] = list.records.filter(({ name }) => name !== null);
  if (!list.traits.listsAllRunning || first === undefined) return undefined;
  const title = placeIn(list, list);
  return { standing: "absent", at: title.text === "" ? placeIn(list, first) : title };
}

function isNamed(name: string | null, service: string): boolean {
  const [own, asked] = [name?.toLowerCase() ?? "", service.toLowerCase()];
  return asked.endsWith("*") ? own.startsWith(asked.slice(0, -1)) : own === asked;
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
