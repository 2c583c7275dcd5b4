import { codeOf, type Fence, type Home, type SourceTree } from "./imports.ts";

/** The shapes that every part behind a stage may speak of: what a record, a capture and the numbers of a table are. */
const SHAPES = ["grammar/**", "src/captures/index.ts", "src/summary/index.ts"];

/** The fences between the parts, most particular part first. Stages stand in the order in which a capture goes through them. */
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
    part: "src/text/encodings/**",
    may: ["grammar/locales/**", "grammar/contract/diagnostic.ts"],
    types: ["grammar/**"],
    why: "Decoding knows bytes and the words of Windows that tell code pages apart, no grammar.",
  },
  {
    part: "src/text/mends/**",
    may: ["grammar/locales/**", "src/text/memory.ts", "src/text/wrappers/index.ts"],
    types: ["grammar/contract/place.ts"],
    why: "Undoing what mail and web pages did is done before anybody knows what the text is.",
  },
  {
    part: "src/text/wrappers/**",
    may: ["grammar/locales/**", "grammar/markers/index.ts", "src/text/mends/mend.ts"],
    types: ["grammar/contract/place.ts"],
    why: "Taking text out of strings, mail and logs is done before anybody knows what the text is.",
  },
  {
    part: "src/text/relevance/automaton.ts",
    may: [],
    why: "A search for words knows bytes, and nothing of what the words are of.",
  },
  {
    part: "src/text/**",
    may: ["grammar/index.ts", "grammar/markers/index.ts"],
    why: "Bytes become lines before anybody looks for captures in them.",
  },
  {
    part: "src/sources/**",
    may: ["src/text/index.ts"],
    types: ["grammar/contract/diagnostic.ts", "grammar/index.ts"],
    why: "Opening files knows what a source is and nothing of what is in it; old names in archives are decoded as text is.",
  },
  {
    part: "src/captures/collectors/**",
    may: [],
    why: "Who made a file is told by its name and its first lines, before anything in it is read.",
  },
  {
    part: "src/captures/segments/**",
    may: ["grammar/index.ts", "grammar/markers/index.ts", "src/text/index.ts"],
    types: ["src/captures/host-names.ts"],
    why: "The segmenter sees lines and the grammars' door, not what becomes of a segment.",
  },
  {
    part: "src/captures/**",
    may: ["grammar/index.ts", "grammar/markers/index.ts", "src/text/index.ts"],
    why: "Lines become captures; what captures mean together comes later.",
  },
  {
    part: "src/summary/**",
    may: ["grammar/lexicon/masks.ts", "grammar/locales/locale.ts", "src/facts/**", "src/text/index.ts"],
    types: ["grammar/**"],
    why: "Counting starts from records that are read already: neither text nor grammars matter to it, only which addresses are masks.",
  },
  {
    part: "src/hosts/**",
    may: [
      "grammar/index.ts",
      "grammar/markers/index.ts",
      "src/captures/index.ts",
      "src/facts/**",
      "src/summary/index.ts",
      "src/text/index.ts",
    ],
    types: [...SHAPES],
    why: "What is known of a host is put together from captures and facts, without knowing any rule.",
  },
  {
    part: "src/findings/rules/lists/**",
    may: ["src/findings/rules/*"],
    types: ["src/findings/rule.ts", "src/findings/fleet-rule.ts"],
    why: "The lists of the rules are the one place that knows them all.",
  },
  {
    part: "src/findings/rules/index.ts",
    may: ["src/findings/rules/lists/**"],
    types: ["src/findings/rule.ts"],
    why: "The door of the rules puts their lists together.",
  },
  {
    part: "src/findings/rules/**",
    inside: "closed",
    may: [
      "src/facts/**",
      "src/findings/derived.ts",
      "src/findings/fleet-rule.ts",
      "src/findings/pack-of-2003.ts",
      "src/findings/rule.ts",
      "src/findings/side-by-side.ts",
      "src/summary/index.ts",
      "src/hosts/index.ts",
    ],
    types: [...SHAPES, "src/findings/fleet-host.ts"],
    why: "A rule says one thing, from evidence and documented facts, whatever other rules say.",
  },
  {
    part: "src/findings/verdict/**",
    may: [
      "src/facts/**",
      "src/findings/candidates.ts",
      "src/findings/pack-of-2003.ts",
      "src/findings/refutation.ts",
      "src/findings/supplies.ts",
      "src/hosts/index.ts",
    ],
    types: SHAPES,
    why: "What is known of a host for its verdict is read out of the same evidence that rules see, not out of rules.",
  },
  {
    part: "src/findings/**",
    may: [
      "grammar/index.ts",
      "grammar/locales/locale.ts",
      "src/facts/**",
      "src/hosts/index.ts",
      "src/summary/index.ts",
      "src/text/index.ts",
    ],
    types: [...SHAPES],
    why: "What rules make of the evidence of a host, or of hosts side by side, whoever reports it.",
  },
  {
    part: "src/report/tables/**",
    may: ["grammar/contract/grammar.ts", "grammar/locales/locale.ts", "src/report/report.ts"],
    types: [...SHAPES, "src/findings/index.ts", "src/report/bundle.ts"],
    why: "A table prints what the report holds, so it can print a report that was read back.",
  },
  {
    part: "src/report/report.ts",
    may: ["src/findings/index.ts", "src/summary/connection-report.ts", "src/summary/index.ts"],
    types: ["grammar/**", "src/captures/index.ts", "src/facts/**", "src/hosts/index.ts"],
    why: "The report is what everybody behind it agrees on: the shapes that the stages make, put together.",
  },
  {
    part: "src/report/**",
    may: [
      "grammar/index.ts",
      "src/captures/index.ts",
      "src/facts/**",
      "src/findings/index.ts",
      "src/hosts/index.ts",
      "src/summary/index.ts",
    ],
    types: SHAPES,
    why: "The report puts together what the stages before it give.",
  },
  {
    part: "src/capture-script/**",
    may: ["src/facts/**"],
    why: "A script to capture with is made of commands that documents state, whatever is read later.",
  },
  {
    part: "src/fleet/**",
    may: [
      "grammar/locales/locale.ts",
      "src/facts/**",
      "src/findings/index.ts",
      "src/report/index.ts",
      "src/summary/index.ts",
      "src/text/index.ts",
    ],
    types: [...SHAPES],
    why: "A fleet is put together from what is kept of each host, wherever and whenever that was worked out.",
  },
  {
    part: "src/compare/**",
    may: [
      "grammar/lexicon/masks.ts",
      "grammar/locales/locale.ts",
      "src/captures/index.ts",
      "src/facts/features.ts",
      "src/hosts/index.ts",
      "src/report/index.ts",
      "src/summary/index.ts",
    ],
    types: [...SHAPES, "src/findings/index.ts"],
    why: "Two reports are compared by what they hold; who compares captures says how they are read.",
  },
  {
    part: "src/schemas/**",
    may: [
      "grammar/contract/diagnostic.ts",
      "grammar/index.ts",
      "grammar/locales/locale.ts",
      "src/facts/**",
      "src/findings/index.ts",
      "src/hosts/index.ts",
      "src/report/index.ts",
      "src/summary/index.ts",
    ],
    types: ["grammar/**", "src/compare/index.ts", "src/fleet/index.ts"],
    why: "The shape of an output is told by the types and lists of words that it is made of.",
  },
  {
    part: "src/reporters/**",
    may: [
      "grammar/contract/grammar.ts",
      "grammar/locales/en-US.ts",
      "grammar/locales/locale.ts",
      "src/compare/index.ts",
      "src/facts/defaults.ts",
      "src/facts/os-bands.ts",
      "src/facts/thresholds.ts",
      "src/report/index.ts",
    ],
    types: [...SHAPES, "src/facts/**", "src/findings/index.ts", "src/fleet/index.ts"],
    why: "A reporter prints a report; the words of Windows are its only way back to the grammar.",
  },
  {
    part: "src/outputs/**",
    may: [],
    why: "Files are written without following a link, whatever is in them.",
  },
  {
    part: "src/batch/**",
    may: [
      "src/analyze.ts",
      "src/fleet/index.ts",
      "src/outputs/index.ts",
      "src/report/index.ts",
      "src/reporters/index.ts",
      "src/sources/index.ts",
    ],
    types: ["src/facts/thresholds.ts", "src/text/index.ts"],
    why: "A run over many bundles analyses each of them: it knows threads and files, and nothing of captures.",
  },
  {
    part: "src/web/**",
    may: [
      "grammar/contract/grammar.ts",
      "src/index.ts",
      "src/report/index.ts",
      "src/reporters/*",
      "src/reporters/html/*",
      "src/reporters/markdown/index.ts",
      "src/sources/archives/archive.ts",
      "src/sources/archives/budget.ts",
      "src/sources/archives/mail.ts",
      "src/sources/archives/opening.ts",
      "src/sources/archives/walk.ts",
      "src/sources/archives/volume.ts",
      "src/text/index.ts",
    ],
    why: "The page is a user of the library in a browser: of opening archives it has what needs no Node, not their door.",
  },
  {
    part: "src/cli/**",
    may: [
      "src/batch/index.ts",
      "src/index.ts",
      "src/outputs/index.ts",
      "src/report/index.ts",
      "src/reporters/index.ts",
      "src/sources/index.ts",
    ],
    why: "The command line puts the parts together by their doors: what a user of the library could do as well.",
  },
  {
    part: "src/builds/**",
    may: ["src/reporters/html/parts.ts"],
    why: "What is shipped is made of the parts as they are; only making it has to know how they are put together.",
  },
  {
    part: "src/*",
    may: [
      "grammar/**",
      "src/capture-script/index.ts",
      "src/captures/index.ts",
      "src/compare/index.ts",
      "src/facts/**",
      "src/findings/index.ts",
      "src/fleet/index.ts",
      "src/hosts/index.ts",
      "src/report/index.ts",
      "src/schemas/**",
      "src/summary/index.ts",
      "src/text/index.ts",
    ],
    types: ["src/report/report.ts"],
    why: "The line from bytes to report, and the door of the library: nothing of who calls them or prints their result.",
  },
];

