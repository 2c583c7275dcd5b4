import P from "parsimmon";
import { rest } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

//   "Laddr.IP": "192.0.2.10",
const local = P.regexp(/[^\n]{0,2000}?(?<![\w.])Laddr\.(?:IP|Port)(?![\w.])/);

/** The artifact Windows.Network.Netstat of Velociraptor, as JSON, CSV or a table. */
export const velociraptor: NearMiss = {
  name: "a list of connections of Velociraptor (Windows.Network.Netstat)",
  ...withoutOffloadStates,
  hint: /Laddr\./,
  block: holding(local.then(rest)),
};
