import { type Comparison, connectionMoves, type HostComparison, type RatioSide } from "../../compare/index.ts";
import type { Cell, Column, ReportPlace } from "../../report/index.ts";
import { csvOf } from "../csv.ts";
import type { ComparisonReporter } from "./comparison-reporter.ts";

/** Something that is different, before and after. */
interface Row {
  readonly host: string | null;
  readonly area:
    | "host"
    | "verdict"
    | "windows"
    | "ratio"
    | "setting"
    | "feature"
    | "connection"
    | "finding"
    | "capture";
  readonly change: string;
  /** Which setting, rule or connection it is. */
  readonly what: string;
  readonly before: Cell;
  readonly after: Cell;
  readonly placeBefore?: ReportPlace | null;
  readonly placeAfter?: ReportPlace | null;
}

const columns: readonly Column<Row>[] = [
  { name: "host", type: "text", cell: (row) => row.host },
  { name: "area", type: "text", cell: (row) => row.area },
  { name: "change", type: "text", cell: (row) => row.change },
  { name: "what", type: "text", cell: (row) => row.what },
  { name: "before", type: "text", cell: (row) => row.before },
  { name: "after", type: "text", cell: (row) => row.after },
  { name: "before_source", type: "text", cell: (row) => row.placeBefore?.source },
  { name: "before_line", type: "integer", cell: (row) => row.placeBefore?.line },
  { name: "after_source", type: "text", cell: (row) => row.placeAfter?.source },
  { name: "after_line", type: "integer", cell: (row) => row.placeAfter?.line },
];

/** One row for each thing that is different; the connections are those that are listed, with their numbers before them. */
export const csv: ComparisonReporter = {
  name: "csv",
  render: (comparison, options) => csvOf(columns, rowsOf(comparison), options.csv),
};

function* rowsOf({ hosts, onlyBefore, onlyAfter, of }: Comparison): Iterable<Row> {
  const area = "host";
  for (const { host, source } of onlyBefore) {
    yield {
      host,
      area,
      change: of === "moments" ? "onlyOnce" : "onlyBefore",
      what: source ?? "",
      before: host,
      after: null,
    };
  }
  for (const { host, source } of of === "moments" ? [] : onlyAfter) {
    yield { host, area, change: "onlyAfter", what: source ?? "", before: null, after: host };
  }
  for (const host of hosts) yield* hostRows(host);
}

function* hostRows(comparison: HostComparison): Iterable<Row> {
  const { host, verdict, os, settings, features, captures, findings } = comparison;
  if (verdict.before?.statement !== verdict.after?.statement) {
    const [before, after] = [verdict.before?.statement, verdict.after?.statement];
    yield { host, area: "verdict", change: "changed", what: "verdict", before, after };
  }
  if (os.before !== os.after) yield { host, area: "windows", change: "changed", what: "windows", ...os };
  yield* ratioRows(comparison);
  for (const { setting, change, before, after } of settings) {
    const places = { placeBefore: before?.at ?? null, placeAfter: after?.at ?? null };
    yield { host, area: "setting", change, what: setting, before: before?.value, after: after?.value, ...places };
  }
  for (const { feature, before, after } of features) {
    yield { host, area: "feature", change: "changed", what: feature, before, after };
  }
  yield* connectionRows(comparison);
  for (const { rule, change, before, after } of findings) {
    yield { host, area: "finding", change, what: rule, before: before?.message, after: after?.message };
  }
  for (const { kind, before, after } of captures) {
    yield { host, area: "capture", change: after === 0 ? "onlyBefore" : "onlyAfter", what: kind, before, after };
  }
}

/** The counts and the share, whether or not they changed: everything else is read beside them. */
function* ratioRows({ host, ratio }: HostComparison): Iterable<Row> {
  const { before, after, outcome } = ratio;
  const row = { host, area: "ratio", change: outcome, placeBefore: before, placeAfter: after } as const;
  const both = (what: string, cell: (side: RatioSide) => Cell): Row => {
    const of = (side: RatioSide | null) => (side === null || !side.hasOffloadState ? null : cell(side));
    return { ...row, what, before: of(before), after: of(after) };
  };
  yield both("offloaded", (side) => side.offloaded);
  yield both("eligible", (side) => side.total);
  yield both("transitional", (side) => side.transitional);
  yield both("ratio", (side) => side.ratio);
}

function* connectionRows({ host, connections }: HostComparison): Iterable<Row> {
  if (connections === null) return;
  const area = "connection";
  for (const move of connectionMoves) {
    const { count, examples } = connections[move];
    if (count > 0) yield { host, area, change: move, what: "count", before: null, after: count };
    for (const { connection, before, after } of examples) {
      const states = { before: before?.offloadState, after: after?.offloadState };
      yield { host, area, change: move, what: connection, ...states, placeBefore: before, placeAfter: after };
    }
  }
}
