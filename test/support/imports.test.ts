import { describe, expect, it } from "vitest";
import { root } from "./built.ts";
import { cycles } from "./cycles.ts";
import { fences, homes, nodeGlobals } from "./fences.ts";
import { pastDoors, readTree, type SourceTree, strayImports, strayPackages } from "./imports.ts";

const tree = readTree(root, ["grammar", "src"]);

/** The tree with one file more, or another text for one. */
function withFile(path: string, text: string): SourceTree {
  return new Map([...tree, [path, text]]);
}

describe("a violation is reported", () => {
  it.each([
    [
      "a grammar that knows the report",
      "grammar/x.ts",
      'import { y } from "../src/report/report.ts";',
      "grammar/x.ts → src/report/report.ts (values)",
    ],
    [
      "a type of what must not be known",
      "grammar/x.ts",
      'import type { Y } from "../src/report/report.ts";',
      "grammar/x.ts → src/report/report.ts (types)",
    ],
    [
      "a value where types are allowed",
      "src/summary/x.ts",
      'import { y } from "../captures/capture.ts";',
      "src/summary/x.ts → src/captures/capture.ts (values)",
    ],
    [
      "a value beside types",
      "src/summary/x.ts",
      'import { type Y, z } from "../captures/capture.ts";',
      "src/summary/x.ts → src/captures/capture.ts (values)",
    ],
    [
      "names over several lines",
      "src/text/mends/x.ts",
      'import {\n  y,\n  z,\n} from "../sniff.ts";',
      "src/text/mends/x.ts → src/text/sniff.ts (values)",
    ],
    [
      "a re-export",
      "src/report/report.ts",
      'export * from "../analyze.ts";',
      "src/report/report.ts → src/analyze.ts (values)",
    ],
    [
      "a re-export of types",
      "src/report/report.ts",
      'export type * from "../analyze.ts";',
      "src/report/report.ts → src/analyze.ts (types)",
    ],
    ["a bare import", "src/facts/x.ts", 'import "../analyze.ts";', "src/facts/x.ts → src/analyze.ts (values)"],
    [
      "a dynamic import",
      "src/hosts/index.ts",
      'const y = await import("../cli/main.ts");',
      "src/hosts/index.ts → src/cli/main.ts (values)",
    ],
    [
      "a type by import()",
      "src/hosts/index.ts",
      'type Y = typeof import("../cli/main.ts");',
      "src/hosts/index.ts → src/cli/main.ts (types)",
    ],
    [
      "a dynamic import nobody can check",
      "src/hosts/index.ts",
      "await import(name);",
      "src/hosts/index.ts → import() of something that is no plain string",
    ],
    [
      "a way past a door",
      "src/cli/x.ts",
      'import { csv } from "../reporters/csv.ts";',
      "src/cli/x.ts → src/reporters/csv.ts (values)",
    ],
    [
      "a step that prints",
      "src/hosts/index.ts",
      'import { text } from "../reporters/index.ts";',
      "src/hosts/index.ts → src/reporters/index.ts (values)",
    ],
    ["a room nobody planned", "src/utils/x.ts", "", "src/utils/x.ts → is in no part of the house"],
    [
      "an import of nothing",
      "src/hosts/index.ts",
      'import { y } from "./gone.ts";',
      "src/hosts/index.ts → ./gone.ts, which is no file of the house",
    ],
    [
      "an import of what the compiler makes",
      "src/hosts/index.ts",
      'import { y } from "./moments.js";',
      "src/hosts/index.ts → ./moments.js, which is no file of the house",
    ],
  ])("%s", (_, path, text, stray) => {
    expect(strayImports(withFile(path, text), fences)).toContain(stray);
  });

  it.each([
    ["a package away from home", "src/hosts/index.ts", 'import P from "parsimmon";', "src/hosts/index.ts → parsimmon"],
    [
      "a part of a package",
      "src/reporters/json.ts",
      'import { stringify } from "csv-stringify/sync";',
      "src/reporters/json.ts → csv-stringify",
    ],
    [
      "a package without a home",
      "src/hosts/index.ts",
      'const y = await import("@scope/zod/mini");',
      "src/hosts/index.ts → @scope/zod",
    ],
    ["Node in the core", "grammar/x.ts", 'import type { Stats } from "node:fs";', "grammar/x.ts → node:"],
  ])("%s", (_, path, text, stray) => {
    expect(strayPackages(withFile(path, text), homes)).toContain(stray);
  });

  it("a room that is entered past its door, if it is not open", () => {
    const text = 'import { decode } from "../text/encodings/index.ts";\nimport { mend } from "../text/index.ts";\n';
    const house = withFile("src/hosts/x.ts", text);
    expect(pastDoors(house, ["src/facts/**"])).toContain("src/hosts/x.ts → src/text/encodings/index.ts");
    expect(pastDoors(house, ["src/**"])).toEqual([]);
  });

  it.each([
    ["Buffer", "const bytes = Buffer.from(text);"],
    ["process", "if (process.env.DEBUG) return;"],
    ["globalThis", 'globalThis["Buffer"]'],
    ["require", 'const fs = require("fs");'],
  ])("%s outside its rooms", (name, text) => {
    expect(nodeGlobals(new Map([["src/hosts/index.ts", text]]))).toContain(`src/hosts/index.ts → ${name}`);
  });

  it("a rule that leans on another, but not on what all rules share", () => {
    const x =
      'import { y } from "./y.ts";\nimport { defineRule } from "../rule.ts";\nimport { bands } from "../../facts/bands.ts";';
    const rules = {
      "src/findings/rules/x.ts": x,
      "src/findings/rules/y.ts": "",
      "src/findings/rule.ts": "",
      "src/facts/bands.ts": "",
    };
    const list = { "src/findings/rules/lists/some.ts": 'import { x } from "../x.ts";' };
    const stray = strayImports(new Map(Object.entries({ ...rules, ...list })), fences);
    expect(stray).toEqual(["src/findings/rules/x.ts → src/findings/rules/y.ts (values)"]);
  });

  it("but not what only looks like one", () => {
    const text =
      '// import { y } from "../cli/main.ts";\n/* process.exit */ row.process = "Buffer"; const r = /require/;\n';
    expect(strayImports(new Map([["src/hosts/index.ts", text]]), fences)).toEqual([]);
    expect(
      nodeGlobals(new Map([["src/hosts/index.ts", `${text}interface Row { readonly process?: string }`]])),
    ).toEqual([]);
  });

  it.each([
    [
      "of values",
      [
        ["src/a.ts", 'import { b } from "./b.ts";'],
        ["src/b.ts", 'import { a } from "./a.ts";'],
      ],
      ["src/a.ts, src/b.ts (values)", "src/a.ts, src/b.ts (types)", "src/a.ts, src/b.ts (rooms)"],
    ],
    [
      "by way of a third",
      [
        ["src/a.ts", 'import { b } from "./b.ts";'],
        ["src/b.ts", 'import { c } from "./c.ts";'],
        ["src/c.ts", 'export * from "./a.ts";'],
      ],
      [
        "src/a.ts, src/b.ts, src/c.ts (values)",
        "src/a.ts, src/b.ts, src/c.ts (types)",
        "src/a.ts, src/b.ts, src/c.ts (rooms)",
      ],
    ],
    [
      "of types",
      [
        ["src/x/a.ts", 'import { b } from "./b.ts";'],
        ["src/x/b.ts", 'import type { A } from "./a.ts";'],
      ],
      ["src/x/a.ts, src/x/b.ts (types)"],
    ],
    [
      "of rooms, where no files are in one",
      [
        ["src/x/a.ts", 'import { b } from "../y/b.ts";'],
        ["src/x/d.ts", ""],
        ["src/y/b.ts", ""],
        ["src/y/c.ts", 'import type { D } from "../x/d.ts";'],
      ],
      ["src/x, src/y (rooms)"],
    ],
    [
      "that runs one way only: none",
      [
        ["src/x/a.ts", 'import { b } from "../y/b.ts";'],
        ["src/y/b.ts", 'import type { C } from "../z.ts";'],
        ["src/z.ts", ""],
      ],
      [],
    ],
  ] as const)("a circle %s", (_, files, found) => {
    expect(cycles(new Map(files))).toEqual(found);
  });
});
