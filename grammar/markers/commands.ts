import P from "parsimmon";
import type { Hint } from "../contract/hint.ts";
import { fits, hintOf, readText } from "../contract/lines.ts";
import { oneOf, someBlanks, token } from "../lexicon/lexemes.ts";
import { wordList } from "../lexicon/word-list.ts";

interface Spec {
  command: unknown;
  netsh: unknown;
  lone: unknown;
  switched: unknown;
  short: unknown;
  tail: unknown;
}

/** Programs whose command lines are taken for an echo when they stand alone on a line. */
const names = [
  ...wordList("netstat netsh ipconfig hostname route arp nbtstat systeminfo ver winver reg sc net ping tracert"),
  ...wordList("getmac wmic whoami msinfo32 tasklist"),
];
/** Programs that are run by their name alone: "Hostname    REG_SZ    FILES01" is a registry value. */
const loneNames = ["hostname", "ver", "winver"];
/** Words that make a line that starts like a command a sentence about it. */
const sentenceNames = wordList("is was are the that this and says shows showed output command result results");

const LONGEST_ECHO = 300;
const MOST_NETSH_WORDS = 12;
/** More words without switches are a sentence. */
const MOST_WORDS = 6;

const folder = token(/(?:[A-Za-z]:\\[^\s"]{1,200}\\)?/);
const extension = token(/(?:\.exe)?/i);
const wordEnd = P.lookahead(/[\s|>&]|$/).desc("the end of a word");
const cmdlet = token(/Get-[A-Za-z]{3,40}/i);
const program = (name: P.Parser<unknown>) => P.seq(folder, name, extension, wordEnd);

const anyProgram = program(oneOf(names).or(cmdlet));

/** Words of a netsh command are plain words, numbers and name=value; anything else is somebody's sentence. */
const netshWord = token(/[a-z]{2,20}=\S{1,80}|[a-z][a-z0-9]{0,31}|\d{1,6}|[/-][a-z]{1,10}|["'][^\s|>&]{0,80}/i);
const switchOrValue = token(/[-/][\w:?]{1,40}|\d{1,6}|(?:tcp|udp)(?:v6)?|ip(?:v6)?|icmp|\*/i);
const plain = token(/[^\s|>&]+/);
const sentenceWord = oneOf(sentenceNames);
/** PowerShell puts the name of the command before what it has to say of it. */
const colon = token(/:/).skip(wordEnd);
const behind = (word: P.Parser<string>) => someBlanks.then(P.notFollowedBy(sentenceWord)).then(word).skip(wordEnd);

/** Commands without a prompt, as scripts and people print them above their output. */
const language = P.createLanguage<Spec>({
  command: ({ netsh, lone, switched, short }) =>
    P.lookahead(anyProgram).then(
      P.alt(netsh, lone, P.notFollowedBy(program(oneOf(["netsh", ...loneNames]))).then(switched.or(short))),
    ),

  // netsh -r SRV01 int tcp show global
  netsh: ({ tail }) =>
    program(P.regexp(/netsh/i))
      .then(behind(netshWord).atLeast(1).chain(atMostOf(MOST_NETSH_WORDS)))
      .skip(tail),

  // hostname
  lone: ({ tail }) => program(oneOf(loneNames)).skip(tail),

  // netstat -nat -p tcp
  switched: ({ tail }) => anyProgram.then(someBlanks.then(switchOrValue).skip(wordEnd).many()).skip(tail),

  // route print
  short: ({ tail }) =>
    P.notFollowedBy(program(P.regexp(/netstat/i)))
      .then(anyProgram)
      .then(P.notFollowedBy(someBlanks.then(colon)))
      .then(behind(plain).many().chain(atMostOf(MOST_WORDS)))
      .skip(tail),

  // | findstr Chimney: what follows a pipe or a redirection has no shape to check.
  tail: () => P.regexp(/[ \t]*(?:[|>&][^\n]*)?/).skip(P.lookahead(P.eof)),
});

const content = (quote: string) =>
  P.regexp(new RegExp(`[^${quote}\\n]{1,${LONGEST_ECHO}}`)).wrap(P.string(quote), P.string(quote));

/** "netsh int tcp show global" */
export const quotedCommand: P.Parser<string> = P.alt(content('"'), content("'"), content("`"))
  .map((text) => text.trim())
  .chain(known);

/** A command that the rest of the text is, when it is nothing but that: "netstat -nato", not "netstat shows me". */
export const command: P.Parser<string> = quotedCommand
  .skip(token(/[ \t]*/))
  .skip(P.lookahead(P.eof))
  .or(
    token(() => new RegExp(`[^\\n]{1,${LONGEST_ECHO}}`))
      .map((text) => text.trim())
      .chain(known),
  );

/** The name of a program that such a command begins with. */
export const beginsCommand: P.Parser<unknown> = anyProgram;

/** True for a line with the name of such a program in it. */
export const mentionsCommand: Hint = hintOf(() => [
  [/(?<![\p{L}\p{N}_])/u, new RegExp(`(?:${names.join("|")})(?:\\.exe)?(?![\\p{L}\\p{N}_-])|Get-[a-z]`, "u")],
]);

/** The command line that the text is; null when it is none. */
export function bareCommand(text: string): string | null {
  return mentionsCommand(text) ? (readText(command, text.trim()) ?? null) : null;
}

function known(text: string): P.Parser<string> {
  return fits(language.command, text) ? P.of(text) : P.fail("a known command");
}

function atMostOf(most: number): (found: readonly string[]) => P.Parser<readonly string[]> {
  return (found) => (found.length <= most ? P.of(found) : P.fail("fewer words"));
}
