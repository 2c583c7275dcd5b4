import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnosticCodes, grammars, locales } from "../grammar/index.ts";
import { commands } from "../src/cli/command-line.ts";
import { exitCodes } from "../src/cli/exit-codes.ts";
import { tables } from "../src/report/tables/index.ts";
import { VERSION } from "../src/report/version.ts";
import { reporters } from "../src/reporters/index.ts";
import { mends } from "../src/text/mends/registry.ts";
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

/** Values exported by the modules of a folder, by the path of the module: its own files, and the doors of folders in it. */
async function exportsOf(folder: string): Promise<readonly { readonly path: string; readonly value: unknown }[]> {
  const doors = (path: string) => (path.endsWith("/index.ts") ? dirname(path) : path);
  const paths = [...house.keys()].filter((path) => dirname(doors(path)) === folder && !path.endsWith(".d.ts"));
  const modules = await Promise.all(paths.map(async (path) => ({ path, module: await import(join(root, path)) })));
  return modules.flatMap(({ path, module }) => Object.values(module).map((value) => ({ path, value })));
}

function has<K extends string>(value: unknown, ...keys: readonly K[]): value is Readonly<Record<K, unknown>> {
  return typeof value === "object" && value !== null && keys.every((key) => key in value);
}

/** Paths of the modules that export something of the kind that is not registered. */
async function unregistered(
  folder: string,
  isOfKind: (value: unknown) => boolean,
  registered: readonly unknown[],
): Promise<readonly string[]> {
  const found = (await exportsOf(folder)).filter(({ value }) => isOfKind(value));
  expect(found.length).toBeGreaterThanOrEqual(registered.length);
  return found.filter(({ value }) => !registered.includes(value)).map(({ path }) => path);
}

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

  it("has one version", () => {
    expect(VERSION).toBe(JSON.parse(read("package.json")).version);
  });
});

describe("what has to be registered is", () => {
  it("every kind of capture", async () => {
    expect(await unregistered("grammar/kinds", (value) => has(value, "kind", "landmark", "read"), grammars)).toEqual(
      [],
    );
  });

  it("every display language, under the name of its file", () => {
    const files = [...house.keys()].filter((path) => /^grammar\/locales\/(?!index|locale)/.test(path));
    expect(locales.map(({ tag }) => `grammar/locales/${tag}.ts`).sort()).toEqual(files.sort());
  });

  it("every table, under the name of its file", async () => {
    // The table of bundles is of a roll-up, not of a report.
    const files = [...house.keys()].filter((path) =>
      /^src\/report\/tables\/(?!index|table\.ts|bundles\.ts)/.test(path),
    );
    expect(tables.map(({ name }) => `src/report/tables/${name}.ts`).sort()).toEqual(files.sort());
    expect(await unregistered("src/report/tables", (value) => has(value, "name", "records"), tables)).toEqual([]);
  });

  it("every reporter, under its name", async () => {
    const all = Object.values(reporters);
    expect(await unregistered("src/reporters", (value) => has(value, "name", "open"), all)).toEqual([]);
    expect(Object.entries(reporters).filter(([name, reporter]) => reporter.name !== name)).toEqual([]);
    const homes = ({ name }: { readonly name: string }) => [
      `src/reporters/${name}.ts`,
      `src/reporters/${name}/index.ts`,
    ];
    expect(all.filter((reporter) => !homes(reporter).some((path) => house.has(path)))).toEqual([]);
  });

  it("every mend", () => {
    const files = [...house.keys()].filter((path) => /^src\/text\/mends\/(?!index|registry|mend\.ts)/.test(path));
    expect(mends).toHaveLength(files.length);
    expect(new Set(mends).size).toBe(files.length);
  });
});

describe("every kind of capture", () => {
  it.each(grammars.map(({ kind }) => kind))("%s has a sample", (kind) => {
    const reports = samples.filter((path) => path.endsWith(".report.json"));
    expect(reports.filter((path) => read(path).includes(`"kind": "${kind}"`))).not.toEqual([]);
  });

  it.each(grammars.map(({ kind }) => kind))("%s has tests of its own", (kind) => {
    const file = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const own = [`grammar/kinds/${file}.ts`, `grammar/kinds/${file}/index.ts`];
    expect(own.filter((path) => house.has(path))).toHaveLength(1);
    expect([...tests.keys()]).toContain(`test/grammar/kinds/${file}.test.ts`);
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
