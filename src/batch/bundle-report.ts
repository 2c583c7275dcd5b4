import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Report, VERSION } from "../report/index.ts";
import { plain, type Rendering, type ReporterName, reporters } from "../reporters/index.ts";
import { writing } from "./faults.ts";
import type { Output } from "./journal.ts";
import type { OutputOptions } from "./renderings.ts";
import { openWhole } from "./whole-files.ts";

/** Formats that a report of one bundle can have. */
export const bundleReportFormats = ["text", "html", "json"] as const satisfies readonly ReporterName[];

/** Reports of the bundles, each a file of its own; plain data. */
export interface BundleReports extends Output {
  readonly format: (typeof bundleReportFormats)[number];
}

type Rows = Parameters<NonNullable<Rendering["connections"]>>[0];

/** The report of one bundle that is being written. */
export interface BundleReportFile {
  readonly connections: (rows: Rows) => Promise<void>;
  /** Writes the rest, and gives the file its name. */
  readonly finish: (report: Report) => Promise<void>;
  /** Leaves nothing behind of a report that was not finished. */
  readonly discard: () => Promise<void>;
}

const COLUMNS = 80;

/** Bytes of a part of a path: most disks take 255, and an ending and a working name come to it. */
const MOST_BYTES = 180;

/** Digits that tell names apart whose beginnings are the same. */
const DIGITS = 16;

/** Opens the file of a bundle's report. Throws an UnwritableOutput, as its functions do. */
export async function openBundleReport(
  bundle: string,
  { format, path, name }: BundleReports,
  { csv, show }: OutputOptions,
): Promise<BundleReportFile> {
  const reporter = reporters[format];
  const options = { version: VERSION, columns: COLUMNS, paint: plain, table: "connections", csv } as const;
  const rendering = await reporter.open({ ...options, ...(show !== undefined && { show }) });
  const file = bundleReportName(bundle, reporter.endings[0] ?? "");
  const folder = join(path, dirname(file));
  await writing(name, mkdir(folder, { recursive: true }));
  const files = await openWhole([file], { path, name }, path);
  const writeAll = async (pieces: Iterable<string>) => {
    for (const piece of pieces) await files.write(file, piece);
  };
  await writeAll([rendering.opening]);
  return {
    connections: async (rows) => writeAll(rendering.connections?.(rows) ?? []),
    async finish(report) {
      await writeAll(rendering.report(report));
      await files.finish();
    },
    discard: files.discard,
  };
}

/**
 * The path of a bundle's report within the folder of the reports: that of the bundle with an ending more. No two bundles
 * have the same, and none leads out of the folder: names of bundles are what strangers call their files.
 */
export function bundleReportName(bundle: string, ending: string): string {
  const parts = bundle.split("/").filter((part) => part !== "");
  const own = parts.pop() ?? "";
  // A folder that is called like the report of another bundle would stand in its way.
  const folders = parts.map((part) => {
    const safe = safePart(part);
    return safe.toLowerCase().endsWith(ending) ? `${safe.slice(0, -ending.length)}%2E${ending.slice(1)}` : safe;
  });
  return [...folders, safePart(own) + ending].join("/");
}

/** A part of a path that no system takes for anything else. */
function safePart(part: string): string {
  const safe = part.replace(/[%<>:"\\|?*\x00-\x1f\x7f]|^\.{1,2}$|[. ]$/g, (found) =>
    [...found].map((unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
  if (Buffer.byteLength(safe) <= MOST_BYTES) return safe;
  const digest = createHash("sha256").update(part).digest("hex").slice(0, DIGITS);
  const bytes = Buffer.from(safe).subarray(0, MOST_BYTES - DIGITS - 1);
  // A letter that was cut in the middle becomes a sign for none.
  return `${bytes.toString("utf8").replace(/\uFFFD+$/, "")}~${digest}`;
}
