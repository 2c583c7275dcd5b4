import { copyFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reporterNames } from "../../src/reporters/index.ts";
import { bin, root, runProcess } from "../support/built.ts";
import { thorough } from "../support/soak.ts";

const folder = join(root, "dist/command");
const sample = join(root, "samples/worked-examples/1-kb-951037.txt");

let home = "";
let chunks: readonly string[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "command-"));
  chunks = await readdir(join(folder, "chunks"));
});
afterAll(() => rm(home, { recursive: true }));

/** How many calls of `import` a syntax tree holds. */
function importsIn(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  const below = Object.values(node).reduce<number>((sum, part) => sum + importsIn(part), 0);
  return "type" in node && node.type === "ImportExpression" ? below + 1 : below;
}

/** A copy of the command somewhere else, and what it prints of a sample. */
async function elsewhere(name: string, change: (copy: string) => Promise<unknown>): Promise<string> {
  const copy = join(home, name);
  await cp(folder, copy, { recursive: true });
  await change(copy);
  const { code, out, err } = await runProcess(process.execPath, [join(copy, "chimneysweep.js"), sample]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}

describe("the command as it is built", () => {
  it("needs no package to read a capture", async () => {
    const { out } = await runProcess(process.execPath, [bin, sample]);
    expect(await elsewhere("alone", async () => undefined)).toBe(out);
  });

  it("starts with what was compiled of it", async () => {
    const watching = join(home, "watch.cjs");
    // Says of each script whether V8 took the code that was handed to it.
    await writeFile(
      watching,
      `const vm = require("node:vm");
const { Script } = vm;
vm.Script = function (text, options) {
  const script = new Script(text, options);
  if (options.cachedData) process.stderr.write(script.cachedDataRejected ? "refused\\n" : "taken\\n");
  return script;
};`,
    );
    const { err } = await runProcess(process.execPath, ["--require", watching, bin, sample]);
    expect(new Set(err.trim().split("\n"))).toEqual(new Set(["taken"]));
  });

  it("does the same without it, and with that of another V8", async () => {
    const { out } = await runProcess(process.execPath, [bin, sample]);
    const compiled = chunks.filter((name) => name.endsWith(".compiled"));
    expect(compiled.length).toBeGreaterThan(3);
    const without = (copy: string) => Promise.all(compiled.map((name) => rm(join(copy, "chunks", name))));
    expect(await elsewhere("without", without)).toBe(out);
    const { out: refused } = await runProcess(process.execPath, ["--no-opt", bin, sample]);
    expect(refused).toBe(out);
    const damaged = (copy: string) =>
      Promise.all(compiled.map((name) => writeFile(join(copy, "chunks", name), "no code of any V8")));
    expect(await elsewhere("damaged", damaged)).toBe(out);
  });

  it("opens every format, and bundles, from where it lies", thorough, async () => {
    const copy = join(home, "whole");
    await cp(folder, copy, { recursive: true });
    await copyFile(join(root, "package.json"), join(home, "package.json"));
    await symlink(join(root, "node_modules"), join(home, "node_modules"));
    const command = join(copy, "chimneysweep.js");
    for (const format of reporterNames) {
      const { code, err } = await runProcess(process.execPath, [command, sample, "--format", format]);
      expect({ format, code, err }).toEqual({ format, code: 0, err: "" });
    }
    const bundles = join(root, "samples/bundles");
    const { code, err } = await runProcess(process.execPath, [command, "batch", bundles, "-o", join(home, "out")]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("Wrote") });
  });

  it("imports nothing while it runs: a script that was compiled before can't", async () => {
    const texts = new Map<string, string>();
    for (const name of chunks) {
      if (name.endsWith(".js")) texts.set(name, await readFile(join(folder, "chunks", name), "utf8"));
    }
    const suspects = [...texts].filter(([, text]) => /\bimport\s*\(/.test(text));
    expect(suspects.filter(([, text]) => importsIn(parseAst(text)) > 0).map(([name]) => name)).toEqual([]);
    expect(importsIn(parseAst('Promise.all([import("a"), import(name)])'))).toBe(2);
  });

  it("passes on the licences of what it is made of", async () => {
    const text = await readFile(join(folder, "LICENCES"), "utf8");
    for (const name of ["csv-stringify", "parsimmon", "yargs", "preact", "yauzl"]) {
      expect(text).toMatch(new RegExp(`^${name}\n\n`, "m"));
    }
  });
});
