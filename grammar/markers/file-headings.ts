import P from "parsimmon";
import type { Hint } from "../contract/hint.ts";
import { hintOf, readLine } from "../contract/lines.ts";
import { blanks, lineEnd, oneOf, token } from "../lexicon/lexemes.ts";
import { isTellingName } from "./host-name.ts";
import { type Marker, named } from "./marker.ts";

interface Spec {
  heading: Marker;
  framed: Marker;
  found: Marker;
  alone: Marker;
  file: Marker;
}

const folders = token(/(?:[^\n<>|"*?]{0,250}[\\/])?/);
const word = token(() => /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+){0,8}?(?=[_ ]|\.[A-Za-z]{1,5}\d{0,3}(?:[ \t]|\n|$))/u);
const others = token(/[^\n<>|"*?\\/]{0,250}?\.[A-Za-z]{1,5}\d{0,3}(?=[ \t]|\n|$)/);
const anyFile = token(/[^\n<>|"*?]{1,500}?(?=[ \t]{1,8}<==)/);
const plainName = token(() => /[\p{L}\p{N}_][\p{L}\p{N}_.()-]{0,120}\./u);
const textEnding = oneOf(["txt", "log", "out", "csv", "cap", "lst", "res"]);
const dashes = token(/-{10}[ \t]/);

/** What stands over each of several files: by `head` and `tail`, by `find`, by `type` and ripgrep. */
const language = P.createLanguage<Spec>({
  heading: ({ framed, found, alone }) => P.alt(framed, found, alone),

  // ==> C:\captures\SRV01_netstat.txt <==
  framed: ({ file }) =>
    file
      .skip(P.lookahead(P.regexp(/[ \t]*<==/)))
      .or(anyFile.result(nameless))
      .wrap(P.string("==> ").skip(blanks), blanks.then(P.string("<=="))),

  // ---------- SRV01_NETSTAT.TXT
  found: ({ file }) => dashes.then(file),

  // netstat1.txt
  alone: () => plainName.then(textEnding).result(nameless),

  // SRV01_netstat.txt
  file: () =>
    P.seqMap(folders, word, others, (_, name) => name).map((name) =>
      isTellingName(name) ? { ...nameless, host: named(name, "a heading") } : nameless,
    ),
});

const nameless: Marker = { class: "banner", command: null };

const fileHeading = language.heading.skip(blanks).skip(lineEnd);
export const fileHeadingHint: Hint = hintOf(() => [
  [/^==> /],
  [/^-{10}[ \t]/],
  [/^[^\s]{1,120}\.(?:txt|log|out|csv|cap|lst|res)[ \t]*$/i],
]);

/** What the heading of a file says: that something else begins, and of which host it is where the name of the file has one. */
export function readFileHeading(text: string): Marker | undefined {
  return fileHeadingHint(text) ? readLine(fileHeading, text) : undefined;
}
