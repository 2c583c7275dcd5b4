import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/built.ts";
import { cycles } from "./support/cycles.ts";
import { fences, homes, nodeGlobals } from "./support/fences.ts";
import { filesBelow, packageImports, pastDoors, readTree, strayImports, strayPackages } from "./support/imports.ts";

const MOST_LINES = 200;
const UNTELLING = /\/(?:utils?|helpers?|common|types|lib|misc|shared)\//;

/** Shelves that are looked up file by file, and what is loaded piece by piece when it is needed. */
const withoutDoors = ["src/facts/**", "src/reporters/**", "src/sources/archives/**", "src/schemas/read-report.ts"];

/** Passed on whole: the types of the report and of its part on connections. */
const wholeFiles = ["src/report/report.ts", "src/summary/connection-report.ts"];

const tree = readTree(root, ["grammar", "src"]);

describe("the house", () => {
  it("has its fences", () => {
    expect(strayImports(tree, fences)).toEqual([]);
  });

  it("has every package at home", () => {
    expect(strayPackages(tree, homes)).toEqual([]);
  });

  it("runs in a browser but for sources, batch and command line", () => {
    expect(nodeGlobals(tree)).toEqual([]);
  });

  it("has no circles", () => {
    expect(cycles(tree)).toEqual([]);
  });

  it("has rooms that others enter by their doors", () => {
    expect(pastDoors(tree, [...withoutDoors, ...wholeFiles])).toEqual([]);
  });

  it("has files one can read in one go", () => {
    const lines = [...tree].map(([path, text]) => ({ path, lines: text.split("\n").length - 1 }));
    const long = lines.filter((file) => file.lines > MOST_LINES);
    expect(long.map((file) => `${file.path}: ${file.lines} lines`)).toEqual([]);
  });

  it("has rooms named for what is in them", () => {
    const paths = ["grammar", "src", "test"].flatMap((folder) => filesBelow(root, folder));
    expect(paths.filter((path) => UNTELLING.test(path))).toEqual([]);
  });

  it("exports by name, rules apart", () => {
    const files = [...tree].filter(
      ([path]) => posix.dirname(path) !== "src/findings/rules" || path.endsWith("/index.ts"),
    );
    const byDefault = files.filter(([, text]) => /^export default\b|^export\s*\{[^}]*\bas default\b/m.test(text));
    expect(byDefault.map(([path]) => path)).toEqual([]);
  });

  it("has no home that stands empty", () => {
    const imported = packageImports(tree).map(({ name }) => name);
    expect(homes.filter((home) => !imported.includes(home.package)).map((home) => home.package)).toEqual([]);
  });
});
