import { dirname, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cycles } from "./support/cycles.ts";
import {
  codeOf,
  type Fence,
  filesBelow,
  type Home,
  matches,
  packageImports,
  readTree,
  type SourceTree,
  strayImports,
  strayPackages,
} from "./support/imports.ts";

/** The types every part may speak of: what a record is, what is known of a host, what a report says. */
const WORDS = ["grammar/**", "src/evidence.ts", "src/report.ts"];

/** The fences between the parts, most particular part first. */
const fences: readonly Fence[] = [
  { part: "grammar/locales/**", may: [], why: "Words of Windows are plain tables that everything else may read." },
  { part: "grammar/**", may: [], why: "A grammar reads text and knows nothing of what its records are used for." },
  { part: "src/facts/**", may: [], why: "What documents state is a table, whoever asks for it." },
  {
    part: "src/encodings/**",
    may: ["grammar/locales/**", "grammar/diagnostic.ts"],
    types: ["grammar/**"],
    why: "Decoding knows bytes and the words of Windows that tell code pages apart, no grammar.",
  },
  {
    part: "src/mends/**",
    may: ["grammar/locales/**"],
    types: ["grammar/place.ts"],
    why: "Undoing what mail and web pages did is done before anybody knows what the text is.",
  },
  {
    part: "src/provenance/**",
    may: [],
    types: ["grammar/**"],
    why: "Prompts and banners say who ran which command, and are told by themselves alone.",
  },
  {
    part: "src/segments/**",
    may: ["grammar/index.ts", "src/provenance/index.ts"],
    types: ["src/segment.ts", "src/mend.ts"],
    why: "The rooms behind the segmenter see lines and the grammars' door, not what becomes of a segment.",
  },
  {
    part: "src/summary/**",
    may: ["grammar/locales/locale.ts", "src/facts/**", "src/report.ts"],
    types: WORDS,
    why: "Counting starts from records that are read already: neither text nor grammars matter to it.",
  },
  {
    part: "src/tables/**",
    may: ["grammar/grammar.ts", "grammar/locales/locale.ts", "src/report.ts"],
    types: WORDS,
    why: "A table prints what the report holds, so it can print a report that was read back.",
  },
  {
    part: "src/reporters/**",
    may: [
      "grammar/grammar.ts",
      "grammar/locales/en-US.ts",
      "grammar/locales/locale.ts",
      "src/report.ts",
      "src/tables/index.ts",
    ],
    types: WORDS,
    why: "A reporter prints a report; the words of Windows are its only way back to the grammar.",
  },
  {
    part: "src/sources/**",
    may: [],
    types: ["src/analyze.ts", "src/read-source.ts"],
    why: "Opening files knows what a source is, and nothing of what is in it.",
  },
  {
    part: "src/cli/**",
    may: [
      "src/index.ts",
      "src/version.ts",
      "src/decode.ts",
      "src/reporters/index.ts",
      "src/sources/index.ts",
      "src/tables/index.ts",
      "grammar/index.ts",
    ],
    why: "The command line puts the parts together by their doors: what a user of the library could do as well.",
  },
  {
    part: "src/own-output.ts",
    may: ["src/tables/index.ts"],
    why: "A table of ours is known by its heading, which only the tables know.",
  },
  {
    part: "src/report.ts",
    may: [],
    types: ["grammar/**"],
    why: "The report is what everybody agrees on, so it depends on nobody.",
  },
  {
    part: "src/*",
    may: [
      "grammar/**",
      "src/encodings/**",
      "src/mends/**",
      "src/provenance/index.ts",
      "src/segments/**",
      "src/summary/**",
    ],
    why: "The steps know each other and the rooms behind them; nothing of who calls them or prints their result.",
  },
];

/** Where each package is at home. */
const homes: readonly Home[] = [
  { package: "parsimmon", at: ["grammar/**"] },
  { package: "iconv-lite", at: ["src/encodings/**", "src/decode.ts"] },
  { package: "ansi-regex", at: ["src/mends/**"] },
  { package: "entities", at: ["src/mends/**"] },
  { package: "ipaddr.js", at: ["src/summary/**"] },
  { package: "csv-stringify", at: ["src/reporters/csv.ts"] },
  { package: "cliui", at: ["src/reporters/text/**"] },
  { package: "string-width", at: ["src/reporters/text/**"] },
  { package: "tinyglobby", at: ["src/sources/**"] },
  { package: "picocolors", at: ["src/cli/**"] },
  { package: "yargs", at: ["src/cli/**"] },
  { package: "node:", at: ["src/sources/**", "src/cli/**"] },
];

