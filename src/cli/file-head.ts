import { resolve } from "node:path";
import type { Terminal } from "./terminal.ts";

/** The first bytes of a file; undefined for what is not there, can't be read, or is no file: a pipe would be waited for. */
export async function fileHead(
  path: string,
  most: number,
  { cwd, files }: Pick<Terminal, "cwd" | "files">,
): Promise<Uint8Array | undefined> {
  const place = resolve(cwd, path);
  const stats = await files.stat(place).catch(() => undefined);
  const handle = stats?.isFile() === true ? await files.open(place, "r").catch(() => undefined) : undefined;
  if (handle === undefined) return undefined;
  try {
    const head = new Uint8Array(most);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}
