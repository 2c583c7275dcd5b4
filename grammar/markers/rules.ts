import P from "parsimmon";
import type { Hint } from "../contract/hint.ts";
import { hintOf, isLine } from "../contract/lines.ts";
import { blanks, escaped, lineEnd } from "../lexicon/lexemes.ts";

interface Spec {
  rule: string;
  drawn: string;
  mixed: string;
  fenceLine: string;
  fence: string;
}

/** Lines that say nothing but that something else begins. */
const language = P.createLanguage<Spec>({
  rule: ({ drawn, mixed, fence }) => P.alt(drawn, mixed, fence).trim(blanks).skip(lineEnd),

  // =====          - - - - - -
  drawn: () => P.regexp(/([-=_*#~+─━═])(?:[ \t]?\1){4,400}/).desc("a line drawn of one character"),

  // -_-_-_-_-_-_-_-_-_-_
  mixed: () => P.regexp(/(?:-_){10,200}-?/),

  fenceLine: ({ fence }) => fence.trim(blanks).skip(lineEnd),

  // ```text          {noformat}
  fence: () => P.regexp(/(?:```|~~~)\S{0,20}|\{(?:noformat|code)(?::[^{}\n]{0,60})?\}/),
});

const signs = [..."-=_*#~+─━═"].map(escaped);
export const ruleHint: Hint = hintOf(() => [
  [/^[ \t]*/, new RegExp(signs.map((sign) => `(?:${sign}[ \\t]?){4}`).join("|"))],
  [/^[ \t]*/, /-_-_|```|~~~|\{(?:noformat|code)/],
]);

/** True for a line that is drawn, and for the fence of a block in Markdown or Jira. */
export function isRule(text: string): boolean {
  return ruleHint(text) && isLine(language.rule, text);
}

/** True for such a fence alone. */
export function isFence(text: string): boolean {
  return isLine(language.fenceLine, text);
}
