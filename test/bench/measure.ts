import { spawnSync } from "node:child_process";
import { type Comparison, type Needed, type Opened, type Taken, type Way, WrongAnswer } from "./comparison.ts";

/** What became of a way: what each round took, or why there is nothing to compare. */
export type Measured = { readonly rounds: readonly Taken[] } | Unmeasured;

interface Unmeasured {
  readonly unmeasured: string;
  readonly isWrong: boolean;
}

/** Measures every way of the comparisons in turn, round by round; the order is turned round from one to the next. */
export async function measure(
  { comparisons, rounds, warmUps }: Opened,
  isHere: (needed: Needed) => boolean = isInstalled,
): Promise<ReadonlyMap<Way, Measured>> {
  const measured = new Map<Way, Measured>();
  const taken = new Map<Way, Taken[]>();
  for (const way of waysOf(comparisons)) {
    const unmeasured = await hindrance(way, isHere);
    if (unmeasured === undefined) taken.set(way, []);
    else measured.set(way, unmeasured);
  }
  for (let round = -warmUps; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [...taken] : [...taken].reverse();
    for (const [way, times] of order) {
      const time = await tried(way, () => way.run());
      if ("unmeasured" in time) {
        measured.set(way, time);
        taken.delete(way);
      } else if (round >= 0) times.push(time);
    }
  }
  for (const [way, times] of taken) measured.set(way, { rounds: times });
  return measured;
}

function waysOf(comparisons: readonly Comparison[]): ReadonlySet<Way> {
  return new Set(comparisons.flatMap(({ ours, peers }) => [ours, ...peers]));
}

/** Why a way is not to be measured; undefined when it is. */
async function hindrance(way: Way, isHere: (needed: Needed) => boolean): Promise<Unmeasured | undefined> {
  const { needs } = way;
  if (needs !== undefined && !isHere(needs)) return { unmeasured: `not here: ${needs.name}`, isWrong: false };
  return tried(way, async () => {
    await way.check?.();
    return undefined;
  });
}

async function tried<T>({ name }: Way, work: () => Promise<T>): Promise<T | Unmeasured> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WrongAnswer)) throw error;
    return { unmeasured: `not timed, ${name} is wrong: ${error.message}`, isWrong: true };
  }
}

function isInstalled({ probe: [program, ...args] }: Needed): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
