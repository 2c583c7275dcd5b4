import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../../src/index.ts";
import { VERSION } from "../../src/report/version.ts";
import { defaultCsvOptions, plain, reporters } from "../../src/reporters/index.ts";
import { between } from "./marks.ts";

const BEGIN = "<!-- The capture and its report, written by npm run docs -->";
const END = "<!-- End of the report -->";

/** The sample that the manual begins with. */
const SAMPLE = "samples/pastes/mail-of-the-readme.txt";

/** The text with a capture and what a terminal shows of it between its two marks. Throws when a mark is missing. */
export async function withDemo(readme: string, root: string): Promise<string> {
  const capture = readFileSync(join(root, SAMPLE), "utf8");
  const blocks = [fenced(capture), "and out comes:", fenced(await reported(capture))];
  return between(readme, BEGIN, END, blocks.join("\n\n"));
}

async function reported(capture: string): Promise<string> {
  const bytes = async function* () {
    yield new TextEncoder().encode(capture);
  };
  const report = await analyze({ name: "mail.txt", bytes: bytes() });
  const options = {
    version: VERSION,
    columns: 100,
    paint: plain,
    detail: "brief",
    table: "connections",
    csv: defaultCsvOptions,
  } as const;
  return [...(await reporters.text.open(options)).report(report)].join("");
}

function fenced(text: string): string {
  return `\`\`\`\n${text.trimEnd()}\n\`\`\``;
}
