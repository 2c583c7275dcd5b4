import type { Grammar, Landmark } from "../../contract/grammar.ts";
import { wordsOf } from "../../lexicon/words.ts";
import type { OffloadState } from "../../locales/locale.ts";
import { executableNamed, isOwnershipRefusal } from "./owners.ts";
import { readTable } from "./read.ts";
import { rowHead } from "./row.ts";
import { endsInAddress, isProtocolAlone, startsLikeRow } from "./row-beginnings.ts";
import { beginsHeading, netstatWords } from "./words.ts";

/** A row of *Active Connections*. A column that the table lacks is a missing key. */
export interface Connection {
  /** Line of the row in its source, 1-based. */
  readonly line: number;
  readonly protocol: "TCP" | "UDP";
  /** Address as printed, without the brackets of IPv6, with its zone; a name when netstat ran without -n. */
  readonly localAddress: string;
  /** Port number; the service name when netstat printed one; `*` for the wildcard. */
  readonly localPort: number | string;
  readonly foreignAddress: string;
  readonly foreignPort: number | string;
  /** netstat's English word where the word is known, else the word as printed. UDP rows have none. */
  readonly state?: string;
  readonly pid?: number;
  readonly offloadState?: OffloadState;
  /** The word in the offload column when it is none of the four. */
  readonly unknownOffloadState?: string;
  /** Executable named under the row by `-b`, without its brackets. */
  readonly process?: string;
}

/** What is known of a netstat table as a whole. */
export interface NetstatTraits {
  /** True when the table has the *Offload State* column, told by its heading or by its rows. */
  readonly hasOffloadState: boolean;
  /** True when rows carry a process id (the heading can't be trusted for it). */
  readonly hasProcessId: boolean;
}

/** The table of `netstat` with whatever switches, with or without the column that `-t` adds. */
export const netstat: Grammar<"netstat", Connection, NetstatTraits> = {
  kind: "netstat",
  title: "a netstat table",
  command: "netstat -nato",
  // Every row begins with its protocol; a table without rows is known by its heading, or by the command.
  words: [
    ...["tcp ", "tcpv6 ", "udp ", "udpv6 ", "netstat"],
    ...wordsOf(({ netstatTitle, netstatHeading }) => [netstatTitle, netstatHeading.foreignAddress]),
  ],
  answers: (command) => /^["']?(?:[\w:\\]{0,200}\\)?netstat(?:\.exe)?["']?(?:\s|$)/i.test(command),
  landmark: (line): Landmark | undefined => {
    if (startsLikeRow(line)) return rowHead(line) === undefined && !endsInAddress(line) ? undefined : "record";
    return netstatWords(line)?.key;
  },
  continues: (line) => startsLikeRow(line) || isOwnerLine(line) || isFragment(line),
  // A heading and the first row of a table that was cut or wrapped in them.
  resumes: (line) => startsLikeRow(line) || isProtocolAlone(line) || beginsHeading(line),
  read: readTable,
};

/** `-b` prints the executable in brackets under its row, or that it may not tell it. */
function isOwnerLine(line: string): boolean {
  return executableNamed(line) !== undefined || isOwnershipRefusal(line);
}

/**
 * A few words may be the rest of a wrapped row or heading, or a component above an executable; a sentence is not. The
 * rest of a row from its local address on has five.
 */
function isFragment(line: string): boolean {
  if (line.length > 120) return false;
  const words = line.trim().split(/[ \t]+/, 6);
  return words.length <= 4 || (words.length === 5 && /:\d{1,5}$/.test(words[1] ?? ""));
}
