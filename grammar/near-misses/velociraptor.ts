import { rest, token } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

//   "Laddr.IP": "192.0.2.10",
// "Laddr":{"IP":"192.0.2.10","Port":445}
const local = token(/[^\n]{0,2000}?(?<![\w.])Laddr(?:\.(?:IP|Port)(?![\w.])|":[ \t]?\{)/);

/** The artifact Windows.Network.Netstat of Velociraptor, as JSON, CSV or a table. */
export const velociraptor: NearMiss = {
  name: "a list of connections of Velociraptor (Windows.Network.Netstat)",
  ...withoutOffloadStates,
  hint: /Laddr(?:\.|":)/,
  block: holding(local.then(rest)),
};
