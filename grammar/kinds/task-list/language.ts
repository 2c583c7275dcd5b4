import P from "parsimmon";
import { atMost, fits, line, type PrintedLine } from "../../contract/lines.ts";
import { csv } from "../../forms/objects/csv.ts";
import { cellsUnder, columnRule, type RuledColumn } from "../../forms/ruled-columns.ts";
import { colon, oneOf, someBlanks, token, tokens, words } from "../../lexicon/lexemes.ts";
import { pidDigits, type TasksPart } from "./task.ts";

type RuleLine = PrintedLine<"rule", readonly RuledColumn[]>;
type CellsLine = PrintedLine<string, readonly string[]>;
type EntryLine = PrintedLine<"entry", { readonly label: string; readonly value: string }>;

interface Spec {
  table: TasksPart;
  csv: TasksPart;
  block: TasksPart;
  bare: TasksPart;
  rule: RuleLine;
  titles: CellsLine;
  row: CellsLine;
  /** A row that is known by itself. */
  cells: CellsLine;
  entry: EntryLine;
  pidEntry: EntryLine;
  more: PrintedLine;
}

const LONGEST_LINE = 2000;
const FEWEST_COLUMNS = 3;
/** Columns of the image, whose end is cut off there, and of the process id at its right end. */
const IMAGE_WIDTH = 25;

const pid = token(pidDigits);
/** What the id is called: in most languages of Windows the same. */
const pidLabel = token(() => /(?:[^:"]{0,20}[^\p{L}:"])?PID(?:[^\p{L}:"][^:"]{0,20})?/iu).or(
  oneOf(["Identificação pessoal", "Identificação de processo", "ProcessID", "Process ID"]),
);
const label = token(/[^\s:："=](?:[^:："=\n]{0,40}[^\s:："=])?/).desc("a label");
/** What the first process of a list is called, and those whose image is a file. */
const image = token(/[^\n"\\/:]{1,255}\.[a-z]{3}|System(?: Idle Process)?|Registry/i);

/** What tasklist prints, in any language: the image comes first and the process id second, whatever the labels say. */
export const tasklist = P.createLanguage<Spec>({
  // ========================= ======== ================ =========== ============
  // backupd.exe                   1500 Services                   0     12,300 K
  table: ({ rule }) =>
    rule.chain((heading) => {
      const cells = line("row", "record", short(cellsUnder(heading.value)));
      const row = cells.chain((own) => (fits(pid, own.value[1] ?? "") ? P.of(own) : P.fail("a process id")));
      //                                      BITS, Schedule
      const further = cells.chain((own) => (own.value[0] === "" ? P.of(own) : P.fail("more services")));
      return P.seqMap(row, further.many(), (first, others) => [first, ...others])
        .many()
        .map((rows) => ({
          lines: [heading, ...rows.flat()],
          value: rows.flatMap(([first]) => (first === undefined ? [] : taskOf(first))),
        }));
    }),

  // "Image Name","PID","Session Name","Session#","Mem Usage"
  // "backupd.exe","1500","Services","0","12,300 K"
  csv: ({ titles, cells, row }) =>
    P.seqMap(titles.times(1).or(P.lookahead(cells).result([])), row.many(), (above, rows) => ({
      lines: [...above, ...rows],
      value: rows.flatMap(taskOf),
    })),

  // Image Name:   backupd.exe
  // PID:          1500
  // Session Name: Services
  block: ({ entry, pidEntry, more }) =>
    P.seqMap(entry, pidEntry, (first, id) => ({ first, id })).chain(({ first, id }) => {
      // Where its first label comes again the next process begins.
      const other = entry.chain((own) =>
        own.value.label === first.value.label ? P.fail("another property") : P.of<PrintedLine>(own),
      );
      return P.alt<PrintedLine>(other, more)
        .many()
        .map((others) => ({
          lines: [first, id, ...others],
          value: [{ from: first.from, pid: Number(id.value.value), image: first.value.value }],
        }));
    }),

  // backupd.exe                   1500 Services                   0     12,300 K
  bare: () =>
    line(
      "row",
      "record",
      short(
        P.seq(
          P.regexp(new RegExp(`[^ \\t\\n][^\\n]{${IMAGE_WIDTH - 1}}`)).map((text) => text.trim()),
          someBlanks.then(pid).skip(P.regexp(/ [^\n]*/)),
        ),
      ),
    ).map((own) => ({ lines: [own], value: taskOf(own) })),

  rule: () =>
    short(columnRule("=")).chain((own) => (own.value.length >= FEWEST_COLUMNS ? P.of(own) : P.fail("three columns"))),

  titles: () =>
    csv.row.chain((own) =>
      own.value.length >= FEWEST_COLUMNS && fits(pidLabel, own.value[1] ?? "")
        ? P.of({ ...own, is: "titles", class: "heading" })
        : P.fail("titles of processes"),
    ),

  row: () =>
    csv.row.chain((own) =>
      own.value.length >= FEWEST_COLUMNS && fits(pid, own.value[1] ?? "") ? P.of(own) : P.fail("a process id"),
    ),

  cells: ({ row }) => row.chain((own) => (fits(image, own.value[0] ?? "") ? P.of(own) : P.fail("a process"))),

  entry: () =>
    line("entry", "record", short(P.seqObj<EntryLine["value"]>(["label", label], colon, someBlanks, ["value", words]))),

  pidEntry: ({ entry }) => entry.chain((own) => (fits(pid, own.value.value) ? P.of(own) : P.fail("a process id"))),

  //               BITS, Schedule
  more: () => line("more", "record", short(P.regexp(/[ \t]{8,}/).then(words))),
});

/** PID:          1500 */
export const labelledPid: P.Parser<EntryLine> = tasklist.pidEntry.chain((own) =>
  fits(pidLabel, own.value.label) ? P.of(own) : P.fail("the label of a process id"),
);

/** A quick look for lines of such a list. */
export const lineHints = { rule: /^=+ /, cells: /^"[^"]*",/, entry: /^[^\s:："=][^:："=\n]*/, colon: tokens.colon };

function taskOf({ from, value: [image_ = "", id] }: CellsLine): TasksPart["value"] & {} {
  return [{ from, pid: Number(id), image: image_ }];
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
