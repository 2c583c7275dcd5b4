import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pid } from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UnwritableOutput } from "../../src/batch/faults.ts";
import { lock } from "../../src/batch/lock.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lock-"));
});
afterAll(() => rm(folder, { recursive: true }));

const held = async (computer: string) => {
  const path = join(folder, "lock");
  await writeFile(path, JSON.stringify({ computer, pid, began: null }));
  return path;
};

describe("the lock of a process with the number of this one", () => {
  it("is taken over on the same computer, as after a container was started again", async () => {
    const path = await held(hostname());
    const free = await lock(path, "out");
    expect(JSON.parse(await readFile(path, "utf8"))).not.toMatchObject({ began: null });
    await free();
    await expect(readFile(path)).rejects.toThrow("ENOENT");
  });

  it("holds on another computer, as in two containers on one disk", async () => {
    const path = await held("elsewhere");
    await expect(lock(path, "out")).rejects.toBeInstanceOf(UnwritableOutput);
    expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ computer: "elsewhere" });
  });
});
