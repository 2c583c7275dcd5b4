import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Setting, Subject } from "./comparison.ts";
import { machineFacts } from "./machine.ts";
import { measure } from "./measure.ts";
import { usage, type Wanted, wantedFrom } from "./options.ts";
import { endAll } from "./processes.ts";
import { heading, resultRow, title } from "./result-table.ts";
import { subjects } from "./subjects/index.ts";

const wanted = wantedOrReason();
if (typeof wanted === "string") {
  process.stderr.write(`bench: ${wanted}\n`);
  process.exitCode = 2;
} else if ("help" in wanted) print(wanted.help);
else await bench(wanted);

/** What the command line asks for, or what is wrong with it. */
function wantedOrReason(): Wanted | { readonly help: string } | string {
  const names = subjects.map(({ name }) => name);
  try {
    const read = wantedFrom(process.argv.slice(2), names);
    return read === "help" ? { help: usage.replace("NAMES", names.join(", ")) } : read;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function bench(wanted: Wanted): Promise<void> {
  print("Every ratio is the median of those of single rounds; in each round both sides took their turn.");
  if (wanted.isQuick) print("Small inputs (--quick): the figures mean nothing, and no target is judged.");
  print(`\n${heading}`);
  const places = await mkdtemp(join(tmpdir(), "bench-"));
  // Up to gigabytes lie there.
  process.once("SIGINT", () => {
    endAll();
    rmSync(places, { recursive: true, force: true });
    process.exit(130);
  });
  try {
    for (const subject of subjects.filter(({ name }) => wanted.only.includes(name))) {
      const place = join(places, subject.name);
      await mkdir(place);
      await compare(subject, { ...wanted, place }, !wanted.isQuick);
      await rm(place, { recursive: true });
    }
  } finally {
    await rm(places, { recursive: true });
  }
  print(`\n${machineFacts().join("\n")}`);
}

/** Measures a subject and prints its rows. Nobody's wrong answer goes unnoticed: the exit code tells. */
async function compare(subject: Subject, setting: Setting, isJudged: boolean): Promise<void> {
  const opened = await subject.open(setting);
  try {
    print(title(subject.name, `${opened.input}; ${opened.rounds} rounds`));
    const measured = await measure(opened);
    for (const comparison of opened.comparisons) print(resultRow(comparison, measured, isJudged));
    if ([...measured.values()].some((result) => "unmeasured" in result && result.isWrong)) process.exitCode = 1;
  } finally {
    await opened.close?.();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
