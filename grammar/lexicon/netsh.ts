import P from "parsimmon";
import { readAny } from "../contract/lines.ts";
import { oneOf, token } from "./lexemes.ts";

/** A word that netsh takes in any abbreviation of at least `fewest` letters. */
type NetshWord = readonly [whole: string, fewest: number];

/** The words of a call of netsh, without netsh itself and its options. */
type NetshCall = readonly string[];

interface Spec {
  line: readonly NetshCall[];
  call: NetshCall;
  before: string;
  option: string;
  word: string;
  redirection: string;
  other: string;
}

/** Longest command line of cmd.exe. */
const LONGEST_COMMAND = 8191;
const PROGRAM = "netsh";

/** Quotation marks do not part or join words: `-c "interface tcp"` are three. */
const blanks = token(/[\s"'`]*/);
const plain = token(/[^\s"'`<>&|;]+/).desc("a word");
const wordEnd = P.lookahead(/[\s"'`<>&|;]|$/).desc("the end of a word");
const folder = token(/(?:[^\s"'`<>&|;\\/]{0,255}[\\/]){0,40}/);
const extension = token(/(?:\.exe)?/i);
const program = P.seq(folder, oneOf([PROGRAM]), extension, wordEnd);
const echo = P.seq(token(/@?echo/i), wordEnd);
const help = P.seq(token(/[-/]?\?|help/i), wordEnd);
/** netsh's own options that are followed by an argument: alias file, remote machine, user, password, script. */
const longOption = token(/-[arupf]/i).skip(wordEnd);
const flag = token(/-[^\s"'`<>&|;]*/);
/** Where one command of a line ends and the next begins. What a pipe leads to is no command of netsh. */
const separator = token(/[&|;]/).desc("the end of a command");
const otherCommand = token(/[^&|;]*/);

/** A command line with calls of netsh, in cmd.exe's or PowerShell's notation. */
const language = P.createLanguage<Spec>({
  // netsh int tcp show global & netsh int tcp show heuristics
  line: ({ call, other }) =>
    P.alt<NetshCall>(call.skip(P.lookahead(separator.or(P.eof))), other.result([])).sepBy1(separator),

  // cmd /c netsh -r SRV01 int tcp show global > tcp.txt
  call: ({ before, option, word, redirection }) =>
    P.seqMap(
      blanks.then(before.skip(blanks).many()),
      program.skip(blanks),
      option.skip(blanks).many(),
      P.alt(word, redirection).skip(blanks).many(),
      (_before, _program, _options, words) => words,
    ),

  before: ({ redirection }) => P.notFollowedBy(P.alt<unknown>(program, echo)).then(P.alt(plain, redirection)),

  // -r SRV01
  option: () =>
    P.alt(
      P.seqMap(longOption, blanks, plain, (own) => own),
      longOption,
      flag,
    ),

  // Asking for help is something else.
  word: () => P.notFollowedBy(help).then(plain),

  // 2>
  redirection: () => P.regexp(/[<>]/),

  other: () => otherCommand,
});

/**
 * True when a command line asks netsh for `show <subject>` of the TCP context, in any abbreviation that netsh takes:
 * `netsh -r SRV int tcp sh gl | findstr Chimney`. `fewest` is the number of letters that tell the subject from its
 * neighbours. Asking for help is something else.
 */
export function asksNetsh(command: string, subject: string, fewest: number): boolean {
  return asksNetshFor(command, [[["interface", 2]], [["tcp", 2]], [["show", 2]], [[subject, fewest]]]);
}

/** The same for any context: the words behind netsh and its options, each with its alternatives. */
export function asksNetshFor(command: string, path: readonly (readonly NetshWord[])[]): boolean {
  return callsIn(command).some((words) =>
    path.every((alternatives, at) => alternatives.some(([whole, fewest]) => abbreviates(words[at], whole, fewest))),
  );
}

/** The same question about a command, its last answer kept: it is asked again for every line of an output. */
export function memoizeAnswer(answers: (command: string) => boolean): (command: string | null) => boolean {
  return memoizeLast(answers, false);
}

/** The same for any answer; `none` is that to no command. */
export function memoizeLast<A>(answerTo: (command: string) => A, none: A): (command: string | null) => A {
  let last: string | null = null;
  let answer = none;
  return (command) => {
    // Lines are asked about without a command in between: that is not to make it forget.
    if (command === null) return none;
    if (command !== last) {
      last = command;
      answer = answerTo(command);
    }
    return answer;
  };
}

/** Every kind of capture asks about the same command line, which is parsed once for all of them. */
const callsIn = memoizeLast(
  (command): readonly NetshCall[] =>
    command.length <= LONGEST_COMMAND && command.toLowerCase().includes(PROGRAM) ? readAny(language.line, command) : [],
  [],
);

function abbreviates(word: string | undefined, whole: string, fewest: number): boolean {
  return word !== undefined && word.length >= fewest && whole.startsWith(word.toLowerCase());
}
