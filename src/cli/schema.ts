import { type OptionValues, UsageError } from "./command-line.ts";
import { type Document, writeDocument } from "./documents.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Program } from "./program.ts";
import { refuseOptions } from "./refused-options.ts";
import { nearest } from "./suggest.ts";
import type { Terminal } from "./terminal.ts";

/** Prints the JSON Schema of an output; without a name it lists which there are, and writes all of them to a folder. */
export async function schemaCommand(
  words: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  { schemas }: Program,
): Promise<number> {
  refuseOptions("schema", given);
  const asked = words.join(" ").trim().toLowerCase();
  const all = Object.entries(schemas).map(documentOf);
  const found = all.find(({ name }) => name === `${asked}.schema`);
  if (asked !== "" && found === undefined) throw unknown(words.join(" "), Object.keys(schemas));
  const list: Document = { name: "schemas", formats: [{ format: "text", print: () => listOf(schemas) }] };
  await writeDocument(found ?? list, given, terminal, found === undefined ? all : []);
  return exitCodes.done;
}

function documentOf([name, schema]: readonly [string, object]): Document {
  const print = () => `${JSON.stringify(schema, null, 2)}\n`;
  return { name: `${name}.schema`, formats: [{ format: "json", print }] };
}

function listOf(schemas: Program["schemas"]): string {
  const width = Math.max(...Object.keys(schemas).map((name) => name.length)) + 2;
  const lines = Object.entries(schemas).map(([name, { description }]) => `${name.padEnd(width)}${description}\n`);
  return `${lines.join("")}\nchimneysweep schema NAME prints the JSON Schema of one.\n`;
}

function unknown(asked: string, names: readonly string[]): UsageError {
  const meant = nearest(asked, names);
  const hint = meant === undefined ? `there are ${names.join(", ")}` : `did you mean ${meant}?`;
  return new UsageError(`there is no schema ${asked}; ${hint}`);
}
