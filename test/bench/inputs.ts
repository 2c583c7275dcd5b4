import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { LINES_ABOVE, type Shape, seeded, tablePieces } from "./captures.ts";

/** A table that was written to a file: rows and size in words, and all lines that are to be accounted for. */
export interface Written {
  readonly words: string;
  readonly lines: number;
}

/** Writes a table of so many rows, the same on every machine. */
export async function writeTable(path: string, rows: number, shape?: Shape): Promise<Written> {
  await writePieces(path, tablePieces(rows, seeded(rows), shape));
  const words = `${rows.toLocaleString("en")} rows, ${sizeText((await stat(path)).size)}`;
  return { words, lines: rows + LINES_ABOVE };
}

export async function writePieces(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  await pipeline(Readable.from(pieces), createWriteStream(path));
}

export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`;
}
