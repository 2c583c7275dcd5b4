import type { Coexistence, CoexistenceStatement, CoexistenceTable } from "./companions.ts";
import { type Behind, type Citation, type SectionOf, source } from "./sources.ts";

const nat = row("NAT and ICS", "blocks", "No");

/** Server 2008 R2 and Windows 7. */
export const coexistence2008R2: CoexistenceTable = {
  "windows-firewall": row("Windows Firewall", "works", "Yes"),
  "third-party-firewall": row("Other firewalls", "product", "Product specific"),
  ipsec: row("IPsec policy", "partly", "Partial"),
  teaming: row(
    "Network adapter teaming",
    "product",
    "Product specific",
    source("itPro", "Best-Practice Recommendations"),
  ),
  hyperv: row(
    "Hyper-V",
    "works",
    "Yes",
    source("gg162677", "Virtual Machine Chimney"),
    source("vmChimneyDefault", "default"),
  ),
  "packet-capture": row("Network monitoring tools", "product", "Tool specific"),
  nlb: row("Network load balancing", "blocks", "No"),
  cluster: row("Cluster service", "partly", "Partial"),
  nat,
  ics: nat,
};

/** Names of the rows of the page's one table. */
type Row = Behind<"row ", SectionOf<"gg162698">>;

function row(name: Row, verdict: Coexistence, word: string, ...further: readonly Citation[]): CoexistenceStatement {
  const from = source("gg162698", `row ${name}`);
  return { verdict, word, effect: from.says, sources: [from, ...further] };
}