/** What only Node has: the core runs in a browser too. A property or a variable of such a name is something else. */
const NODE_GLOBAL =
  /(?<![.\w$])(?:Buffer|__dirname|__filename|globalThis|setImmediate|process(?=\??\.(?:env|argv|exit|std|cwd|platform|version|nextTick|on|hrtime|memory))|require(?=\s*\())(?![\w$])/g;

const MOST_LINES = 200;
const UNTELLING = /\/(?:utils?|helpers?|common|types|lib|misc|shared)\//;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tree = readTree(root, ["grammar", "src"]);

/** The tree with one file more, or another text for one. */
function withFile(path: string, text: string): SourceTree {
  return new Map([...tree, [path, text]]);
}

function nodeGlobals(files: SourceTree): readonly string[] {
  return [...files]
    .filter(([path]) => !path.startsWith("src/sources/") && !path.startsWith("src/cli/"))
    .flatMap(([path, text]) => [...codeOf(text).matchAll(NODE_GLOBAL)].map(([name]) => `${path} → ${name}`));
}

describe("the house", () => {
  it("has its fences", () => {
    expect(strayImports(tree, fences)).toEqual([]);
  });

  it("has every package at home", () => {
    expect(strayPackages(tree, homes)).toEqual([]);
  });

  it("runs in a browser but for sources and command line", () => {
    expect(nodeGlobals(tree)).toEqual([]);
  });

  it("has no circles", () => {
    expect(cycles(tree)).toEqual([]);
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
    const files = [...tree].filter(([path]) => posix.dirname(path) !== "src/rules" || path.endsWith("/index.ts"));
    const byDefault = files.filter(([, text]) => /^export default\b|^export\s*\{[^}]*\bas default\b/m.test(text));
    expect(byDefault.map(([path]) => path)).toEqual([]);
  });

  it("has no fence around nothing, and no home that stands empty", () => {
    const empty = fences.filter(({ part }) => ![...tree.keys()].some((path) => matches(path, part)));
    expect(empty.map(({ part }) => part)).toEqual([]);
    const imported = packageImports(tree).map(({ name }) => name);
    expect(homes.filter((home) => !imported.includes(home.package)).map((home) => home.package)).toEqual([]);
  });
});

describe("a violation is reported", () => {
  it.each([
    [
      "a grammar that knows the report",
      "grammar/x.ts",
      'import { y } from "../src/report.ts";',
      "grammar/x.ts → src/report.ts (values)",
    ],
    [
      "a type of what must not be known",
      "grammar/x.ts",
      'import type { Y } from "../src/report.ts";',
      "grammar/x.ts → src/report.ts (types)",
    ],
    [
      "a value where types are allowed",
      "src/sources/x.ts",
      'import { y } from "../analyze.ts";',
      "src/sources/x.ts → src/analyze.ts (values)",
    ],
    [
      "a value beside types",
      "src/sources/x.ts",
      'import { type Y, z } from "../analyze.ts";',
      "src/sources/x.ts → src/analyze.ts (values)",
    ],
    [
      "names over several lines",
      "src/mends/x.ts",
      'import {\n  y,\n  z,\n} from "../segment.ts";',
      "src/mends/x.ts → src/segment.ts (values)",
    ],
    ["a re-export", "src/report.ts", 'export * from "./analyze.ts";', "src/report.ts → src/analyze.ts (values)"],
    [
      "a re-export of types",
      "src/report.ts",
      'export type * from "./analyze.ts";',
      "src/report.ts → src/analyze.ts (types)",
    ],
    ["a bare import", "src/facts/x.ts", 'import "../analyze.ts";', "src/facts/x.ts → src/analyze.ts (values)"],
    [
      "a dynamic import",
      "src/mend.ts",
      'const y = await import("./cli/main.ts");',
      "src/mend.ts → src/cli/main.ts (values)",
    ],
    [
      "a type by import()",
      "src/mend.ts",
      'type Y = typeof import("./cli/main.ts");',
      "src/mend.ts → src/cli/main.ts (types)",
    ],
    [
      "a dynamic import nobody can check",
      "src/mend.ts",
      "await import(name);",
      "src/mend.ts → import() of something that is no plain string",
    ],
    [
      "a way past a door",
      "src/cli/x.ts",
      'import { csv } from "../reporters/csv.ts";',
      "src/cli/x.ts → src/reporters/csv.ts (values)",
    ],
    [
      "a step that prints",
      "src/mend.ts",
      'import { text } from "./reporters/index.ts";',
      "src/mend.ts → src/reporters/index.ts (values)",
    ],
    ["a room nobody planned", "src/utils/x.ts", "", "src/utils/x.ts → is in no part of the house"],
    [
      "an import of nothing",
      "src/mend.ts",
      'import { y } from "./gone.ts";',
      "src/mend.ts → ./gone.ts, which is no file of the house",
    ],
    [
      "an import of what the compiler makes",
      "src/mend.ts",
      'import { y } from "./segment.js";',
      "src/mend.ts → ./segment.js, which is no file of the house",
    ],
  ])("%s", (_, path, text, stray) => {
    expect(strayImports(withFile(path, text), fences)).toContain(stray);
  });

  it.each([
    ["a package away from home", "src/mend.ts", 'import P from "parsimmon";', "src/mend.ts → parsimmon"],
    [
      "a part of a package",
      "src/reporters/json.ts",
      'import { stringify } from "csv-stringify/sync";',
      "src/reporters/json.ts → csv-stringify",
    ],
    [
      "a package without a home",
      "src/mend.ts",
      'const y = await import("@scope/zod/mini");',
      "src/mend.ts → @scope/zod",
    ],
    ["Node in the core", "grammar/x.ts", 'import type { Stats } from "node:fs";', "grammar/x.ts → node:"],
  ])("%s", (_, path, text, stray) => {
    expect(strayPackages(withFile(path, text), homes)).toContain(stray);
  });

  it.each([
    ["Buffer", "const bytes = Buffer.from(text);"],
    ["process", "if (process.env.DEBUG) return;"],
    ["globalThis", 'globalThis["Buffer"]'],
    ["require", 'const fs = require("fs");'],
  ])("%s outside its rooms", (name, text) => {
    expect(nodeGlobals(new Map([["src/mend.ts", text]]))).toContain(`src/mend.ts → ${name}`);
  });

  it("but not what only looks like one", () => {
    const text =
      '// import { y } from "../cli/main.ts";\n/* process.exit */ row.process = "Buffer"; const r = /require/;\n';
    expect(strayImports(new Map([["src/mend.ts", text]]), fences)).toEqual([]);
    expect(nodeGlobals(new Map([["src/mend.ts", `${text}interface Row { readonly process?: string }`]]))).toEqual([]);
  });

  it.each([
    [
      "of values",
      [
        ["src/a.ts", 'import { b } from "./b.ts";'],
        ["src/b.ts", 'import { a } from "./a.ts";'],
      ],
      ["src/a.ts, src/b.ts (values)"],
    ],
    [
      "by way of a third",
      [
        ["src/a.ts", 'import { b } from "./b.ts";'],
        ["src/b.ts", 'import { c } from "./c.ts";'],
        ["src/c.ts", 'export * from "./a.ts";'],
      ],
      ["src/a.ts, src/b.ts, src/c.ts (values)"],
    ],
    [
      "of types over a fence",
      [
        ["src/a.ts", 'import { b } from "./x/b.ts";'],
        ["src/x/b.ts", 'import type { A } from "../a.ts";'],
      ],
      ["src/a.ts, src/x/b.ts (types, in several rooms)"],
    ],
    [
      "of types in one folder: none",
      [
        ["src/a.ts", 'import { b } from "./b.ts";'],
        ["src/b.ts", 'import type { A } from "./a.ts";'],
      ],
      [],
    ],
    [
      "of types between a file and its room: none",
      [
        ["src/a.ts", 'import { b } from "./as/b.ts";'],
        ["src/as/b.ts", 'import type { A } from "../a.ts";'],
      ],
      [],
    ],
  ] as const)("a circle %s", (_, files, found) => {
    expect(cycles(new Map(files))).toEqual(found);
  });
});
