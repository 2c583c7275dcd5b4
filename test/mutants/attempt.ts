import { createRequire } from "node:module";
import { join } from "node:path";
import * as standIn from "./stand-in.ts";

// Runs bundled tests with one mutant switched on, or with none to see which mutants they reach; again and again.

/** What the process is to do. */
export interface Attempt {
  readonly dir: string;
  /** Bundled tests, in the order in which they are run. */
  readonly entries: readonly string[];
  /** The id of the mutant. */
  readonly mutant: string | null;
  /** How often the mutated place may be passed before it counts as an endless loop. */
  readonly mostHits: number;
  readonly isLeftOut: string;
}

/** What came of it. */
export interface Answer {
  /** The test that failed. */
  readonly failed: string | undefined;
  readonly hung: boolean;
  /** How often each mutant was passed, by its id. */
  readonly hits: readonly (readonly [id: string, times: number])[];
}

const require = createRequire(import.meta.url);

process.on("message", (attempt: Attempt) => {
  void answerTo(attempt).then((answer) => process.send?.(answer));
});
process.on("disconnect", () => process.exit());
Object.assign(globalThis, { standIn });

async function answerTo({ dir, entries, mutant, mostHits, isLeftOut }: Attempt): Promise<Answer> {
  const hits = new Map<string, number>();
  let passed = 0;
  Object.assign(globalThis, {
    stryMutAct_9fa48: (id: string) => {
      if (id !== mutant) return false;
      passed += 1;
      if (passed > mostHits) throw new Error("an endless loop");
      return true;
    },
    stryCov_9fa48: (...ids: readonly string[]) => {
      if (mutant === null) for (const id of ids) hits.set(id, (hits.get(id) ?? 0) + 1);
    },
  });
  const failed = await failureOf(dir, entries, new RegExp(isLeftOut));
  return { failed, hung: passed > mostHits, hits: [...hits] };
}

async function failureOf(dir: string, entries: readonly string[], leftOut: RegExp): Promise<string | undefined> {
  // What is made when a module is loaded has to be made anew with each mutant.
  for (const path of Object.keys(require.cache)) if (path.startsWith(dir)) delete require.cache[path];
  standIn.forgetTests();
  for (const entry of ["setup", ...entries]) {
    try {
      require(join(dir, `${entry}.cjs`));
    } catch (error) {
      return `${entry} is not loaded: ${String(error)}`;
    }
    const failed = await standIn.firstFailure((name) => leftOut.test(name));
    if (failed !== undefined) return `${entry}: ${failed}`;
  }
  return undefined;
}
