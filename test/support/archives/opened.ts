import { Buffer } from "node:buffer";
import * as nodeFiles from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Source, UnreadSource } from "../../../src/index.ts";
import { openSources, type SourceOptions } from "../../../src/sources/index.ts";

/** Files to open, by their names in a directory of their own. */
export type Files = { readonly [name: string]: string | Uint8Array };

/** Runs on files that are really written, and says what is in the directory besides them when it is over. */
export async function withFiles<T>(files: Files, run: (cwd: string) => Promise<T>): Promise<T> {
  const cwd = await nodeFiles.mkdtemp(join(tmpdir(), "archives-"));
  try {
    for (const [name, bytes] of Object.entries(files)) {
      await nodeFiles.mkdir(join(cwd, name, ".."), { recursive: true });
      await nodeFiles.writeFile(join(cwd, name), bytes);
    }
    const result = await run(cwd);
    const left = (await nodeFiles.readdir(cwd, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    if (left.length !== Object.keys(files).length) throw new Error("Something was written beside the files.");
    return result;
  } finally {
    await nodeFiles.rm(cwd, { recursive: true });
  }
}

/** What opening the file gives, a line each: `name = text`, with what is odd of it, or `name: status: code: reason`. */
export async function openedFile(
  name: string,
  bytes: string | Uint8Array,
  options: Partial<SourceOptions> = {},
): Promise<string[]> {
  return withFiles({ [name]: bytes }, (cwd) => openedPaths([name], { cwd, ...options }));
}

/** The same of standard input. */
export async function openedInput(bytes: Uint8Array, options: Partial<SourceOptions> = {}): Promise<string[]> {
  return openedPaths(["-"], { cwd: "/", stdin: once(bytes), ...options });
}

/** The same of files that are there. */
export async function openedPaths(
  paths: readonly string[],
  options: Partial<SourceOptions> & Pick<SourceOptions, "cwd">,
): Promise<string[]> {
  const lines: string[] = [];
  for await (const source of openSources(paths, { stdin: nothing(), ...options })) lines.push(await lineOf(source));
  return lines;
}

async function lineOf(source: Source | UnreadSource): Promise<string> {
  if ("status" in source) return `${source.name}: ${source.status}: ${source.code}: ${source.reason}`;
  const remarks = (source.remarks ?? []).map(({ code, message }) => ` [${code}: ${message}]`).join("");
  const chunks: Uint8Array[] = [];
  let fault = "";
  try {
    for await (const chunk of source.bytes) chunks.push(chunk);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "?";
    fault = ` … ${code}: ${error instanceof Error ? error.message : String(error)}`;
  }
  const text = Buffer.concat(chunks).toString();
  return `${source.name} = ${text.length > 80 ? `${text.length} characters` : text}${fault}${remarks}`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
