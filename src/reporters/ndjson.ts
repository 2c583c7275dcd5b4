import { type Cell, connections, type Report, recordOf, SCHEMA_VERSION } from "../report/index.ts";
import type { ConnectionRow } from "../summary/index.ts";
import { jsonPieces } from "./json-pieces.ts";
import { printableJson } from "./printable.ts";
import type { Reporter } from "./reporter.ts";
import { withShown } from "./shown.ts";

/** Rows joined into one piece of text: large enough to be cheap to write, small enough to hold. */
const ROWS_A_PIECE = 1000;

/** One object a line, each with its `type`; connections come as they are read, what sums them up at the end. */
export const ndjson: Reporter = {
  name: "ndjson",
  description: "one JSON object a line: connections as they are read, then hosts, sources, diagnostics",
  endings: [".ndjson", ".jsonl"],
  open: async ({ version, show }) => ({
    opening: line({ type: "tool", name: "chimneysweep", version, schemaVersion: SCHEMA_VERSION }),
    connections: connectionLines,
    report: (report) => reportLines(withShown(report, show)),
  }),
};

const connectionKeys = connections.columns.map(({ name }) => camelCase(name));

function* connectionLines(rows: readonly ConnectionRow[]): Iterable<string> {
  for (let at = 0; at < rows.length; at += ROWS_A_PIECE) {
    yield rows
      .slice(at, at + ROWS_A_PIECE)
      .map(connectionLine)
      .join("");
  }
}

function connectionLine(row: ConnectionRow): string {
  const object: Record<string, Cell> = { type: "connection" };
  recordOf(connections, row).forEach((cell, index) => {
    object[connectionKeys[index] ?? ""] = cell ?? null;
  });
  return line(object);
}

function* reportLines({ hosts, fleet, sources, diagnostics }: Report): Iterable<string> {
  for (const host of hosts) {
    // A host with many tables has a long line.
    yield* jsonPieces({ type: "host", ...host }, "compact");
    yield "\n";
  }
  if (fleet !== null) yield line({ type: "fleet", ...fleet });
  for (const source of sources) yield line({ type: "source", ...source });
  for (const diagnostic of diagnostics) yield line({ type: "diagnostic", ...diagnostic });
}

function line(object: object): string {
  return `${printableJson(JSON.stringify(object))}\n`;
}

function camelCase(column: string): string {
  return column.replace(/_[a-z]/g, (match) => match.slice(1).toUpperCase());
}
