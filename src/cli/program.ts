import type { analyze, CaptureKind } from "../index.ts";

/** What the command line needs of the library behind it; tests hand in their own. */
export interface Program {
  readonly analyze: typeof analyze;
  /** The name we use for an encoding, given a user's spelling; undefined when there is no such encoding. */
  readonly encodingNamed: (name: string) => string | undefined;
  readonly supportedEncodings: readonly string[];
  readonly grammars: readonly { readonly kind: CaptureKind; readonly command: string }[];
}

/** The library, loaded when a command needs it: help and usage errors do without. */
export async function loadProgram(): Promise<Program> {
  return import("../index.ts");
}
