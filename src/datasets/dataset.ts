import type { Cell, ColumnType } from "../report/index.ts";

/** The formats of typed tables there are, in the order in which they are listed; each is a file of its own here. */
export const datasetNames = ["sqlite", "parquet", "xlsx"] as const;

export type DatasetName = (typeof datasetNames)[number];

/** A table as a file has to know it before there are rows. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}

/**
 * One format of typed tables, for programs that are asked questions of them. The same rows make the same bytes, on every
 * computer. Libraries it needs are loaded when it is opened.
 */
export interface Dataset {
  readonly name: DatasetName;
  /** What the format is for, in a few words. */
  readonly description: string;
  /** How files of the format end, in lower case, the usual ending first. */
  readonly endings: readonly string[];
  readonly holds: "everyTable" | "oneTable";
  /** Where bytes come out; a database is no stream, and writes to its file by itself. */
  readonly comesAs: "bytes" | "file";
  /** Begins a file of these tables. Of the path only a format that comes as a file takes notice. */
  readonly open: (tables: readonly TableShape[], path: string) => Promise<DatasetFile>;
}

/** A file that is being written: its tables come one after the other, in their order. */
export interface DatasetFile {
  /** Adds rows of a table, and gives the bytes that are ready; rows of a table that the file does not hold are passed by. */
  readonly add: (table: string, rows: Iterable<readonly Cell[]>) => Iterable<Uint8Array>;
  /** Gives the bytes that are left. */
  readonly end: () => Iterable<Uint8Array>;
  /** What somebody who opens the file has to know, in sentences. */
  readonly remarks: () => readonly string[];
  /** Ends the work on a file that nobody will read. */
  readonly giveUp: () => void;
}
