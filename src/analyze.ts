import { type Diagnostic, diagnostic, type SegmentText } from "../grammar/index.ts";
import { type AnalyzeOptions, checkOptions } from "./analyze-options.ts";
import {
  type AnyCapture,
  type ClassifiedLine,
  type DiagnosticLog,
  diagnosticsOf,
  emptyLedger,
  emptyLog,
  isTable,
  NO_CAPTURE,
  note,
  quotableTable,
  readSource,
  type TableCapture,
} from "./captures/index.ts";
import {
  addCapture,
  addName,
  addRows,
  allHosts,
  emptyCaptures,
  emptyNames,
  forgetCaptures,
  type HeldCaptures,
  type HeldLot,
  type HeldRows,
  holdRows,
  type KnownHost,
  type Moment,
  type NamesSeen,
  processNames,
  type RowsHost,
  releaseRows,
  takenFrom,
} from "./hosts/index.ts";
import {
  fleetReport,
  type HostReport,
  hostReport,
  isOwnOutput,
  type Report,
  SCHEMA_VERSION,
  type SourceReport,
  VERSION,
} from "./report/index.ts";
import {
  type ConnectionRow,
  type ReadSnapshot,
  readSnapshot,
  rowsOnDemand,
  type SummaryOptions,
} from "./summary/index.ts";
import { type AnalyzeInput, type Source, sourcesOf, type UnreadSource } from "./text/index.ts";

/** What the steps share while the sources of one run go by. */
interface Analysis {
  readonly options: AnalyzeOptions;
  readonly captures: HeldCaptures;
  readonly names: NamesSeen;
  /** Undefined when nobody asked for them. */
  readonly rows: HeldRows | undefined;
  readonly log: DiagnosticLog;
  readonly sources: SourceReport[];
  /** Names of those that are files of bundles. */
  readonly ofMany: Set<string>;
}

/**
 * Reads captured output of netstat and netsh and reports which connections are offloaded. Resolves for any text
 * or bytes, however broken: what could not be read is in the report's sources and diagnostics. Rejects with an InputFault
 * for what is neither, an OptionFault for a value that an option does not know, and the reason of a signal that is aborted. Sources are read one at a time,
 * and each table is let go before the next one is read.
 */
export async function analyze(input: AnalyzeInput, options: AnalyzeOptions = {}): Promise<Report> {
  const run: Analysis = {
    options,
    captures: emptyCaptures(),
    names: emptyNames(options.host ?? null),
    rows: options.onConnections && holdRows(options.onConnections),
    log: emptyLog(),
    sources: [],
    ofMany: new Set(),
  };
  checkOptions(options);
  for await (const source of sourcesOf(input, options.signal)) {
    run.sources.push("status" in source ? unread(run, source) : await readInto(run, source));
  }
  if (run.sources.length > 0) noteNothingRecognised(run);
  const hosts = await reportsOf(run);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "chimneysweep", version: VERSION },
    sources: run.sources,
    hosts,
    fleet: fleetReport(hosts, options, run.log),
    diagnostics: diagnosticsOf(
      run.log,
      run.sources.map(({ name }) => name),
    ),
  };
}

/** The reports of all hosts. What was captured of a host is let go as soon as its report is made. */
async function reportsOf({ captures, names, rows, options, log }: Analysis): Promise<readonly HostReport[]> {
  const known = allHosts(captures, names, log);
  forgetCaptures(captures);
  if (rows !== undefined) await releaseRows(rows, hostsByLot(known));
  const reports: HostReport[] = [];
  for (const host of takenFrom(known)) reports.push(hostReport(host, options, log));
  return reports;
}

function unread(run: Analysis, { name, status, code, reason }: UnreadSource): SourceReport {
  if (code !== null) note(run.log, name, diagnostic(code, reason, { line: 1, column: 1 }));
  return { name, status, reason, bytes: 0, encodings: [], lines: 0, ledger: emptyLedger() };
}

async function readInto(run: Analysis, source: Source): Promise<SourceReport> {
  let tables = 0;
  if (source.isOneOfMany === true) run.ofMany.add(source.name);
  const { onLines, onText, onPassage, onName } = run.options;
  return readSource(source, run.options, {
    diagnostic: (found: Diagnostic) => note(run.log, source.name, found),
    isOwnOutput,
    ...(onLines && { lines: (lines: readonly ClassifiedLine[]) => onLines(source.name, lines) }),
    ...(onText && { text: (text: string) => onText(source.name, text) }),
    ...(onPassage && { passage: (lines, classes, kind) => onPassage(source.name, lines, classes, kind) }),
    capture: async (capture: AnyCapture, text: SegmentText) => {
      if (run.options.takes?.(capture) === false) return;
      run.options.onCapture?.(capture, text);
      if (!isTable(capture)) {
        addCapture(run.captures, capture, text, undefined);
        return;
      }
      tables += 1;
      const snapshot = readSnapshot(quotableTable(capture, text), summaryOptions(run.options));
      noteDuplicates(run, capture, snapshot);
      const lot = addCapture(run.captures, capture, text, snapshot);
      if (run.rows !== undefined)
        await addRows(run.rows, { lot, moment: momentOf(capture), rows: rowsOf(capture, snapshot, tables) });
    },
    named: (claim, by) => {
      onName?.(source.name, claim.name);
      addName(run.names, claim, by);
    },
  });
}

function summaryOptions({ computerName, host, thresholds }: AnalyzeOptions): SummaryOptions {
  const own = computerName ?? host;
  const leastConnections = thresholds?.leastConnections;
  return {
    ...(own !== undefined && { computerName: own }),
    ...(leastConnections !== undefined && { leastConnections }),
  };
}

function hostsByLot(hosts: readonly KnownHost[]): (lot: HeldLot) => RowsHost {
  const known = new Map<HeldLot, RowsHost>();
  for (const { lots, evidence } of hosts) {
    const host = { name: evidence.host, processNames: processNames(evidence.forRules.kept) };
    for (const lot of lots) known.set(lot, host);
  }
  return (lot) => known.get(lot) ?? { name: null, processNames: () => undefined };
}

function rowsOf(capture: TableCapture, { classes }: ReadSnapshot, snapshot: number): ConnectionRow[] {
  const { source, time, records } = capture;
  return records.map((connection, at) => {
    const connectionClass = classes[at] ?? "unknownState";
    return { host: null, source, snapshot, time, connection, process: null, class: connectionClass };
  });
}

function momentOf({ time, phase }: TableCapture): Moment {
  return { time, phase };
}

function noteDuplicates(run: Analysis, capture: TableCapture, { duplicates }: ReadSnapshot): void {
  const { source } = capture;
  const first = rowsOnDemand(capture).at(duplicates[0] ?? -1);
  if (first === undefined) return;
  const message = `${duplicates.length} rows repeat an earlier row of the same table; each connection is counted once. Two tables may have been pasted together.`;
  note(run.log, source, diagnostic("duplicate-connections", message, { line: first.line, column: 1 }));
}

function noteNothingRecognised(run: Analysis): void {
  if (run.captures.lots.size > 0) return;
  const message = "Nothing here was recognised as output of netstat, netsh int tcp show global or show chimneystats.";
  const texts = run.sources.filter(({ reason }) => reason === NO_CAPTURE);
  // Of the files of bundles one will do: that the others hold no capture is nothing special.
  const first = texts.find(({ name }) => run.ofMany.has(name));
  for (const text of texts.filter(({ name }) => !run.ofMany.has(name) || name === first?.name)) {
    note(run.log, text.name, diagnostic("nothing-recognised", message, { line: 1, column: 1 }));
  }
}
