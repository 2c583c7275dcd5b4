import { fits, hintOf } from "../../contract/lines.ts";
import { registryQuery } from "../../forms/registry/command.ts";
import { callsCmdlet } from "../../lexicon/cmdlet.ts";
import { token } from "../../lexicon/lexemes.ts";
import { callOf } from "../../lexicon/programs.ts";
import { currentVersionKey } from "./current-version.ts";

const LONGEST_COMMAND = 8191;

const versionCall = callOf("systeminfo", "ver", "winver", "msinfo32");
const wmicCall = callOf("wmic");
const dismCall = callOf("dism");
const callsHotfixes = callsCmdlet("Get-HotFix", "Get-WindowsPackage");
const callsObjects = callsCmdlet("Get-ComputerInfo", "gin");
const namesHotfixes = hintOf(() => [[/Win32_QuickFixEngineering/]]);
const namesObjects = hintOf(() => [
  [/Win32_OperatingSystem|Win32_ComputerSystem(?!\w)/],
  [/\[(?:System\.)?Environment\]::OSVersion/],
  [/Windows NT\\CurrentVersion/],
]);
const qfe = token(/qfe/i);
const alias = token(/os|computersystem/i);
const getPackages = token(/[-/]get-packages/i);

/** What makes such a command, or `systeminfo`, show some of the hotfixes only. */
const leavesOut = hintOf(() => [
  [/KB\d/],
  [/\s-Id\b/],
  [/\bwhere\b/],
  [/\|/, /(?!\s{0,80}(?:sort|format-|ft\b|fl\b|out-|more\b|tee|select-object \*|convertto-|export-))/],
]);

/**
 * What a command asks for: installed hotfixes, objects that say something of the system, or something else that tells
 * the version of Windows.
 */
export type Asked = "nothing" | "system" | "objects" | "hotfixes";

export function askedBy(command: string): Asked {
  if (command.length > LONGEST_COMMAND) return "nothing";
  const { words = [] } = wmicCall(command) ?? {};
  const isDism = dismCall(command)?.words.some((word) => fits(getPackages, word)) === true;
  if (isDism || callsHotfixes(command) || namesHotfixes(command) || words.some((word) => fits(qfe, word)))
    return "hotfixes";
  const query = registryQuery(command);
  if (query !== undefined) return fits(currentVersionKey, query.key) ? "system" : "nothing";
  if (words.some((word) => fits(alias, word)) || callsObjects(command) || namesObjects(command)) return "objects";
  return versionCall(command) === undefined ? "nothing" : "system";
}

/** True for a command that leaves some of the hotfixes out, or may do so. */
export function picksHotfixes(command: string | null): boolean {
  return command !== null && (command.length > LONGEST_COMMAND || leavesOut(command));
}
