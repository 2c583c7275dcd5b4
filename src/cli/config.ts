import { resolve } from "node:path";
import { isMissing, reasonOf } from "../sources/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { nearest } from "./suggest.ts";
import type { Terminal } from "./terminal.ts";

/** What a configuration file sets: the same as options of the command line, which count before it. */
export interface Config {
  /** The file as the user named it, or as it is called in the working directory. */
  readonly name: string;
  readonly entries: readonly ConfigEntry[];
}

/** One value of a configuration file, in the words of the option that sets the same. */
export interface ConfigEntry {
  readonly line: number;
  readonly option: string;
  readonly value: string;
}

/** Names of configuration files that are read without being named. */
const NAMES = [".chimneysweeprc.json", "chimneysweep.config.json"];

/** Larger than any configuration: something else is called like one. */
const MOST_CHARACTERS = 100_000;

/** The keys of a configuration file, and the options that set the same. */
const options: ReadonlyMap<string, string> = new Map([
  ["os", "os"],
  ["context", "context"],
  ["thresholds", "threshold"],
  ["show", "show"],
  ["failOn", "fail-on"],
]);

/** A text with its quotes, a line end, or a sign; whatever else JSON holds has no meaning for where keys stand. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\]:,]|\n/g;

/** The configuration that counts: the file that was named, else the one in the working directory if there is one. */
export async function readConfig(given: OptionValues, terminal: Terminal): Promise<Config | undefined> {
  const named = given.get("config");
  if (given.get("no-config") === true) {
    if (named !== undefined) throw new UsageError("--config and --no-config contradict each other");
    return undefined;
  }
  if (typeof named === "string") return configIn(named, await textOf(named, terminal));
  const found: [name: string, text: string][] = [];
  for (const name of NAMES) {
    if (await isPipe(name, terminal))
      throw new UsageError(`${name}: a pipe, which is only read where --config names it`);
    const text = await textOf(name, terminal).catch((error: unknown) => ifMissing(error));
    if (text !== undefined) found.push([name, text]);
  }
  const [first, second] = found;
  if (second !== undefined) throw new UsageError(`there are both ${NAMES.join(" and ")}: keep one, or name it`);
  return first === undefined ? undefined : configIn(...first);
}

/** The options that a configuration gives, as far as the command line gives no others; limits are set one by one. */
export function withConfig(given: OptionValues, { entries }: Config): OptionValues {
  const all = new Map<string, string | boolean>();
  for (const { option, value } of entries) {
    const before = all.get(option);
    all.set(option, option === "threshold" && before !== undefined ? `${before},${value}` : value);
  }
  for (const [option, value] of given) {
    const before = all.get(option);
    all.set(option, option === "threshold" && before !== undefined ? `${before},${value}` : value);
  }
  return all;
}

/** The line of each key of a JSON text, by its path with dots between the keys; of a key that comes twice the last. */
export function linesOfKeys(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  // The latest key of each level, the outermost first; a list has none.
  const path: string[] = [];
  let line = 1;
  let last = { name: "", line };
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "\n") line += 1;
    else if (token.startsWith('"')) last = { name: unquoted(token), line };
    else if (token === "{" || token === "[") path.push("");
    else if (token === "}" || token === "]") path.pop();
    else if (token === ":") {
      path[Math.max(0, path.length - 1)] = last.name;
      lines.set(path.join("."), last.line);
    }
  }
  return lines;
}

async function textOf(name: string, { cwd, files }: Terminal): Promise<string> {
  try {
    const handle = await files.open(resolve(cwd, name), "r");
    try {
      return await handle.readFile("utf8");
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new UsageError(`${name}: ${reasonOf(error)}`, { cause: error });
  }
}

/** True for what would have to be waited for. */
async function isPipe(name: string, { cwd, files }: Terminal): Promise<boolean> {
  const stats = await files.stat(resolve(cwd, name)).catch(() => undefined);
  return stats?.isFIFO() === true;
}

function ifMissing(error: unknown): undefined {
  if (error instanceof UsageError && isMissing(error.cause)) return undefined;
  throw error;
}

function configIn(name: string, text: string): Config {
  if (text.length > MOST_CHARACTERS) throw new UsageError(`${name} is too large for a configuration file`);
  const content = text.replace(/^\uFEFF/, "");
  const whole = parsed(name, content);
  if (!isObject(whole)) throw new UsageError(`${name}:1: a configuration is an object, { … }`);
  const lines = linesOfKeys(content);
  const entries = Object.entries(whole).flatMap(([key, value]): readonly ConfigEntry[] => {
    const line = lines.get(key) ?? 1;
    const option = options.get(key);
    if (option === undefined) throw unknownKey(`${name}:${line}`, key);
    if (option !== "threshold") return [{ line, option, value: wordsOf(`${name}:${line}`, key, value) }];
    if (!isObject(value)) throw new UsageError(`${name}:${line}: ${key} is an object with a number for each name`);
    return Object.entries(value).map(([limit, number]) => {
      const at = lines.get(`${key}.${limit}`) ?? line;
      if (typeof number !== "number") throw new UsageError(`${name}:${at}: ${limit} has to be a number`);
      return { line: at, option, value: `${limit}=${number}` };
    });
  });
  return { name, entries };
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/ at position (\d+)/.exec(message)?.[1] ?? text.length);
    const line = text.slice(0, position).split("\n").length;
    throw new UsageError(`${name}:${line}: this is not JSON: ${message.replace(/ in JSON at position .*$/s, "")}`);
  }
}

/** A text, or a list of them as options take it. */
function wordsOf(place: string, key: string, value: unknown): string {
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = words.filter((word) => typeof word === "string");
  const isPlain = texts.length === words.length && texts.every((word) => word.trim() !== "" && !word.includes(","));
  if (!isPlain) throw new UsageError(`${place}: ${key} has to be a text or a list of texts`);
  return texts.join(",");
}

function unknownKey(place: string, key: string): UsageError {
  const known = [...options.keys()];
  const meant = nearest(key, known);
  const question = meant === undefined ? "" : `; did you mean ${meant}?`;
  return new UsageError(`${place}: there is no setting ${key}, only ${known.join(", ")}${question}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unquoted(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    // No JSON text: somebody else says so.
    return token;
  }
}
