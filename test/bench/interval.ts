import { analyze } from "../../src/index.ts";
import { intervalLog, seeded } from "./captures.ts";

/** Analyses an interval log of the size given in megabytes and prints what it took; run as a process of its own. */
const megabytes = Number(process.argv[2] ?? 1000);

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield* intervalLog(megabytes * 1_000_000, seeded(1));
}

const began = performance.now();
const report = await analyze({ name: "interval.log", bytes: bytes() });
const seconds = (performance.now() - began) / 1000;
const tables = report.hosts[0]?.summary.snapshots.length ?? 0;
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ megabytes, tables, seconds, peak })}\n`);
