import { type CaptureKind, grammars, type LineClass, type SegmentText } from "../grammar/index.ts";
import type { AnyCapture, ClassifiedLine, ReadOptions } from "./captures/index.ts";
import { features } from "./facts/features.ts";
import { osBands } from "./facts/os-bands.ts";
import { thresholdFault, thresholdNames } from "./findings/index.ts";
import type { EvaluationOptions } from "./report/index.ts";
import type { ConnectionRow } from "./summary/index.ts";
import { encodingNamed, type Signal } from "./text/index.ts";

/** An option has a value that is none of its own. */
export class OptionFault extends RangeError {
  override readonly name: string = "OptionFault";
  readonly option: string;

  constructor(option: string, value: unknown, wanted: string) {
    super(`${option}: ${JSON.stringify(value) ?? String(value)} is unknown; it takes ${wanted}`);
    this.option = option;
  }
}

export interface AnalyzeOptions extends ReadOptions, EvaluationOptions {
  /** Host that captures belong to when nothing in their source names one. */
  readonly host?: string;
  /** The computer's name, so that rows between it and itself are known to be such. */
  readonly computerName?: string;
  /** Ends the analysis: it rejects with the reason of the signal. */
  readonly signal?: Signal;
  /** Receives the rows of each table as it is read; the next table waits for what it returns. */
  readonly onConnections?: (rows: readonly ConnectionRow[]) => void | Promise<void>;
  /** Captures of which it says no are left out, as if nobody had made them. */
  readonly takes?: (capture: AnyCapture) => boolean;
  /** Receives each capture with the text it was read from, before both are let go. */
  readonly onCapture?: (capture: AnyCapture, text: SegmentText) => void;
  /** Receives what became of the lines of a source while it is read; mixed answers of several hosts one after the other. */
  readonly onLines?: (source: string, lines: readonly ClassifiedLine[]) => void;
  /** Receives the text of a source as decoded, block by block, while it is read. */
  readonly onText?: (source: string, text: string) => void;
  /** Receives the lines of a source as they were read, out of what wrapped and mangled them, and what became of each. */
  readonly onPassage?: (
    source: string,
    lines: readonly string[],
    classes: readonly LineClass[],
    kind: CaptureKind | null,
  ) => void;
  /** Receives each name of a host that a source, or the names of its files, tell. */
  readonly onName?: (source: string, name: string) => void;
}

/** Throws an OptionFault for a value that its option does not know: it would have been passed over otherwise. */
export function checkOptions({ encoding, as, os, context, thresholds }: AnalyzeOptions): void {
  if (encoding !== undefined && (typeof encoding !== "string" || encodingNamed(encoding) === undefined))
    throw new OptionFault("encoding", encoding, "one of supportedEncodings, in any spelling");
  const kinds = grammars.map(({ kind }) => kind);
  if (as !== undefined && !kinds.includes(as)) throw new OptionFault("as", as, kinds.join(", "));
  if (os !== undefined && !osBands.includes(os)) throw new OptionFault("os", os, osBands.join(", "));
  const stray = context?.find((word) => !features.some((feature) => word === feature || word === `no-${feature}`));
  if (stray !== undefined) throw new OptionFault("context", stray, `${features.join(", ")}, or no- before one`);
  for (const [name, limit] of Object.entries(thresholds ?? {})) {
    const known = thresholdNames.find((threshold) => threshold === name);
    if (known === undefined) throw new OptionFault("thresholds", name, thresholdNames.join(", "));
    const fault = thresholdFault(known, limit);
    if (fault !== undefined) throw new OptionFault(`thresholds.${name}`, limit, `a limit: ${fault}`);
  }
}
