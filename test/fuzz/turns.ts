import type { Target } from "./target.ts";
import { type Watch, watched } from "./watchdog.ts";
import type { Finding, Worked } from "./work-order.ts";

/** What came of a target in all its turns. */
export interface Tally {
  readonly target: string;
  runs: number;
  again: number;
  milliseconds: number;
  readonly findings: Finding[];
}

/** How the time is divided. */
export interface Turns {
  readonly milliseconds: number;
  readonly seed: number;
  readonly watch: (target: Target) => Watch;
  readonly found: (target: Target, finding: Finding, seed: number) => Promise<void>;
}

/** Milliseconds of a turn: long enough that the start of a thread does not count, and no target waits for long. */
const LONGEST_TURN = 10_000;

/** Milliseconds that a smaller input is looked for. */
const SHRINKING = 8000;

/** Targets in turn until the time is over, each time with a seed of its own; every one of them at least once. */
export async function takeTurns(targets: readonly Target[], turns: Turns): Promise<readonly Tally[]> {
  const tallies = targets.map(
    ({ name }): Tally => ({ target: name, runs: 0, again: 0, milliseconds: 0, findings: [] }),
  );
  const end = performance.now() + turns.milliseconds;
  const turn = Math.min(LONGEST_TURN, turns.milliseconds / targets.length);
  for (let round = 0; round === 0 || performance.now() + turn / 2 < end; round += 1) {
    for (const [at, target] of targets.entries()) {
      const tally = tallies[at];
      if (tally === undefined || (round > 0 && performance.now() + turn / 2 >= end)) continue;
      const seed = seedOf(turns.seed, round * targets.length + at);
      await takeTurn(target, tally, turn, seed, turns);
    }
  }
  return tallies;
}

async function takeTurn(target: Target, tally: Tally, milliseconds: number, seed: number, turns: Turns): Promise<void> {
  const began = performance.now();
  const known = tally.findings.map(({ mark }) => mark);
  const order = {
    kind: "draw",
    seed,
    milliseconds,
    runs: Number.MAX_SAFE_INTEGER,
    known,
    shrinking: SHRINKING,
  } as const;
  const { runs, again, finding }: Worked = await watched(turns.watch(target), order);
  tally.milliseconds += performance.now() - began;
  tally.runs += runs;
  tally.again += again;
  if (finding === undefined || known.includes(finding.mark)) return;
  tally.findings.push(finding);
  await turns.found(target, finding, seed);
}

/** Seeds far from each other: a turn draws with its seed and those behind it. */
function seedOf(seed: number, turn: number): number {
  return (Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) + Math.imul(turn + 1, 0xc2b2_ae35)) & 0x7fff_ffff;
}
