import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grammars } from "../../grammar/index.ts";
import { analyze } from "../../src/index.ts";
import { advance, automatonOf, FOUND, START } from "../../src/text/relevance/automaton.ts";

// What the samples' reports say of captures and hosts, and that the words of each capture's kind are in it: read here
// without the command's way to files, which takes long.

const REPORT = ".report.json";
const root = process.cwd();
/** Hosts of several files, archives, and reports that need an option. */
const OTHERS = /\/hosts\/|\.(?:zip|cab|7z|gz|tgz|tar)\.|computer-name/;

const reports = readdirSync(join(root, "samples"), { recursive: true, encoding: "utf8" })
  .map((path) => `samples/${path}`)
  .filter((path) => path.endsWith(REPORT) && !OTHERS.test(path))
  .sort();
const automata = new Map<string, ReturnType<typeof automatonOf>>(
  grammars.map(({ kind, words }) => [kind, automatonOf(words)]),
);

describe("the report beside a sample", () => {
  it.each(reports)("%s", async (path) => {
    const name = path.slice(0, -REPORT.length);
    const expected = JSON.parse(readFileSync(join(root, path), "utf8"));
    const bytes = async function* () {
      yield readFileSync(join(root, name));
    };
    const withoutWords: string[] = [];
    const report = await analyze([{ name, bytes: bytes() }], {
      onCapture: ({ kind, command }, { text }) => {
        const automaton = automata.get(kind);
        const whole = Buffer.from(`${command ?? ""}\n${text}\n`);
        if (automaton === undefined || advance(automaton, START, whole) !== FOUND) withoutWords.push(kind);
      },
    });
    expect(withoutWords).toEqual([]);
    expect(toldBy(JSON.parse(JSON.stringify(report)))).toEqual(toldBy(expected));
  });
});

interface Told {
  readonly hosts: readonly Readonly<Record<string, unknown>>[];
  readonly diagnostics: readonly unknown[];
}

/** Findings apart, of which the reports have only the failed ones. */
function toldBy({ hosts, diagnostics }: Told): Told {
  return { hosts: hosts.map(({ findings: _, excerpts: __, ...told }) => told), diagnostics };
}
