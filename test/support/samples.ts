import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AnalyzeOptions, analyze, type Report } from "../../src/index.ts";
import { defaultCsvOptions, plain, type ReporterOptions, reporters } from "../../src/reporters/index.ts";
import { openSources } from "../../src/sources/index.ts";

/** Where the paths below start from: the folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The room whose entries are folders, each one of a host and read as a whole; in all others each file is a sample. */
const FOLDERS = "samples/hosts";
const REPORT = ".report.json";

/** The room of what starts batches on many computers: no captures. */
const SCALE = "samples/scale";

/** What lies in `samples/`, as paths from the folder of the project, in order. */
export interface Samples {
  /** Captures, one in each file; of the room of hosts, folders of captures. */
  readonly captures: readonly string[];
  readonly reports: readonly string[];
}

/** Lists the samples and the reports beside them. What lies beside the rooms, like the README, is neither. */
export async function listSamples(): Promise<Samples> {
  const rooms = (await entriesOf("samples")).filter(({ path, isFolder }) => isFolder && path !== SCALE);
  const entries = (await Promise.all(rooms.map(({ path }) => entriesOf(path)))).flat();
  const isReport = (path: string): boolean => path.endsWith(REPORT);
  return {
    captures: entries.flatMap(({ path, isFolder }) =>
      isReport(path) || isFolder !== path.startsWith(`${FOLDERS}/`) ? [] : [path],
    ),
    reports: entries.flatMap(({ path }) => (isReport(path) ? [path] : [])),
  };
}

/** The files that samples are: of a folder all that is in it. */
export async function filesOf(samples: readonly string[]): Promise<readonly string[]> {
  const folders = samples.map(async (sample) => {
    if (!sample.startsWith(`${FOLDERS}/`)) return [sample];
    return (await entriesOf(sample)).map(({ path }) => path);
  });
  return (await Promise.all(folders)).flat();
}

/** The path of the report that belongs to a sample. */
export function reportBeside(sample: string): string {
  return `${sample}${REPORT}`;
}

/** The report of files or folders, opened and named just as the command does it. */
export function analyzed(paths: readonly string[], options: AnalyzeOptions = {}): Promise<Report> {
  return analyze(openSources(paths, { cwd: root, stdin: nothing() }), options);
}

/** The report as `--format json --show fail,review` prints it: with all kinds it would be five times as long. */
export async function asJson(report: Report): Promise<string> {
  const usual = { version: "", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  const options: ReporterOptions = { ...usual, show: ["fail", "review"] };
  const rendering = await reporters.json.open(options);
  return [...rendering.report(report)].join("");
}

async function entriesOf(folder: string): Promise<{ readonly path: string; readonly isFolder: boolean }[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  return entries
    .map((entry) => ({ path: `${folder}/${entry.name}`, isFolder: entry.isDirectory() }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
