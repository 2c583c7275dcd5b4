import P from "parsimmon";
import { blanks, rest, someBlanks, token } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

const number = someBlanks.then(token(/\d{1,10}(?!\S)/));
const end = someBlanks.then(token(/(?:\*|\S{1,300})\.(?:\d{1,5}|\*|[a-z][\w-]{0,60})(?!\S)/));

// Active Internet connections (including servers)
const title = token(/Active Internet connections(?: \(including servers\))?[ \t]*(?=\n)/);
// Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
const heading = P.alt(
  token(/Proto[ \t]+Recv-Q[ \t]+Send-Q[ \t]+Local Address[ \t]+Foreign Address[ \t]+\(state\)/),
  token(/Proto[ \t]+Rexmit[ \t]+OOORcv/),
  // Solaris
  token(/Local Address[ \t]+Remote Address[ \t]+Swind[ \t]+Send-Q/),
);
// tcp4       0      0  192.0.2.40.22          198.51.100.3.51000     ESTABLISHED
const row = P.seq(token(/(?:tcp|udp)(?:4|6|46)?(?!\S)/), number.times(2, 4), end, end);

/** `netstat` of FreeBSD and macOS, which write a dot before the port. */
export const bsdNetstat: NearMiss = {
  name: "netstat of FreeBSD, macOS, Solaris or another Unix",
  ...withoutOffloadStates,
  hint: /Active Internet|Recv-Q|Rexmit|Swind|(?:tcp|udp)\d{0,2}[ \t]+\d/,
  block: holding(blanks.then(P.alt<unknown>(title, heading, row)).then(rest)),
};