/** Where each package is at home. */
export const homes: readonly Home[] = [
  { package: "parsimmon", at: ["grammar/**"] },
  { package: "iconv-lite", at: ["src/text/encodings/**", "src/web/code-pages.ts"] },
  { package: "ansi-regex", at: ["src/text/mends/**"] },
  { package: "entities", at: ["src/text/mends/**"] },
  { package: "ipaddr.js", at: ["src/summary/**"] },
  { package: "csv-stringify", at: ["src/reporters/csv.ts"] },
  { package: "ajv", at: ["src/schemas/validate.ts"] },
  { package: "cliui", at: ["src/reporters/text/**"] },
  { package: "fast-string-width", at: ["src/reporters/text/**"] },
  { package: "tinyglobby", at: ["src/sources/**"] },
  { package: "yauzl", at: ["src/sources/archives/**"] },
  { package: "tar-stream", at: ["src/sources/archives/**"] },
  { package: "libarchive-wasm", at: ["src/sources/archives/libarchive-package.ts"] },
  { package: "postal-mime", at: ["src/sources/archives/mail.ts"] },
  { package: "picocolors", at: ["src/cli/**"] },
  { package: "yargs", at: ["src/cli/**"] },
  { package: "echarts", at: ["src/reporters/html/charts/**"] },
  { package: "preact-render-to-string", at: ["src/reporters/html/page.ts"] },
  { package: "preact", at: ["src/reporters/**", "src/web/**"] },
  { package: "@zip.js/zip.js", at: ["src/web/archives.ts", "src/builds/executable.ts"] },
  { package: "postject", at: ["src/builds/executable.ts"] },
  { package: "vite", at: ["src/builds/page.ts"] },
  { package: "rolldown", at: ["src/builds/command.ts", "src/builds/executable.ts"] },
  { package: "node:", at: ["src/sources/**", "src/outputs/**", "src/batch/**", "src/cli/**", "src/builds/**"] },
  { package: "piscina", at: ["src/batch/**"] },
];

/** What only Node has: the core runs in a browser too. A property or a variable of such a name is something else. */
const NODE_GLOBAL =
  /(?<![.\w$])(?:Buffer|__dirname|__filename|globalThis|setImmediate|process(?=\??\.(?:env|argv|exit|std|cwd|platform|version|nextTick|on|hrtime|memory))|require(?=\s*\())(?![\w$])/g;

/** Uses of what only Node has outside the parts that may, as `file → name`. */
export function nodeGlobals(files: SourceTree): readonly string[] {
  return [...files]
    .filter(([path]) => !/^src\/(?:sources|outputs|batch|cli|builds)\//.test(path))
    .flatMap(([path, text]) => [...codeOf(text).matchAll(NODE_GLOBAL)].map(([name]) => `${path} → ${name}`));
}
