import { createHash } from "node:crypto";
import * as nodeFiles from "node:fs/promises";
import { analyze } from "../analyze.ts";
import type { AnalyzeOptions } from "../analyze-options.ts";
import { bundleEntry } from "../fleet/index.ts";
import { filesInPlace, type Limits, withOddNames } from "../sources/index.ts";
import type { Source, UnreadSource } from "../text/index.ts";
import { type Bundle, type Place, placeOf, sourcesOf } from "./bundle.ts";
import { type BundleReports, openBundleReport } from "./bundle-report.ts";
import { UnwritableOutput } from "./faults.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { openPart, type Part } from "./part.ts";
import { hostLines, type OutputOptions, tableRenderings } from "./renderings.ts";
import { isKeptAsRecords, recordRenderings } from "./table-records.ts";

/** What is the same for every bundle of a run, and decides what comes out: plain data, for other threads and resuming. */
export interface RunSettings extends OutputOptions {
  readonly analysis: AnalyzeOptions;
  /** How much is read of a bundle; the usual limits when it is missing. */
  readonly limits?: Limits;
  /** A report of each bundle beside what is written of all; none when it is missing. */
  readonly reports?: BundleReports;
}

/** One bundle to analyse, and where its part goes; plain data. */
export interface BundleTask extends Place {
  readonly bundle: Bundle;
  /** Absolute path of the folder of the parts. */
  readonly folder: string;
  /** What the names of the files with parts begin with, so that no two processes write to one; empty for one alone. */
  readonly writer: string;
  /** The output as the user named it, to say that it can't be written. */
  readonly output: string;
  readonly manner: RunSettings;
}

/** What became of a task: its part is written and may count, or it could not be written. */
export type Outcome =
  | { readonly kind: "written"; readonly part: Part }
  | { readonly kind: "unwritable"; readonly message: string };

/** Analyses one bundle and writes its part. */
export async function analyzeBundle(task: BundleTask): Promise<Outcome> {
  return written(
    task,
    sourcesOf(task.bundle, task, task.manner.limits),
    await fingerprintOf(task.bundle, task, withOddNames(filesInPlace)),
  );
}

/** Writes the part of a bundle that could not be analysed: nothing but why. */
export async function giveUpBundle(task: BundleTask, reason: string): Promise<Outcome> {
  const { name } = task.bundle;
  const source: UnreadSource = { name, status: "failed", code: "source-unreadable", reason };
  // Not in place: this is done by the thread that all others and the user are heard by, and the file may be what hangs.
  return written(task, [source], await fingerprintOf(task.bundle, task, nodeFiles));
}

async function written(
  task: BundleTask,
  sources: Iterable<UnreadSource> | AsyncIterable<Source | UnreadSource>,
  fingerprint: string,
): Promise<Outcome> {
  try {
    return { kind: "written", part: await writePart(task, sources, fingerprint) };
  } catch (error) {
    // An error loses its class on the way to another thread.
    if (error instanceof UnwritableOutput) return { kind: "unwritable", message: error.message };
    throw error;
  }
}

async function writePart(
  task: BundleTask,
  sources: Iterable<UnreadSource> | AsyncIterable<Source | UnreadSource>,
  fingerprint: string,
): Promise<Part> {
  const { bundle, output, manner } = task;
  const renderings = isKeptAsRecords(manner) ? recordRenderings(manner) : await tableRenderings(manner);
  const own = manner.reports && (await openBundleReport(bundle.name, reportsHere(manner.reports, task), manner));
  const part = openPart(placeOf(task.folder, task), output, task.writer);
  try {
    const digests = new Map<string, string>();
    const report = await analyze(sources, {
      ...manner.analysis,
      async onConnections(rows) {
        for (const [table, { connections }] of renderings) {
          if (connections !== undefined) part.write(table, connections(rows));
        }
        await own?.connections(rows);
      },
      onCapture({ kind, source, line }, { text }) {
        if (kind === "netstat") digests.set(`${source}:${line}`, createHash("sha256").update(text).digest("hex"));
      },
    });
    for (const [table, rendering] of renderings) part.write(table, rendering.report(report));
    part.write("report", hostLines(bundle.name, report, manner));
    const { name, bytes } = bundle;
    const written = part.finish(bundleEntry(report, { name, fingerprint, bytes }, digests));
    await own?.finish(report);
    return written;
  } catch (error) {
    await own?.discard();
    throw error;
  } finally {
    part.close();
  }
}

/** The folder of the reports as it is on this computer. */
function reportsHere(reports: BundleReports, task: BundleTask): BundleReports {
  return { ...reports, path: placeOf(reports.path, task) };
}
