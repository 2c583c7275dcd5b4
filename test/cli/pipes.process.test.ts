import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import * as files from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Files } from "../../src/cli/terminal.ts";
import { bin } from "../support/built.ts";
import { until } from "../support/until.ts";
import { workplace } from "../support/workplace.ts";
import { run } from "./run.ts";

const { cwd } = workplace();
const pipe = (name: string) => execFileSync("mkfifo", [join(cwd(), name)]);

describe.skipIf(process.platform === "win32")("a pipe that nobody opens at its other end", () => {
  beforeEach(() => pipe("pipe"));

  it("does not keep an interrupted run that would read it", async () => {
    const written = () => files.readdir(join(cwd(), "out")).catch(() => []);
    const child = spawn(process.execPath, [bin, "pipe", "-o", "out/"], { cwd: cwd(), stdio: "ignore" });
    const ended = once(child, "close");
    await until(async () => (await written()).length > 0);
    child.kill("SIGTERM");
    await ended;
    expect(await written()).toEqual([]);
  });

  it("does not keep an interrupted run that would write to it", async () => {
    const interruption = new AbortController();
    const open: Files["open"] = (...asked) => {
      setImmediate(() => interruption.abort());
      return files.open(...asked);
    };
    const world = { cwd: cwd(), files: { ...files, open }, interrupted: interruption.signal };
    const outcome = await run(["netstat.txt", "-o", "pipe"], world);
    expect(outcome).toMatchObject({ code: 130, err: "chimneysweep: interrupted\n" });
    // The thread that still waits gets its reader.
    await (await files.open(join(cwd(), "pipe"), "r")).close();
  });

  it("is no configuration, unless it is named", async () => {
    pipe(".chimneysweeprc.json");
    const { code, err } = await run(["netstat.txt"], { cwd: cwd() });
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(".chimneysweeprc.json: a pipe,") });
  });
});
