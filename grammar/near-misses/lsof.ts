import P from "parsimmon";
import { rest } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

// COMMAND   PID USER   FD   TYPE             DEVICE SIZE/OFF NODE NAME
const heading = P.regexp(/COMMAND[ \t]+PID[ \t]+(?:\S{1,10}[ \t]+)?USER[ \t]+FD[ \t]+TYPE/);
// sshd     4321 ana     5u  IPv4  0x1235      0t0  TCP 192.0.2.41:22->198.51.100.3:51000 (ESTABLISHED)
const row = P.regexp(/\S{1,40}[ \t]+\d{1,10}[ \t]+\S{1,60}[ \t]+\d{1,6}[a-zA-Z]{0,2}[ \t]+IPv[46][ \t]/);

/** `lsof -i` of Linux and macOS. */
export const lsof: NearMiss = {
  name: "output of lsof of Linux or macOS",
  ...withoutOffloadStates,
  hint: /COMMAND|IPv[46]/,
  block: holding(P.alt<unknown>(heading, row).then(rest)),
};
