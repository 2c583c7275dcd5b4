import { spawnSync } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bin, type Ended, runProcess } from "../support/built.ts";
import { thorough } from "../support/soak.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();

const COMMAND = ["batch", "in", "-o", "disk/out", "--quiet"];

/** A run with no more room on the disk than a script gives it. */
const inScript = (script: string): Promise<Ended> =>
  runProcess("bash", ["-c", script, process.execPath, bin, ...COMMAND], { cwd: cwd() });

/** Whether this system lets us have a small disk of our own: a container's root may, others may not. */
function canMount(): boolean {
  const script = "d=$(mktemp -d) && mount -t tmpfs -o size=64k none $d && umount $d && rmdir $d";
  return process.platform === "linux" && spawnSync("sh", ["-c", script], { stdio: "ignore" }).status === 0;
}

/** What is left is there for the next run, which has room and writes what it would have written at once. */
async function expectResumed({ code, out, err }: Ended, reason: string): Promise<void> {
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toBe(`chimneysweep: cannot write ${reason}\n`);
  expect(await readdir(join(cwd(), "disk/out"))).toEqual([".chimneysweep-batch"]);
}

describe.runIf(process.platform === "linux")("a disk without room", () => {
  it("for one file more ends the run in one line and keeps what is done", async () => {
    await putBundles(join(cwd(), "in"), 4, 150);
    const ended = await inScript('ulimit -f 48; exec "$0" "$@"');
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/^chimneysweep: cannot write disk\/out.*: .+\n$/);
    expect(await readdir(join(cwd(), "disk/out"))).toEqual([".chimneysweep-batch"]);
    expect((await run(COMMAND)).code).toBe(0);
    await run(["batch", "in", "-o", "expected", "--quiet"]);
    expect(await filesIn(join(cwd(), "disk/out"))).toEqual(await filesIn(join(cwd(), "expected")));
  });

  it.runIf(canMount())("at all is said as such, and the next run goes on where there is room", thorough, async () => {
    await putBundles(join(cwd(), "in"), 4, 150);
    await mkdir(join(cwd(), "disk"));
    const disk = join(cwd(), "disk");
    expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=160k", "none", disk]).status).toBe(0);
    try {
      await expectResumed(await run(COMMAND), "disk/out: no space left on the device");
      spawnSync("mount", ["-o", "remount,size=64m", disk]);
      expect((await run(COMMAND)).code).toBe(0);
      await run(["batch", "in", "-o", "expected", "--quiet"]);
      expect(await filesIn(join(disk, "out"))).toEqual(await filesIn(join(cwd(), "expected")));
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});
