import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchFile, scriptCommands } from "../../src/capture-script/index.ts";
import { thorough } from "../support/soak.ts";
import { type Windows, wine } from "../support/wine.ts";

// The batch file run by Wine's cmd: most of the commands that it runs are not there, the language it is written in is.

const windows = await wine();

describe.skipIf(windows === undefined)("the batch file, run", () => {
  let home = "";
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "capture-"));
  });
  afterAll(async () => {
    await windows?.remove();
    await rm(home, { recursive: true });
  });

  /** Runs it in a folder of its own; what it says, and the files it leaves there beside itself. */
  async function run(folder: string, words: readonly string[]) {
    const cwd = join(home, folder);
    await mkdir(cwd);
    await writeFile(join(cwd, "capture.cmd"), batchFile());
    const ended = await (windows as Windows).run("cmd", ["/c", "capture.cmd", ...words], { cwd });
    const files = (await readdir(cwd)).filter((name) => name !== "capture.cmd");
    return { ended, files, cwd };
  }

  it(
    "writes one file beside itself, with a heading for each command, whatever its folder is called",
    thorough,
    async () => {
      const { ended, files, cwd } = await run("R&D (old)!", ["start"]);
      expect(files).toEqual([expect.stringMatching(/^chimneysweep-[\w-]+-start-\d+(?:-\d+)?\.txt$/)]);
      expect(ended.out).toContain(`Written: "`);
      const text = await readFile(join(cwd, files[0] ?? ""), "utf8");
      const headings = text.split("\r\n").flatMap((line) => /^(?:== (.*) ==|\d{8} [\d:]+ : (.*))$/.exec(line) ?? []);
      const typed = scriptCommands.map(({ command }) => command.split(" | ")[0]);
      expect(typed.filter((command) => command === undefined || !headings.includes(command))).toEqual([]);
      expect(text).toMatch(/ hostname(?: ==)?\r\n=+\s+\S+/);
    },
  );

  it("refuses a word that it does not know, and runs nothing", async () => {
    const { ended, files } = await run("refused", ["begin"]);
    expect(ended.out).toMatch(/^Usage: capture\.cmd \[start \| stop\]/m);
    expect(files).toEqual([]);
  });
});
