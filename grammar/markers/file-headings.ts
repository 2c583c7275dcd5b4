import P from "parsimmon";
import { hintOf, readLine } from "../contract/lines.ts";
import { blanks, lineEnd } from "../lexicon/lexemes.ts";
import { isTellingName } from "./host-name.ts";
import { type Marker, named } from "./marker.ts";

interface Spec {
  heading: Marker;
  file: Marker;
}

const folders = P.regexp(/(?:[^\n<>|"*?]{0,250}[\\/])?/);
const word = P.regexp(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+){0,8}?(?=[_ ]|\.[A-Za-z]{1,5}\d{0,3}(?:[ \t]|$))/u);
const others = P.regexp(/[^\n<>|"*?\\/]{0,250}?\.[A-Za-z]{1,5}\d{0,3}(?=[ \t]|$)/);
const anyFile = P.regexp(/[^\n<>|"*?]{1,500}?(?=[ \t]{1,8}<==)/);

/** What head, tail and PowerShell scripts print over each of several files. */
const language = P.createLanguage<Spec>({
  // ==> C:\captures\SRV01_netstat.txt <==
  heading: ({ file }) =>
    file.or(anyFile.result(without)).wrap(P.string("==> ").skip(blanks), blanks.then(P.string("<==")).skip(blanks)),

  // SRV01_netstat.txt
  file: () =>
    P.seqMap(folders, word, others, (_, name) => name)
      .skip(P.lookahead(P.regexp(/[ \t]*<==/)))
      .chain((name) =>
        isTellingName(name) ? P.of<Marker>({ ...without, host: named(name, "a heading") }) : P.of(without),
      ),
});

const without: Marker = { class: "banner", command: null };

const fileHeading = language.heading.skip(lineEnd);
const mayBeFileHeading = hintOf([/^==> /]);

/** What the heading of a file says: that something else begins, and of which host it is where the name of the file has one. */
export function readFileHeading(text: string): Marker | undefined {
  return mayBeFileHeading(text) ? readLine(fileHeading, text) : undefined;
}
