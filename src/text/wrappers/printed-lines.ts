import { locales } from "../../../grammar/locales/index.ts";

const protocol = "(?:TCP|UDP|tcp|udp)(?:v6)?";
const endpoints = "[^\\s:][^\\s]{0,300}:[^\\s]{1,64}[ \\t]+[^\\s]{1,300}:";
/** As netstat prints it: with more than one blank behind the protocol, other than in sentences and logs of firewalls. */
const row = new RegExp(`(?<![^\\s"'\\])>|:;,])${protocol}(?:[ \\t]{2,}|\\t)${endpoints}`);
/** The same, or the rule under a title. */
export const answer = new RegExp(`${row.source}|-{20}`);
const rowAlone = new RegExp(`^[ \\t]{0,80}${protocol}[ \\t]+${endpoints}`);

/** What goes on with a row: the component and the executable below it, or its last cells where it was wrapped. */
const belowRow =
  /^[ \t]*(?:\[[^\]\n]{1,260}\]|[\w.$-]{1,60}|(?:[\p{Lu}\d_]{3,30}(?:[ \t]+|$))?(?:\d{1,10}(?:[ \t]+|$))?(?:InHost|Offload(?:ed|ing)|Uploading)?)[ \t]*$/u;
/** What -b prints where it may not tell the executable. */
const refusals = locales.flatMap(({ messages }) => messages.noOwnership ?? []);

/** True for a row of netstat. */
export function isRow(text: string): boolean {
  return rowAlone.test(text);
}

/** True for a line that goes on with the row above it. */
export function isBelowRow(text: string): boolean {
  return belowRow.test(text) || refusals.some((refusal) => text.trimStart().startsWith(refusal));
}

/** Index of a row or of the rule under a title in a line: something that a command printed; undefined for none. */
export function answerIn(text: string): number | undefined {
  const at = text.search(answer);
  return at < 0 ? undefined : at;
}
