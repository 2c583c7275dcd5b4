import P from "parsimmon";
import type { Grammar, Landmark, Reading, Surroundings } from "../../contract/grammar.ts";
import { anyHint } from "../../contract/hint.ts";
import {
  blankLine,
  hintOf,
  isLine,
  linesOf,
  lone,
  otherLine,
  type PrintedLine,
  readLine,
  readWhole,
  valuesOf,
} from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { type Draft, notRecognised, recognised, sheetOf, unknownLines } from "../../contract/sheet.ts";
import { byHost, hostsOf } from "../../forms/objects/computers.ts";
import { continuesObjects, labelsIn, objectLinesAtEnd, titlesIn } from "../../forms/objects/lines.ts";
import { objectsBefore } from "../../forms/objects/objects.ts";
import type { ObjectsPart } from "../../forms/objects/printed-object.ts";
import { wmic } from "../../forms/wmic.ts";
import { callsCmdlet } from "../../lexicon/cmdlet.ts";
import { memoizeLast } from "../../lexicon/netsh.ts";
import { callOf } from "../../lexicon/programs.ts";
import { areTaskTitles, ownLabels, taskOf } from "./get-process.ts";
import { labelledPid, lineHints, tasklist } from "./language.ts";
import type { ListedTask, TaskLine, TasksPart } from "./task.ts";

export type { TaskLine } from "./task.ts";

/** A list of processes has no traits. */
export type TaskListTraits = Readonly<Record<never, never>>;

/** What a command line asks for: the lines of tasklist, or objects. */
type Asked = "tasklist" | "objects" | "nothing";

const UNKNOWN = "Ignored a line that is not a process";

const callOfTasklist = callOf("tasklist");
const callOfWmic = callOf("wmic");
const callsGetProcess = callsCmdlet("Get-Process", "gps");
const asksClass = /\bWin32_Process\b/i;
const isProcessAlias = (word: string) => /^process$/i.test(word);

const askedLast = memoizeLast(askedBy, "nothing");
const mayBeCells = hintOf(() => [
  [lineHints.cells, /"\d+"/],
  [lineHints.cells, /"[^"]*(?:PID|Identifica)/],
]);
const mayBeEntry = hintOf(() => [[lineHints.entry, lineHints.colon, /[ \t]+\d{1,10}[ \t]*$/]]);
const mayBeRule = hintOf(() => [[lineHints.rule]]);
const mentionsTitles = hintOf(() => [[/Process(?:Name|Id)|(?:^|[\s",])Id(?:[\s",]|$)/]]);
const mentionsLabels = hintOf(() => [[/(?<![a-z])/, new RegExp(ownLabels.join("|")), /(?![a-z])/]]);
const own = new Set(ownLabels.map((label) => label.toLowerCase()));

const otherLines = P.alt<PrintedLine>(blankLine, otherLine).map(lone);
const wmicObjects = P.alt<ObjectsPart>(wmic.list, wmic.csv, wmic.table);
const objects = objectsBefore(P.alt<unknown>(tasklist.rule, tasklist.cells));
const texts = {
  tasklist: textOf(tasklist.bare),
  objects: textOf(wmicObjects.map(tasksIn)),
  nothing: textOf(whereTitled(wmicObjects).map(tasksIn)),
} as const;

function textOf(further: P.Parser<TasksPart>): P.Parser<readonly TasksPart[]> {
  return P.alt<TasksPart>(
    tasklist.table,
    tasklist.csv,
    tasklist.block,
    objects.map(tasksIn),
    further,
    otherLines,
  ).many();
}

/** The table, where its titles are those of processes: anything may be one of wmic's. */
function whereTitled(table: P.Parser<ObjectsPart>): P.Parser<ObjectsPart> {
  const titles = P.alt<readonly string[]>(
    wmic.csvTitles.map(({ value }) => value),
    wmic.heading.map(({ value }) => value.titles),
  );
  const ofTasks = titles.chain((found) => (areTaskTitles(found, false) ? P.of(found) : P.fail("titles of processes")));
  return P.lookahead(ofTasks).then(table);
}

function tasksIn({ lines, value = [] }: ObjectsPart): TasksPart {
  return { lines, value: value.flatMap(taskOf) };
}

function askedBy(command: string): Asked {
  if (callOfTasklist(command) !== undefined) return "tasklist";
  const isWmic = callOfWmic(command)?.words.some(isProcessAlias) === true;
  return isWmic || callsGetProcess(command) || asksClass.test(command) ? "objects" : "nothing";
}

/** `tasklist` in all its forms, Get-Process and the class Win32_Process: the image of each process. */
export const taskList: Grammar<"taskList", TaskLine, TaskListTraits> = {
  kind: "taskList",
  title: "a list of processes",
  command: "tasklist",
  notes: "names the processes of connections",
  words: ["tasklist", ".exe ", "processname", "processid", "handlecount", "handles "],
  answers: (command) => askedBy(command) !== "nothing",
  hint: anyHint(mayBeRule, mayBeCells, mayBeEntry, mentionsLabels, mentionsTitles),
  landmark,
  continues: (text) => isLine(furtherLine, text) || continuesObjects(text),
  above: (lines) => Math.max(objectLinesAtEnd(lines), isLine(tasklist.entry, lines.at(-1) ?? "") ? 1 : 0),
  read,
};

const askedLine = P.alt<unknown>(tasklist.bare, tasklist.entry);
const furtherLine = P.alt<unknown>(tasklist.bare, tasklist.row, tasklist.entry, tasklist.more);

function landmark(text: string, { command }: Surroundings): Landmark | undefined {
  const asked = askedLast(command);
  if (mayBeRule(text) && isLine(tasklist.rule, text)) return "heading";
  if (mayBeCells(text)) {
    if (isLine(tasklist.titles, text)) return "heading";
    if (isLine(tasklist.cells, text)) return "record";
  }
  if (mayBeEntry(text) && isLine(labelledPid, text)) return "record";
  if (asked === "tasklist") return isLine(askedLine, text) ? "record" : undefined;
  return landmarkOfObjects(text, asked === "objects");
}

function landmarkOfObjects(text: string, isAsked: boolean): Landmark | undefined {
  if (isAsked || mentionsLabels(text)) {
    const labels = labelsIn(text);
    if (labels !== undefined)
      return isAsked || labels.some((label) => own.has(label.toLowerCase())) ? "record" : undefined;
    if (isAsked && isLine(wmic.property, text)) return "record";
  }
  if (!isAsked && !mentionsTitles(text)) return undefined;
  const titles = titlesIn(text) ?? readLine(wmic.csvTitles, text)?.value ?? readLine(wmic.heading, text)?.value.titles;
  return areTaskTitles(titles ?? [], isAsked) ? "heading" : undefined;
}

function read(segment: SegmentText, { command }: Surroundings): Reading<TaskLine, TaskListTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(texts[askedLast(command)], sheet.text);
  const lines = linesOf(parts);
  const found = valuesOf(parts).flat();
  if (found.length === 0) return notRecognised(lines, {});
  const shares = byHost(found, (task) => task.host);
  return recognised(segment, sheet, {
    lines,
    records: found.map(recordOf),
    remarks: unknownLines(lines, UNKNOWN),
    locale: null,
    traits: {},
    ...hostsOf(shares.map(({ host, values }) => ({ host, records: values.map(recordOf), traits: {} }))),
  });
}

function recordOf({ host: _, ...task }: ListedTask): Draft<TaskLine> {
  return task;
}
