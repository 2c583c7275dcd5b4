import { bundleColumns, tables } from "./tables/index.ts";

/** First lines of what this program writes itself, so that a report lying among the captures is not read as one. */
const signatures: readonly RegExp[] = [
  /^chimneysweep \d/,
  /^\{\s{0,20}"schemaVersion":\s?\d{1,4},\s{0,20}"tool":\s?\{\s{0,20}"name":\s?"chimneysweep"/,
  /^\{"type":"tool","name":"chimneysweep"/,
  /^\{"bundle":"(?:[^"\\]|\\.){0,1000}","host":(?:null|"[^\n]{0,300}),"os":/,
];

/** True when the text begins like a report or table of this program. */
export function isOwnOutput(text: string): boolean {
  const start = text.slice(0, 2_000);
  if (signatures.some((signature) => signature.test(start))) return true;
  const firstLine = start.slice(0, Math.max(0, start.indexOf("\n")));
  // A table may have been written with another delimiter or with a byte order mark for Excel.
  const names = firstLine.replace(/^\ufeff/, "").replace(/[^\w,]/g, ",");
  const all = [...tables.map(({ columns }) => columns), bundleColumns];
  return all.some((columns) => names === columns.map(({ name }) => name).join(","));
}
