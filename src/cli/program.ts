import type {
  analyze,
  batchFile,
  CaptureKind,
  capturedSide,
  companionNamed,
  compareMomentsOf,
  compareSides,
  Feature,
  hotfix,
  looksLikeReport,
  looksLikeRollup,
  OsBand,
  powershellScript,
  ReportWord,
  RuleDescription,
  readReport,
  redact,
  redactedInput,
  reportedSide,
  reportWord,
  rollupReport,
  schemas,
  Term,
  ThresholdName,
  term,
  thresholdFault,
  verdictMeanings,
} from "../index.ts";

/** What the command line needs of the library behind it; tests hand in their own. */
export interface Program {
  readonly analyze: typeof analyze;
  /** The name we use for an encoding, given a user's spelling; undefined when there is no such encoding. */
  readonly encodingNamed: (name: string) => string | undefined;
  readonly supportedEncodings: readonly string[];
  readonly osBands: readonly OsBand[];
  /** The version that a user means; undefined for what is none, or several. */
  readonly bandNamed: (text: string) => OsBand | undefined;
  readonly features: readonly Feature[];
  readonly thresholdNames: readonly ThresholdName[];
  /** Why a limit can't have a value; undefined when it can. */
  readonly thresholdFault: typeof thresholdFault;
  readonly catalogue: () => readonly RuleDescription[];
  readonly glossary: readonly Term[];
  /** A term by any of its spellings. */
  readonly term: typeof term;
  readonly reportWords: readonly ReportWord[];
  readonly reportWord: typeof reportWord;
  readonly verdictMeanings: typeof verdictMeanings;
  readonly hotfix: typeof hotfix;
  readonly companionNames: readonly string[];
  readonly companionNamed: typeof companionNamed;
  readonly batchFile: typeof batchFile;
  readonly powershellScript: typeof powershellScript;
  readonly schemas: typeof schemas;
  readonly looksLikeReport: typeof looksLikeReport;
  readonly looksLikeRollup: typeof looksLikeRollup;
  readonly readReport: typeof readReport;
  readonly rollupReport: typeof rollupReport;
  readonly capturedSide: typeof capturedSide;
  readonly reportedSide: typeof reportedSide;
  readonly compareSides: typeof compareSides;
  readonly compareMomentsOf: typeof compareMomentsOf;
  readonly redact: typeof redact;
  readonly redactedInput: typeof redactedInput;
  readonly grammars: readonly { readonly kind: CaptureKind; readonly command: string }[];
}

/** The library, loaded when a command needs it: help and usage errors do without. */
export async function loadProgram(): Promise<Program> {
  return import("../index.ts");
}
