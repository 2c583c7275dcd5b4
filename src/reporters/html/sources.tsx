import type { ComponentChild } from "preact";
import type { Report, ReportDiagnostic, SourceReport } from "../../report/index.ts";
import { coverageOf } from "../coverage.ts";
import { counted, tally } from "../figures.ts";
import { printable } from "../printable.ts";
import { Place } from "./place.tsx";
import { Table } from "./table.tsx";

/** Sources listed one by one, those that could not be read before the others; JSON has them all. */
const MOST_SOURCES = 300;

/** Diagnostics listed one by one. */
const MOST_DIAGNOSTICS = 100;

const WORDS: { readonly [S in SourceReport["status"]]: string } = {
  ok: "read",
  partial: "read in part",
  skipped: "skipped",
  failed: "failed",
};

/** What became of every line of every source. */
export function Ledger({ report }: { readonly report: Report }): ComponentChild {
  const { sources } = report;
  const { share, understood, lines } = coverageOf(report);
  const order = ["failed", "partial", "ok", "skipped"];
  const listed = sources.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status)).slice(0, MOST_SOURCES);
  const more = sources.length - listed.length;
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">What was read</h2>
      {share !== null && (
        <p>
          Understood: {understood} of {counted(lines, "line")} of captures.
        </p>
      )}
      {sources.length === 0 ? (
        <p>There was nothing to read.</p>
      ) : (
        <Table
          caption="Every line of every source, by what became of it"
          heading={["Source", "Status", "Lines", "What they are"]}
          rows={listed.map(rowOf)}
          align="llrl"
        />
      )}
      {more > 0 && <p class="faint">and {counted(more, "more source")}; JSON has all.</p>}
    </section>
  );
}

/** What could not be read or only in part, and where; notes are folded up. */
export function Diagnostics({ diagnostics }: { readonly diagnostics: readonly ReportDiagnostic[] }): ComponentChild {
  const notes = diagnostics.filter(({ severity }) => severity === "info");
  const rest = diagnostics.filter(({ severity }) => severity !== "info");
  return (
    <>
      {rest.length > 0 && (
        <section aria-labelledby="diagnostics">
          <h2 id="diagnostics">Not understood, or contradictory</h2>
          <DiagnosticList diagnostics={rest} />
        </section>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{counted(notes.length, "note")}</summary>
          <DiagnosticList diagnostics={notes} />
        </details>
      )}
    </>
  );
}

function rowOf({ name, status, reason, lines, ledger, encodings }: SourceReport): readonly ComponentChild[] {
  return [
    printable(name),
    <>
      {WORDS[status]}
      {reason === null ? "" : `: ${printable(reason)}`} <small>{encodings.map(printable).join(", ")}</small>
    </>,
    String(lines),
    tally(ledger),
  ];
}

function DiagnosticList({ diagnostics }: { diagnostics: readonly ReportDiagnostic[] }) {
  const more = diagnostics.length - MOST_DIAGNOSTICS;
  return (
    <ul class="diagnostics">
      {diagnostics.slice(0, MOST_DIAGNOSTICS).map((diagnostic, at) => (
        <li key={at}>
          <Place place={diagnostic} /> {printable(diagnostic.message)} <code>{diagnostic.code}</code>
          {diagnostic.excerpt !== "" && (
            <pre>
              <code>{printable(diagnostic.excerpt)}</code>
            </pre>
          )}
        </li>
      ))}
      {more > 0 && <li class="faint">and {more} more; JSON has all.</li>}
    </ul>
  );
}
