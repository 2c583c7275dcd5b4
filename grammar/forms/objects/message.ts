import P from "parsimmon";
import { line, type PrintedLine } from "../../contract/lines.ts";
import { blanks, rest, token } from "../../lexicon/lexemes.ts";

interface Spec {
  message: PrintedLine<"message", unknown>;
  failure: string;
  trace: string;
  omission: string;
}

const cmdlet = token(/[A-Z][a-z]{1,30}-[A-Za-z]{3,60}(?= : )/).desc("a cmdlet");
const place = token(/At line:\d{1,9} char:\d{1,9}/).desc("a place in a script");
const dots = token(/\.{3,}|…/).desc("dots for lines that were left out");

/** What PowerShell prints instead of objects or below them, and what people put for lines they left out. */
export const { message } = P.createLanguage<Spec>({
  message: ({ failure, trace, omission }) => line("message", "message", blanks.then(P.alt(failure, trace, omission))),

  // Get-NetAdapterRss : No MSFT_NetAdapterRssSettingData objects found with property 'Name' equal to 'Eth9'.
  failure: () => cmdlet.then(rest),

  // At line:1 char:1
  // + Get-NetAdapterRss -Name Eth9
  trace: () => place.or(P.string("+ ")).then(rest),

  // ...
  omission: () => dots,
});
