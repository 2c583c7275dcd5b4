import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const manifestPath = createRequire(import.meta.url).resolve("chimneysweep/package.json");
// The file is npm's, and its shape with it.
const manifest: { readonly bin: { readonly chimneysweep: string } } = JSON.parse(readFileSync(manifestPath, "utf8"));

/** The command that is measured: the one that is installed with the package. */
export const bin = join(dirname(manifestPath), manifest.bin.chimneysweep);

/** What somebody else would write for the same; the scripts are not compiled, so they stay where they are. */
export function peerScript(name: string): string {
  return join(dirname(manifestPath), "test/bench/peers", name);
}
