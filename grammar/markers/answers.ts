import P from "parsimmon";
import { readAny, readLine } from "../contract/lines.ts";
import { blanks, cell, gap, lineEnd, oneOf, token } from "../lexicon/lexemes.ts";
import { hostName } from "./host-name.ts";

interface Spec {
  line: readonly boolean[];
  hostname: boolean;
  variable: boolean;
  property: boolean;
  nbtstat: boolean;
  other: boolean;
}

const LONGEST_COMMAND = 1000;

const LONGEST_ANSWER = 400;

/** The row of the file server, which has the name of the computer: `    SRV01          <20>  UNIQUE      Registered`. */
const fileServer = token(/[ \t]*<20>[ \t]+\S[^\n]{0,80}/);
const answer = hostName
  .skip(fileServer.or(P.of("")))
  .trim(blanks)
  .skip(lineEnd);
const secondColumn = blanks.then(cell).skip(gap).then(answer);
const sign = token(/[&;]+/);
const end = P.lookahead(/[ \t)]*(?:[&;|>]|$)/);
const open = token(/[ \t(@]*/);
const folder = token(/(?:[A-Za-z]:\\[^\s"]{1,200}\\)?/);
const extension = token(/(?:\.exe)?/i);
const echo = token(/(?:echo|Write-(?:Host|Output))[ \t.]+["']?/i);
const rest = token(/[^&;]*/);

/** The commands of a line that print the name of the computer, alone or in a row of its own. */
const language = P.createLanguage<Spec>({
  line: ({ hostname, variable, property, nbtstat, other }) =>
    P.alt(hostname, variable, property, nbtstat, other).sepBy(sign),

  // hostname
  hostname: () =>
    open
      .then(folder)
      .then(oneOf(["hostname"]))
      .then(extension)
      .skip(end)
      .skip(rest)
      .result(true),

  // echo %computername%          $env:COMPUTERNAME
  variable: () =>
    open
      .then(echo.or(P.of("")))
      .then(P.regexp(/%computername%|\$env:computername/i))
      .skip(P.regexp(/["']?/))
      .skip(end)
      .skip(rest)
      .result(true),

  // [Environment]::MachineName          [System.Net.Dns]::GetHostName()
  property: () =>
    open
      .then(P.regexp(/\[(?:System\.)?(?:Environment\]::MachineName|Net\.Dns\]::GetHostName\(\))/i))
      .skip(end)
      .skip(rest)
      .result(true),

  // nbtstat -n
  nbtstat: () =>
    open
      .then(folder)
      .then(oneOf(["nbtstat"]))
      .then(extension)
      .skip(P.regexp(/[ \t]+[-/]n/i))
      .skip(end)
      .skip(rest)
      .result(true),

  other: () => blanks.then(rest).result(false),
});

/** The name in a line that such a command prints. */
export function hostNamePrinted(text: string): string | undefined {
  return text.length > LONGEST_ANSWER ? undefined : readLine(answer, text);
}

/** The name with its domain that a line has in its second column, in any language: `Full Computer name   srv01.example.com`. */
export function fullNameOf(short: string, text: string): string | undefined {
  const name = text.length > LONGEST_ANSWER ? undefined : readLine(secondColumn, text);
  const isLonger = name !== undefined && name.length > short.length;
  return isLonger && name.toUpperCase().startsWith(`${short.toUpperCase()}.`) ? name : undefined;
}

/** True when the command line, among others, asks for nothing but the name of the computer. */
export function asksForHostName(command: string): boolean {
  return command.length <= LONGEST_COMMAND && readAny(language.line, command).includes(true);
}
