import * as nodeFiles from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileSystem } from "../../src/sources/index.ts";
import { openedPaths, withFiles } from "../support/archives/opened.ts";

describe("a directory", () => {
  it("that a link leads back to is read once", async () => {
    await withFiles({ "cases/one/a.txt": "a" }, async (cwd) => {
      await nodeFiles.symlink(join(cwd, "cases"), join(cwd, "cases/one/again"));
      expect(await openedPaths(["cases"], { cwd })).toEqual([
        "cases/one/a.txt = a",
        "cases/one/again: skipped: source-skipped: a symbolic link, not read",
      ]);
    });
  });

  it("that is mounted within itself is read once", async () => {
    await withFiles({ "cases/one/a.txt": "a", "cases/one/two/b.txt": "b" }, async (cwd) => {
      const outer = join(cwd, "cases");
      // As a bind mount does: the same directory under a longer path.
      const real = (path: string) => path.replaceAll("/one/two", "");
      const files: FileSystem = {
        ...nodeFiles,
        readdir: ((path: string, options: object) => nodeFiles.readdir(real(path), options)) as FileSystem["readdir"],
        stat: ((path: string, options: object) => nodeFiles.stat(real(path), options)) as FileSystem["stat"],
      };
      expect(real(join(outer, "one/two"))).toBe(outer);
      expect(await openedPaths(["cases"], { cwd, files })).toEqual([
        "cases/one/a.txt = a",
        "cases/one/two: skipped: source-skipped: a link back to a folder above, not read again",
      ]);
    });
  });

  it("is gone into a hundred folders deep", async () => {
    const deep = (count: number) => `${"d/".repeat(count)}a.txt`;
    await withFiles({ [deep(100)]: "a", [deep(101)]: "too deep" }, async (cwd) => {
      expect(await openedPaths(["d"], { cwd })).toEqual([
        `${deep(100)} = a`,
        `${"d/".repeat(100)}d: skipped: source-skipped: a folder nested more than 100 deep, not read`,
      ]);
    });
  });
});
