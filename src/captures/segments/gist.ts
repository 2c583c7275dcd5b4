import {
  type AnyGrammar,
  type CaptureKind,
  grammars,
  type Landmark,
  type Surroundings,
} from "../../../grammar/index.ts";
import { remembered } from "../../text/remembered.ts";
import { type Marker, readPrompt, readTellingBanner } from "../provenance/index.ts";

/** What a line gives away, and about which kind of capture. */
export interface Found {
  readonly kind: CaptureKind;
  readonly landmark: Landmark;
}

/** What a line is judged by when only its content counts. */
export const nothing: Surroundings = { command: null };

/** What a line says by itself, wherever it stands. */
export interface Gist {
  readonly prompt: Marker | undefined;
  readonly banner: Marker | undefined;
  readonly mark: Found | undefined;
}

export const gistOf = remembered(
  (text): Gist => ({
    prompt: readPrompt(text),
    banner: readTellingBanner(text),
    mark: firstLandmark(grammars, text, nothing),
  }),
);

/** What a line behind the echo of a command says: both in one text, the command first. */
export const answerOf = remembered((echoed) => {
  const end = echoed.indexOf("\n");
  return firstLandmark(grammars, echoed.slice(end + 1), { command: echoed.slice(0, end) });
});

/** The first of the grammars that knows something of the line. */
export function firstLandmark(
  candidates: readonly AnyGrammar[],
  text: string,
  surroundings: Surroundings,
): Found | undefined {
  for (const grammar of candidates) {
    const mark = grammar.landmark(text, surroundings);
    if (mark !== undefined) return { kind: grammar.kind, landmark: mark };
  }
  return undefined;
}
