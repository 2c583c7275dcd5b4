import P from "parsimmon";
import { blankLine, fits, linesOf, lone, type Part } from "../../contract/lines.ts";
import { language as registry } from "../../forms/registry/language.ts";
import { type PrintedValue, readData } from "../../forms/registry/values.ts";
import { token } from "../../lexicon/lexemes.ts";
import { type Statement, type StatementPart, where } from "./facts.ts";
import { statementOfObject } from "./properties.ts";

/** The key whose values say which Windows this is. */
export const currentVersionKey: P.Parser<string> = token(
  /HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\?/i,
);

/** The key CurrentVersion, as `reg query` prints it or a .reg file holds it. */
export const currentVersion: P.Parser<StatementPart> = where(/HKEY_/i, registry.key)
  .chain((own) => (fits(currentVersionKey, own.value) ? P.of(own) : P.fail("the key CurrentVersion")))
  .chain((key) =>
    P.alt<Part<PrintedValue>>(registry.value, blankLine.map(lone))
      .many()
      .map((parts) => ({ lines: [key, ...linesOf(parts)], value: statementOf(parts) })),
  );

function statementOf(parts: readonly Part<PrintedValue>[]): Statement {
  const entries = parts.flatMap(({ lines: [first], value }) =>
    first === undefined || value === undefined
      ? []
      : [{ from: first.from, label: value.name, value: String(readData(value, "utf16").value) }],
  );
  return statementOfObject({ from: entries[0]?.from ?? 0, entries }, true) ?? { facts: [] };
}
