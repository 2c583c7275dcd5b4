import { execFileSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openedPaths, withFiles } from "../support/archives/opened.ts";

describe.skipIf(process.platform === "win32")("a directory", () => {
  it("has its links and pipes passed over, and says so", async () => {
    await withFiles({ "special/a.txt": "a" }, async (cwd) => {
      await symlink("..", join(cwd, "special/loop"));
      execFileSync("mkfifo", [join(cwd, "special/pipe")]);
      expect(await openedPaths(["special"], { cwd })).toEqual([
        "special/a.txt = a",
        "special/loop: skipped: source-skipped: a symbolic link, not read",
        "special/pipe: skipped: source-skipped: a named pipe, not read",
      ]);
    });
  });
});
