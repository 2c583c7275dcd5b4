import P from "parsimmon";
import { atMost, line, type Part, type PrintedLine, readText } from "../../contract/lines.ts";
import { blanks, hostName, words } from "../../lexicon/lexemes.ts";
import { factsOf, type StatedFact, type StatementPart, versionAndBuild, windowsName } from "./facts.ts";

/** A property, on one line or several, and what its value says. */
type Property = Part<readonly StatedFact[]>;
/** Makes the production of a property by that of its value. */
type PropertyOf = (value: P.Parser<readonly StatedFact[]>) => P.Parser<Property>;

interface Spec {
  part: StatementPart;
  report: StatementPart;
  document: StatementPart;
  telling: PrintedLine;
  other: PrintedLine<"markup", unknown>;
  row: PrintedLine;
}

const LONGEST_LINE = 4000;

const label = P.regexp(/[^\t\n<]{1,80}\t/).desc("a label and a TAB");
const tag = P.regexp(/<(?!!\[CDATA\[)[/?!]?\p{L}[^<>\n]{0,200}>/u).desc("a tag");
const opensText = P.string("<![CDATA[");
const cdata = P.regexp(/(?:(?!\]\]>)[^\n])*/).wrap(opensText, P.string("]]>"));
const element = cdata.wrap(tag, tag);
const tags = blanks.then(tag.notFollowedBy(opensText).skip(blanks).many());

const anyValue = words.result([]);
const microsoft = P.regexp(/Microsoft Corporation/i).result([]);

/** The report of msinfo32: as text, and as the document that it saves. */
export const msinfo = P.createLanguage<Spec>({
  part: ({ report, document }) => P.alt(report, P.lookahead(/[ \t]*</).then(document)),

  // OS Name	Microsoft Windows Server 2008 R2 Enterprise
  // Version	6.1.7601 Service Pack 1 Build 7601
  report: () => summaryOf(textProperty),

  // <Data>
  // <Item><![CDATA[OS Name]]></Item>
  // <Value><![CDATA[Microsoft Windows Server 2008 R2 Enterprise]]></Value>
  // </Data>
  document: () => summaryOf(documentProperty),

  // <Value><![CDATA[Microsoft Windows Server 2008 R2 Enterprise]]></Value>
  telling: () => {
    const name = elementWith(P.alt<unknown>(windowsName, versionAndBuild));
    return line("telling", "record", short(tags.then(name.or(element.skip(blanks).then(name))).skip(tags)));
  },

  // <Category name="System Summary">
  other: () =>
    line(
      "markup",
      "unrelated",
      short(P.alt<unknown>(tags.then(element.skip(blanks).atLeast(1)).skip(tags), tag.then(tags))),
    ),

  // System Type	x64-based PC
  row: () => line("row", "unrelated", short(blanks.then(label).then(words))),
});

/** In every language the host stands below the version, the other description of Vista and later, and Microsoft. */
function summaryOf(property: PropertyOf): P.Parser<StatementPart> {
  const manufacturer = property(microsoft);
  return P.seqMap(
    property(windowsName.map((value) => factsOf("osName", value))),
    property(versionAndBuild),
    P.alt(P.seq(manufacturer), P.seq(property(anyValue), manufacturer)),
    property(hostName.map((value) => factsOf("hostName", value))),
    property(words.map((value) => factsOf("systemManufacturer", value))),
    property(words.map((value) => factsOf("systemModel", value))),
    (name, version, between, ...others) => statementOf([name, version, ...between, ...others]),
  );
}

function textProperty(value: P.Parser<readonly StatedFact[]>): P.Parser<Property> {
  return line("property", "record", short(blanks.then(label).then(value))).map((own) => ({
    lines: [own],
    value: own.value,
  }));
}

/** Label and value are elements of their own; the tags around them stand on the same line or on their own ones. */
function documentProperty(value: P.Parser<readonly StatedFact[]>): P.Parser<Property> {
  const valueElement = elementWith(value);
  const markup = line("markup", "unrelated", short(tag.then(tags)));
  const label = line("label", "record", short(tags.then(element).skip(tags)));
  const own = line("property", "record", short(tags.then(valueElement).skip(tags)));
  const both = line("property", "record", short(tags.then(element).then(blanks).then(valueElement).skip(tags)));
  const pair = P.seqMap(label, own, (above, below) => ({ lines: [above, below], value: below.value }));
  return P.seqMap(
    markup.many(),
    P.alt<Property>(
      pair,
      both.map((found) => ({ lines: [found], value: found.value })),
    ),
    (before, found) => ({
      ...found,
      lines: [...before, ...found.lines],
    }),
  );
}

function elementWith<V>(value: P.Parser<V>): P.Parser<V> {
  return element.chain((text) => {
    const found = readText(value, text.trim());
    return found === undefined ? P.fail("a value") : P.of(found);
  });
}

function statementOf(properties: readonly Property[]): StatementPart {
  return {
    lines: properties.flatMap(({ lines }) => lines),
    value: {
      facts: properties.flatMap(({ lines, value = [] }) =>
        value.map((fact) => ({ ...fact, from: lines.at(-1)?.from ?? 0 })),
      ),
    },
  };
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
