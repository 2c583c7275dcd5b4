import { inputsOf, mutatedText } from "./mutations/index.ts";
import { expectSame, type Target } from "./target.ts";

/** Bytes by which the planted faults show. */
const isRare = (bytes: Uint8Array) => bytes.includes(0x3a) && bytes.length > 40;

/** Targets that are broken on purpose: by them it is tested that what is broken is found. */
export const targets: readonly Target[] = [
  {
    name: "throwing",
    inputs: inputsOf(mutatedText),
    runs: 200,
    async check({ bytes }) {
      if (isRare(bytes)) throw new TypeError("planted");
    },
  },
  {
    name: "hanging",
    inputs: inputsOf(mutatedText),
    runs: 200,
    patience: 300,
    async check({ bytes }, step) {
      step();
      while (isRare(bytes)) step.toString();
    },
  },
  {
    name: "waiting",
    inputs: inputsOf(mutatedText),
    runs: 200,
    patience: 300,
    async check({ bytes }) {
      // A promise that nobody settles, while something else keeps the thread alive.
      if (isRare(bytes)) await new Promise(() => setInterval(() => undefined, 1000));
    },
  },
  {
    name: "unbalanced",
    inputs: inputsOf(mutatedText),
    runs: 200,
    async check({ bytes }) {
      if (isRare(bytes)) expectSame("ledger adds up", 1, 2, "lines");
    },
  },
  {
    name: "exhausting",
    inputs: inputsOf(mutatedText),
    runs: 200,
    async check({ bytes }) {
      const kept: number[][] = [];
      while (isRare(bytes)) kept.push(Array<number>(100_000).fill(kept.length));
    },
  },
];
