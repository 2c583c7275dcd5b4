import type { Grammar, Landmark } from "../../contract/grammar.ts";
import { labelOf, listLine, listLinesAtEnd } from "../../forms/objects/list.ts";
import { isTableRule } from "../../forms/objects/table.ts";
import { keepingLast } from "../../lexicon/netsh.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { asksGetService, asksNetStart, asksSc } from "./commands.ts";
import { isServiceTitles, ownListLabels } from "./get-service.ts";
import { isEnd, isTitle, netStartName, OTHER_TITLE } from "./net-start.ts";
import { readServices } from "./read.ts";
import { isStateLine, SERVICE_NAME, scLine, scLinesAtEnd } from "./sc.ts";

/** One service of `sc query`, `net start` or Get-Service. */
export interface ServiceLine {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Short name (PolicyAgent) where it is printed. */
  readonly name: string | null;
  readonly displayName: string | null;
  /** `net start` lists running ones only. Other states as printed, in lower case. */
  readonly state: "running" | "stopped" | (string & {});
}

export interface ServicesTraits {
  /** True for a list of the running services only (`net start`) or of all: one missing from it is then known not to run. */
  readonly listsAllRunning: boolean;
}

const LONGEST_LINE = 1000;
const isScAsked = keepingLast(asksSc);
const isNetStartAsked = keepingLast(asksNetStart);
const isGetServiceAsked = keepingLast(asksGetService);

/** `sc query`, `net start` and Get-Service: which services there are, and which of them run. */
export const services: Grammar<"services", ServiceLine, ServicesTraits> = {
  kind: "services",
  title: "a list of services",
  command: "sc query",
  // What sc prints behind its labels is English everywhere; the others are known by names of properties or by the command.
  words: [
    ...["service_name", "win32_", "stoppable", "state # running", "state # stopped", "sc query"],
    ...["displayname", ...ownListLabels, "get-service", "gsv ", "net start", "net# start"],
    ...wordsOf(({ netStart }) => [netStart?.title, netStart?.end]),
  ],
  answers: (command) => asksSc(command) || asksNetStart(command) || asksGetService(command),
  landmark(line, { command }): Landmark | undefined {
    if (line.length > LONGEST_LINE) return undefined;
    if (SERVICE_NAME.test(line) || isStateLine(line)) return "record";
    if (isTitle(line)) return "title";
    const label = labelOf(line);
    if (label !== undefined && ownListLabels.has(label.toLowerCase())) return "record";
    if (isServiceTitles(line, isGetServiceAsked(command) ? "asked" : "unasked")) return "heading";
    if (isScAsked(command) && scLine(line) !== undefined) return "record";
    if (isGetServiceAsked(command) && label !== undefined) return "record";
    if (!isNetStartAsked(command)) return undefined;
    if (netStartName(line) !== undefined || isEnd(line)) return "record";
    return OTHER_TITLE.test(line) ? "title" : undefined;
  },
  continues: (line) => line.length <= LONGEST_LINE && (isWithinList(line) || isOfNetStart(line)),
  above: (lines) => Math.max(listLinesAtEnd(lines), scLinesAtEnd(lines)),
  resumes: (line) => line.length <= LONGEST_LINE && isOfNetStart(line),
  read: readServices,
};

/** A line of a block of sc, of a list or of a table. */
function isWithinList(line: string): boolean {
  return (
    scLine(line) !== undefined || listLine(line).shape !== "other" || isTableRule(line) || / {2}|\t/.test(line.trim())
  );
}

function isOfNetStart(line: string): boolean {
  return netStartName(line) !== undefined || isEnd(line);
}
