import fc from "fast-check";
import { analyze } from "../../../src/index.ts";
import { chunksOf } from "../../support/generators.ts";
import { fragments, row } from "../../support/mangled.ts";
import { texts } from "../corpus.ts";
import { inputsOf } from "../mutations/index.ts";
import { Fault, type Target } from "../target.ts";
import { optionsFor } from "./analysis.ts";

/** What an input of any length is made of; the bytes of the target's inputs are this as JSON. */
interface Recipe {
  readonly before: string;
  /** Repeated up to the length that is wanted. */
  readonly unit: string;
  readonly after: string;
}

/** Lengths whose double is measured too. */
const LENGTHS = [32_000, 64_000, 128_000];

/** Twice the length may take so many times as long, and this many milliseconds more: a machine does other things too. */
const MOST_TIMES = 3;
const NOISE = 40;
/** What takes longer is measured again, as often and over two doublings; the least of the times counts. */
const MEASUREMENTS = 4;

const lines = texts.flatMap(({ bytes }) => Buffer.from(bytes).toString("utf8").split(/\r?\n/).slice(0, 60));
const words = lines.flatMap((line) => line.split(/\s+/).slice(0, 3));
const repeats = fc
  .tuple(fc.constantFrom(...fragments), fc.integer({ min: 2, max: 40 }))
  .map(([part, n]) => part.repeat(n));

const part = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...fragments) },
  { weight: 3, arbitrary: fc.constantFrom(...lines) },
  { weight: 2, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: repeats },
  {
    weight: 2,
    arbitrary: fc.constantFrom("\n", " ", "\t", "\r", ":", "|", "(", "[", "<", "&", "\u001b[", ">", "*", ".", "-", "="),
  },
  { weight: 1, arbitrary: fc.constantFrom(row, `${row}\n`, `> ${row}\n`, `<td>${row}</td>`) },
);
const some = (maxLength: number) => fc.array(part, { maxLength }).map((parts) => parts.join(""));

const recipe: fc.Arbitrary<Recipe> = fc.record({
  before: some(2),
  unit: fc.tuple(part, some(3), fc.constantFrom("", "", "\n", "\n", " ", "\n\n")).map((parts) => parts.join("")),
  after: some(2),
});

/** Texts made of one thing over and over, at one length and at twice that length. */
export const growth: Target = {
  name: "growth",
  inputs: inputsOf(recipe.map((made) => Buffer.from(JSON.stringify(made)))),
  runs: 3,
  async check({ bytes, choice }, step) {
    const made = recipeOf(bytes);
    if (made === undefined || made.unit === "") return;
    const length = LENGTHS[choice % LENGTHS.length] ?? 0;
    const options = optionsFor(Math.floor(choice / LENGTHS.length));
    const measured = async (size: number, times: number) => {
      const text = Buffer.from(textOf(made, size));
      let least = Number.POSITIVE_INFINITY;
      for (let run = 0; run < times; run += 1) {
        step();
        const began = performance.now();
        await analyze({ name: "paste", bytes: chunksOf(text, []) }, options);
        least = Math.min(least, performance.now() - began);
      }
      return least;
    };
    if ((await measured(2 * length, 1)) <= (await measured(length, 1)) * MOST_TIMES + NOISE) return;
    const [once, fourTimes] = [await measured(length, MEASUREMENTS), await measured(4 * length, MEASUREMENTS)];
    if (fourTimes <= once * MOST_TIMES ** 2 + NOISE) return;
    const took = `${length} bytes take ${once.toFixed(0)} ms, four times as many ${fourTimes.toFixed(0)} ms`;
    throw new Fault("time grows with length", took);
  },
};

function textOf({ before, unit, after }: Recipe, length: number): string {
  return before + unit.repeat(Math.ceil(length / unit.length)) + after;
}

/** Undefined for what is no recipe: kept inputs of other targets are tried too. */
function recipeOf(bytes: Uint8Array): Recipe | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    const { before, unit, after }: Partial<Record<keyof Recipe, unknown>> = Object(value);
    const isWhole = typeof before === "string" && typeof unit === "string" && typeof after === "string";
    return isWhole ? { before, unit, after } : undefined;
  } catch {
    return undefined;
  }
}
