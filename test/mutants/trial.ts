import type { SourceTree } from "../support/imports.ts";
import { answer } from "./attempts.ts";
import { bundled, entryOf } from "./bundle.ts";
import { type Mutant, mutated } from "./mutants.ts";
import { type Room, slowTests } from "./rooms.ts";

/** `beside`: only other tests notice. `hung`: endless, or out of memory. `unreached`: no test passes there. */
export type Outcome = "killed" | "beside" | "hung" | "survived" | "unreached";

export interface Trial {
  readonly mutants: readonly Mutant[];
  readonly outcomeOf: (mutant: Mutant) => Promise<Outcome>;
}

/** What a test passes, and how long it takes. */
interface Run {
  readonly test: string;
  readonly hits: ReadonlyMap<string, number>;
  readonly milliseconds: number;
}

/** All samples, when nothing else has noticed the mutant. */
const SAMPLES = "test/mutants/samples.ts";

/** Milliseconds that no test takes: what is not of the room comes behind all that is. */
const LATER = 1e9;

/** A file that waits while it is loaded can't be loaded again and again. */
const WAITING = /^(?:const|let) [^\n]*\bawait\b/m;

/** Loading, on a machine that has much else to do. */
const START = 30_000;

/** How many times as long as without a mutant, or as often, before it counts as endless. */
const ENDLESS = 20;

/** Makes the mutants of some files of a room, and runs its tests without any to see which they reach. */
export async function trialOf(
  { name, tests: folder, beside = [] }: Room,
  files: SourceTree,
  tree: SourceTree,
): Promise<Trial> {
  const { mutants, files: changed } = await mutated(files);
  const testsIn = (folders: readonly string[]) =>
    [...tree].flatMap(([path, text]) => {
      const isTest = path.endsWith(".test.ts") && folders.some((own) => path.startsWith(own));
      return isTest && !WAITING.test(text) ? [path] : [];
    });
  const mirrored = testsIn([folder]);
  const tests = [...mirrored, ...testsIn(beside), SAMPLES];
  const dir = await bundled(name, tests, changed);
  const attempt = { dir, isLeftOut: slowTests.source };
  const runs: Run[] = [];
  for (const test of tests) runs.push(await runOf(test, attempt));
  const outcomeOf = async ({ id, path }: Mutant): Promise<Outcome> => {
    const cost = (run: Run) => (mirrored.includes(run.test) ? 0 : LATER) + effort(run, path);
    const reaching = runs.filter(({ hits }) => hits.has(id)).sort((a, b) => cost(a) - cost(b));
    if (reaching.length === 0) return "unreached";
    const usual = total(reaching.map(({ milliseconds }) => milliseconds));
    const mostHits = ENDLESS * 1000 + ENDLESS * total(reaching.map(({ hits }) => hits.get(id) ?? 0));
    const entries = reaching.map(({ test }) => entryOf(test));
    const said = await answer({ ...attempt, mutant: id, entries, mostHits }, START + ENDLESS * usual);
    if (said === undefined || said.hung) return "hung";
    if (said.failed === undefined) return "survived";
    return mirrored.some((test) => said.failed?.startsWith(`${entryOf(test)}:`)) ? "killed" : "beside";
  };
  return { mutants, outcomeOf };
}

async function runOf(test: string, attempt: { readonly dir: string; readonly isLeftOut: string }): Promise<Run> {
  const before = performance.now();
  const said = await answer({ ...attempt, entries: [entryOf(test)], mutant: null, mostHits: 0 }, START * ENDLESS);
  if (said === undefined || said.failed !== undefined) {
    throw new Error(`${test} fails without a mutant: ${said?.failed ?? "its process ended"}`);
  }
  return { test, hits: new Map(said.hits), milliseconds: performance.now() - before };
}

/** Milliseconds, and little for a test that has a word of the file's path in its own: it is likely to notice. */
function effort({ test, milliseconds }: Run, path: string): number {
  const words = test.split(/[/.-]/).slice(2);
  return (
    milliseconds /
    10 **
      path
        .split(/[/.-]/)
        .slice(2)
        .filter((word) => words.includes(word)).length
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
