import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../../src/index.ts";
import { VERSION } from "../../src/report/version.ts";
import { defaultCsvOptions, plain, reporters } from "../../src/reporters/index.ts";
import { between } from "./marks.ts";

const BEGIN = "<!-- The first rows of that table, written by npm run docs -->";
const END = "<!-- End of the rows -->";

/** The sample that the README makes a table of, and the lines of it that are shown: the heading and two rows. */
const SAMPLE = "samples/netstat/nato.txt";
const LINES = 3;

/** The text with the beginning of a table of connections between its two marks. */
export async function withCsvRows(text: string, root: string): Promise<string> {
  const bytes = async function* () {
    yield new Uint8Array(readFileSync(join(root, SAMPLE)));
  };
  const report = await analyze({ name: SAMPLE, bytes: bytes() });
  const options = {
    version: VERSION,
    columns: 100,
    paint: plain,
    table: "connections",
    csv: defaultCsvOptions,
  } as const;
  const pieces = (await reporters.csv.open({ ...options, detail: "full" })).report(report);
  const lines = [...pieces].join("").split("\r\n").slice(0, LINES);
  return between(text, BEGIN, END, `\`\`\`\n${lines.join("\n")}\n\`\`\``);
}
