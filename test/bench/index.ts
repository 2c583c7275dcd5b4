import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { netstat } from "../../grammar/netstat.ts";
import { analyze, type Report } from "../../src/index.ts";
import { bareLoop } from "./bare-loop.ts";
import { netstatTable, seeded } from "./captures.ts";
import { connectionsCsv } from "./connections-csv.ts";

/** Rows of the table everything is measured on, and how often; the runs of all stages are interleaved. */
const ROWS = 200_000;
const RUNS = 7;

interface Stage {
  readonly name: string;
  /** How many times the time of the bare loop it may take; null when nothing was promised. */
  readonly target: number | null;
  readonly rows: number;
  run(): unknown;
}

const small = table(ROWS / 10);
const large = table(ROWS);

const stages: readonly Stage[] = [
  { name: "bare loop by hand", target: null, rows: ROWS, run: () => bareLoop(large.text) },
  { name: "our grammar", target: 2, rows: ROWS, run: () => netstat.read(large.segment, { command: null }) },
  { name: "bytes to summary", target: 3, rows: ROWS, run: () => analysed(large.bytes) },
  { name: "bytes to summary, a tenth", target: null, rows: ROWS / 10, run: () => analysed(small.bytes) },
  { name: "bytes to CSV", target: null, rows: ROWS, run: () => connectionsCsv(chunks(large.bytes)) },
];

const times = new Map<string, number[]>(stages.map(({ name }) => [name, []]));
for (let run = 0; run <= RUNS; run += 1) {
  for (const stage of stages) {
    const began = performance.now();
    await stage.run();
    // The first round warms up and is not counted.
    if (run > 0) times.get(stage.name)?.push(performance.now() - began);
  }
}

const bare = median("bare loop by hand");
print(`${ROWS} rows, ${(large.bytes.length / 1e6).toFixed(1)} MB; medians of ${RUNS} interleaved runs\n`);
print(
  `${"stage".padEnd(28)}${"ms".padStart(8)}${"rows/s".padStart(12)}${"MB/s".padStart(8)}${"x bare".padStart(9)}  target`,
);
for (const { name, rows, target } of stages) {
  const time = median(name);
  const megabytes = (large.bytes.length / 1e6) * (rows / ROWS);
  const ratio = time / bare / (rows / ROWS);
  const verdict = target === null ? "" : `<= ${target}: ${ratio <= target ? "reached" : "MISSED"}`;
  print(
    `${name.padEnd(28)}${time.toFixed(0).padStart(8)}${((rows / time) * 1000).toFixed(0).padStart(12)}` +
      `${((megabytes / time) * 1000).toFixed(0).padStart(8)}${ratio.toFixed(2).padStart(9)}  ${verdict}`,
  );
}
const growth = median("bytes to summary") / median("bytes to summary, a tenth");
print(`\n10x the rows take ${growth.toFixed(1)}x the time (target <= 11: ${growth <= 11 ? "reached" : "MISSED"})`);
print(`peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);

// The bundles before the long log: their peers are processes of their own, which a large heap here would slow down.
execFileSync(process.execPath, [fileURLToPath(new URL("./bundles.js", import.meta.url)), process.argv[3] ?? "1000"], {
  stdio: "inherit",
});

const megabytes = process.argv[2] ?? "1000";
const script = fileURLToPath(new URL("./interval.js", import.meta.url));
const interval = JSON.parse(execFileSync(process.execPath, [script, megabytes], { encoding: "utf8" })) as {
  readonly tables: number;
  readonly seconds: number;
  readonly peak: number;
};
print(
  `\ninterval log of ${megabytes} MB, ${interval.tables} tables: ${interval.seconds.toFixed(1)} s, ` +
    `peak ${interval.peak.toFixed(0)} MB (target < 300: ${interval.peak < 300 ? "reached" : "MISSED"})`,
);

function table(rows: number) {
  const text = netstatTable(rows, seeded(rows));
  const lines = text.replaceAll("\r\n", "\n");
  return { text, bytes: new TextEncoder().encode(text), segment: { text: lines, runs: [{ ordinal: 0, line: 1 }] } };
}

function analysed(bytes: Uint8Array): Promise<Report> {
  return analyze({ name: "table.txt", bytes: chunks(bytes) });
}

/** The pieces in which a file stream gives its bytes. */
async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

function median(name: string): number {
  const sorted = [...(times.get(name) ?? [])].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
