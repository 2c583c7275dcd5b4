import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBundles } from "./bundle-files.ts";

/** The command as it was built beside this file. */
const bin = fileURLToPath(new URL("../../src/cli/bin.js", import.meta.url));

/** Bundles that are worked through, how often in turn with the peers, and for the memory. */
const BUNDLES = Number(process.argv[2] ?? 1000);
const RUNS = 3;

/** Prints the largest memory of the process to its error stream, in kilobytes. */
const PEAK = 'data:text/javascript,process.on("exit",()=>console.error("peak " + process.resourceUsage().maxRSS))';

interface Way {
  readonly name: string;
  /** The program it needs; undefined for ours. */
  readonly needs?: string;
  run(folder: string, out: string): void;
}

const batch = (workers: number): Way => ({
  name: `chimneysweep batch, ${workers} worker${workers === 1 ? "" : "s"}`,
  run: (folder, out) => void runBatch(folder, out, workers),
});

const ways: readonly Way[] = [
  {
    name: "unzip -p of the same members",
    needs: "unzip",
    run: (folder) => shell(`for f in *.zip; do unzip -p "$f" '*_TCPIP_*' '*_TcpIp-Info.txt' > /dev/null; done`, folder),
  },
  {
    name: "7z x, grep -r, rm",
    needs: "7z",
    run: (folder, out) =>
      shell(
        `for f in *.zip; do 7z x -y -o"${out}" "$f" > /dev/null; grep -rlaE 'O.f.f.l.o.a.d. .S.t.a.t.e' "${out}" > /dev/null; rm -r "${out}"; done`,
        folder,
      ),
  },
  batch(1),
  batch(2),
];

const place = await mkdtemp(join(tmpdir(), "bench-"));
try {
  const folder = join(place, "bundles");
  const sizes = await writeBundles(folder, BUNDLES);
  const megabytes = sizes.unpacked / 1e6;
  print(
    `\n${BUNDLES} bundles, ${(sizes.packed / 1e6).toFixed(0)} MB, ${megabytes.toFixed(0)} MB unpacked; medians of ${RUNS} interleaved runs\n`,
  );
  const times = await measured(folder);
  const floor = times.get("unzip -p of the same members");
  print(
    `${"way".padEnd(34)}${"s".padStart(7)}${"bundles/s".padStart(11)}${"MB/s".padStart(7)}${"x unzip".padStart(9)}`,
  );
  for (const { name } of ways) {
    const seconds = times.get(name);
    const cells =
      seconds === undefined
        ? ["–", "–", "–", "not here"]
        : [
            seconds.toFixed(1),
            (BUNDLES / seconds).toFixed(0),
            (megabytes / seconds).toFixed(0),
            floor === undefined ? "–" : (seconds / floor).toFixed(2),
          ];
    print(`${name.padEnd(34)}${cells.map((cell, at) => cell.padStart([7, 11, 7, 9][at] ?? 9)).join("")}`);
  }
  const [one, two, seven] = [times.get(batch(1).name), times.get(batch(2).name), times.get("7z x, grep -r, rm")];
  if (one !== undefined && two !== undefined) target("two workers against one", one / two, ">=", 1.7);
  if (one !== undefined && seven !== undefined) target("7z and grep against one worker", seven / one, ">=", 1);
  await memory(folder);
} finally {
  await rm(place, { recursive: true });
}

/** The median seconds of each way that can be gone here. */
async function measured(folder: string): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1) {
    for (const { name, needs, run: go } of ways) {
      if (needs !== undefined && spawnSync("sh", ["-c", `command -v ${needs}`]).status !== 0) continue;
      const out = join(place, `out-${run}`);
      const began = performance.now();
      go(folder, out);
      times.set(name, [...(times.get(name) ?? []), (performance.now() - began) / 1000]);
      await rm(out, { recursive: true, force: true });
    }
  }
  return new Map(
    [...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN]),
  );
}

/** The largest memory of a run over a tenth of the bundles, and over all of them. */
async function memory(folder: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  const few = names.slice(0, BUNDLES / 10).map((name) => join(folder, name));
  const small = runBatch(few, join(place, "few"), 2);
  const large = runBatch(folder, join(place, "all"), 2);
  print(
    `\npeak memory with 2 workers: ${small.toFixed(0)} MB for ${few.length} bundles, ${large.toFixed(0)} MB for ${BUNDLES}`,
  );
  target(`${BUNDLES} bundles against ${few.length}`, large / small, "<=", 1.3);
}

/** Runs the command and gives its largest memory in megabytes. */
function runBatch(paths: string | readonly string[], out: string, workers: number): number {
  const args = ["--import", PEAK, bin, "batch", ...[paths].flat(), "-o", out, "--workers", String(workers), "--quiet"];
  const { stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`The run over ${[paths].flat()[0]} ended with ${status}: ${stderr}`);
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
}

function target(what: string, ratio: number, side: ">=" | "<=", limit: number): void {
  const isReached = side === ">=" ? ratio >= limit : ratio <= limit;
  print(`${what}: ${ratio.toFixed(2)}x (target ${side} ${limit}: ${isReached ? "reached" : "MISSED"})`);
}

function shell(script: string, cwd: string): void {
  execFileSync("sh", ["-c", script], { cwd });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
