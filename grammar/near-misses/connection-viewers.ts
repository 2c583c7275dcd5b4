import P from "parsimmon";
import { blanks, rest } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

/** Two lines of one connection; one alone may be anything. */
const FEWEST_LINES = 2;

const cell = P.regexp(/[^\t\n]{0,300}\t/);
// System\t4\tTCP\tsrv01\t445\tclient7\t50012\tESTABLISHED
const viewed = P.seq(cell, P.regexp(/\d{1,10}\t(?:TCP|UDP)(?:V6)?\t/), cell, cell, cell);
// [TCP] System
const listed = P.regexp(/\[(?:TCP|UDP)(?:V6)?\] [^\n]/);
// Remote Address    : 198.51.100.7
const labelled = P.regexp(/(?:Remote|Local) (?:Address|Port)[ \t]{1,20}: /);

/** TCPView and tcpvcon of Sysinternals, CurrPorts of NirSoft. */
export const connectionViewers: NearMiss = {
  name: "a list of connections of TCPView, tcpvcon or CurrPorts",
  ...withoutOffloadStates,
  hint: /\t(?:TCP|UDP)|\[(?:TCP|UDP)|(?:Remote|Local) (?:Address|Port)[ \t]{1,20}: /,
  block: P.alt<unknown>(
    holding(P.alt<unknown>(viewed, listed).then(rest)),
    holding(blanks.then(labelled).then(rest), FEWEST_LINES),
  ),
};
