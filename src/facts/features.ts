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
