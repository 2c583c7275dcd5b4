import P from "parsimmon";
import { readText } from "../contract/lines.ts";
import { blanks, oneOf, rest, someBlanks, token } from "../lexicon/lexemes.ts";
import { hostName, noName } from "./host-name.ts";

/** A command line that runs another one on one other computer, or asks one. */
export interface RemoteCommand {
  readonly host: string;
  readonly command: string;
}

interface Spec {
  running: RemoteCommand;
  psexec: RemoteCommand;
  winrs: RemoteCommand;
  invokeCommand: RemoteCommand;
  blockFirst: RemoteCommand;
  ssh: RemoteCommand;
  sqlcmd: RemoteCommand;
  asking: string;
  netsh: string;
  cmdlet: string;
  system: string;
  wmic: string;
  share: string;
}

const LONGEST_COMMAND = 1000;

const folder = token(/(?:[a-z]:\\[^\s"]{1,200}\\)?/i);
const extension = token(/(?:\.exe)?/i);
const program = (...names: readonly string[]) => P.seq(folder, oneOf(names), extension, someBlanks);
const computer = P.notFollowedBy(noName).then(hostName);
const quote = token(/["']?/);
const quotedComputer = computer.wrap(quote, quote).skip(P.lookahead(/[\s;})]|$/));
const shareSign = P.string("\\\\");
const scheme = token(/(?:https?:\/\/)?/);
const port = token(/(?::\d{1,5})?/);
const user = token(/(?:[^\s@]{1,104}@)?/);
const argument = token(/[^\s"']\S{0,200}|"[^"\n]{0,200}"|'[^'\n]{0,200}'/);
/** Switches of a program itself, some of them with a value, in front of what it runs. */
const ownSwitches = (withValue: RegExp, other: RegExp) =>
  P.alt(P.seq(P.regexp(withValue), someBlanks, argument, someBlanks), P.seq(P.regexp(other), someBlanks)).many();
const psexecSwitches = ownSwitches(/-[unpwra](?=\s)/i, /-i[ \t]+\d{1,3}(?=\s)|-\S{1,100}/i);
const winrsSwitches = ownSwitches(/(?!)/, /[-/](?!r(?:emote)?:)\S{1,100}/i);
const sshSwitches = ownSwitches(/-[bcDEeFIiJLlmOopQRSWw](?=\s)/, /-\S{1,100}/);
const sqlSwitches = ownSwitches(/-[UPdto](?=\s)/, /-(?![SQqi])\S{1,100}/);
const server = token(/-S[ \t]*["']?(?:(?:tcp|np|lpc|admin):)?(?:\\\\)?/).then(computer);
/** Which of the servers of SQL that run there, and its port. */
const instance = token(/(?:\\[^\s,"']{1,40})?(?:,[ \t]*\d{1,5})?["']?/);
const shellCall = token(/-[Qq][ \t]*"?[^"'\n]{0,80}xp_cmdshell[ \t]+N?/i).then(P.regexp(/'([^'\n]{1,300})'/, 1));
const run = token(/\S[^\n]*/).map((text) => text.trim());
const unquotedRun = P.regexp(/"([^"\n]+)"\s*$/, 1).or(run);
const block = token(/[^{}\n]{1,300}/).map((text) => text.trim());
const remoteSwitch = token(/[-/]r(?:emote)?:/i);
const computerSwitch = token(/-(?:CimSession|ComputerName|Cn)(?:[ \t]+|:[ \t]*)/i);
const otherWord = P.notFollowedBy(computerSwitch).then(argument).skip(someBlanks);
const aimed = (host: string, command: string): RemoteCommand => ({ host, command });
const invoke = P.seq(token(/Invoke-Command|icm/i), someBlanks);
const scriptBlock = token(/(?:-ScriptBlock[ \t]*)?/i).then(block.wrap(P.string("{"), P.string("}")));

/** What is typed to get the output of a command of another computer. */
const language = P.createLanguage<Spec>({
  running: ({ psexec, winrs, invokeCommand, blockFirst, ssh, sqlcmd }) =>
    P.alt(psexec, winrs, invokeCommand, blockFirst, ssh, sqlcmd),

  // psexec \\SRV01 -s netstat -nt
  psexec: () =>
    program("psexec", "psexec64").then(
      P.seqMap(shareSign.then(computer), someBlanks.then(psexecSwitches).then(run), aimed),
    ),

  // winrs -r:SRV01 netstat -nt
  winrs: () =>
    program("winrs").then(
      P.seqMap(
        winrsSwitches.then(remoteSwitch).then(scheme).then(computer),
        port.then(someBlanks).then(winrsSwitches).then(run),
        aimed,
      ),
    ),

  // Invoke-Command -ComputerName SRV01 { netstat -nt }
  invokeCommand: () =>
    P.seqMap(
      invoke
        .then(computerSwitch.or(P.of("")))
        .then(quotedComputer)
        .skip(blanks),
      scriptBlock,
      aimed,
    ),

  // icm -ScriptBlock { netstat -nt } -ComputerName SRV01
  blockFirst: () =>
    P.seqMap(invoke.then(scriptBlock).skip(blanks), computerSwitch.then(quotedComputer), (command, host) =>
      aimed(host, command),
    ),

  // ssh admin@srv01 netstat -nt
  ssh: () =>
    program("ssh", "plink").then(P.seqMap(sshSwitches.then(user).then(computer), someBlanks.then(unquotedRun), aimed)),

  // sqlcmd -S SRV01\PROD -E -Q "EXEC xp_cmdshell 'netstat -nt'"
  sqlcmd: () =>
    program("sqlcmd", "osql").then(
      P.seqMap(sqlSwitches.then(server), instance.then(someBlanks).then(sqlSwitches).then(shellCall), aimed),
    ),

  asking: ({ netsh, cmdlet, system, wmic, share }) => P.alt(netsh, cmdlet, system, wmic, share),

  // netsh -r SRV01 int tcp show global
  netsh: () =>
    program("netsh")
      .then(P.regexp(/-r[ \t]+/i))
      .then(shareSign.or(P.of("")))
      .then(quotedComputer),

  // Get-NetOffloadGlobalSetting -CimSession SRV01
  cmdlet: () => otherWord.atLeast(1).then(computerSwitch).then(quotedComputer),

  // systeminfo /s SRV01
  system: () =>
    program("systeminfo", "tasklist")
      .then(P.regexp(/\/s[ \t]+/i))
      .then(shareSign.or(P.of("")))
      .then(quotedComputer),

  // wmic /node:SRV01 os get Version
  wmic: () =>
    program("wmic")
      .then(P.regexp(/\/node:/i))
      .then(quotedComputer),

  // sc \\SRV01 query          reg query \\SRV01\HKLM\SYSTEM
  share: () =>
    P.alt<unknown>(program("sc"), P.seq(program("reg"), P.regexp(/query[ \t]+["']?/i)))
      .then(shareSign)
      .then(computer)
      .skip(P.lookahead(/[\s\\]/)),
});

const running = language.running.skip(rest);
const asking = language.asking.skip(rest);

/** Whom a command is run on, when the command line names one other computer; a list of several names nobody. */
export function remoteCommand(typed: string): RemoteCommand | undefined {
  if (typed.length > LONGEST_COMMAND) return undefined;
  const run = readText(running, typed);
  if (run !== undefined) return run;
  const host = readText(asking, typed);
  return host === undefined ? undefined : { host, command: typed.trim() };
}
