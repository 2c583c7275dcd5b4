import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { written } from "./pages.ts";
import { publicWordsFile } from "./public-words.ts";
import { writeSampleBundles } from "./sample-bundles.ts";

/** Where npm runs its scripts: the folder of the project. */
const root = ".";

await writeSampleBundles(root);
writeFileSync("src/redact/public-words.ts", publicWordsFile(root));
for (const { path, write } of written) {
  writeFileSync(path, await write(existsSync(path) ? readFileSync(path, "utf8") : "", root));
}
