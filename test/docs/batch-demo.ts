import { readdirSync } from "node:fs";
import { bundleEntry, rollupOf } from "../../src/fleet/index.ts";
import { analyze } from "../../src/index.ts";
import { fleetText, plain } from "../../src/reporters/index.ts";
import { openSources } from "../../src/sources/index.ts";
import { between } from "./marks.ts";
import { SAMPLE_BUNDLES } from "./sample-bundles.ts";

const BEGIN = "<!-- The summary of the bundles in samples/, written by npm run docs -->";
const END = "<!-- End of the summary -->";

/** Width of the summary in the manual. */
const COLUMNS = 100;

/** The text with the summary of the sample bundles between its two marks. Throws when a mark is missing. */
export async function withBatchDemo(readme: string, root: string): Promise<string> {
  return between(readme, BEGIN, END, `\`\`\`\n${(await summaryOf(root)).trimEnd()}\n\`\`\``);
}

async function summaryOf(root: string): Promise<string> {
  const names = readdirSync(`${root}/${SAMPLE_BUNDLES}`).filter((name) => name.endsWith(".zip"));
  const entries = await Promise.all(
    names.map(async (file) => {
      const name = `${SAMPLE_BUNDLES}/${file}`;
      const report = await analyze(openSources([name], { cwd: root, stdin: nothing(), choice: "captures" }));
      return bundleEntry(report, { name, fingerprint: "", bytes: 0 }, new Map());
    }),
  );
  return fleetText(rollupOf(entries), COLUMNS, plain);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
