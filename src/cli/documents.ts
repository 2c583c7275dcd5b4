import { resolve } from "node:path";
import { endingsOf, type OutputFormat } from "../datasets/index.ts";
import { type Paint, plain, printable } from "../reporters/index.ts";
import { colourModes, paintFor } from "./colour.ts";
import type { OptionValues } from "./command-line.ts";
import { formatOf, oneOf, textOf } from "./option-values.ts";
import { namesDirectory, sinkFor } from "./outputs.ts";
import { attempt, type Sink, sinkIn } from "./sinks.ts";
import { columnsOf, DEFAULT_COLUMNS, type Terminal } from "./terminal.ts";

/** What a document is printed for: a screen, or a file that anybody may read. */
export interface Look {
  readonly columns: number;
  readonly paint: Paint;
}

/** A text that a command knows without reading captures, in each format it has; the usual one stands first. */
export interface Document {
  /** Name of its file in a folder, without the ending. */
  readonly name: string;
  readonly formats: readonly [PrintedFormat, ...PrintedFormat[]];
}

export interface PrintedFormat {
  readonly format: OutputFormat;
  readonly print: (look: Look) => string | Promise<string>;
}

/** Prints a document where the options say: a folder gets every format, and `more` beside it. */
export async function writeDocument(
  document: Document,
  given: OptionValues,
  terminal: Terminal,
  more: readonly Document[] = [],
): Promise<void> {
  const output = textOf(given, "output");
  if (output !== undefined && output !== "-" && (await namesDirectory(output, terminal))) {
    const files = await writeFolder(output, [document, ...more], terminal);
    return wrote(`${output}: ${files.join(", ")}`, given, terminal);
  }
  const [usual] = document.formats;
  const names = document.formats.map(({ format }) => format);
  const format = formatOf(given, names, usual.format);
  const { print } = document.formats.find((one) => one.format === format) ?? usual;
  if (output === undefined || output === "-") {
    const { stdout, env } = terminal;
    return stdout.write(await print({ columns: columnsOf(stdout, env), paint: await paintOf(given, terminal) }));
  }
  await writeTo(await sinkFor(output, terminal), await print(forFile));
  await wrote(`${output} (${format})`, given, terminal);
}

const forFile: Look = { columns: DEFAULT_COLUMNS, paint: plain };

/** Decoration for the terminal, as the options have it. */
function paintOf(given: OptionValues, { stdout, env }: Terminal): Promise<Paint> {
  const mode = given.get("no-color") === true ? "never" : (oneOf(given, "color", colourModes) ?? "auto");
  return paintFor(stdout, mode, env);
}

async function writeFolder(
  folder: string,
  documents: readonly Document[],
  terminal: Terminal,
): Promise<readonly string[]> {
  await attempt(folder, terminal.files.mkdir(resolve(terminal.cwd, folder), { recursive: true }));
  const files: string[] = [];
  for (const { name, formats } of documents) {
    for (const { format, print } of formats) {
      const file = name + (endingsOf(format)[0] ?? "");
      await writeTo(await sinkIn(folder, file, terminal), await print(forFile));
      files.push(file);
    }
  }
  return files;
}

async function writeTo(sink: Sink, text: string): Promise<void> {
  try {
    await sink.write(text);
    await sink.finish();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

async function wrote(what: string, given: OptionValues, { stderr }: Terminal): Promise<void> {
  if (given.get("quiet") !== true) await stderr.write(`Wrote ${printable(what)}\n`);
}
