import { readFileSync, writeFileSync } from "node:fs";
import { withBatchDemo } from "./batch-demo.ts";
import { withCaptureTable } from "./capture-table.ts";
import { withDemo } from "./demo.ts";
import { publicWordsFile } from "./public-words.ts";
import { withRuleTable } from "./rule-table.ts";
import { writeSampleBundles } from "./sample-bundles.ts";

/** Where npm runs its scripts: the folder of the project. */
const path = "README.md";

await writeSampleBundles(".");
writeFileSync("src/redact/public-words.ts", publicWordsFile("."));
const readme = withCaptureTable(withRuleTable(readFileSync(path, "utf8")));
writeFileSync(path, await withBatchDemo(await withDemo(readme, "."), "."));
