import P from "parsimmon";
import { blanks, gap, lineEnd, token } from "../lexicon/lexemes.ts";
import { type NearMiss, withoutOffloadStates } from "./near-miss.ts";

const ROWS_OF_TWO = 5;

const label = token(/[^\s\d](?:[^\n\d]{0,80}[^\s\d])?/);
const number = gap.then(token(/\d{1,20}(?!\S)/));
const margin = blanks;

// Bytes                    2282214064       357563846
const received = P.seq(margin, label, number, number, margin, lineEnd);
// Unknown protocols                 0
const unknown = P.seq(margin, label, number, margin, lineEnd);

/** `netstat -e`: what the adapters have received and sent. The same six rows in every language. */
export const netstatInterfaceTotals: NearMiss = {
  name: "netstat -e, the totals of the network adapters",
  ...withoutOffloadStates,
  hint: /\d[ \t]{2,40}\d/,
  block: P.seq(received.times(ROWS_OF_TWO), unknown),
};
