import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root, runProcess } from "../support/built.ts";
import { thorough } from "../support/soak.ts";
import { finish, make } from "./make.ts";
import { plans } from "./plans.ts";

/** Everything that the project is made of, to be changed elsewhere. */
const PARTS = ["grammar", "src", "test", "samples", "dist", "README.md", "package.json", "package-lock.json"];
const DOTS = ["LICENSE", "tsconfig.json", ".biome.json", ".gitignore"];

/** One of each kind. */
const kinds = [
  plans["rule"]?.("pacing-profile-always", "workloads"),
  plans["locale"]?.("eo-001"),
  plans["capture"]?.("Get-NetAdapterQos"),
  plans["collector"]?.("trace-box"),
  plans["reporter"]?.("one-line"),
].filter((plan) => plan !== undefined);

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "new-"));
  for (const part of [...PARTS, ...DOTS]) await cp(join(root, part), join(home, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(home, "node_modules"));
  for (const plan of kinds) await make(plan, home);
});
afterAll(() => rm(home, { recursive: true }));

it("one of each kind gets its files, with its own names, and is put into every list", async () => {
  expect(kinds).toHaveLength(Object.keys(plans).length);
  for (const { places, edits } of kinds) {
    for (const path of places.values())
      expect(await readFile(join(home, path), "utf8"), path).not.toMatch(/new-?name/i);
    for (const path of edits.map(([edited]) => edited).filter((edited) => existsSync(join(root, edited)))) {
      const [before, after] = [await readFile(join(root, path), "utf8"), await readFile(join(home, path), "utf8")];
      expect(after.split("\n").length, path).toBeGreaterThanOrEqual(before.split("\n").length);
      expect(after, path).not.toBe(before);
    }
  }
});

it("all tests pass that know of one of each kind", thorough, async () => {
  await finish(kinds, home);
  const lint = await runProcess(
    process.execPath,
    ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
    {
      cwd: home,
    },
  );
  expect(lint).toMatchObject({ code: 0 });
});

it("nothing is written over", async () => {
  const plan = plans["rule"]?.("rss-disabled");
  await expect(plan === undefined ? undefined : make(plan, home)).rejects.toThrow("rss-disabled.ts is there already");
});

it.each([[["rules"]], [["rule", "some-name", "nowhere"]], [["rule", "../name"]]])(
  "the command says how it is used: %j",
  async (args) => {
    const { code, err } = await runProcess(process.execPath, ["dist/test/new/index.js", ...args], { cwd: root });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining("npm run new -- rule NAME [chimney|settings|"),
    });
  },
);
