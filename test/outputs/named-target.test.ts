import * as nodeFiles from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openNew, openTarget, type TargetFiles } from "../../src/outputs/index.ts";

let folder = "";
beforeAll(async () => {
  folder = await nodeFiles.mkdtemp(join(tmpdir(), "targets-"));
});
afterAll(() => nodeFiles.rm(folder, { recursive: true }));

it("is never a disk", async () => {
  const path = join(folder, "disk");
  await nodeFiles.writeFile(path, "a file system");
  const disk = async () =>
    Object.assign(await nodeFiles.stat(path), { isFile: () => false, isBlockDevice: () => true });
  // It is only called with a path.
  const files: TargetFiles = { ...nodeFiles, lstat: disk as unknown as TargetFiles["lstat"] };
  await expect(openTarget(path, files)).rejects.toThrow("a disk, not a file");
  expect(await nodeFiles.readFile(path, "utf8")).toBe("a file system");
});

it("is not the descriptor of another process", async () => {
  const path = join(folder, "other");
  await nodeFiles.symlink("/proc/1/fd/1", path);
  const { handle, working } = await openTarget(path, nodeFiles);
  await handle.close();
  expect(working).toMatch(/[\\/]chimneysweep-[\da-f]{32}\.partial$/);
});

it("has another working name each time, and none that is there already", async () => {
  const first = await openNew(join(folder, "a.csv"));
  const second = await openNew(join(folder, "a.csv"));
  expect(first.path).not.toBe(second.path);
  for (const { handle } of [first, second]) await handle.close();
  const again: Pick<typeof nodeFiles, "open"> = { open: (_, flags) => nodeFiles.open(first.path, flags) };
  await expect(openNew(join(folder, "a.csv"), again)).rejects.toThrow("EEXIST");
});
