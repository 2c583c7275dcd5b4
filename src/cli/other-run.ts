import { join } from "node:path";
import { UsageError } from "./command-line.ts";
import { fileHead } from "./file-head.ts";
import type { Terminal } from "./terminal.ts";

/** Characters read of an output: what was read for it stands at its beginning. */
const HEAD = 65_536;

/** Names of sources and bundles in an output of ours. */
const NAME = /"(?:name|bundle)":\s?("(?:[^"\\]|\\.){1,1000}")/g;

/** How an output of ours begins. */
const OURS = /^\{\s{0,20}"(?:schemaVersion":\s?\d+,\s{0,20}"tool":\s?\{\s{0,20}"name":\s?"chimneysweep"|bundle":")/;

/**
 * Refuses to write to a folder that holds the finished run of other captures, as far as the names of what was read tell.
 * The same captures may be read again.
 */
export async function refuseOtherRun(
  folder: string,
  files: readonly string[],
  paths: readonly string[],
  terminal: Terminal,
): Promise<void> {
  for (const file of files) {
    const bytes = await fileHead(join(folder, file), HEAD, terminal);
    const head = new TextDecoder().decode(bytes);
    if (!OURS.test(head)) continue;
    const names = [...head.matchAll(NAME)].map(([, quoted = '""']) => String(JSON.parse(quoted)));
    const read = names.filter((name) => name !== "chimneysweep");
    if (read.length === 0 || paths.some((path) => read.some((name) => isOf(name, path)))) return;
    throw new UsageError(
      `--output ${folder} holds the report of another run (of ${read[0]}); name another folder, or use --force to replace it`,
    );
  }
}

/** True where a source may have been read for a path. */
function isOf(name: string, path: string): boolean {
  const plain = path
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/+$/, "");
  // Of a pattern what stands before its first sign.
  const start = plain.replace(/[*?[{].*$/, "");
  if (plain === "" || plain === ".") return true;
  if (start !== plain) return name.startsWith(start);
  return name === plain || name.startsWith(`${plain}/`) || name.startsWith(`${plain}!`);
}
