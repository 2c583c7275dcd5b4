import type { Grammar, Landmark } from "../../contract/grammar.ts";
import { keepingLast } from "../../lexicon/netsh.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { asksForHotfixes, hotfixInRow, hotfixInTable } from "./hotfixes.ts";
import { isTelling, isVersionBanner, type StatedFact, systemLine } from "./line.ts";
import { systemInfoReading } from "./reading.ts";

/** One statement about the system: `systeminfo`, `ver`, BasicSystemInfo, winver, OSVersion-Build, `wmic qfe`, Get-HotFix. */
export interface SystemFact {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** version: "6.1.7601" · servicePack: "1" · hotfix: "KB2525390" · the others as printed. */
  readonly name: StatedFact["name"];
  readonly value: string;
}

export interface SystemInfoTraits {
  /** True when the text holds a list of all hotfixes, so that one missing from it is known not to be installed. */
  readonly listsHotfixes: boolean;
  /** The host that the text names, also when it says nothing else of the system: then it is no such capture. */
  readonly hostName: string | null;
}

const programs = /(?:^|[&|;({]\s{0,8}|\\|\/c\s{1,8})["']?(?:systeminfo|ver|winver)(?:\.exe)?["']?(?=[\s|&>;)]|$)/i;
/** Longest command line of cmd.exe. */
const LONGEST_COMMAND = 8191;

/** `System Model:              PowerEdge`, and what is listed below such a line. */
const member = /^(?:[^:：]{1,80}[:：]|[ \t]{8})/;
const underlines = /^[ \t]*-{3,}[- \t]*$/;

const answers = (command: string) =>
  command.length <= LONGEST_COMMAND && (programs.test(command) || asksForHotfixes(command));
const isAsked = keepingLast(answers);
const isAskedForHotfixes = keepingLast(asksForHotfixes);

/**
 * What tells the version of Windows and its hotfixes: `systeminfo` in any language (by its values), `ver` and the
 * banner of the console, lists of hotfixes, and what support collectors write instead.
 */
export const systemInfo: Grammar<"systemInfo", SystemFact, SystemInfoTraits> = {
  kind: "systemInfo",
  title: "the system information",
  command: "systeminfo",
  // The banner of the console, the list of processors of systeminfo, what else states a version, tables of hotfixes.
  words: [
    ...["microsoft windows [", "[01]", "os version", "windows version", "service pack #", "version #.# build"],
    ...["os build", "build #.#", "build ##.#", "hotfixid", "get-hotfix", "kbid=", "update kb#####", "hotfix kb#####"],
    ...wordsOf(({ systemInfo: labels }) => [labels?.osName]),
  ],
  answers,
  landmark: (line, { command }) => {
    const mark = landmark(line);
    return mark ?? (isAskedForHotfixes(command) && hotfixInTable(line) !== undefined ? "record" : undefined);
  },
  continues: (line) => {
    const { shape } = systemLine(line);
    return shape !== "other" || member.test(line) || underlines.test(line) || hotfixInTable(line) !== undefined;
  },
  read: (segment, { command }) => systemInfoReading(segment, command, isAsked(command) ? "asked" : "unasked"),
};

/** What a line gives away by itself. A name of a host alone may be of anything: it promises that more comes. */
function landmark(line: string): Landmark | undefined {
  const found = systemLine(line);
  switch (found.shape) {
    case "facts":
      if (isVersionBanner(line)) return "message";
      return landmarkOf(found.facts);
    case "entry":
      return found.hotfix === null ? undefined : "record";
    case "hotfixHeading":
      return "heading";
    case "list":
      if (found.label !== undefined) return "record";
  }
  return hotfixInRow(line) === undefined ? undefined : "record";
}

function landmarkOf(facts: readonly StatedFact[]): Landmark | undefined {
  const [first] = facts;
  if (first === undefined) return undefined;
  if (first.name === "hostName") return /^\S+$/.test(first.value) ? "name" : undefined;
  return isTelling(first) ? "record" : undefined;
}
