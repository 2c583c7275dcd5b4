import { readFileSync, writeFileSync } from "node:fs";
import { withDemo } from "./demo.ts";
import { withRuleTable } from "./rule-table.ts";
import { writeSampleBundles } from "./sample-bundles.ts";

/** Where npm runs its scripts: the folder of the project. */
const path = "README.md";

writeFileSync(path, await withDemo(withRuleTable(readFileSync(path, "utf8")), "."));
await writeSampleBundles(".");
