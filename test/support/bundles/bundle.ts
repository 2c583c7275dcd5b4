import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Encoding, encode } from "./encode.ts";
import type { Language } from "./texts.ts";

/** Whose bundle is made. */
export interface Origin {
  readonly host: string;
  readonly language: Language;
}

/** A file of text, as the collector writes it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
}

/** A file of a bundle: text, bytes that are none, or an archive inside. `path` has slashes. */
export type TestFile =
  | TextFile
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly inner: TestBundle };

/** What a collector leaves behind. The name is that of the archive, without the ending, or that of the folder. */
export interface TestBundle {
  readonly name: string;
  readonly files: readonly TestFile[];
}

/** Packs files to the bytes of an archive; the names are as they are to stand in it. */
export type Pack = (files: readonly { readonly path: string; readonly bytes: Uint8Array }[]) => Promise<Uint8Array>;

/** The usual origin. */
export const srv01: Origin = { host: "SRV01", language: "en-US" };

/** The file of that path, which the bundle has to have and which has to be text. */
export function textFile({ name, files }: TestBundle, path: string): TextFile {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined || !("text" in file)) throw new Error(`The bundle ${name} has no text file ${path}.`);
  return file;
}

/** Writes the bundle as the folder `parent/name`, which it returns; archives inside are packed. */
export async function asFolder(bundle: TestBundle, parent: string, pack: Pack): Promise<string> {
  const folder = join(parent, bundle.name);
  for (const file of bundle.files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await bytesOf(file, pack));
  }
  return folder;
}

/** The bytes of an archive of the bundle; `separator` stands between folders in its names. */
export async function asArchive(bundle: TestBundle, pack: Pack, separator: "/" | "\\" = "/"): Promise<Uint8Array> {
  const files: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  for (const file of bundle.files) {
    files.push({ path: file.path.replaceAll("/", separator), bytes: await bytesOf(file, pack) });
  }
  return pack(files);
}

async function bytesOf(file: TestFile, pack: Pack): Promise<Uint8Array> {
  if ("bytes" in file) return file.bytes;
  return "text" in file ? encode(file.text, file.encoding) : asArchive(file.inner, pack);
}
