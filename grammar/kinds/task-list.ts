import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../contract/grammar.ts";
import {
  atMost,
  blankLine,
  hintOf,
  isLine,
  line,
  linesOf,
  lone,
  otherLine,
  type Part,
  type PrintedLine,
  readWhole,
  valuesOf,
} from "../contract/lines.ts";
import type { SegmentText } from "../contract/place.ts";
import { type Draft, notRecognised, recognised, sheetOf, unknownLines } from "../contract/sheet.ts";
import { cellsUnder, columnRule } from "../forms/ruled-columns.ts";
import { callOf } from "../lexicon/programs.ts";

/** A process of `tasklist`. */
export interface TaskLine {
  /** Line in its source, 1-based. */
  readonly line: number;
  readonly pid: number;
  readonly image: string;
}

/** A list of processes has no traits. */
export type TaskListTraits = Readonly<Record<never, never>>;

type TasksPart = Part<readonly Draft<TaskLine>[]>;

const LONGEST_LINE = 400;
const FEWEST_COLUMNS = 3;
const UNKNOWN = "This is no row of a list of processes and was not read";

const pid = /^\d{1,10}$/;
const mayBeRule = hintOf([/^=+ /]);

/** ========================= ======== ================ =========== ============ */
const rule = atMost(LONGEST_LINE)
  .then(columnRule("="))
  .chain((own) => (own.value.length >= FEWEST_COLUMNS ? P.of(own) : P.fail("three columns")));

/** The rows below a rule, in any language: the image and the process id come first, whatever the titles say. */
const table: P.Parser<TasksPart> = rule.chain((heading) => {
  const row = line("row", "record", atMost(LONGEST_LINE).then(cellsUnder(heading.value))).chain((own) =>
    pid.test(own.value[1] ?? "") ? P.of(own) : P.fail("a process id"),
  );
  return row.many().map((rows) => ({
    lines: [heading, ...rows],
    value: rows.map(({ from, value: [image = "", id] }) => ({ from, pid: Number(id), image })),
  }));
});

const text = P.alt<TasksPart>(table, P.alt<PrintedLine>(blankLine, otherLine).map(lone)).many();
const taskRow = line("row", "record", P.regexp(/[^\n]{1,80}? {1,20}\d{1,10} [^\n]*/));
const call = callOf("tasklist");

/** `tasklist` and `tasklist /svc`: the image of each process. */
export const taskList: Grammar<"taskList", TaskLine, TaskListTraits> = {
  kind: "taskList",
  title: "a list of processes",
  command: "tasklist",
  words: ["tasklist", ".exe "],
  answers: (command) => call(command) !== undefined,
  landmark: (own): Landmark | undefined => (mayBeRule(own) && isLine(rule, own) ? "heading" : undefined),
  continues: (own) => own.length <= LONGEST_LINE && isLine(taskRow, own),
  read,
};

function read(segment: SegmentText): Reading<TaskLine, TaskListTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(text, sheet.text);
  const lines = linesOf(parts);
  const records = valuesOf(parts).flat();
  if (records.length === 0) return notRecognised(lines, {});
  return recognised(segment, sheet, {
    lines,
    records,
    remarks: unknownLines(lines, UNKNOWN),
    locale: null,
    traits: {},
  });
}
