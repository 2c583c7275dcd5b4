import { Buffer } from "node:buffer";
import type { Dirent } from "node:fs";
import { dirname, join } from "node:path";
import { type FileSystem, isMissing } from "./file-system.ts";

/** What Node puts in the place of bytes that are no UTF-8. */
const REPLACED = "\ufffd";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * A file system in which every name can be used. On Linux names are bytes, and those that an archive of Windows left
 * behind are often no UTF-8: Node's text of such a name leads nowhere. Here it is read as Latin 1, under which it is
 * found again.
 */
export function withOddNames(files: FileSystem): FileSystem {
  const found = async <T>(path: string, use: (path: string | Buffer) => Promise<T>): Promise<T> => {
    try {
      return await use(path);
    } catch (error) {
      const bytes = isMissing(error) && mayBeOdd(path) ? await bytesOf(path, files) : undefined;
      if (bytes === undefined) throw error;
      return use(bytes);
    }
  };
  return {
    open: (path, flags) => found(String(path), (real) => files.open(real, flags)),
    // Its forms are those of the function it calls, which the compiler can't follow.
    stat: ((path: string, options: object) => found(path, (real) => files.stat(real, options))) as FileSystem["stat"],
    readdir: (async (path: string, options: { readonly withFileTypes: true }) => {
      const entries = await found(path, (real) => files.readdir(real, options));
      if (!entries.some(({ name }) => name.includes(REPLACED))) return entries;
      const inBytes = await found(path, (real) => files.readdir(real, { ...options, encoding: "buffer" }));
      return inBytes.map((entry) => Object.assign(entry as Dirent<Buffer | string>, { name: textOf(entry.name) }));
    }) as FileSystem["readdir"],
  };
}

function textOf(name: Buffer): string {
  return isUtf8(name) ? name.toString("utf8") : name.toString("latin1");
}

function isUtf8(name: Buffer): boolean {
  try {
    utf8.decode(name);
    return true;
  } catch {
    return false;
  }
}

function mayBeOdd(path: string): boolean {
  return /[\x80-\xff]/.test(path);
}

/** The bytes of a path, some names of which were read as Latin 1; undefined where there is none. */
async function bytesOf(path: string, files: FileSystem): Promise<Buffer | undefined> {
  const parent = dirname(path);
  const own = path.slice(parent.endsWith("/") ? parent.length : parent.length + 1);
  const above = parent === path ? undefined : mayBeOdd(parent) ? await bytesOf(parent, files) : Buffer.from(parent);
  if (above === undefined) return parent === path ? Buffer.from(path) : undefined;
  const names = await files.readdir(above, { encoding: "buffer" }).catch(() => []);
  const plain = Buffer.from(own);
  const name = names.find((one) => one.equals(plain)) ?? names.find((one) => !isUtf8(one) && textOf(one) === own);
  return name && Buffer.concat([above, Buffer.from(join("/", "")), name]);
}
