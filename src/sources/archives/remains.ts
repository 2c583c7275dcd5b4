import type { DiagnosticCode } from "../../../grammar/index.ts";
import type { Trouble } from "./archive.ts";

/** What is amiss with an archive from some place on, when so many members were found in what comes before it. */
export function brokenOff(code: DiagnosticCode, what: string, members: number): Trouble {
  return { code, status: members === 0 ? "failed" : "partial", reason: `${what}; ${found(members)}` };
}

/** How much of an archive was found before it breaks off, the member it breaks off in included. */
export function found(members: number): string {
  if (members === 0) return "no member was found in it";
  return members === 1 ? "1 member was found before that" : `${members} members were found before that`;
}

/** What is said of data that can be unpacked and yet are not what was packed. */
export const WRONG_SUM = "the checksum of the packed data is wrong: some of it may have been changed";
