import P from "parsimmon";
import { blanks, rest, someBlanks, token } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

const word = token(/[^\s\d]\S{0,40}/);
const number = token(/\d{1,10}(?!\S)/);
const local = token(/\S{1,60}:\d{1,5}(?!\S)/);
const foreign = local.or(P.string("NA"));

// Active NetworkDirect Connections, Listeners, SharedEndpoints
const title = token(/[^\n]{0,40}NetworkDirect[^\n]{0,40}SharedEndpoints/);
//   Kernel       9 Listener      192.0.2.158:445        NA                          0
const row = P.seq(word, ...[number, word, local, foreign, number].map((cell) => someBlanks.then(cell)));

/** `netstat -x`: the connections of RDMA, which never are offloaded by Chimney. */
export const networkDirect: NearMiss = {
  name: "netstat -x, the connections of NetworkDirect (RDMA)",
  ...withoutOffloadStates,
  hint: /NetworkDirect|:\d{1,5}[ \t]+(?:NA|\S{1,60}:\d{1,5})[ \t]+\d/,
  block: holding(blanks.then(P.alt<unknown>(title, row)).then(rest)),
};
