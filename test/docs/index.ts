import { readFileSync, writeFileSync } from "node:fs";
import { withRuleTable } from "./rule-table.ts";

/** Where npm runs its scripts: the folder of the project. */
const path = "README.md";

writeFileSync(path, withRuleTable(readFileSync(path, "utf8")));
