import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";

// What the samples' reports say of captures and hosts: read here without the command's way to files, which takes long.

const REPORT = ".report.json";
const root = process.cwd();
/** Hosts of several files, archives, and reports that need an option. */
const OTHERS = /\/hosts\/|\.(?:zip|cab|7z|gz|tgz|tar)\.|computer-name/;

const reports = readdirSync(join(root, "samples"), { recursive: true, encoding: "utf8" })
  .map((path) => `samples/${path}`)
  .filter((path) => path.endsWith(REPORT) && !OTHERS.test(path))
  .sort();

describe("the report beside a sample", () => {
  it.each(reports)("%s", async (path) => {
    const name = path.slice(0, -REPORT.length);
    const expected = JSON.parse(readFileSync(join(root, path), "utf8"));
    const bytes = async function* () {
      yield readFileSync(join(root, name));
    };
    const report = JSON.parse(JSON.stringify(await analyze([{ name, bytes: bytes() }])));
    expect(toldBy(report)).toEqual(toldBy(expected));
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
