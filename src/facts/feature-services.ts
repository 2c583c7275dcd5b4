import type { Feature } from "./features.ts";
import type { OsBand } from "./os-bands.ts";

/** How a service stands in a list; absent from one that would hold it. */
export type ServiceState = "running" | "stopped" | "absent";

type OnOff = "on" | "off";

/** A service whose state is that of a feature. */
export interface FeatureService {
  readonly feature: Feature;
  /** Short name; one that ends with * stands for all that begin so: instances have services of their own. */
  readonly service: string;
  /** The English display names that `net start` prints instead. */
  readonly displayNames: readonly string[];
  /** What it says of the feature; undefined where it says nothing for sure. `drivers` are in some lists only. */
  readonly meaning: (
    standing: ServiceState,
    os: OsBand | undefined,
    drivers: "listed" | "unlisted",
  ) => OnOff | undefined;
}

const runningMeansOn = (standing: ServiceState): OnOff => (standing === "running" ? "on" : "off");

/** Most lists leave drivers out whether or not they run. */
const asDriver: FeatureService["meaning"] = (standing, _, drivers) =>
  standing === "absent" && drivers === "unlisted" ? undefined : runningMeansOn(standing);

/** Without its service there is none; with it there need be none. */
const onlyWithout = (standing: ServiceState): OnOff | undefined => (standing === "running" ? undefined : "off");

export const featureServices: readonly FeatureService[] = [
  { feature: "nlb", service: "WlbS", displayNames: ["Network Load Balancing"], meaning: asDriver },
  { feature: "nat", service: "IpNat", displayNames: ["IP Network Address Translator"], meaning: asDriver },
  { feature: "rras", service: "RemoteAccess", displayNames: ["Routing and Remote Access"], meaning: runningMeansOn },
  {
    feature: "ics",
    service: "SharedAccess",
    displayNames: ["Internet Connection Sharing (ICS)"],
    // On Server 2003 the same service is Windows Firewall.
    meaning: (standing, os) =>
      standing === "running" && (os ?? "2003") === "2003" ? undefined : runningMeansOn(standing),
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
    meaning: (standing, os) =>
      standing === "absent" && (os ?? "2003") === "2003" ? undefined : runningMeansOn(standing),
  },
  {
    feature: "ipsec",
    service: "PolicyAgent",
    displayNames: ["IPSEC Services", "IPsec Policy Agent"],
    // It runs on every Server 2003 as installed, and on later versions whenever it is asked: that is no policy.
    meaning: onlyWithout,
  },
  { feature: "hyperv", service: "vmms", displayNames: ["Hyper-V Virtual Machine Management"], meaning: runningMeansOn },
  {
    feature: "guest",
    service: "vmicheartbeat",
    displayNames: ["Hyper-V Heartbeat Service"],
    // Newer versions have it everywhere; it runs in guests only. Other hypervisors have services of their own.
    meaning: (standing) => (standing === "running" ? "on" : undefined),
  },
  {
    feature: "guest",
    service: "VMTools",
    displayNames: ["VMware Tools", "VMware Tools Service"],
    meaning: (standing) => (standing === "running" ? "on" : undefined),
  },
  { feature: "cluster", service: "ClusSvc", displayNames: ["Cluster Service"], meaning: runningMeansOn },
  { feature: "iis", service: "W3SVC", displayNames: ["World Wide Web Publishing Service"], meaning: runningMeansOn },
  {
    feature: "web",
    service: "W3SVC",
    displayNames: ["World Wide Web Publishing Service"],
    // Another Web server than IIS may run.
    meaning: (standing) => (standing === "running" ? "on" : undefined),
  },
  {
    feature: "exchange",
    service: "MSExchange*",
    displayNames: ["Microsoft Exchange Information Store"],
    meaning: runningMeansOn,
  },
  { feature: "sql", service: "MSSQLSERVER", displayNames: ["SQL Server (MSSQLSERVER)"], meaning: runningMeansOn },
  {
    feature: "sql",
    service: "MSSQL$*",
    displayNames: [],
    // A list without a named instance may have the default one.
    meaning: (standing) => (standing === "running" ? "on" : undefined),
  },
  { feature: "biztalk", service: "BTSSvc*", displayNames: [], meaning: runningMeansOn },
];
