import { resolve } from "node:path";
import type { AnalyzeOptions, RedactOptions, Source, UnreadSource } from "../index.ts";
import { openSources } from "../sources/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import type { OptionValues } from "./command-line.ts";
import { interruptible } from "./interruption.ts";
import { textOf } from "./option-values.ts";
import type { Program } from "./program.ts";
import { ExpectedError, OutputError, type Terminal } from "./terminal.ts";

/** Options of whoever redacts. */
export const REDACTION = ["redact", "key", "keep-unknown"];

const KEY_BYTES = 32;
/** A key as we write it. */
const WRITTEN = /^[\da-f]{32,}$/i;
/** No key is longer. */
const MOST_BYTES = 65_536;

/** Opens the paths as often as they are asked for; what standard input gives is held in memory. */
export async function reopenable(
  paths: readonly string[],
  { bundles }: AnalyzeSettings,
  { stdin, cwd, files, interrupted }: Terminal,
  except: ReadonlySet<string> = new Set(),
): Promise<() => AsyncIterable<Source | UnreadSource>> {
  const named = paths.length === 0 ? ["-"] : paths;
  const held: Uint8Array[] = [];
  if (named.includes("-")) for await (const chunk of stdin.bytes) held.push(chunk);
  return () => {
    const options = { cwd, files, stdin: inOrder(held), except, limits: bundles.limits };
    return interruptible(openSources(named, options), interrupted);
  };
}

async function* inOrder(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** What to redact with. */
export function redactOptions(
  given: OptionValues,
  { analysis: { encoding, as, host, computerName } }: AnalyzeSettings,
  key: Uint8Array,
): RedactOptions {
  return {
    key,
    unknownLines: given.get("keep-unknown") === true ? "keep" : "leaveOut",
    ...(encoding !== undefined && { encoding }),
    ...(as !== undefined && { as }),
    ...(host !== undefined && { host }),
    ...(computerName !== undefined && { computerName }),
  };
}

/** What the captures are once they are redacted, with the options to analyse that: of `--redact` on a report. */
export async function redactedCaptures(
  open: () => AsyncIterable<Source | UnreadSource>,
  given: OptionValues,
  settings: AnalyzeSettings,
  terminal: Terminal,
  { redact, redactedInput }: Pick<Program, "redact" | "redactedInput">,
): Promise<{ readonly input: AsyncIterable<Source>; readonly options: AnalyzeOptions }> {
  const keyFile = textOf(given, "key");
  const key = keyFile === undefined ? passingKey() : await keyIn(keyFile, terminal);
  const { sources, declared } = await redact(open, redactOptions(given, settings, key));
  return { input: redactedInput(sources), options: { ...settings.analysis, ...declared } };
}

/** A key that nobody keeps. */
export function passingKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** The key in a file; a new one, readable for its owner alone, where there is no such file yet. */
export async function keyIn(name: string, { cwd, files }: Terminal): Promise<Uint8Array> {
  const path = resolve(cwd, name);
  const handle = await files.open(path, "r").catch(() => undefined);
  if (handle === undefined) return madeKey(name, path, files);
  try {
    const buffer = new Uint8Array(MOST_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, MOST_BYTES, 0);
    const text = new TextDecoder().decode(buffer.subarray(0, bytesRead)).trim();
    const bytes = WRITTEN.test(text) ? Buffer.from(text, "hex") : buffer.subarray(0, bytesRead);
    if (bytes.length >= LEAST_BYTES) return bytes;
    throw new ExpectedError(`the key in ${name} has ${bytes.length} bytes and needs ${LEAST_BYTES} at least`);
  } finally {
    await handle.close().catch(() => undefined); // it was only read
  }
}

/** With fewer bytes all keys can be tried. */
const LEAST_BYTES = 16;

async function madeKey(name: string, path: string, files: Terminal["files"]): Promise<Uint8Array> {
  const key = passingKey();
  try {
    const handle = await files.open(path, "wx", 0o600);
    await handle.appendFile(`${Buffer.from(key).toString("hex")}\n`).finally(() => handle.close());
  } catch (error) {
    throw new OutputError(name, error);
  }
  return key;
}
