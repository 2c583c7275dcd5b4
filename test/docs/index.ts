import { readFileSync, writeFileSync } from "node:fs";
import { withBatchDemo } from "./batch-demo.ts";
import { withDemo } from "./demo.ts";
import { withRuleTable } from "./rule-table.ts";
import { writeSampleBundles } from "./sample-bundles.ts";

/** Where npm runs its scripts: the folder of the project. */
const path = "README.md";

await writeSampleBundles(".");
const readme = withRuleTable(readFileSync(path, "utf8"));
writeFileSync(path, await withBatchDemo(await withDemo(readme, "."), "."));
