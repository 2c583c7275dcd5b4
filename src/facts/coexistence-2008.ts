import type { Coexistence, CoexistenceStatement, CoexistenceTable } from "./companions.ts";
import { type Behind, type SectionOf, source } from "./sources.ts";

const nat = row("NAT", "blocks", "No");

/** Server 2008 and Windows Vista. */
export const coexistence2008: CoexistenceTable = {
  "windows-firewall": row("Windows Firewall", "works", "Yes"),
  "third-party-firewall": row("Third-party firewall", "product", "Implementation-specific"),
  ipsec: row("IPsec policy", "blocks", "No"),
  teaming: row("Network Adapter teaming", "product", "Implementation-specific"),
  hyperv: row("Hyper-V", "blocks", "No"),
  "packet-capture": row("Network monitoring tools", "product", "Implementation-specific"),
  nlb: row("Network Load Balancing", "blocks", "No"),
  cluster: row("Cluster service", "partly", "Yes"),
  nat,
  ics: nat,
};

/** Names of the rows, in the section that all of them are of. */
type Row = Behind<"How TCP Chimney Offload coexists, row ", SectionOf<"kb951037">>;

function row(name: Row, verdict: Coexistence, word: string): CoexistenceStatement {
  const from = source("kb951037", `How TCP Chimney Offload coexists, row ${name}`);
  return { verdict, word, effect: from.says, sources: [from] };
}
