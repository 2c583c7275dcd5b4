import P from "parsimmon";
import { type Placed, type PrintedLine, placed } from "../../contract/lines.ts";
import { blanks, colon, words as text, token } from "../../lexicon/lexemes.ts";
import { collapsed, lookUp, type Phrase, type Phrasebook } from "../../lexicon/phrases.ts";
import { type Documented, plausible, valueLike } from "./values.ts";

/** What tells one settings listing from the others. `K` are the settings it may show. */
export interface SettingsWords<K> {
  readonly labels: Phrasebook<K>;
  /** Titles and the lines that are printed while the settings are fetched, with what becomes of them. */
  readonly furniture: Phrasebook<"heading" | "message">;
  /** Lines that belong to the listing but are no settings, like a footnote. */
  readonly aside: P.Parser<PrintedLine>;
  /** Gives the value that a word stands for; undefined when no document lists it for the setting. */
  readonly value: (key: K, word: string) => string | number | undefined;
  /** The same without knowing the setting: is it a value at all? */
  readonly anyValue: Documented;
  /** "kept" when most labels of the listing mean nothing to us: they are records as printed, and no remark is made. */
  readonly others?: "kept";
}

/** A label as it is reported, and what it means; undefined when it is in no language that is known. */
export interface Label<K> {
  readonly label: string;
  readonly phrase: Phrase<K> | undefined;
}

/** A label, and the text behind its colon with whatever was written behind the value. */
export interface Entry<K> extends Label<K> {
  readonly printed: Placed<string>;
}

/** No label of any language is half as long; a longer text before a colon is a sentence. */
const plainLabel = token(/[^\s:：](?:[^:：\n]{0,158}[^\s:：])?/).desc("a label");
const quote = P.string('"');
const quotedLabel = token(/[^":：\n]{1,160}/)
  .wrap(quote, quote)
  .desc("a label");
export const printedLabel = quotedLabel.skip(P.lookahead(/[ \t]*[:：]/)).or(plainLabel);
/** Labels begin with a letter, maybe a lost one: the clock before somebody's words does not. */
const letteredLabel = token(() => /["'*]{0,2}\d{0,4}[\p{L}?\ufffd](?:[^:：\n]{0,150}[^\s:：])?/u).desc("a label");
export const sign = blanks.then(colon).skip(blanks);
/** How netsh prints it. */
const farSign = token(/[ \t]+:[ \t]*|[ \t]*：[ \t]*/).desc("a colon");
/** A cell of a table of Markdown or HTML, and what parts it from the next one. */
const cell = token(/[^\s:：][^:：\n\t]{0,159}(?=\t)/).desc("a label");
const nextCell = token(/\t[ \t]*/).desc("a TAB");
const nearSign = token(/:[ \t]+/).desc("a colon");

/** What a line of label and value may be, from what is certain to what is believed behind the echoed command only. */
export interface Entries<K> {
  /** A label that is known. */
  readonly known: P.Parser<Label<K>>;
  /** Another text that may be a label. */
  readonly unknown: P.Parser<Label<K>>;
  /** A known label with anything. */
  readonly given: P.Parser<Entry<K>>;
  /** A known label with a value that the setting can have. */
  readonly certain: P.Parser<Entry<K>>;
  /** A known label with anything, or another one with a value that some setting can have. */
  readonly likely: P.Parser<Entry<K>>;
  /** The same, or another label with what looks like a value. */
  readonly possible: P.Parser<Entry<K>>;
}

/** The entries of a listing; what was written behind a value goes with it. */
export function entriesIn<K>(words: SettingsWords<K>): Entries<K> {
  const known = blanks.then(printedLabel).chain((printed): P.Parser<Label<K>> => {
    const phrase = lookUp(words.labels, printed);
    return phrase === undefined ? P.fail("a label that is known") : P.of({ label: collapsed(printed), phrase });
  });
  const unknown = blanks
    .then(letteredLabel)
    .map((printed): Label<K> => ({ label: collapsed(printed), phrase: undefined }));
  // Chimney Offload State<TAB>disabled
  const inCells = blanks.then(cell).chain((printed) => {
    const phrase = lookUp(words.labels, printed);
    const label = { label: collapsed(printed), phrase };
    return phrase === undefined
      ? P.fail("a label that is known")
      : entry(P.of(label), nextCell, plausible(documentedFor(words, label)));
  });
  const given = P.alt<Entry<K>>(entry(known, sign, P.of("")), inCells);
  const likely = P.alt<Entry<K>>(
    given,
    entry(unknown, farSign, plausible(words.anyValue)),
    entry(unknown, nearSign, plausible(wordOf(words.anyValue))),
  );
  const possibleValue = words.others === "kept" ? P.of("") : valueLike(words.anyValue);
  return {
    known,
    unknown,
    given,
    certain: known.chain((own) => entry(P.of(own), sign, plausible(documentedFor(words, own)))).or(inCells),
    likely,
    possible: likely.or(entry(unknown, farSign, possibleValue)),
  };
}

/** Gives the value that a word stands for behind the label. */
export function documentedFor<K>({ value, anyValue }: SettingsWords<K>, { phrase }: Label<K>): Documented {
  return (word) => (phrase === undefined ? anyValue(word) : value(phrase.key, word));
}

function entry<K>(label: P.Parser<Label<K>>, between: P.Parser<string>, value: P.Parser<unknown>): P.Parser<Entry<K>> {
  return P.seqMap(label.skip(between), placed(P.lookahead(value).then(text)), (own, printed) => ({ ...own, printed }));
}

/** Numbers stand behind colons in many texts. */
function wordOf(isDocumented: Documented): Documented {
  return (word) => {
    const value = isDocumented(word);
    return typeof value === "string" ? value : undefined;
  };
}
