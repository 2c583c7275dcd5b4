import { codeOf, type Fence, type Home, type SourceTree } from "./imports.ts";

/** The types every part may speak of: what a record is, what is known of a host, what a report says. */
const WORDS = ["grammar/**", "src/evidence.ts", "src/report.ts", "src/connection-report.ts"];

/** The fences between the parts, most particular part first. */
export const fences: readonly Fence[] = [
  { part: "grammar/locales/**", may: [], why: "Words of Windows are plain tables that everything else may read." },
  { part: "grammar/**", may: [], why: "A grammar reads text and knows nothing of what its records are used for." },
  {
    part: "src/facts/**",
    may: [],
    types: ["grammar/**"],
    why: "What documents state is a table, whoever asks for it.",
  },
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
    part: "src/collectors/**",
    may: [],
    why: "Who made a file is told by its name and its first lines, before anything in it is read.",
  },
  {
    part: "src/relevance/**",
    may: [],
    why: "A search for words knows bytes, and nothing of what the words are of.",
  },
  {
    part: "src/schemas/**",
    may: [
      "grammar/diagnostic.ts",
      "grammar/index.ts",
      "grammar/locales/locale.ts",
      "src/connection-report.ts",
      "src/facts/**",
      "src/report.ts",
    ],
    types: ["grammar/**", "src/catalogue.ts", "src/compare/*", "src/fleet/*", "src/rules/rule.ts", "src/verdict.ts"],
    why: "The shape of an output is told by the types and lists of words that it is made of.",
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
    types: [...WORDS, "src/table-evidence.ts"],
    why: "Counting starts from records that are read already: neither text nor grammars matter to it.",
  },
  {
    part: "src/host-evidence/**",
    may: [
      "grammar/index.ts",
      "src/facts/**",
      "src/moments.ts",
      "src/os-band.ts",
      "src/rules/rule.ts",
      "src/summary/**",
    ],
    types: [...WORDS, "src/summarize.ts"],
    why: "What rules see is put together from captures and facts, without knowing any rule.",
  },
  {
    part: "src/rules/lists/**",
    may: ["src/rules/*"],
    why: "The lists of the rules are the one place that knows them all.",
  },
  {
    part: "src/rules/index.ts",
    may: ["src/rules/lists/**", "src/rules/rule.ts"],
    why: "The door of the rules puts their lists together.",
  },
  {
    part: "src/rules/fleet-rule.ts",
    may: ["src/rules/rule.ts"],
    types: [...WORDS, "src/fleet/entry.ts"],
    why: "A rule on several hosts sees what is kept of each of them, and nothing of who compares them.",
  },
  {
    part: "src/rules/side-by-side.ts",
    may: ["src/rules/fleet-rule.ts", "src/rules/rule.ts", "src/facts/**"],
    types: [...WORDS, "src/fleet/entry.ts"],
    why: "How hosts are compared is the same for every rule that compares them.",
  },
  {
    part: "src/rules/derived.ts",
    may: ["src/rules/rule.ts", "src/facts/**", "src/summary/ratio.ts"],
    types: [...WORDS, "src/table-evidence.ts"],
    why: "What several rules work out of the evidence is worked out once, and shares are compared as the summary does.",
  },
  {
    part: "src/rules/**",
    inside: "closed",
    may: [
      "src/rules/rule.ts",
      "src/rules/fleet-rule.ts",
      "src/rules/derived.ts",
      "src/rules/side-by-side.ts",
      "src/rules/thresholds.ts",
      "src/facts/**",
      "src/moments.ts",
    ],
    types: [...WORDS, "src/fleet/entry.ts", "src/table-evidence.ts"],
    why: "A rule says one thing, from evidence and documented facts, whatever other rules say.",
  },
  {
    part: "src/verdict/**",
    may: ["src/rules/rule.ts", "src/facts/**", "src/moments.ts", "src/supplies.ts"],
    types: [...WORDS, "src/table-evidence.ts"],
    why: "What is known of a host for its verdict is read out of the same evidence that rules see, not out of rules.",
  },
  {
    part: "src/capture-script/**",
    may: ["src/facts/**"],
    why: "A script to capture with is made of commands that documents state, whatever is read later.",
  },
  {
    part: "src/fleet/evaluate-fleet.ts",
    may: ["src/finding.ts", "src/rules/index.ts", "src/supplies.ts"],
    types: [...WORDS, "src/evaluate.ts", "src/fleet/entry.ts", "src/rules/rule.ts", "src/rules/fleet-rule.ts"],
    why: "Rules on several hosts are asked like those on one: with the rules, and what supplies what they need.",
  },
  {
    part: "src/fleet/**",
    may: [
      "grammar/locales/locale.ts",
      "src/facts/**",
      "src/finding.ts",
      "src/report.ts",
      "src/rules/config.ts",
      "src/summary/**",
      "src/version.ts",
    ],
    types: [...WORDS, "src/rules/rule.ts"],
    why: "A fleet is put together from what is kept of each host, wherever and whenever that was worked out.",
  },
  {
    part: "src/compare/**",
    may: [
      "grammar/locales/locale.ts",
      "src/analyze.ts",
      "src/facts/features.ts",
      "src/moments.ts",
      "src/report.ts",
      "src/summary/ratio.ts",
      "src/summary/row-note.ts",
      "src/version.ts",
    ],
    types: [...WORDS, "src/verdict.ts"],
    why: "Two reports are compared by what they hold, and captures are read for them as they are for any report.",
  },
  {
    part: "src/tables/**",
    may: ["grammar/grammar.ts", "grammar/locales/locale.ts", "src/report.ts"],
    types: [...WORDS, "src/fleet/index.ts"],
    why: "A table prints what the report holds, so it can print a report that was read back.",
  },
  {
    part: "src/reporters/**",
    may: [
      "grammar/grammar.ts",
      "grammar/locales/en-US.ts",
      "grammar/locales/locale.ts",
      "src/compare/compared-connections.ts",
      "src/facts/windows-names.ts",
      "src/report.ts",
      "src/tables/index.ts",
    ],
    types: [...WORDS, "src/catalogue.ts", "src/compare/*", "src/facts/**", "src/fleet/index.ts"],
    why: "A reporter prints a report; the words of Windows are its only way back to the grammar.",
  },
  {
    part: "src/sources/**",
    may: ["src/decode.ts", "src/source-text.ts"],
    types: ["src/analyze.ts", "grammar/diagnostic.ts", "grammar/index.ts"],
    why: "Opening files knows what a source is and nothing of what is in it; old names in archives are decoded as text is.",
  },
  {
    part: "src/batch/**",
    may: [
      "src/index.ts",
      "src/version.ts",
      "src/fleet/index.ts",
      "src/reporters/index.ts",
      "src/sources/index.ts",
      "src/tables/index.ts",
    ],
    why: "A run over many bundles is a user of the library: it knows threads and files, and nothing of captures.",
  },
  {
    part: "src/web/**",
    may: [
      "grammar/grammar.ts",
      "src/index.ts",
      "src/report.ts",
      "src/reporters/*",
      "src/reporters/html/index.ts",
      "src/sniff.ts",
      "src/source-text.ts",
      "src/sources/archives/archive.ts",
      "src/sources/archives/budget.ts",
      "src/sources/archives/opening.ts",
      "src/sources/archives/walk.ts",
      "src/tables/table.ts",
    ],
    why: "The page is a user of the library in a browser: of opening archives it has what needs no Node, not their door.",
  },
  {
    part: "src/cli/**",
    may: [
      "src/batch/index.ts",
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
    part: "src/connection-report.ts",
    may: [],
    types: ["grammar/**"],
    why: "A part of the report, with the same reason to depend on nobody.",
  },
  {
    part: "src/report.ts",
    may: ["src/connection-report.ts", "src/finding.ts"],
    types: ["grammar/**", "src/facts/features.ts", "src/facts/os-bands.ts", "src/rules/rule.ts", "src/verdict.ts"],
    why: "The report is what everybody agrees on, so it depends on nobody.",
  },
  {
    part: "src/catalogue.ts",
    may: ["src/facts/**", "src/rules/index.ts", "src/supplies.ts"],
    types: ["grammar/**", "src/rules/rule.ts", "src/rules/fleet-rule.ts"],
    why: "What the rules are is told by the rules themselves, whether or not anything was captured.",
  },
  {
    part: "src/*",
    may: [
      "grammar/**",
      "src/collectors/index.ts",
      "src/compare/index.ts",
      "src/facts/**",
      "src/fleet/**",
      "src/host-evidence/**",
      "src/rules/config.ts",
      "src/rules/fleet-rule.ts",
      "src/rules/index.ts",
      "src/rules/rule.ts",
      "src/rules/thresholds.ts",
      "src/capture-script/index.ts",
      "src/encodings/**",
      "src/mends/**",
      "src/relevance/**",
      "src/schemas/index.ts",
      "src/provenance/index.ts",
      "src/segments/**",
      "src/summary/**",
      "src/verdict/**",
    ],
    why: "The steps know each other and the rooms behind them; nothing of who calls them or prints their result.",
  },
];

