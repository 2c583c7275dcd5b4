import P from "parsimmon";
import { blanks, lineEnd, linesOf, rest, tokens } from "../../lexicon/lexemes.ts";
import type { HeuristicKey, SettingKey } from "../../locales/locale.ts";

/** One line of a settings listing (`label : value`). */
export interface Setting {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** null when the label is not known in any language we have; the label tells what it was. */
  readonly setting: SettingKey | HeuristicKey | null;
  /** The label as printed, blanks collapsed. */
  readonly label: string;
  /** In lower case as printed; a number when it is one. */
  readonly value: string | number;
}

/** What is known of a settings listing as a whole. */
export interface SettingsTraits {
  /** True when labels in a language we don't know were matched by their position in the table: less sure. */
  readonly byPosition: boolean;
}

/** A line of any settings listing by its shape alone. */
export type SettingsLine =
  | { readonly shape: "blank" }
  | { readonly shape: "rule" }
  | {
      readonly shape: "entry";
      /** Text before the first colon, trimmed; empty when the line begins with the colon. */
      readonly label: string;
      /** Text behind the colon, trimmed; empty when there is none. */
      readonly value: string;
      /** Index in the line where `value` begins; of a text, where that begins. */
      readonly at: number;
    }
  | { readonly shape: "text"; readonly text: string; readonly at: number };

interface Spec {
  line: SettingsLine;
  blank: SettingsLine;
  rule: SettingsLine;
  entry: SettingsLine;
  text: SettingsLine;
}

/** No label of any language is half as long; a longer text before a colon is a sentence. */
const label = P.regexp(/[^:：\n]{0,160}/).desc("label");
const colon = P.regexp(/[:：]/).desc("colon");
const rule = P.regexp(tokens.rule).desc("rule line");

const language = P.createLanguage<Spec>({
  line: ({ blank, rule, entry, text }) => P.alt(blank, rule, entry, text),

  //
  blank: () => blanks.skip(lineEnd).result({ shape: "blank" }),

  // ----------------------------------------------
  rule: () => rule.skip(lineEnd).result({ shape: "rule" }),

  // Receive-Side Scaling State          : enabled
  entry: () =>
    P.seqMap(label, colon, blanks, rest.skip(lineEnd), (name, sign, gap, value) => ({
      shape: "entry",
      label: name.trim(),
      value: value.trimEnd(),
      at: name.length + sign.length + gap.length,
    })),

  // TCP Global Parameters
  text: () =>
    P.seqMap(blanks, rest.skip(lineEnd), (indent, text) => ({
      shape: "text",
      text: text.trimEnd(),
      at: indent.length,
    })),
});

/** The lines of a settings listing by their shape, one for each line of the text. */
export function settingsLines(text: string): readonly SettingsLine[] {
  return linesOf(language.line, text);
}
