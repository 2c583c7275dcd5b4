import { type CoexistenceStatement, type Companion, coexistence } from "./coexistence.ts";
import { featureServices } from "./feature-services.ts";
import { type Feature, featureName, features } from "./features.ts";
import { type OsBand, osBands } from "./os-bands.ts";

/** A feature or service as it goes with Chimney. */
export interface CompanionFacts {
  /** As `--context` takes it, or as it is called where that takes none. */
  readonly name: string;
  readonly title: string;
  /** Short names of its services. */
  readonly services: readonly string[];
  /** What documents say, for each version that they speak of. */
  readonly statements: readonly { readonly band: OsBand; readonly said: CoexistenceStatement }[];
}

const companions: readonly Companion[] = [
  ...features.filter((one): one is Companion & Feature =>
    osBands.some((band) => coexistence(one as Companion, band) !== undefined),
  ),
  "inbox-teaming",
];

/** Other names that people have for features. */
const aliases: { readonly [name: string]: Feature | "inbox-teaming" } = {
  hyperv: "hyperv",
  vm: "guest",
  vmware: "guest",
  virtualmachine: "guest",
  loadbalancing: "nlb",
  wlbs: "nlb",
  networkloadbalancing: "nlb",
  lbfo: "inbox-teaming",
  set: "inbox-teaming",
  switchembeddedteaming: "inbox-teaming",
  nicteaming: "teaming",
  team: "teaming",
  bonding: "teaming",
  firewall: "windows-firewall",
  failovercluster: "cluster",
  clustering: "cluster",
  wireshark: "packet-capture",
  npcap: "packet-capture",
  winpcap: "packet-capture",
  netmon: "packet-capture",
  networkmonitor: "packet-capture",
  routing: "rras",
  internetconnectionsharing: "ics",
  sqlserver: "sql",
};

/** The feature that a text names: by its name, by that of its service, or as people say it. */
export function companionNamed(text: string): CompanionFacts | undefined {
  const asked = folded(text);
  if (asked === "") return undefined;
  const name =
    features.find((one) => folded(one) === asked || folded(featureName(one)).replace(/^an?/, "") === asked) ??
    companions.find((one) => folded(one) === asked) ??
    featureServices.find(({ service, displayNames }) => [service, ...displayNames].some((one) => folded(one) === asked))
      ?.feature ??
    (Object.hasOwn(aliases, asked) ? aliases[asked] : undefined);
  return name === undefined ? undefined : factsOf(name);
}

/** Every name that is understood, for suggestions. */
export const companionNames: readonly string[] = [
  ...features,
  "inbox-teaming",
  ...featureServices.map(({ service }) => service.replace(/[*$]/g, "")),
  ...Object.keys(aliases),
];

function factsOf(name: Feature | "inbox-teaming"): CompanionFacts {
  const isCompanion = companions.find((one) => one === name);
  const statements =
    isCompanion === undefined
      ? []
      : osBands.flatMap((band) => {
          const said = coexistence(isCompanion, band);
          return said === undefined ? [] : [{ band, said }];
        });
  return {
    name,
    title: name === "inbox-teaming" ? "teaming that is part of Windows" : featureName(name),
    services: featureServices.flatMap(({ feature, service }) => (feature === name ? [service] : [])),
    statements,
  };
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
