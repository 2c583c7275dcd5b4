import { type Edit, edited } from "../mends/mend.ts";
import type { Unwrapping, Wrapper } from "./wrapper.ts";

const endings = "txt|log|out|csv|tsv|md|htm|html|json|res|rpt|dat|lst|ini|nfo|cap|asc|prn";
/** `netstat1.txt:`, `C:\\caps\\netstat1.txt:12:`, Select-String's `> netstat1.txt:12:`; a wildcard is no name. */
const prefix = new RegExp(
  `^(?<mark>> |  )?(?<file>(?:[A-Za-z]:[\\\\/]|\\\\\\\\|\\.{1,2}[\\\\/])?[^:<>|"*?\\t\\n]{0,200}?[^:<>|"*?\\t\\n .]\\.(?:${endings})\\d{0,3})(?<colon>:(?:\\d{1,7}:)?)(?!//)`,
  "i",
);
const mayHold = new RegExp(`\\.(?:${endings})\\d{0,3}:`, "i");
/** The same at a glance: addresses have digits in front of the colon. */
const letterBefore = /[A-Za-z]\d{0,3}:/;
const rowBehind = /^[ \t]{0,40}(?:TCP|UDP)(?:v6)?[ \t]/i;

/**
 * The names of files that findstr, grep and Select-String put in front of the lines that they found. They tell which
 * lines are of one capture: each file gets a heading.
 */
export const fileNames: Wrapper = {
  name: "lines behind names of files",
  hints: [mayHold],
  mayHold: (text) => letterBefore.test(text) && mayHold.test(text),
  begin: () => begin(),
};

function begin(): Unwrapping {
  const known = new Set<string>();
  let last: string | undefined;
  return {
    take: (line) => {
      const { text } = line;
      const found = mayHold.test(text.slice(0, LONGEST)) ? prefix.exec(text) : null;
      const file = found?.groups?.["file"];
      if (found === null || file === undefined || !isPrefix(found, text.slice(found[0].length), known)) {
        if (text.trim() !== "") last = undefined;
        return [line];
      }
      known.add(file);
      const isNew = file !== last;
      last = file;
      return edited(line, isNew ? headed(found) : [{ from: 0, to: found[0].length, text: "" }]);
    },
    rest: () => [],
  };
}

const LONGEST = 300;
const path = /^(?:[A-Za-z]:)?[\\/]|^\.{1,2}[\\/]/;

/** A sentence may begin with the name of a file: a name with blanks has to be one that stands in front of a row. */
function isPrefix({ groups = {} }: RegExpExecArray, behind: string, known: ReadonlySet<string>): boolean {
  const { file = "", colon = "" } = groups;
  if (known.has(file) || rowBehind.test(behind) || colon.length > 1) return true;
  return behind.trim() !== "" && (!/\s/.test(file) || path.test(file));
}

/** The name as the heading that `head` and `tail` print over a file. */
function headed({ groups = {}, 0: found }: RegExpExecArray): readonly Edit[] {
  const { mark = "", file = "" } = groups;
  const end = mark.length + file.length;
  return [
    { from: 0, to: mark.length, text: "==> " },
    { from: end, to: found.length, text: " <==\n" },
  ];
}
