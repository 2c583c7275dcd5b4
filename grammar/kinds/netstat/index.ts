import type { Grammar } from "../../contract/grammar.ts";
import { callOf } from "../../lexicon/programs.ts";
import { wordsOf } from "../../lexicon/words.ts";
import type { Connection, NetstatTraits } from "./connection.ts";
import { finish } from "./finish.ts";
import { readPacked } from "./read-packed.ts";
import { columnsDiffer, hint, landmarkIn, mayGoOn, mayResume } from "./recognition.ts";
import { linesIn } from "./table-lines.ts";

export type { Connection, NetstatTraits } from "./connection.ts";
export { cutRowHint, looksLikeCutTable } from "./cut-table.ts";
export { isKnownState } from "./row-words.ts";

const call = callOf("netstat");

/** The table of `netstat` with whatever switches, with or without the column that `-t` adds. */
export const netstat: Grammar<"netstat", Connection, NetstatTraits> = {
  kind: "netstat",
  title: "a netstat table",
  command: "netstat -nato",
  notes:
    "any mix of switches, with or without process ids, owners of `-b`, rows of UDP and headings; interval mode gives a snapshot for each table. Without the column of offload states there is no ratio, and it says so",
  // Every row begins with its protocol; a table without rows is known by its heading, or by the command.
  words: [
    ...["tcp ", "tcpv6 ", "udp ", "udpv6 ", "netstat"],
    ...wordsOf(({ netstatTitle, netstatHeading }) => [netstatTitle, netstatHeading.foreignAddress]),
  ],
  answers: (command) => call(command) !== undefined,
  hint,
  landmark: landmarkIn,
  continues: mayGoOn,
  resumes: mayResume,
  differs: columnsDiffer,
  // One class for each line, one record for each row.
  read: (segment) => readPacked(segment) ?? finish(linesIn(segment)),
};
