import P from "parsimmon";
import { line, type PrintedLine, reclassed } from "../../contract/lines.ts";
import { anyWords, blanks, colon, kbNumber, token } from "../../lexicon/lexemes.ts";
import { type Phrase, phraseOf } from "../../lexicon/phrases.ts";
import { hotfixOf, type Statement, type StatementPart, short } from "./facts.ts";
import { hotfixLabels, label, separator } from "./labels.ts";

/** What stands above a list, with the number of entries that it promises; null where it promises none. */
type HeadingLine = PrintedLine<
  "listHeading",
  { readonly label: Phrase<unknown> | null; readonly promised: number | null }
>;
/** The hotfix that an entry of a list names; null for other entries. */
type EntryLine = PrintedLine<"entry", string | null>;

interface Spec {
  list: StatementPart;
  loneEntry: StatementPart;
  heading: HeadingLine;
  foreignHeading: HeadingLine;
  entry: EntryLine;
}

/** `[01]: ` */
export const ordinal: P.Parser<unknown> = P.seq(
  token(/\[\d{1,4}\]/).desc("the number of an entry"),
  blanks,
  colon,
  blanks,
);
/** In every language the number of entries stands in the line above them. */
export const promised: P.Parser<number> = P.regexp(/[^\d\n]{0,80}(\d{1,4})(?![\d.])[^[\n]*/, 1).map(Number);

/** The list of hotfixes in `systeminfo`. */
export const hotfixList = P.createLanguage<Spec>({
  list: ({ heading, foreignHeading, entry }) =>
    P.alt(
      P.seqMap(heading, entry.many(), listOf),
      P.seq(foreignHeading, entry.atLeast(1)).chain(([own, entries]) =>
        entries.some(({ value }) => value !== null) ? P.of(listOf(own, entries)) : P.fail("a hotfix"),
      ),
    ),

  loneEntry: ({ entry }) => entry.map((own) => ({ lines: [own], value: { facts: hotfixesIn([own]) } })),

  // Hotfix(s):                 2 Hotfix(s) Installed.
  heading: () =>
    line(
      "listHeading",
      "heading",
      short(
        P.seqObj<HeadingLine["value"]>(["label", phraseOf(hotfixLabels, label, "a label of hotfixes")], separator, [
          "promised",
          P.alt(promised, anyWords.result(null)),
        ]),
      ),
    ),

  // Korektoj:                  2 korektoj instalitaj.
  foreignHeading: () =>
    line(
      "listHeading",
      "heading",
      short(P.seqObj<HeadingLine["value"]>(["label", label.result(null)], separator, ["promised", promised])),
    ),

  //                            [01]: KB2525390            [05]: KB911164 - Update
  entry: () =>
    line("entry", "record", short(ordinal).then(P.alt(kbNumber.skip(anyWords), anyWords.result(null)))).map((own) =>
      own.value === null ? reclassed(own, "unrelated") : own,
    ),
});

/** The list with what is missing of it: one that is not whole does not say that a hotfix is not installed. */
function listOf(heading: HeadingLine, entries: readonly EntryLine[]): StatementPart {
  const { label: known, promised: all } = heading.value;
  const message = `The list announces ${all} hotfixes but has ${entries.length}: one that is missing here may be installed`;
  const isCut = all !== null && all > entries.length;
  return {
    lines: [heading, ...entries],
    value: {
      facts: hotfixesIn(entries),
      hotfixList: all === entries.length ? "whole" : "cut",
      ...(known !== null && { phrases: [known] }),
      ...(isCut && { remarks: [{ code: "list-incomplete", message, at: heading.from }] }),
    },
  };
}

function hotfixesIn(entries: readonly EntryLine[]): Statement["facts"] {
  return entries.flatMap(({ value, from }) => (value === null ? [] : [{ ...hotfixOf(value), from }]));
}