/** Where each package is at home. */
export const homes: readonly Home[] = [
  { package: "parsimmon", at: ["grammar/**"] },
  { package: "iconv-lite", at: ["src/encodings/**", "src/decode.ts"] },
  { package: "ansi-regex", at: ["src/mends/**"] },
  { package: "entities", at: ["src/mends/**"] },
  { package: "ipaddr.js", at: ["src/summary/**"] },
  { package: "csv-stringify", at: ["src/reporters/csv.ts"] },
  { package: "ajv", at: ["src/schemas/validate.ts"] },
  { package: "cliui", at: ["src/reporters/text/**"] },
  { package: "string-width", at: ["src/reporters/text/**"] },
  { package: "tinyglobby", at: ["src/sources/**"] },
  { package: "yauzl", at: ["src/sources/archives/**"] },
  { package: "tar-stream", at: ["src/sources/archives/**"] },
  { package: "libarchive-wasm", at: ["src/sources/archives/libarchive-package.ts"] },
  { package: "picocolors", at: ["src/cli/**"] },
  { package: "yargs", at: ["src/cli/**"] },
  { package: "@zip.js/zip.js", at: ["src/web/archives.ts"] },
  { package: "vite", at: ["src/web/build.ts"] },
  { package: "node:", at: ["src/sources/**", "src/batch/**", "src/cli/**", "src/web/build.ts"] },
  { package: "piscina", at: ["src/batch/**"] },
  { package: "cli-progress", at: ["src/batch/**"] },
];

/** What only Node has: the core runs in a browser too. A property or a variable of such a name is something else. */
const NODE_GLOBAL =
  /(?<![.\w$])(?:Buffer|__dirname|__filename|globalThis|setImmediate|process(?=\??\.(?:env|argv|exit|std|cwd|platform|version|nextTick|on|hrtime|memory))|require(?=\s*\())(?![\w$])/g;

/** Uses of what only Node has outside the parts that may, as `file → name`. */
export function nodeGlobals(files: SourceTree): readonly string[] {
  return [...files]
    .filter(([path]) => !/^src\/(?:sources|batch|cli)\//.test(path))
    .flatMap(([path, text]) => [...codeOf(text).matchAll(NODE_GLOBAL)].map(([name]) => `${path} → ${name}`));
}
