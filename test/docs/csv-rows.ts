import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../../src/index.ts";
import { VERSION } from "../../src/report/version.ts";
import { defaultCsvOptions, plain, reporters } from "../../src/reporters/index.ts";
import { between } from "./marks.ts";

const BEGIN = "<!-- Some rows of that table, written by npm run docs -->";
const END = "<!-- End of the rows -->";

/** The sample that the README makes a table of. */
const SAMPLE = "samples/netstat/nato.txt";

/** Its lines that are shown: the heading, an offloaded connection and one in host. */
const SHOWN = [0, 4, 7];

/** The text with the rows of a table of connections between its two marks. */
export async function withCsvRows(text: string, root: string): Promise<string> {
  const bytes = async function* () {
    yield new Uint8Array(readFileSync(join(root, SAMPLE)));
  };
  const options = {
    version: VERSION,
    columns: 100,
    paint: plain,
    table: "connections",
    csv: defaultCsvOptions,
  } as const;
  const rendering = await reporters.csv.open(options);
  const pieces = [rendering.opening];
  await analyze(
    { name: SAMPLE, bytes: bytes() },
    { onConnections: (rows) => void pieces.push(...(rendering.connections?.(rows) ?? [])) },
  );
  const printed = pieces.join("").split("\r\n");
  const lines = SHOWN.map((line) => printed[line] || fail(line));
  return between(text, BEGIN, END, `\`\`\`\n${lines.join("\n")}\n\`\`\``);
}

function fail(line: number): never {
  throw new Error(`the table of ${SAMPLE} has no line ${line + 1}`);
}
