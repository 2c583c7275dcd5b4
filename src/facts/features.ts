/**
 * What a host runs or is used for beside the settings, as far as coexistence with Chimney depends on it: declared with
 * `--context`, or told by captured text. On is `NAME`, known to be off is `no-NAME`.
 */
export const features = [
  "ipsec",
  "nlb",
  "nat",
  "ics",
  "rras",
  "hyperv",
  "guest",
  "teaming",
  "windows-firewall",
  "third-party-firewall",
  "ndis51",
  "cluster",
  "packet-capture",
  "bugchecks",
  "statistics",
  "web",
  "sql",
  "exchange",
  "biztalk",
  "iis",
  "sbs",
] as const;

export type Feature = (typeof features)[number];

/** A feature that the hosts run, or with `no-` before it one that they do not. */
export type DeclaredFeature = Feature | `no-${Feature}`;

const names: { readonly [F in Feature]: string } = {
  ipsec: "an IPsec policy",
  nlb: "Network Load Balancing",
  nat: "network address translation",
  ics: "Internet Connection Sharing",
  rras: "Routing and Remote Access",
  hyperv: "Hyper-V",
  guest: "a virtual machine",
  teaming: "adapter teaming",
  "windows-firewall": "Windows Firewall",
  "third-party-firewall": "a third-party firewall",
  ndis51: "an NDIS 5.1 intermediate driver",
  cluster: "the Cluster service",
  "packet-capture": "a packet capture",
  bugchecks: "stop errors",
  statistics: "statistics of TCP/IP",
  web: "a Web server",
  sql: "SQL Server",
  exchange: "Exchange",
  biztalk: "BizTalk Server",
  iis: "IIS",
  sbs: "Small Business Server",
};

/** A feature as it is spoken of within a sentence. The name that `--context` takes is the feature itself. */
export function featureName(feature: Feature): string {
  return names[feature];
}
