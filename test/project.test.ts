import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnosticCodes } from "../grammar/index.ts";
import { commands } from "../src/cli/command-table.ts";
import { exitCodes } from "../src/cli/exit-codes.ts";
import { VERSION } from "../src/report/version.ts";
import { root } from "./support/built.ts";
import { codeOf, filesBelow, readTree } from "./support/imports.ts";

/** All that may stand at the top, beside dot-files. */
const TOP = [
  "LICENSE",
  "README.md",
  "grammar",
  "package-lock.json",
  "package.json",
  "samples",
  "src",
  "test",
  "tsconfig.json",
];

const read = (path: string) => readFileSync(join(root, path), "utf8");

const house = readTree(root, ["grammar", "src"]);
const tests = readTree(root, ["test"]);
const samples = filesBelow(root, "samples");

describe("the top level", () => {
  it("has what belongs there and nothing else", () => {
    const ignored = read(".gitignore").split("\n");
    const names = readdirSync(root).filter(
      (name) => !name.startsWith(".") && !ignored.includes(`${name}/`) && !name.endsWith(".tgz"),
    );
    expect(names.sort()).toEqual([...TOP].sort());
  });

  it("has a README that begins with what a newcomer types, and names every command and exit code", () => {
    const readme = read("README.md");
    expect(readme).toContain("npm ci && npm start");
    expect(readme).toContain("npm ci && npm test");
    expect(commands.filter((command) => !readme.includes(command))).toEqual([]);
    const rows = Object.values(exitCodes).filter(
      (code) => !new RegExp(`^[|*-]\\s*\`?${code}\`?\\s*[|:–—-]`, "m").test(readme),
    );
    expect(rows).toEqual([]);
  });

  it("has a map with every room", () => {
    const rooms = new Set([...house.keys()].flatMap((path) => /^\w+\/[^/]+(?=\/)/.exec(path)?.[0] ?? []));
    const map = read("src/README.md");
    expect([...rooms].filter((room) => !map.includes(`\`${room}/\``))).toEqual([]);
  });

  it("has one version", () => {
    expect(VERSION).toBe(JSON.parse(read("package.json")).version);
  });
});

describe("diagnostic codes", () => {
  const codes = Object.keys(diagnosticCodes);
  const texts = [...house].filter(([path]) => path !== "grammar/contract/diagnostic.ts").map(([, text]) => text);

  it("are all said somewhere", () => {
    expect(codes.filter((code) => !texts.some((text) => text.includes(`"${code}"`)))).toEqual([]);
  });

  it("are not invented", () => {
    const calls = /\b(?:diagnostic|remark|doubt)\(\s*"([^"]+)"|\bcode: "([^"]+)"/g;
    const said = texts.flatMap((text) => [...text.matchAll(calls)].map(([, called, named]) => called ?? named ?? ""));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("are each expected by a test or the report of a sample, when they are said at all", () => {
    const expectations = [...tests.values(), ...samples.filter((path) => path.endsWith(".report.json")).map(read)];
    const said = codes.filter((code) => texts.some((text) => text.includes(`"${code}"`)));
    const isExpected = (code: string) =>
      expectations.some((text) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text));
    expect(said.filter((code) => !isExpected(code))).toEqual([]);
  });
});

describe("tests that start processes", () => {
  it("are called *.process.test.ts or *.browser.test.ts: all others share threads and need no build", () => {
    // Written so that this file does not find itself.
    const starts = /\b(?:workplace|served|runBuilt|runProcess|openBrowser|inThreads)\(|from "node:child[_]process"/;
    const unmarked = [...tests].filter(([path, text]) => /\.test\.ts$/.test(path) && starts.test(text));
    expect(unmarked.map(([path]) => path).filter((path) => !/\.(?:process|browser)\.test\.ts$/.test(path))).toEqual([]);
  });
});

describe("nothing is left for later", () => {
  const written = [...house, ...tests, ...samples.map((path) => [path, read(path)] as const)];

  it("in words", () => {
    // Written so that this file does not find itself.
    const marks = /\b(?:TO[D]O|FIX[M]E|XX[X])\b/;
    expect(written.filter(([, text]) => marks.test(text)).map(([path]) => path)).toEqual([]);
  });

  it("or in tests that do not run", () => {
    const left = [...tests].filter(([, text]) =>
      /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b/.test(codeOf(text)),
    );
    expect(left.map(([path]) => path)).toEqual([]);
  });
});
