import type { Coexistence, CoexistenceStatement, CoexistenceTable } from "./companions.ts";
import { type Citation, source } from "./sources.ts";

const nat = row("NAT and ICS", "blocks", "No", "While either is enabled, connections are not offloaded.");

/** Server 2008 R2 and Windows 7. */
export const coexistence2008R2: CoexistenceTable = {
  "windows-firewall": row(
    "Windows Firewall",
    "works",
    "Yes",
    "A connection that the firewall allows is offloaded; with specific rules, a known issue takes offloaded connections back and leaves them in the host.",
  ),
  "third-party-firewall": row(
    "Other firewalls",
    "product",
    "Product specific",
    "Some are compatible; their documentation says.",
  ),
  ipsec: row(
    "IPsec policy",
    "partly",
    "Partial",
    "Connections that an IPsec policy covers are not offloaded; others may be.",
  ),
  teaming: row(
    "Network adapter teaming",
    "product",
    "Product specific",
    "Some manufacturers' teaming is compatible; use its latest version and follow what the manufacturer recommends.",
    source("itPro", "Best-Practice Recommendations"),
  ),
  hyperv: row(
    "Hyper-V",
    "works",
    "Yes",
    "Compatible; Virtual Machine Chimney, new in this version, is off by default.",
    source("gg162677"),
  ),
  "packet-capture": row(
    "Network monitoring tools",
    "product",
    "Tool specific",
    "Some tools work alongside but do not see offloaded connections.",
  ),
  nlb: row("Network load balancing", "blocks", "No", "Not compatible."),
  cluster: row(
    "Cluster service",
    "partly",
    "Partial",
    "Connections over the cluster's own adapter (NetFT) are not offloaded; others may be.",
  ),
  nat,
  ics: nat,
};

function row(
  name: string,
  verdict: Coexistence,
  word: string,
  effect: string,
  ...further: readonly Citation[]
): CoexistenceStatement {
  return { verdict, word, effect, sources: [source("gg162698", `row ${name}`), ...further] };
}
