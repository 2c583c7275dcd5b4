import P from "parsimmon";
import { blanks, oneOf, rest, someBlanks, token } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

const queue = someBlanks.then(token(/\d{1,10}(?!\S)/));
const end = someBlanks.then(token(/\S{1,300}:(?:\d{1,5}|\*|[a-z][\w-]{0,60})(?!\S)/));
const network = token(/[a-z_]{2,7}[ \t]+/).fallback("");
const state = oneOf([
  ...["ESTAB", "LISTEN", "UNCONN", "TIME-WAIT", "CLOSE-WAIT", "LAST-ACK", "CLOSING"],
  ...["SYN-SENT", "SYN-RECV", "FIN-WAIT-1", "FIN-WAIT-2"],
]);

// Netid State  Recv-Q Send-Q Local Address:Port   Peer Address:Port Process
const heading = token(/(?:Netid[ \t]+)?State[ \t]+Recv-Q[ \t]+Send-Q[ \t]+Local Address/);
// Transport Total     IP        IPv6
const summary = token(/Transport[ \t]+Total[ \t]+IP[ \t]+IPv6|TCP:[ \t]+\d{1,10} \(estab \d/);
// tcp   ESTAB  0      0          192.0.2.41:22    198.51.100.3:51000
const row = P.seq(network, state, queue, queue, end, end);

/** `ss`, which has taken the place of netstat on Linux. */
export const socketStatistics: NearMiss = {
  name: "output of ss of Linux",
  ...withoutOffloadStates,
  hint: /Recv-Q|Transport|\(estab|(?:[A-Z]-[A-Z]{4}|ESTAB|LISTEN|UNCONN|[A-Z]-ACK|CLOSING)[ \t]+\d/,
  block: holding(blanks.then(P.alt<unknown>(heading, row, summary)).then(rest)),
};
