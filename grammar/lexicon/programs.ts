import P from "parsimmon";
import { readAny } from "../contract/lines.ts";
import { oneOf, token } from "./lexemes.ts";

/** A call of a program on a command line. */
export interface ProgramCall {
  /** What stands behind the program, without the quotation marks. */
  readonly words: readonly string[];
  /** What its output is piped to, as typed; null when to nothing. */
  readonly pipe: string | null;
}

interface Spec {
  line: readonly (ProgramCall | null)[];
  command: ProgramCall | null;
  other: null;
  words: readonly string[];
  word: string;
  redirection: null;
  pipe: string | null;
}

/** Longest command line of cmd.exe. */
const LONGEST_COMMAND = 8191;

/** What runs the program that is named further behind. */
const RUNNERS = ["cmd", "powershell", "pwsh", "psexec", "psexec64", "winrs", "start", "call", "Invoke-Command", "icm"];

const blanks = token(/\s*/);
const opening = token(/[\s({@]*/);
const quoted = P.alt(P.regexp(/"([^"\n]*)"/, 1), P.regexp(/'([^'\n]*)'/, 1));
const bare = token(/[^\s"'<>&|;]+/);
const folder = token(/(?:[^\s"'<>&|;\\/]{0,255}[\\/]){0,40}/);
const quotedFolder = token(/(?:[^"'<>&|;\\/]{0,255}[\\/]){0,40}/);
const quote = token(/["']/);
const extension = token(/(?:\.exe)?/i);
const wordEnd = P.lookahead(/[\s"'<>&|;)}]|$/);
const echo = P.seq(token(/@?echo/i), wordEnd);
const separator = token(/&&?|;|\|\|/);

/** Makes the question how a command line calls one of the programs; undefined when it calls none of them. */
export function callOf(...names: readonly string[]): (command: string) => ProgramCall | undefined {
  const mention = new RegExp(names.join("|"), "i");
  const { line } = languageOf(program(names));
  return (command) => {
    if (command.length > LONGEST_COMMAND || !mention.test(command)) return undefined;
    return readAny(line, command).find((call) => call !== null);
  };
}

/** Name of a program, with or without its folder, its extension and quotation marks. */
function program(names: readonly string[]): P.Parser<unknown> {
  const path = P.alt(P.seq(quote, quotedFolder), folder);
  return P.seq(path, oneOf(names), extension, quote.or(P.of("")), wordEnd);
}

function languageOf(called: P.Parser<unknown>) {
  return P.createLanguage<Spec>({
    // cd \ & systeminfo | more
    line: ({ command, other }) => P.alt(command.skip(P.lookahead(separator.or(P.eof))), other).sepBy(separator),

    // cmd /c "C:\Windows\System32\reg.exe" query HKLM\SYSTEM > reg.txt
    command: ({ words, pipe, word, redirection }) => {
      const behindRunner = program(RUNNERS).then(
        P.notFollowedBy(blanks.then(called)).then(blanks).then(P.alt<unknown>(redirection, word)).many(),
      );
      return P.notFollowedBy(opening.then(echo))
        .then(opening)
        .then(P.alt<unknown>(behindRunner.then(opening).then(called), called))
        .then(P.seqObj<ProgramCall>(["words", words], ["pipe", pipe]));
    },

    words: ({ word, redirection }) =>
      P.alt<string | null>(redirection, word)
        .trim(blanks)
        .many()
        .map((all) => all.filter((own) => own !== null)),

    // "HKLM\SYSTEM\CurrentControlSet"
    word: () =>
      P.alt(quoted, bare, quote)
        .atLeast(1)
        .map((parts) => parts.join("")),

    // 2> errors.txt
    redirection: ({ word }) =>
      P.seq(P.regexp(/\d?[<>]+(?:&\d)?/), blanks, P.alt<unknown>(word, P.of(null))).result(null),

    // | findstr /i chimney
    pipe: () =>
      blanks
        .then(P.regexp(/\|(?!\|)\s*/))
        .then(P.regexp(/[^&;]*/))
        .or(blanks.result(null)),

    other: () => P.regexp(/[^&|;]*(?:\|(?!\|)[^&|;]*)*/).result(null),
  });
}
