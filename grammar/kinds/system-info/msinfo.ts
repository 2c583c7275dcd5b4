import P from "parsimmon";
import type { Part, PrintedLine } from "../../contract/lines.ts";
import {
  documentLine,
  documentProperty,
  documentValue,
  type MsinfoProperty,
  reportProperty,
  reportRow,
} from "../../forms/msinfo.ts";
import { hostName, token, words } from "../../lexicon/lexemes.ts";
import { factsOf, type StatedFact, type StatementPart, versionAndBuild, windowsName } from "./facts.ts";

interface Spec {
  part: StatementPart;
  report: StatementPart;
  document: StatementPart;
  telling: PrintedLine;
  other: PrintedLine<"markup", unknown>;
  row: PrintedLine;
}

const nothing: readonly StatedFact[] = [];
const anyValue = words.result(nothing);
const microsoft = token(/Microsoft Corporation/i).result(nothing);

/** The report of msinfo32: as text, and as the document that it saves. */
export const msinfo = P.createLanguage<Spec>({
  part: ({ report, document }) => P.alt(report, P.lookahead(/[ \t]*</).then(document)),

  // OS Name	Microsoft Windows Server 2008 R2 Enterprise
  // Version	6.1.7601 Service Pack 1 Build 7601
  report: () => summaryOf(reportProperty),

  // <Data>
  // <Item><![CDATA[OS Name]]></Item>
  // <Value><![CDATA[Microsoft Windows Server 2008 R2 Enterprise]]></Value>
  // </Data>
  document: () => summaryOf(documentProperty),

  // <Value><![CDATA[Microsoft Windows Server 2008 R2 Enterprise]]></Value>
  telling: () => documentValue(P.alt<unknown>(windowsName, versionAndBuild)),

  // <Category name="System Summary">
  other: () => documentLine,

  // System Type	x64-based PC
  row: () => reportRow,
});

/** In every language the host stands below the version, the other description of Vista and later, and Microsoft. */
function summaryOf(property: MsinfoProperty): P.Parser<StatementPart> {
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

function statementOf(properties: readonly Part<readonly StatedFact[]>[]): StatementPart {
  return {
    lines: properties.flatMap(({ lines }) => lines),
    value: {
      facts: properties.flatMap(({ lines, value = [] }) =>
        value.map((fact) => ({ ...fact, from: lines.at(-1)?.from ?? 0 })),
      ),
    },
  };
}
