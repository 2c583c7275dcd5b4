import P from "parsimmon";
import { atMost, line, type Part, type PrintedLine, readText } from "../contract/lines.ts";
import { blanks, token, words } from "../lexicon/lexemes.ts";

/** Makes the production of a property by that of its value: on one line, or on several between tags. */
export type MsinfoProperty = <V>(value: P.Parser<V>) => P.Parser<Part<V>>;

const LONGEST_LINE = 4000;

const label = token(/[^\t\n<]{1,80}\t/).desc("a label and a TAB");
const tag = token(() => /<(?!!\[CDATA\[)[/?!]?\p{L}[^<>\n]{0,200}>/u).desc("a tag");
const opensText = P.string("<![CDATA[");
const cdata = token(/(?:(?!\]\]>)[^\n])*/).wrap(opensText, P.string("]]>"));
const element = cdata.wrap(tag, tag);
const tags = blanks.then(tag.notFollowedBy(opensText).skip(blanks).many());
/** Categories part what is said of one thing from what is said of others. */
const isCategory = token(/[ \t]*<\/?Category/);

/** A property of the report that msinfo32 prints: `OS Name	Microsoft Windows Server 2008 R2 Enterprise`. */
export function reportProperty<V>(value: P.Parser<V>): P.Parser<Part<V>> {
  return line("property", "record", short(blanks.then(label).then(value))).map((own) => ({
    lines: [own],
    value: own.value,
  }));
}

/** Any property of the report, for its line alone. */
export const reportRow: P.Parser<PrintedLine<"row", unknown>> = line(
  "row",
  "unrelated",
  short(blanks.then(label).then(words)),
);

/** The same in the document that it saves: label and value are elements of their own, on one line or on two. */
export function documentProperty<V>(value: P.Parser<V>): P.Parser<Part<V>> {
  const valueElement = elementWith(value);
  const markup = line("markup", "unrelated", P.notFollowedBy(isCategory).then(short(tag.then(tags))));
  const own = line("property", "record", short(tags.then(valueElement).skip(tags)));
  const both = line("property", "record", short(tags.then(element).then(blanks).then(valueElement).skip(tags)));
  const item = line("label", "record", short(tags.then(element).skip(tags)));
  const pair = P.seqMap(item, own, (above, below) => ({ lines: [above, below], value: below.value }));
  return P.seqMap(
    markup.many(),
    P.alt<Part<V>>(
      pair,
      both.map((found) => ({ lines: [found], value: found.value })),
    ),
    (before, found) => ({ ...found, lines: [...before, ...found.lines] }),
  );
}

/** A line of the document whose value is one of these, with its label or without. */
export function documentValue<V>(value: P.Parser<V>): P.Parser<PrintedLine<"telling", V>> {
  const own = elementWith(value);
  return line("telling", "record", short(tags.then(own.or(element.skip(blanks).then(own))).skip(tags)));
}

/** Any line of the document: `<Category name="System Summary">` */
export const documentLine: P.Parser<PrintedLine<"markup", unknown>> = line(
  "markup",
  "unrelated",
  short(P.alt<unknown>(tags.then(element.skip(blanks).atLeast(1)).skip(tags), tag.then(tags))),
);

function elementWith<V>(value: P.Parser<V>): P.Parser<V> {
  return element.chain((text) => {
    const found = readText(
      value.map((own) => ({ own })),
      text.trim(),
    );
    return found === undefined ? P.fail("a value") : P.of(found.own);
  });
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
