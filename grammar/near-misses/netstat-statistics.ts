import P from "parsimmon";
import { blanks, token } from "../lexicon/lexemes.ts";
import { holding, type NearMiss, withoutOffloadStates } from "./near-miss.ts";

/** Fewer rows than the shortest of the lists has might be anything. */
const FEWEST_ROWS = 4;

const label = token(/[^\s=](?:[^\n=]{0,120}[^\s=])?(?=[ \t]{2,60}=)/);
const number = token(/\d{1,12}(?=[ \t]*\n)/);

//   Active Opens                        = 4711
const row = P.seq(blanks, label, blanks, P.string("="), blanks, number, blanks);

/** `netstat -s`: counters of protocols, in any language. */
export const netstatStatistics: NearMiss = {
  name: "netstat -s, the statistics of protocols",
  ...withoutOffloadStates,
  hint: /[ \t]{2}=[ \t]*\d/,
  block: holding(row, FEWEST_ROWS),
};
