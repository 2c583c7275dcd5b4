import { resolve } from "node:path";
import type { Report } from "../index.ts";
import { reasonOf } from "../sources/index.ts";
import type { Program } from "./program.ts";
import { type Terminal, Unworkable } from "./terminal.ts";

/** Bytes by which a report is known. */
const HEAD = 4096;

/** An input that is of no use for what was asked; the message says which one and why. */
export class UnusableInput extends Unworkable {}

/**
 * The report that a file holds, when it is a JSON or HTML report of this program; undefined for anything else, which is
 * then read as a capture. Throws an UnusableInput for what only begins like a report.
 */
export async function earlierReport(
  path: string,
  { cwd, files }: Terminal,
  { looksLikeReport, readReport }: Pick<Program, "looksLikeReport" | "readReport">,
): Promise<Report | undefined> {
  const place = resolve(cwd, path);
  // What can't be opened is told where captures are read.
  const stats = await files.stat(place).catch(() => undefined);
  const handle = stats?.isFile() === true ? await files.open(place, "r").catch(() => undefined) : undefined;
  if (handle === undefined) return undefined;
  try {
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (!looksLikeReport(head.subarray(0, bytesRead))) return undefined;
    // What was read of the head is read again: a read at a place does not move on.
    const result = await readReport(await handle.readFile());
    if (result.ok) return result.value;
    throw new UnusableInput(`${path} can't be read back: ${result.faults.join("; ")}`);
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw new UnusableInput(`${path}: ${reasonOf(error)}`);
  } finally {
    await handle.close();
  }
}
