import type { Coexistence, CoexistenceStatement, CoexistenceTable } from "./companions.ts";
import { source } from "./sources.ts";

const nat = row("NAT", "blocks", "No", "While it is installed and running, connections are not offloaded.");

/** Server 2008 and Windows Vista. */
export const coexistence2008: CoexistenceTable = {
  "windows-firewall": row("Windows Firewall", "works", "Yes", "A connection that the firewall allows is offloaded."),
  "third-party-firewall": row(
    "Third-party firewall",
    "product",
    "Implementation-specific",
    "Some vendors' firewalls coexist; their documentation says.",
  ),
  ipsec: row("IPsec policy", "blocks", "No", "With an IPsec policy applied, no TCP connection at all is offloaded."),
  teaming: row(
    "Network Adapter teaming",
    "product",
    "Implementation-specific",
    "Some manufacturers' teaming coexists; its documentation says.",
  ),
  hyperv: row("Hyper-V", "blocks", "No", "While Hyper-V runs virtual machines, no operating system uses Chimney."),
  "packet-capture": row(
    "Network monitoring tools",
    "product",
    "Implementation-specific",
    "Some tools coexist but may not see offloaded connections.",
  ),
  nlb: row("Network Load Balancing", "blocks", "No", "With NLB configured, connections are not offloaded."),
  cluster: row(
    "Cluster service",
    "partly",
    "Yes",
    "Connections over the cluster's own adapter (NetFT) are not offloaded; others may be.",
  ),
  nat,
  ics: nat,
};

function row(name: string, verdict: Coexistence, word: string, effect: string): CoexistenceStatement {
  return { verdict, word, effect, sources: [source("kb951037", `How TCP Chimney Offload coexists, row ${name}`)] };
}
