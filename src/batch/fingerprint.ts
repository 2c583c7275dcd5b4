import { createHash, type Hash } from "node:crypto";
import type { FileSystem, OpenFile } from "../sources/index.ts";
import { type Bundle, type Place, placeOf } from "./bundle.ts";

/** Bytes looked at from the beginning and from the end of a file. */
const SAMPLE = 256 * 1024;

/**
 * Tells bundles with other bytes apart, by sizes and samples: cheap also for large archives, and the same for a copy
 * that lies elsewhere. Of what can't be read the name counts: two such bundles are not the same one.
 */
export async function fingerprintOf(
  { name, members }: Bundle,
  place: Place,
  files: Pick<FileSystem, "open">,
): Promise<string> {
  const hash = createHash("sha256");
  for (const member of members) {
    if (typeof member !== "string") {
      hash.update(JSON.stringify(member));
      continue;
    }
    // A bundle may be copied to another place under another name; names within a folder go with it.
    if (member !== name) hash.update(`${member.startsWith(`${name}/`) ? member.slice(name.length + 1) : member}\0`);
    await addSamples(placeOf(member, place), hash, files).catch(() => hash.update(JSON.stringify(member)));
  }
  return hash.digest("hex");
}

async function addSamples(path: string, hash: Hash, files: Pick<FileSystem, "open">): Promise<void> {
  const handle = await files.open(path, "r");
  try {
    const { size } = await handle.stat();
    hash.update(`${size}\0`);
    await addSample(handle, 0, hash);
    if (size > SAMPLE) await addSample(handle, Math.max(SAMPLE, size - SAMPLE), hash);
  } finally {
    await handle.close();
  }
}

async function addSample(handle: OpenFile, start: number, hash: Hash): Promise<void> {
  const buffer = new Uint8Array(SAMPLE);
  const { bytesRead } = await handle.read(buffer, 0, SAMPLE, start);
  hash.update(buffer.subarray(0, bytesRead));
}
