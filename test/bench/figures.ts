import type { Taken } from "./comparison.ts";

/** What of a run is compared, and how it is printed. */
export interface Figure {
  of(taken: Taken): number;
  text(value: number): string;
}

export const duration: Figure = {
  of: ({ seconds }) => seconds,
  text: (seconds) => (seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`),
};

export const peakMemory: Figure = {
  of: ({ peak }) => peak ?? Number.NaN,
  text: (megabytes) => `${megabytes.toFixed(0)} MB`,
};

/** So much of something a second. */
export function rate(amount: number, unit: string): Figure {
  return { of: ({ seconds }) => amount / seconds, text: (value) => `${value.toFixed(0)} ${unit}/s` };
}
