import P from "parsimmon";
import { lineEnd, rest } from "../lexicon/lexemes.ts";

/** Output that people take for a capture and that does not show what is asked: it is named, and not read. */
export interface NearMiss {
  /** What it is, behind "This is". */
  readonly name: string;
  /** What it does not show, and what would. */
  readonly lacks: string;
  readonly run: string;
  /** Lines without a blank one between them that are such output, in whatever language; absent where only its command tells. */
  readonly block?: P.Parser<unknown>;
  /** A quick look at such lines before the production reads them; linear. */
  readonly hint?: RegExp;
  /** True for an echoed command that prints it; absent where its lines tell enough. */
  answers?(command: string): boolean;
}

/** What somebody is told who took the output for a capture. */
export function nearMissMessage({ name, lacks, run }: Pick<NearMiss, "name" | "lacks" | "run">): string {
  return `This is ${name}; it does not show ${lacks}. Run ${run}`;
}

/** What every list of connections lacks but netstat's own with -t. */
export const withoutOffloadStates = {
  lacks: "offload states",
  run: "netstat -nato on the Windows server",
} as const;

/** Lines among which some, at least so many, are of the production. */
export function holding(line: P.Parser<unknown>, fewest = 1): P.Parser<unknown> {
  const other = rest.skip(lineEnd).result(0);
  const telling = line.skip(lineEnd).result(1);
  return P.notFollowedBy(P.eof)
    .then(telling.or(other))
    .many()
    .assert(
      (found) => found.reduce<number>((sum, one) => sum + one, 0) >= fewest,
      `at least ${fewest} lines of the output`,
    );
}
