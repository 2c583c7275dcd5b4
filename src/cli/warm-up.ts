import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Script } from "node:vm";
import { chunksIn, compiledName } from "./chunks.ts";
import type { main } from "./main.ts";
import { nodeTerminal, type Output } from "./terminal.ts";

// Runs the command of the chunks in a folder over samples and keeps beside each chunk what V8 compiled of it, so that
// the next start need not. Functions that no run called are compiled when they are first called, as ever.

const [chunks = "", samples = ""] = process.argv.slice(2);

/** What people do most: a report of a paste. What only other runs call is not worth loading for each start. */
const runs: readonly (readonly string[])[] = [
  ["analyze", join(samples, "worked-examples/1-kb-951037.txt")],
  ["analyze", join(samples, "worked-examples/1-kb-951037.txt"), "--format", "json"],
];

const scripts = new Map<string, Script>();
const load = chunksIn(chunks, (file, script) => scripts.set(file, script));
// The chunk is made of the module whose type is named here.
const run = load("main.js")["main"] as typeof main;
const nowhere: Output = { isTerminal: false, columns: undefined, write: async () => undefined };

for (const argv of runs) await run(argv, { ...nodeTerminal(), stdout: nowhere, stderr: nowhere });
for (const [file, script] of scripts) writeFileSync(compiledName(file), script.createCachedData());
