import { join, resolve, sep } from "node:path";
import { type DatasetName, datasetFiles, datasets, isDataset } from "../datasets/index.ts";
import type { ConnectionRow, Report } from "../index.ts";
import { openTarget } from "../outputs/index.ts";
import { tableNames } from "../report/index.ts";
import { identityExplanation, type ReporterOptions, reporters } from "../reporters/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { datasetPart } from "./dataset-part.ts";
import { Interrupted, orInterrupted } from "./interruption.ts";
import { attempt, fileSink, type Part, type Sink, sinkIn, streamSink } from "./sinks.ts";
import type { Terminal } from "./terminal.ts";

/** Everything that one run writes: each of its renderings on the way to its sink. */
export interface Outputs {
  /** Absolute paths of the files written, under their last names and under those they have until then. */
  readonly paths: readonly string[];
  /** What they hold, behind the name that the user gave: " (html)", ": summary.csv, report.json". */
  readonly what: string;
  /** Missing when no output prints connections, so that none need to be handed over. */
  readonly connections?: (rows: readonly ConnectionRow[]) => Promise<void>;
  /** What is to be told besides, once it is finished. */
  readonly remarks: () => readonly string[];
  readonly finish: (report: Report) => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** True when the path names a directory: one that is there, or one to make because it ends in a separator. */
export async function namesDirectory(path: string, terminal: Terminal): Promise<boolean> {
  if (path.endsWith("/") || path.endsWith(sep)) return true;
  const stats = await terminal.files.stat(resolve(terminal.cwd, path)).catch(() => undefined);
  return stats?.isDirectory() === true;
}

/** Opens standard output or one file for the format asked for. */
export async function openOutput(
  settings: AnalyzeSettings,
  options: ReporterOptions,
  terminal: Terminal,
): Promise<Outputs> {
  const { explainHosts, format, output } = settings;
  const what = ` (${explainHosts ? "text" : format})`;
  if (!explainHosts && isDataset(format)) {
    const shown = { show: options.show, tables: datasets[format].holds === "oneTable" ? [options.table] : tableNames };
    const part = await datasetPart(format, shown, output ?? "", await sinkFor(output, terminal));
    return opened([part], what, terminal);
  }
  const rendering =
    explainHosts || isDataset(format)
      ? { opening: "", report: identityExplanation }
      : await reporters[format].open(options);
  return opened([{ rendering, sink: await sinkFor(output, terminal) }], what, terminal);
}

/** The file that is named, or standard output. */
export async function sinkFor(output: string | undefined, terminal: Terminal): Promise<Sink> {
  if (output === undefined) return streamSink(terminal);
  const path = resolve(terminal.cwd, output);
  const opening = attempt(output, openTarget(path, terminal.files)).then((target) =>
    fileSink(output, path, target, terminal),
  );
  try {
    // A pipe is only opened when somebody reads it.
    return await orInterrupted(opening, terminal.interrupted);
  } catch (error) {
    opening.then((sink) => sink.discard()).catch(() => undefined);
    throw error;
  }
}

/** Opens a directory for every table as a file of its own, and the report. */
export async function openDirectory(
  path: string,
  options: ReporterOptions,
  typed: readonly DatasetName[],
  terminal: Terminal,
): Promise<Outputs> {
  await attempt(path, terminal.files.mkdir(resolve(terminal.cwd, path), { recursive: true }));
  const parts: Part[] = [];
  const files: string[] = [];
  try {
    for (const table of tableNames) {
      const rendering = await reporters.csv.open({ ...options, table });
      files.push(`${table}.csv`);
      parts.push({ rendering, sink: await sinkIn(path, `${table}.csv`, terminal) });
    }
    for (const { name, open, endings } of Object.values(reporters)) {
      if (name === "csv") continue;
      const file = `report${endings[0] ?? ""}`;
      files.push(file);
      parts.push({ rendering: await open(options), sink: await sinkIn(path, file, terminal) });
    }
    for (const { format, file, tables } of typed.flatMap(datasetFiles)) {
      files.push(file);
      const sink = await sinkIn(path, file, terminal);
      parts.push(await datasetPart(format, { show: options.show, tables }, join(path, file), sink));
    }
  } catch (error) {
    for (const { sink } of parts) await sink.discard();
    throw error;
  }
  return opened(parts, `: ${files.join(", ")}`, terminal);
}

async function opened(parts: readonly Part[], what: string, { interrupted }: Terminal): Promise<Outputs> {
  const discard = async () => {
    for (const { sink } of parts) await sink.discard();
  };
  try {
    for (const { rendering, sink } of parts) await sink.write(rendering.opening);
  } catch (error) {
    await discard();
    throw error;
  }
  const streaming = parts.flatMap(({ rendering: { connections }, sink }) =>
    connections ? [{ connections, sink }] : [],
  );
  return {
    paths: parts.flatMap(({ sink }) => sink.paths),
    what,
    ...(streaming.length > 0 && {
      async connections(rows) {
        for (const { connections, sink } of streaming) await writeAll(connections(rows), sink, interrupted);
      },
    }),
    remarks: () => parts.flatMap(({ rendering }) => rendering.remarks?.() ?? []),
    async finish(report) {
      for (const { rendering, sink } of parts) await writeAll(rendering.report(report), sink, interrupted);
      for (const { sink } of parts) await sink.finish();
    },
    discard,
  };
}

async function writeAll(texts: Iterable<string | Uint8Array>, sink: Sink, interrupted: AbortSignal): Promise<void> {
  for (const text of texts) {
    if (interrupted.aborted) throw new Interrupted();
    await sink.write(text);
  }
}
