import P from "parsimmon";
import type { Hint } from "../contract/hint.ts";
import { fits, hintOf, readLine, readText } from "../contract/lines.ts";
import { anyWords, blanks, lineEnd, oneOf, someBlanks, token } from "../lexicon/lexemes.ts";
import { hostName, isTellingName } from "./host-name.ts";
import { type Marker, named } from "./marker.ts";
import { phaseIn } from "./phases.ts";
import { remoteCommand } from "./remote-commands.ts";
import type { Stamp } from "./times/stamp.ts";
import { stamps } from "./times/stamps.ts";

/** What a prompt shows, and what was typed at it. */
interface Prompt {
  readonly typed: string;
  readonly host?: string;
  /** Set where the host is reached from another console, whose own prompt comes back. */
  readonly isSession?: true;
  /** What the prompt says of when, as `prompt $d $t $p$g` does. */
  readonly time?: Stamp;
  /** Where in netsh the prompt is: the words that what was typed goes on with. */
  readonly context?: string;
}

interface Spec {
  prompt: Prompt;
  session: Prompt;
  powershell: Prompt;
  openssh: Prompt;
  cmd: Prompt;
  netsh: Prompt;
  cmder: Prompt;
  bash: Prompt;
  shell: Prompt;
  twoLines: Prompt;
  stamped: Prompt;
  ofHost: Prompt;
}

const arrows = token(/>+/).desc("the end of a prompt");
const folder = token(/[A-Za-z]:[\\/][^<>|"?*\n]{0,260}/).desc("a folder");
const user = token(/[^\s@]{1,104}@/).desc("a user");
const ps = P.string("PS");
/** As the console of Exchange has it. */
const psOrExchange = ps.or(P.string("[PS]"));
const place = token(/[^>\n]{0,260}/);
const evilWinRm = token(/(?:\*[\w-]{1,40}\*[ \t]*)?/);
const environment = token(/(?:\([^)\n]{1,60}\)[ \t]*)?/);
const contextWords = token(/(?: [\w-]{1,40}){0,4}/);
const homeFolder = token(/[ :][^$\n]{0,260}/);
const unixPlace = token(/(?:(?:MINGW|MSYS|UCRT|CLANG(?:ARM)?)\d{0,2}[ \t]+)?[~/][^$>\n]{0,260}/);
const stampInFront = token(/[^\n>]{0,60}\d[:.]\d\d[^\n>]{0,60}(?:[A-Za-z]:[\\/]|PS)/);
const stampBehind = token(/[ \t]+\[/)
  .then(stamps.moment.or(stamps.clock))
  .skip(P.string("]"))
  .or(P.of(undefined));
const hostInFront = token(/[^\n>]{2,260}?(?:[A-Za-z]:[\\/]|PS)/);
const hostOfPrompt = P.alt(
  hostName.wrap(P.string("["), token(/\][ \t]{0,4}/)),
  token(/(?:\\\\)?/)
    .then(hostName)
    .skip(P.string("\\")),
  // A word of capitals may stand in front of a folder as well.
  P.lookahead(/[^\s\d-]*[\d-]/)
    .then(hostName)
    .skip(token(/:?[ \t]{1,4}/)),
);
const telling = (name: string) => (isTellingName(name) ? P.of(name) : P.fail("a host name"));
const openBracket = token(/[[(]?/);
const closeBracket = token(/[\])]?[ \t]*/);
const dollar = P.string("$").skip(someBlanks);
const lambda = P.string("λ").skip(someBlanks);
/** Names that stand in the brackets of a PowerShell prompt without being a host. */
const notAHost = oneOf(["administrator", "admin", "dbg"]);
const justTyped = (typed: string): Prompt => ({ typed });
const typedOn = (host: string, typed: string): Prompt => ({ host, typed });

/** The prompts of the shells that captures are made with, each with what was typed behind it. */
const language = P.createLanguage<Spec>({
  prompt: ({ session, powershell, openssh, cmd, netsh, cmder, bash, shell, twoLines, stamped, ofHost }) =>
    blanks
      .then(P.alt(session, powershell, openssh, cmd, netsh, cmder, bash, shell, twoLines, stamped, ofHost))
      .skip(blanks)
      .skip(lineEnd),

  // [SRV01]: PS C:\Users\admin\Documents> netstat -nt
  session: () =>
    P.seqMap(
      hostName.wrap(P.string("["), P.string("]:")).skip(blanks),
      ps.then(place).then(arrows).then(anyWords),
      (host, typed) => (fits(notAHost, host) ? { typed } : { host, typed, isSession: true }),
    ),

  // PS C:\Windows\system32> netstat -nt          *Evil-WinRM* PS C:\> netstat -nt          PS> netstat -nt
  // [PS] C:\Windows\system32>netstat -nt
  powershell: () =>
    P.seqMap(
      evilWinRm
        .then(environment)
        .then(psOrExchange)
        .then(P.lookahead(P.regexp(/[ \t>]/)))
        .then(stampBehind),
      place.then(arrows).then(anyWords),
      (time, typed) => ({ typed, ...(time !== undefined && { time }) }),
    ),

  // administrator@SRV01 C:\Users\administrator>netstat -nt
  openssh: () => P.seqMap(user.then(hostName).skip(someBlanks), folder.then(P.string(">")).then(anyWords), typedOn),

  // C:\>netstat -nt
  cmd: () => folder.then(P.string(">")).then(anyWords).map(justTyped),

  // netsh interface tcp>show global          [SRV01] netsh>int tcp show global
  netsh: () =>
    P.seqMap(
      hostName.wrap(P.string("["), P.regexp(/\][ \t]*/)).or(P.of(undefined)),
      P.regexp(/netsh/i).then(contextWords).skip(P.string(">")),
      anyWords,
      (host, context, typed) => ({ context, typed, ...(host !== undefined && { host, isSession: true }) }),
    ),

  // λ netstat -nt
  cmder: () => lambda.then(anyWords).map(justTyped),

  // ops@SRV01:~$ netstat -nt
  bash: () => P.seqMap(user.then(hostName).skip(homeFolder), dollar.then(anyWords), typedOn),

  // $ netstat -nt
  shell: () => dollar.then(anyWords).map(justTyped),

  // Tue 03/05/2024  8:15:10.42 C:\>netstat -nt          [08:15:10] PS C:\> netstat -nt
  stamped: ({ cmd, powershell }) =>
    P.lookahead(stampInFront).then(
      P.seqMap(
        openBracket.then(stamps.moment.or(stamps.clock)).skip(closeBracket),
        cmd.or(powershell),
        (time, prompt) => ({ ...prompt, time }),
      ),
    ),

  // SRV01\C:\>netstat -nt          [SRV01] C:\>netstat -nt          SRV01 PS C:\> netstat -nt
  ofHost: ({ cmd, powershell }) =>
    P.lookahead(hostInFront).then(
      P.seqMap(hostOfPrompt.chain(telling), cmd.or(powershell), (host, prompt) => ({ ...prompt, host })),
    ),

  // admin@SRV01 MINGW64 ~          admin@srv01 /cygdrive/c
  // $ netstat -nt
  twoLines: () => P.seqMap(user.then(hostName).skip(someBlanks), unixPlace, (host) => ({ host, typed: "" })),
});

