import { analyze } from "../analyze.ts";
import type { AnalyzeOptions } from "../analyze-options.ts";
import { isTable } from "../captures/index.ts";
import type { Report } from "../report/index.ts";
import type { AnalyzeInput, Source } from "../text/index.ts";
import { differencesOf } from "./differences.ts";
import { draftsOf, type LeftOut, type RedactedSource } from "./drafts.ts";
import { redactedLine } from "./line.ts";
import { type KnownNames, nameList } from "./names.ts";
import { pseudonyms, type Replacement } from "./pseudonyms.ts";
import { secretOf } from "./secret.ts";
import { sourceNames } from "./source-names.ts";

export interface RedactOptions extends Pick<AnalyzeOptions, "encoding" | "as" | "host" | "computerName" | "signal"> {
  /** Decides what stands for what: with the same key it is the same again. At least 16 bytes; a KeyFault for fewer. */
  readonly key: Uint8Array;
  /** Lines that are no part of a capture: left out, or kept with all words replaced that are not Windows' own. */
  readonly unknownLines?: "leaveOut" | "keep";
}

type Reading = Omit<RedactOptions, "key" | "unknownLines">;

export interface Redaction {
  readonly sources: readonly RedactedSource[];
  readonly leftOut: readonly LeftOut[];
  /** What stands for what: for the customer alone. */
  readonly mapping: readonly Replacement[];
  /** The names that were declared, as they stand in what is handed on. */
  readonly declared: Pick<RedactOptions, "host" | "computerName">;
  /** The report of what is handed on. */
  readonly report: Report;
  /** Where the report says something else than that of the originals; none as it should be. */
  readonly differences: readonly string[];
}

/**
 * Captures with addresses, names and identifiers replaced. The input is opened twice and never changed: first its names
 * are learnt, then it is written anew, line by line as it was read, out of whatever wrapped it. What is handed on is read once
 * more, and compared with what was read of the originals.
 */
export async function redact(open: () => AnalyzeInput, options: RedactOptions): Promise<Redaction> {
  const made = pseudonyms(secretOf(options.key));
  const { key: _, unknownLines = "leaveOut", ...reading } = options;
  const known = await namesIn(open(), reading);
  const drafts = draftsOf({ known, made, unknownLines });
  const before = await analyze(open(), { ...reading, onPassage: drafts.passage, onName: drafts.named });
  const { sources, leftOut } = drafts.finished(before.sources, sourceNames(known, made));
  const other = (name: string) => redactedLine(name, known, made);
  const { as, host, computerName, signal } = reading;
  const declared = {
    ...(host !== undefined && { host: other(host) }),
    ...(computerName !== undefined && { computerName: other(computerName) }),
  };
  const report = await analyze(redactedInput(sources), {
    ...(as !== undefined && { as }),
    ...(signal && { signal }),
    ...declared,
  });
  const differences = differencesOf(before, report, other);
  return { sources, leftOut, mapping: made.mapping(), declared, report, differences };
}

/** The names that the sources tell: of their hosts, and of those that tables show instead of addresses. */
async function namesIn(input: AnalyzeInput, reading: Reading): Promise<KnownNames> {
  const list = nameList();
  for (const name of [reading.host, reading.computerName]) if (name !== undefined) list.add(name);
  await analyze(input, {
    ...reading,
    onName: (_, name) => list.add(name),
    onCapture: (capture) => {
      if (!isTable(capture)) return;
      for (const { localAddress, foreignAddress } of capture.records) {
        list.add(localAddress);
        list.add(foreignAddress);
      }
    },
  });
  return list.known();
}

/** The sources as they are handed on, to be read like files. */
export async function* redactedInput(sources: readonly RedactedSource[]): AsyncGenerator<Source> {
  const encoder = new TextEncoder();
  for (const { name, text } of sources) {
    const isOneOfMany = name.includes("!") ? true : undefined;
    yield { name, bytes: once(encoder.encode(text)), ...(isOneOfMany && { isOneOfMany }) };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
