import { resolve } from "node:path";
import { type FileSystem, slashed } from "./file-system.ts";

/** What makes a part of a path a pattern. */
const MAGIC = /[*?[{]|[!+@]\(/;

/** True for a path that may be a pattern; whether it is one shows only when there is no file of that name. */
export function looksLikePattern(path: string): boolean {
  return MAGIC.test(path);
}

/**
 * The names that a pattern stands for, in the order of their code units, written as the pattern is: relative when it
 * is, with the leading directories it names. Expanded here because cmd.exe and PowerShell leave it to the program.
 * As in a shell, names that begin with a dot need a pattern that does.
 */
export async function namesMatching(pattern: string, cwd: string, files: FileSystem): Promise<readonly string[]> {
  const { base, rest } = await split(slashed(pattern), cwd, files);
  const { glob } = await import("tinyglobby");
  const found = await glob([rest], {
    cwd: resolve(cwd, base === "" ? "." : base),
    expandDirectories: false,
    followSymbolicLinks: false,
    // Windows finds a file by its name in either case.
    caseSensitiveMatch: process.platform !== "win32",
    onlyFiles: false,
  });
  return found.map((name) => base + (name.endsWith("/") ? name.slice(0, -1) : name)).sort(byCodeUnit);
}

/** Splits off the leading directories that stand there as they are written, even when their names look like patterns. */
async function split(pattern: string, cwd: string, files: FileSystem): Promise<{ base: string; rest: string }> {
  const parts = pattern.split("/");
  let count = 0;
  while (count < parts.length - 1) {
    const part = parts[count] ?? "";
    const base = parts.slice(0, count + 1).join("/");
    if (looksLikePattern(part) && !(await isThere(resolve(cwd, base), files))) break;
    count += 1;
  }
  const base = parts.slice(0, count).join("/");
  return { base: count === 0 ? "" : `${base}/`, rest: parts.slice(count).join("/") };
}

async function isThere(path: string, files: FileSystem): Promise<boolean> {
  return files.stat(path).then(
    () => true,
    () => false,
  );
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
