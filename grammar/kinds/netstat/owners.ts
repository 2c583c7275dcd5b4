import P from "parsimmon";
import { blankLine, line, type PrintedLine } from "../../contract/lines.ts";
import { rest, token } from "../../lexicon/lexemes.ts";
import { locales } from "../../locales/index.ts";
import { wordsLine } from "./headings.ts";
import { margin, protocolAlone, rowStart } from "./row.ts";

/** The lines of `-b` under a row, and the executable that they name, if they name one. */
export interface Owner {
  readonly lines: readonly PrintedLine[];
  readonly process?: string;
}

interface Spec {
  owner: Owner;
  named: Owner;
  module: PrintedLine;
  component: PrintedLine;
  executable: PrintedLine<"owner", string>;
  refusal: PrintedLine;
}

const name = token(/[^\]\n]{1,260}/).desc("the name of an executable");
const path = token(/(?:[A-Za-z]:|\\[?\w])[^\n:<>|"]{0,300}\.\w{2,4}/).desc("the path of a module");
const dashes = P.string("--");
const betweenDashes = token(/[^\n-]{3,80}/);
/** The beginnings of the message: some captures of it end within a word. */
const refusals = P.alt(...locales.flatMap(({ messages }) => messages.noOwnership ?? []).map((text) => P.string(text)));

// [svchost.exe]
export const executable: P.Parser<string> = name.wrap(P.string("["), P.string("]"));

/** What `netstat -b` prints below a row. */
export const ownerLanguage = P.createLanguage<Spec>({
  // The modules of a row, then the executable; either may be missing.
  owner: ({ module, named }) =>
    P.notFollowedBy(rowStart)
      .then(
        P.seqMap(module.many(), named.fallback({ lines: [] }), (modules, { lines, ...owner }) => ({
          lines: [...modules, ...lines],
          ...owner,
        })),
      )
      .fallback({ lines: [] }),

  //   RpcSs
  //  [svchost.exe]
  named: ({ component, executable: last }) =>
    P.seqMap(blankLine.many(), component.atMost(1), blankLine.many(), last, (above, components, between, own) => ({
      lines: [...above, ...components, ...between, own],
      process: own.value,
    })),

  // Server 2003 lists them all.
  //   C:\WINDOWS\system32\mswsock.dll
  //   -- unknown component(s) --
  module: () => line("owner", "record", margin.then(P.alt<unknown>(path, betweenDashes.wrap(dashes, dashes)))),

  //   RpcSs
  component: ({ executable: last, refusal }) =>
    P.notFollowedBy(P.alt<unknown>(blankLine, last, refusal, rowStart, protocolAlone, wordsLine)).then(
      line("owner", "record", rest),
    ),

  //  [svchost.exe]
  executable: () => line("owner", "record", margin.then(executable)),

  //  Can not obtain ownership information
  refusal: () => line("refusal", "message", margin.then(refusals).then(rest)),
});
