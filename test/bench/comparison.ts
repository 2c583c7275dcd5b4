import type { Figure } from "./figures.ts";

/** What one run took. */
export interface Taken {
  readonly seconds: number;
  /** The largest memory of the process, in megabytes, where it was asked for. */
  readonly peak?: number;
}

/** A program that is not part of ours, and how to find out whether it is here: this has to end with 0. */
export interface Needed {
  readonly name: string;
  readonly probe: readonly [program: string, ...args: string[]];
}

/** One way to get something done: ours, or somebody else's. */
export interface Way {
  readonly name: string;
  readonly needs?: Needed;
  run(): Promise<Taken>;
  /** Rejects with a `WrongAnswer` when what this way says is not so; it is then not timed. */
  check?(): Promise<void>;
}

export class WrongAnswer extends Error {}

export interface Target {
  readonly side: "<=" | ">=";
  readonly limit: number;
}

/** Two ways side by side; the unit of everything that is measured. */
export interface Comparison {
  readonly what: string;
  readonly ours: Way;
  /** One peer, or several settings of the same one: of these the fastest counts. */
  readonly peers: readonly Way[];
  readonly figure: Figure;
  readonly quotient: "ours / peer" | "peer / ours";
  /** Absent when the figure is only shown. */
  readonly target?: Target;
}

/** How large everything is, and how often it is done. */
export interface Setting {
  readonly runs: number;
  readonly rows: number;
  readonly bundles: number;
  readonly hosts: number;
  readonly logMegabytes: number;
  /** An empty folder for whatever is written. */
  readonly place: string;
}

/** What belongs together: measured on one input, in the same rounds. */
export interface Subject {
  readonly name: string;
  open(setting: Setting): Promise<Opened>;
}

export interface Opened {
  /** The input and its size, in words. */
  readonly input: string;
  readonly comparisons: readonly Comparison[];
  /** Rounds that count, and rounds before them that do not: code of this process has to be warm. */
  readonly rounds: number;
  readonly warmUps: number;
  close?(): Promise<void>;
}
