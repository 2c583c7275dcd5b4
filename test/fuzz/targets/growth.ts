import { main } from "../../../src/cli/main.ts";
import { analyze } from "../../../src/index.ts";
import { chunksOf } from "../../support/generators.ts";
import { memoryTerminal } from "../memory-terminal.ts";
import { inputsOf } from "../mutations/index.ts";
import { recipe, recipeOf, textOf } from "../mutations/recipe.ts";
import { Fault, type Target } from "../target.ts";
import { optionsFor } from "./analysis.ts";
import { commandLines } from "./command.ts";

/** Lengths whose double is measured too, of what is analysed and of what a command line reads. */
const LENGTHS = [16_000, 32_000, 64_000];
const COMMAND_LENGTHS = [8000, 16_000, 32_000];

/** Milliseconds for a byte that are no reason to measure anything again. */
const FAST = 0.0004;

/** Twice the length may take so many times as long, and this many milliseconds more: a machine does other things too. */
const MOST_TIMES = 3;
const NOISE = 40;
/** What takes longer is measured again in so many rounds, as often in each and over two doublings. */
const ROUNDS = 3;
const MEASUREMENTS = 3;

/** Texts made of one thing over and over, at one length, twice that length and four times. */
export const growth: Target = {
  name: "growth",
  inputs: inputsOf(recipe.map((made) => Buffer.from(JSON.stringify(made)))),
  // A quarter of a megabyte, where something is measured again.
  patience: 5000,
  runs: 3,
  async check({ bytes, choice }, step) {
    const made = recipeOf(bytes);
    if (made === undefined || made.unit === "") return;
    const { length, work } = workOf(choice);
    // Lines are remembered from one analysis to the next: each measurement has numbers of its own.
    let first = 0;
    const fresh = (size: number) => {
      first += size;
      return work(textOf(made, size, first));
    };
    const measured = async (size: number, times: number) => leastOf(times, step, () => fresh(size));
    const twice = await measured(2 * length, 1);
    if (twice <= 2 * length * FAST || twice <= (await measured(length, 1)) * MOST_TIMES + NOISE) return;
    let took = "";
    for (let round = 0; round < ROUNDS; round += 1) {
      const [once, fourTimes] = [await measured(length, MEASUREMENTS), await measured(4 * length, MEASUREMENTS)];
      if (fourTimes <= once * MOST_TIMES ** 2 + NOISE) return;
      took = `${length} bytes take ${once.toFixed(0)} ms, four times as many ${fourTimes.toFixed(0)} ms`;
    }
    throw new Fault("time grows with length", took);
  },
};

/** What is done with the text: it is analysed, or a command line reads it, with all that is printed of it. */
function workOf(choice: number) {
  const [which, size] = [Math.floor(choice / 6), choice % 3];
  if (choice % 6 < 3) {
    const options = optionsFor(which);
    const analysed = (text: string) => () =>
      analyze({ name: "paste", bytes: chunksOf(Buffer.from(text), []) }, options);
    return { length: LENGTHS[size] ?? 0, work: analysed };
  }
  const argv = commandLines[which % commandLines.length] ?? [];
  const ran = (text: string) => () => {
    const half = Buffer.from(text.slice(text.length / 2));
    const files = new Map([
      ["a.txt", Buffer.from(text)],
      ["b.txt", half],
    ]);
    return main(argv, memoryTerminal({ files, stdin: chunksOf(half, []) }).terminal);
  };
  return { length: COMMAND_LENGTHS[size] ?? 0, work: ran };
}

/** Time of the processor, not of the clock: how busy the machine is with other things makes no difference. */
async function leastOf(times: number, step: () => void, prepare: () => () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run += 1) {
    step();
    const work = prepare();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
