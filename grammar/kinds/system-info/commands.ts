import P from "parsimmon";
import { fits, hintOf } from "../../contract/lines.ts";
import { callsCmdlet } from "../../lexicon/cmdlet.ts";
import { callOf } from "../../lexicon/programs.ts";

const LONGEST_COMMAND = 8191;

const versionCall = callOf("systeminfo", "ver", "winver");
const wmicCall = callOf("wmic");
const callsGetHotFix = callsCmdlet("Get-HotFix");
const namesHotfixClass = hintOf([/Win32_QuickFixEngineering/]);
const qfe = P.regexp(/qfe/i);

/** What makes such a command, or `systeminfo`, show some of the hotfixes only. */
const leavesOut = hintOf(
  [/KB\d/],
  [/\s-Id\b/],
  [/\bwhere\b/],
  [/\|/, /(?!\s{0,80}(?:sort|format-|ft\b|fl\b|out-|more\b|tee))/],
);

/** True for a command that tells the version of Windows or the installed hotfixes. */
export function asksForSystem(command: string): boolean {
  return versionCall(command) !== undefined || asksForHotfixes(command);
}

/** True for a command that lists the installed hotfixes: `wmic qfe list`, Get-HotFix, and the class both of them ask. */
export function asksForHotfixes(command: string): boolean {
  if (command.length > LONGEST_COMMAND) return false;
  const isQfe = wmicCall(command)?.words.some((word) => fits(qfe, word)) === true;
  return isQfe || callsGetHotFix(command) || namesHotfixClass(command);
}

/** True for a command that leaves some of the hotfixes out, or may do so. */
export function picksHotfixes(command: string | null): boolean {
  return command !== null && (command.length > LONGEST_COMMAND || leavesOut(command));
}
