import P from "parsimmon";
import { blanks, rest, someBlanks, token } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

const queue = someBlanks.then(token(/\d{1,10}(?!\S)/));
const end = someBlanks.then(token(/\S{1,300}:(?:\d{1,5}|\*|[a-z][\w-]{0,60})(?!\S)/));

// Active Internet connections (w/o servers)
const title = token(/Active Internet connections \((?:w\/o servers|only servers|servers and established)\)/);
// Proto Recv-Q Send-Q Local Address           Foreign Address         State
const heading = token(/Proto[ \t]+Recv-Q[ \t]+Send-Q[ \t]+Local Address[ \t]+Foreign Address[ \t]+State/);
// Kernel Interface table
const otherTitle = token(/Kernel (?:Interface|IP routing|IPv6 routing) table/);
// Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg
const otherHeading = P.alt(
  token(/Iface[ \t]+MTU[ \t]+(?:Met[ \t]+)?RX-OK/),
  token(/Destination[ \t]+Gateway[ \t]+Genmask[ \t]+Flags/),
);
//     4321 active connection openings
const counter = token(/\d{1,20} (?:active connections? openings|passive connection openings|total packets received)/);
// tcp        0      0 192.0.2.41:22           198.51.100.3:51000      ESTABLISHED
const row = P.seq(token(/(?:tcp|udp)6?(?!\S)/), queue, queue, end, end);

/** `netstat` of Linux, in any language by its rows. */
export const linuxNetstat: NearMiss = {
  name: "netstat of Linux",
  ...withoutOffloadStates,
  hint: /\((?:w\/o|only|servers)|Recv-Q|Kernel I|RX-OK|Genmask|connections? openings|packets received|(?:tcp|udp)6?[ \t]+\d/,
  block: holding(blanks.then(P.alt<unknown>(title, heading, row, otherTitle, otherHeading, counter)).then(rest)),
};
