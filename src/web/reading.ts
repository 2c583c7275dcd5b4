import { lineClasses } from "../../grammar/contract/grammar.ts";
import { hasMoments } from "../compare/index.ts";
import { analyze, type ClassifiedLine, type Report } from "../index.ts";
import type { Input } from "./inputs.ts";
import type { Answer, ShownSource } from "./messages.ts";
import { openInputs } from "./opened-inputs.ts";
import type { ReadingOptions } from "./reading-options.ts";
import { addRows, facetValues, noRows, type Rows } from "./rows.ts";
import { dropText, keepText, noTexts, type Texts } from "./texts.ts";

/** What a run came to, kept until the next one: what the page may still ask for. */
export interface Read {
  readonly inputs: readonly Input[];
  readonly report: Report;
  readonly texts: Texts;
  readonly rows: Rows;
  readonly options: ReadingOptions;
}

/** How many bytes are read before the page hears of it again. */
const A_STEP = 1024 * 1024;

const codes = new Map(lineClasses.map((lineClass, at) => [lineClass, at]));

/** Analyses the inputs and says on the way how far it is and what became of the lines. */
export async function read(
  inputs: readonly Input[],
  options: ReadingOptions,
  say: (answer: Answer) => void,
): Promise<Read> {
  const texts = noTexts();
  const rows = noRows();
  const report = await analyze(openInputs(inputs, progressTo(say)), {
    ...options,
    onConnections: (more) => addRows(rows, more),
    onLines: (source, lines) => sayClasses(source, lines, say),
    onText: (source, text) => keepText(texts, source, text),
  });
  const shown: ShownSource[] = [];
  for (const { name, status, lines } of report.sources) {
    const kept = texts.bySource.get(name);
    // Of a bundle most files hold nothing of ours; what was pasted is shown whatever it is.
    if (status === "skipped" && name.includes("!")) dropText(texts, name);
    else if (kept !== undefined) shown.push({ name, lines, extent: kept.extent });
  }
  const connections = { total: rows.all.length, values: facetValues(rows) };
  say({ kind: "report", report, shown, connections, hasMoments: hasMoments(report.hosts) });
  return { inputs, report, texts, rows, options };
}

function progressTo(say: (answer: Answer) => void): (bytes: number) => void {
  let bytes = 0;
  let said = 0;
  return (more) => {
    bytes += more;
    if (bytes - said < A_STEP) return;
    said = bytes;
    say({ kind: "progress", bytes });
  };
}

/** Says the classes of lines that lie side by side together. Mixed answers of several hosts come one after the other. */
function sayClasses(source: string, lines: readonly ClassifiedLine[], say: (answer: Answer) => void): void {
  const sorted = lines.toSorted((one, other) => one.line - other.line);
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from]?.line ?? 1;
    let to = from + 1;
    while (sorted[to]?.line === first + to - from) to += 1;
    const classes = Uint8Array.from(sorted.slice(from, to), ({ class: lineClass }) => codes.get(lineClass) ?? 0);
    say({ kind: "classes", source, from: first - 1, classes });
    from = to;
  }
}
