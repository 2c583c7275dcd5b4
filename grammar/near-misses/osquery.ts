import P from "parsimmon";
import { rest } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

// "local_address":"192.0.2.10","local_port":"445","remote_address":"198.51.100.7"
// | pid | local_address  | local_port | remote_address | remote_port |
const columns = P.regexp(/[^\n]{0,2000}?(?<![\w.])(?:local|remote)_(?:address|port)(?![\w.])/);

/** The tables of osquery, as JSON, CSV or drawn. */
export const osquery: NearMiss = {
  name: "a list of connections of osquery",
  ...withoutOffloadStates,
  hint: /(?:local|remote)_(?:address|port)/,
  block: holding(columns.then(rest)),
};
