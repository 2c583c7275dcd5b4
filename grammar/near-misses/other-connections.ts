import { lineEnd, token } from "../lexicon/lexemes.ts";
import { type NearMiss, withoutOffloadStates } from "./near-miss.ts";

const other = token(/[^A-Za-z\n]|[A-Za-z]{1,200}/);
const columns: readonly string[] = ["LocalAddress", "LocalPort", "RemoteAddress", "RemotePort"];

/** Lists of connections that tools export with PowerShell's names of columns: KAPE's Get-NetworkConnection and others. */
export const otherConnections: NearMiss = {
  name: "a list of connections of another tool",
  ...withoutOffloadStates,
  hint: /RemoteAddress/,
  // "Protocol","LocalAddress","LocalPort","RemoteAddress","RemotePort","State"
  block: other
    .or(lineEnd)
    .many()
    .assert((words) => columns.every((column) => words.includes(column)), "the columns of a list of connections")
    .assert((words) => !words.includes("OffloadState"), "a list without OffloadState"),
};
