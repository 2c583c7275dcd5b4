import { it } from "vitest";
import { thorough } from "./soak.ts";

/** A test of each row: of the first one in every run, of the others in a thorough one. */
export function itForEach<Row extends readonly unknown[]>(
  rows: readonly Row[],
): (name: string, body: (...row: Row) => Promise<void>) => void {
  return (name, body) => {
    it.for(rows.slice(0, 1))(name, (row) => body(...row));
    it.for(rows.slice(1))(name, thorough, (row) => body(...row));
  };
}
