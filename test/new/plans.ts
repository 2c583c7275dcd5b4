import { importing, languageOf, listing, row } from "./edits.ts";
import { type Names, namesOf, namesOfLocale } from "./names.ts";

/** Everything that a new file needs. */
export interface Plan {
  readonly names: Names;
  /** Templates, and where each of them goes. */
  readonly places: ReadonlyMap<string, string>;
  /** Files that get a line or two. */
  readonly edits: readonly (readonly [path: string, edit: (text: string) => string])[];
  /** Words in the paths of test files that know of it. */
  readonly tests: readonly string[];
  /** The same where few of the tests do: those with a word in their names. What they compare with is written first. */
  readonly few?: { readonly files: readonly string[]; readonly about: string };
  /** What somebody has to replace now. */
  readonly next: string;
}

/** What can be made, by the word for it. */
export const plans: { readonly [kind: string]: (name: string, list?: string) => Plan } = {
  rule,
  locale,
  capture,
  collector,
  reporter,
};

/** Lists that a rule of one host can stand in; where none is named, among the settings. */
export const ruleLists = ["chimney", "settings", "coexistence", "sockets", "workloads"] as const;

const template = (name: string) => `test/new/templates/${name}`;

function rule(name: string, list = "settings"): Plan {
  const names = namesOf(name);
  const path = `src/findings/rules/${names.kebab}.ts`;
  return {
    names,
    places: new Map([[template("rule.ts"), path]]),
    edits: [
      [
        `src/findings/rules/lists/${list}.ts`,
        (text) => importing(listing(text, `${list}Rules`, names.camel), names.camel, `../${names.kebab}.ts`),
      ],
    ],
    tests: ["docs/pages"],
    few: { files: ["rules/parity", "rules/deletion"], about: names.kebab },
    next: `Replace the words and the check in ${path}. npm test -- ${names.kebab} runs its tests, npm run docs writes its words into src/findings/README.md, and npm test -- test/samples says which samples it finds something in (-u writes their reports).`,
  };
}

function locale(tag: string): Plan {
  const names = namesOfLocale(tag);
  const path = `grammar/locales/${tag}.ts`;
  const sample = `samples/languages/settings-${tag}.txt`;
  return {
    names,
    places: new Map([
      [template("locale.ts"), path],
      [template("locale.txt"), sample],
    ]),
    edits: [
      [
        "grammar/locales/index.ts",
        (text) => importing(withLocale(text, names.camel), `{ ${names.camel} }`, `./${tag}.ts`),
      ],
      ["grammar/README.md", (text) => text.replace(/^(Languages: [^.]*?)(?= and )/m, `$1, ${languageOf(tag)}`)],
    ],
    tests: ["lexicon/phrases"],
    few: { files: ["test/samples"], about: sample },
    next: `Replace the words in ${path} and the capture in ${sample} (npm test -- ${tag} runs their tests, with -u it writes the report).`,
  };
}

/** Languages stand in the order of their tags, English first. */
function withLocale(text: string, name: string): string {
  return text.replace(/(locales: readonly Locale\[\] = \[enUS, )([^\]]*)\]/, (_, before: string, others: string) => {
    return `${before}${[...others.split(", "), name].sort().join(", ")}]`;
  });
}

function capture(name: string): Plan {
  const names = namesOf(name);
  const path = `grammar/kinds/${names.kebab}.ts`;
  const sample = `samples/adapters/${names.kebab}.txt`;
  return {
    names,
    places: new Map([
      [template("capture.ts"), path],
      [template("capture.test.ts"), `test/grammar/kinds/${names.kebab}.test.ts`],
      [template("capture.txt"), sample],
    ]),
    edits: [
      [
        "grammar/index.ts",
        (text) =>
          importing(
            listing(text, "grammars", names.camel, "lbfoTeam"),
            `{ ${names.camel} }`,
            `./kinds/${names.kebab}.ts`,
          ),
      ],
    ],
    tests: ["grammar/order", "docs/capture-table", `kinds/${names.kebab}`],
    few: { files: ["test/samples"], about: sample },
    next: `Replace the labels in ${path} and the capture in ${sample}. npm test -- ${names.kebab} runs its tests, npm test -- ${names.kebab}.txt -u writes the report of the sample. Rules see it as ${names.camel}; src/hosts/evidence/descriptions.ts lists what prints descriptions of adapters.`,
  };
}

function collector(name: string): Plan {
  const names = namesOf(name);
  const path = `src/captures/collectors/${names.kebab}.ts`;
  const layout = `test/support/bundles/${names.kebab}.ts`;
  return {
    names,
    places: new Map([
      [template("collector.ts"), path],
      [template("collector.test.ts"), `test/captures/collectors/${names.kebab}.test.ts`],
      [template("collector-layout.ts"), layout],
    ]),
    edits: [
      [
        "src/captures/collectors/index.ts",
        (text) =>
          importing(listing(text, "collectors", names.camel, "// Knows"), `{ ${names.camel} }`, `./${names.kebab}.ts`),
      ],
      [
        "test/support/bundles/layouts.ts",
        (text) =>
          importing(
            listing(text, "layouts", `["${names.kebab}", ${names.camel}]`),
            `{ ${names.camel} }`,
            `./${names.kebab}.ts`,
          ),
      ],
      [
        "src/captures/collectors/README.md",
        (text) => row(text, "| collector | what its layout tells |", [names.kebab, "host, time"]),
      ],
    ],
    tests: ["collectors/order", "collectors/opened", `collectors/${names.kebab}`],
    next: `Replace the layout in ${path}, and the bundle in ${layout} by one that was seen.`,
  };
}

function reporter(name: string): Plan {
  const names = namesOf(name);
  const path = `src/reporters/${names.kebab}.ts`;
  const key = names.camel === names.kebab ? names.camel : `"${names.kebab}"`;
  return {
    names,
    places: new Map([
      [template("reporter.ts"), path],
      [template("reporter.test.ts"), `test/reporters/${names.kebab}.test.ts`],
    ]),
    edits: [
      ["src/reporters/reporter.ts", (text) => listing(text, "reporterNames", `"${names.kebab}"`)],
      [
        "src/reporters/index.ts",
        (text) =>
          importing(
            listing(text, "reporters", key === names.camel ? key : `${key}: ${names.camel}`),
            `{ ${names.camel} }`,
            `./${names.kebab}.ts`,
          ),
      ],
      [path, (text) => text.replace(/ = \{/, ": Reporter = {").replace(/\} satisfies [^;]*;/, "};")],
      ["test/shipped.process.test.ts", (text) => listing(text, "outputs", `${key}: /enabled/`)],
      ["README.md", (text) => row(text, "| `--format` | what |", [`\`${names.kebab}\``, "a line for each finding"])],
    ],
    tests: [`reporters/${names.kebab}`],
    few: { files: ["cli/command-line"], about: "shows the help" },
    next: `Replace what ${path} prints, and its words in README.md and test/shipped.process.test.ts.`,
  };
}