/** What somebody typed to be read, not to be run: `rem before the change`. */
const remark = P.alt(token(/(?:@?rem|echo)[ \t.]/i), token(/::|#+/)).then(anyWords);
/** The sign that a prompt ends with, or the place that the upper one of two lines ends with. */
export const promptHint: Hint = hintOf(() => [[/[>$λ]/], [/@[^\s@]+[ \t]+(?:[A-Z]{4,8}\d{0,2}[ \t]+)?[~/]/]]);

/** The prompt a line begins with, and the command typed after it; undefined when it has none. */
export function readPrompt(text: string): Marker | undefined {
  if (!promptHint(text)) return undefined;
  const prompt = readLine(language.prompt, text);
  if (prompt === undefined) return undefined;
  const { host, isSession, context, typed, time } = prompt;
  const remote = host === undefined ? remoteCommand(typed) : undefined;
  if (remote !== undefined) {
    const { command, host: name } = remote;
    const own = named(name, "the remote command", "section");
    return { class: "prompt", command, host: own, ...(time !== undefined && { time }) };
  }
  const said = readText(remark, typed);
  const phase = said === undefined ? undefined : phaseIn(said);
  const command = context === undefined ? typed : inContext(context.trim(), typed);
  return {
    class: "prompt",
    command: command === "" ? null : command,
    ...(host !== undefined && { host: named(host, "the prompt", isSession === true ? "section" : "source") }),
    ...(phase !== undefined && { phase }),
    ...(time !== undefined && { time }),
  };
}

/** What was typed at netsh's own prompt, as the one command line that does the same. */
function inContext(context: string, typed: string): string {
  return ["netsh", context, typed].filter((part) => part !== "").join(" ");
}
