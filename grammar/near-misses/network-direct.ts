import P from "parsimmon";
import { blanks, rest, someBlanks } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

const word = P.regexp(/[^\s\d]\S{0,40}/);
const number = P.regexp(/\d{1,10}(?!\S)/);
const local = P.regexp(/\S{1,60}:\d{1,5}(?!\S)/);
const foreign = local.or(P.string("NA"));

// Active NetworkDirect Connections, Listeners, SharedEndpoints
const title = P.regexp(/[^\n]{0,40}NetworkDirect[^\n]{0,40}SharedEndpoints/);
//   Kernel       9 Listener      192.0.2.158:445        NA                          0
const row = P.seq(word, ...[number, word, local, foreign, number].map((cell) => someBlanks.then(cell)));

/** `netstat -x`: the connections of RDMA, which never are offloaded by Chimney. */
export const networkDirect: NearMiss = {
  name: "netstat -x, the connections of NetworkDirect (RDMA)",
  ...withoutOffloadStates,
  hint: /NetworkDirect|:\d{1,5}[ \t]+(?:NA|\S{1,60}:\d{1,5})[ \t]+\d/,
  block: holding(blanks.then(P.alt<unknown>(title, row)).then(rest)),
};
