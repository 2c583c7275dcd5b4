import { readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/built.ts";
import { workplace } from "../support/workplace.ts";

// Every command that the README shows, run as it stands there.

const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = readme.split("```").filter((_, at) => at % 2 === 1);
const shown = blocks.flatMap((block) => block.split("\n").filter((line) => line.startsWith("chimneysweep")));

/** The words of a command; what it is for stands behind it, after two blanks or more. */
const words = shown.map((line) => (line.split(/ {2,}/)[0] ?? "").split(" ").slice(1));

/** Serves until it is interrupted: tests of its own run it. */
const LASTING = "serve";

describe("the README's commands", () => {
  const { cwd, run } = workplace();

  it("work one after another", async () => {
    expect(words.length).toBeGreaterThan(8);
    await cp(join(root, "samples"), join(cwd(), "samples"), { recursive: true });
    const stdin = readFileSync(join(root, "samples/pastes/mail-of-the-readme.txt"));
    for (const args of words.filter(([first]) => first !== LASTING)) {
      const ended = await run(args, { stdin });
      expect({ args, code: ended.code, says: ended.out + ended.err }).toEqual({
        args,
        code: 0,
        says: expect.stringMatching(/\S/),
      });
    }
  });
});
