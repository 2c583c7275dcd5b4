import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesBelow } from "../support/imports.ts";

/** The folder of the project, whether this file runs as it was written or as it was built. */
export const project = above(dirname(fileURLToPath(import.meta.url)));

/** A sample that inputs are made of. */
export interface Sample {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const all: readonly Sample[] = filesBelow(project, "samples").map((path) => ({
  path,
  bytes: readFileSync(join(project, path)),
}));

const isReport = ({ path }: Sample) => path.endsWith(".report.json");
const isArchive = ({ path }: Sample) => path.endsWith(".zip");

/** Captures and what is none, as text in any encoding. */
export const texts = all.filter((sample) => !isReport(sample) && !isArchive(sample));

/** Support bundles. */
export const archives = all.filter(isArchive);

/** Reports of this program; the small ones, because of them there are enough. */
export const reports = all.filter((sample) => isReport(sample) && sample.bytes.length < 20_000);

function above(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : above(dirname(folder));
}
