import fc from "fast-check";
import type { Heartbeat } from "./heartbeat.ts";
import { shrunk } from "./shrink.ts";
import { Fault, type Input, type Target } from "./target.ts";
import type { Finding, Worked, WorkOrder } from "./work-order.ts";

/** Inputs drawn with one seed: with more of them fast-check draws larger numbers. */
const BATCH = 60;

/** Carries out an order. Whatever is tried is told to the heartbeat before. */
export async function work(target: Target, order: WorkOrder, heartbeat: Heartbeat): Promise<Worked> {
  const attempt = (input: Input) => attempted(target, input, heartbeat);
  if (order.kind === "try") return tried(order.inputs, attempt);
  const known = new Set(order.known);
  const end = performance.now() + order.milliseconds;
  const counts = { runs: 0, again: 0 };
  for (let batch = 0; counts.runs < order.runs && performance.now() < end; batch += 1) {
    const first = await firstFinding(target, order.seed + batch, Math.min(BATCH, order.runs - counts.runs), {
      // Half of the time for fast-check, which knows what the input is made of, and half for leaving out what is not needed.
      patience: order.shrinking / 2,
      async attempt(input) {
        if (performance.now() > end) return undefined;
        const finding = await attempt(input);
        counts.runs += 1;
        if (finding === undefined || !known.has(finding.mark)) return finding;
        counts.again += 1;
        return undefined;
      },
      retry: attempt,
    });
    if (first === undefined) continue;
    const isSame = async (input: Input) => (await attempt(input))?.mark === first.mark;
    const small = await shrunk(first.input, isSame, performance.now() + order.shrinking / 2);
    return { ...counts, finding: (await attempt(small)) ?? first };
  }
  return { ...counts, finding: undefined };
}

/** Inputs one after the other up to the first with a finding. */
async function tried(inputs: readonly Input[], attempt: Attempts["attempt"]): Promise<Worked> {
  for (const [at, input] of inputs.entries()) {
    const finding = await attempt(input);
    if (finding !== undefined) return { runs: at + 1, again: 0, finding };
  }
  return { runs: inputs.length, again: 0, finding: undefined };
}

/** How inputs are tried: while they are drawn, and while fast-check looks for a simpler one. */
interface Attempts {
  /** Milliseconds in which simpler inputs are looked for. */
  readonly patience: number;
  readonly attempt: (input: Input) => Promise<Finding | undefined>;
  readonly retry: (input: Input) => Promise<Finding | undefined>;
}

/** The simplest that fast-check comes to within its time of the first finding among so many inputs. */
async function firstFinding(
  target: Target,
  seed: number,
  numRuns: number,
  attempts: Attempts,
): Promise<Finding | undefined> {
  let best: Finding | undefined;
  let end = 0;
  const property = fc.asyncProperty(target.inputs, async (input) => {
    if (best === undefined) {
      best = await attempts.attempt(input);
      end = performance.now() + attempts.patience;
      if (best !== undefined) throw new Error(best.message);
    } else if (performance.now() < end) {
      const finding = await attempts.retry(input);
      if (finding?.mark !== best.mark) return;
      best = finding;
      throw new Error(best.message);
    }
  });
  await fc.check(property, { seed, numRuns });
  return best;
}

async function attempted(target: Target, input: Input, heartbeat: Heartbeat): Promise<Finding | undefined> {
  heartbeat.begin(input);
  try {
    await target.check(input, heartbeat.step);
    return undefined;
  } catch (error) {
    return findingOf(error, input);
  } finally {
    heartbeat.rest();
  }
}

function findingOf(error: unknown, input: Input): Finding {
  const oracle = error instanceof Fault ? error.oracle : "does not throw";
  const message = error instanceof Error ? error.message : String(error);
  // Of what is thrown the place counts; of what does not hold, what it is said of.
  const place = /(?:grammar|src)\/[\w/.-]+:\d+/.exec(error instanceof Fault ? "" : stackOf(error))?.[0];
  const mark = `${oracle} ${place ?? message.split(":")[0]?.replace(/\d+/g, "#")}`;
  const told = error instanceof Fault ? message : stackOf(error).split("\n").slice(0, 4).join("\n");
  return { oracle, message: told, mark, input };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
