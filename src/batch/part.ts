import { type TableName, tableNames } from "../report/tables/index.ts";

/** What a bundle contributes to, one after the other: its rows of each table, its hosts, and its place in the roll-up. */
export const sections: readonly Section[] = [...tableNames, "report", "entry"];

export type Section = TableName | "report" | "entry";

/** Where the part of a bundle is; plain data. */
export interface Part {
  /** Name of its file. */
  readonly file: string;
  /** Bytes before the part in its file. */
  readonly start: number;
  /** Bytes of each section, in the order of the sections. */
  readonly lengths: readonly number[];
  /** CRC-32 of the part: what a crash of the whole machine left of it is told by that. */
  readonly checksum: number;
}

/** What the names of the files with parts end with, behind the number of a thread. */
export const ROWS = ".rows";

/** True for the name of a file with parts. */
export function isRows(name: string): boolean {
  return /^\d{1,15}\.rows$/.test(name);
}

/** Bytes of a part. */
export function sizeOf({ lengths }: Part): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
