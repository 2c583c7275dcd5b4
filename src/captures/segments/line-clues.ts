import {
  type AnyGrammar,
  type CaptureKind,
  grammars,
  type Landmark,
  type Surroundings,
} from "../../../grammar/index.ts";
import {
  type HostHeading,
  isRule,
  type Marker,
  readHeading,
  readHostHeading,
  readLabel,
  readPrompt,
} from "../../../grammar/markers/index.ts";
import { memoizeLine } from "../../text/index.ts";

/** What a line gives away, and about which kind of capture. */
export interface FoundLandmark {
  readonly kind: CaptureKind;
  readonly landmark: Landmark;
}

/** What a line is judged by when only its content counts. */
export const NO_COMMAND: Surroundings = { command: null };

/** What a line says by itself, wherever it stands. */
export interface LineClues {
  readonly prompt: Marker | undefined;
  readonly heading: Marker | undefined;
  readonly mark: FoundLandmark | undefined;
}

/** What a line says that no capture claims. */
export interface Remark {
  readonly label: Marker | undefined;
  readonly hostHeading: HostHeading | undefined;
}

export const cluesIn = memoizeLine(
  (text): LineClues => ({
    prompt: readPrompt(text),
    heading: readHeading(text),
    mark: firstLandmark(grammars, text, NO_COMMAND),
  }),
);

export const remarkOf = memoizeLine((text): Remark => ({ label: readLabel(text), hostHeading: readHostHeading(text) }));

/** True for a line that is drawn, and for one that heads what follows. */
export function isBanner(text: string): boolean {
  return isRule(text) || cluesIn(text).heading !== undefined;
}

/** What a line behind the echo of a command says: both in one text, the command first. */
export const answerOf = memoizeLine((echoed) => {
  const end = echoed.indexOf("\n");
  return firstLandmark(grammars, echoed.slice(end + 1), { command: echoed.slice(0, end) });
});

/** The first of the grammars that knows something of the line. */
export function firstLandmark(
  candidates: readonly AnyGrammar[],
  text: string,
  surroundings: Surroundings,
): FoundLandmark | undefined {
  for (const grammar of candidates) {
    const mark = grammar.landmark(text, surroundings);
    if (mark !== undefined) return { kind: grammar.kind, landmark: mark };
  }
  return undefined;
}
