import { wilson } from "../../src/summary/ratio.ts";
import type { Mutant } from "./mutants.ts";
import type { Outcome } from "./trial.ts";

/** How many mutants of a room came to which end. */
export interface Score {
  readonly room: string;
  readonly all: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Killed and hung ones of those that were tried. */
  readonly share: number;
  readonly interval: readonly [low: number, high: number];
}

export function scoreOf(room: string, all: number, outcomes: readonly Outcome[]): Score {
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  const counts = {
    killed: count("killed"),
    beside: count("beside"),
    hung: count("hung"),
    survived: count("survived"),
    unreached: count("unreached"),
  };
  const noticed = counts.killed + counts.beside + counts.hung;
  const tried = outcomes.length;
  return { room, all, counts, share: noticed / tried, interval: wilson(noticed, tried) };
}

/** One line a room: what became of its mutants, the share that was noticed and where that of all of them lies. */
export function table(scores: readonly Score[]): string {
  const heading = [
    "room",
    "mutants",
    "tried",
    "killed",
    "beside",
    "hung",
    "survived",
    "unreached",
    "score",
    "95 % interval",
  ];
  return [heading, ...scores.map(rowOf)]
    .map((cells) =>
      cells
        .map((cell) => cell.padEnd(10))
        .join("")
        .trimEnd(),
    )
    .join("\n");
}

/** `grammar/x.ts:12 EqualityOperator: a < b → a <= b` */
export function shown({ path, line, mutator, before, after }: Mutant): string {
  return `${path}:${line} ${mutator}: ${short(before)} → ${short(after)}`;
}

function rowOf({ room, all, counts, share, interval: [low, high] }: Score): readonly string[] {
  const { killed, beside, hung, survived, unreached } = counts;
  const tried = killed + beside + hung + survived + unreached;
  const isAll = tried === all;
  return [
    ...[room, all, tried, killed, beside, hung, survived, unreached].map(String),
    percent(share),
    isAll ? "" : `${percent(low)}–${percent(high)}`,
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function short(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-25)}` : line;
}
