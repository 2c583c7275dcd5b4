import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Program } from "./program.ts";
import { refuseOptions } from "./rules.ts";
import { nearest } from "./suggest.ts";
import type { Terminal } from "./terminal.ts";

/** Prints the JSON Schema of an output; without a name it lists which there are. */
export async function schemaCommand(
  words: readonly string[],
  given: OptionValues,
  { stdout }: Terminal,
  { schemas }: Program,
): Promise<number> {
  refuseOptions("schema", given);
  const asked = words.join(" ").trim();
  const found = Object.entries(schemas).find(([name]) => name === asked.toLowerCase())?.[1];
  if (asked !== "" && found === undefined) throw unknown(asked, Object.keys(schemas));
  await stdout.write(found === undefined ? list(schemas) : `${JSON.stringify(found, null, 2)}\n`);
  return exitCodes.done;
}

function list(schemas: Program["schemas"]): string {
  const width = Math.max(...Object.keys(schemas).map((name) => name.length)) + 2;
  const lines = Object.entries(schemas).map(([name, { description }]) => `${name.padEnd(width)}${description}\n`);
  return `${lines.join("")}\nchimneysweep schema NAME prints the JSON Schema of one.\n`;
}

function unknown(asked: string, names: readonly string[]): UsageError {
  const meant = nearest(asked, names);
  const hint = meant === undefined ? `there are ${names.join(", ")}` : `did you mean ${meant}?`;
  return new UsageError(`there is no schema ${asked}; ${hint}`);
}
