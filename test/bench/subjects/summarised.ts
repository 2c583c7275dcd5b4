import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Taken, WrongAnswer } from "../comparison.ts";
import { ours, timed } from "../processes.ts";

const OUT = "summary.txt";

/** Our command from capture to text summary, as a whole process; the summary has to account for every line. */
export async function summarised(
  place: string,
  capture: string,
  lines: number,
  node: readonly string[] = [],
): Promise<Taken> {
  const taken = await timed(ours([capture], place, OUT, node));
  const text = await readFile(join(place, OUT), "utf8");
  if (!text.includes(`\n${lines} lines read`)) throw new WrongAnswer(`it does not say that it read ${lines} lines`);
  return taken;
}
