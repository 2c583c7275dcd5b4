import P from "parsimmon";
import { blanks, ipv4, rest, someBlanks, token } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

const metric = token(/\d{1,6}(?=[ \t]*\n)/);
/** `On-link` and its translations. */
const gateway = ipv4.or(token(/[^\s\d][^\n\d]{0,40}?(?=[ \t]+\d)/));

//           0.0.0.0          0.0.0.0        192.0.2.1       192.0.2.10    266
const route = P.seqMap(
  blanks.then(ipv4),
  someBlanks.then(ipv4),
  someBlanks.then(gateway),
  someBlanks.then(ipv4),
  someBlanks.then(metric),
  rest,
  (destination) => destination,
);

/** `netstat -r`, which `route print` prints as well. */
export const routeTable: NearMiss = {
  name: "the routing table (netstat -r or route print)",
  ...withoutOffloadStates,
  // An address, and the metric that ends the line.
  hint: /\d\.\d{1,3}[ \t]+\d{1,6}[ \t]*\n/,
  block: holding(route),
};
