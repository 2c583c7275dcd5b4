import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./run.ts";

let cwd = "";

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "capture-script-"));
});
afterAll(() => rm(cwd, { recursive: true }));

describe("capture-script", () => {
  it.each([
    [["capture-script"], "@echo off\r\n"],
    [["capture-script", "--powershell"], "# PowerShell\r\n"],
  ])("%j prints the script and nothing else", async (argv, script) => {
    expect(await run(argv, { cwd })).toMatchObject({ code: 0, out: script, err: "" });
  });

  it("writes it to the file that is named, byte by byte as cmd reads it", async () => {
    const { code, out, err } = await run(["capture-script", "-o", "capture.cmd"], { cwd });
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "Wrote capture.cmd\n" });
    expect(await readFile(join(cwd, "capture.cmd"), "latin1")).toBe("@echo off\r\n");
    expect(await readdir(cwd)).toEqual(["capture.cmd"]);
  });

  it.each([
    [["capture-script", "there"], 2, "capture-script takes no arguments"],
    [["capture-script", "--format", "json"], 2, "--format can't be used with capture-script"],
  ])("%j is refused", async (argv, wanted, message) => {
    const { code, out, err } = await run(argv, { cwd });
    expect({ code, out }).toEqual({ code: wanted, out: "" });
    expect(err).toContain(message);
  });

  it("says when the file can't be written", async () => {
    const { code, err } = await run(["capture-script", "-o", "nowhere/capture.cmd"], { cwd });
    expect(code).not.toBe(0);
    expect(err).toContain("nowhere/capture.cmd");
  });
});
