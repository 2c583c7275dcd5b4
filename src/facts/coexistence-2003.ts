import type { CoexistenceStatement, CoexistenceTable } from "./companions.ts";
import { type Citation, source } from "./sources.ts";

const blockers = source("kb912222", "features that do not work with it");
const design = source("cableGuy", "TCP Chimney Offload Design");

const ipnat = blocks(
  "While IPNAT is on, Chimney and NetDMA do not work. It stays on after bridging and routing services are turned off, until it is turned off separately.",
);

/** Server 2003 with the Scalable Networking Pack or Service Pack 2. */
export const coexistence2003: CoexistenceTable = {
  "windows-firewall": blocks("While it is turned on, Chimney and NetDMA do not work, whatever the registry says."),
  "third-party-firewall": blocks(
    "While one is turned on, Chimney and NetDMA do not work; with Chimney on it cannot use undocumented interfaces of the stack.",
    source("kb912222", "open issues"),
  ),
  ipsec: blocks(
    "While IPsec is turned on, Chimney and NetDMA do not work. The Cable Guy puts it differently: a connection stays in the host if the adapter lacks processing that it needs, such as IPsec.",
    design,
  ),
  teaming: {
    verdict: "product",
    word: "special driver needed",
    effect:
      "Intermediate drivers have to be updated for NDIS 5.2 and Chimney; those of NDIS 5.1 block it. KB 921136: a team of offloading adapters does not fail over.",
    sources: [design, blockers],
  },
  nat: ipnat,
  ics: ipnat,
  ndis51: blocks("While an intermediate driver of NDIS 5.1 is present, Chimney and NetDMA do not work."),
};

function blocks(effect: string, ...further: readonly Citation[]): CoexistenceStatement {
  return { verdict: "blocks", word: "will not work", effect, sources: [blockers, ...further] };
}
