import { locales } from "../../../grammar/locales/index.ts";
import { type Edit, type Mend, matchesOf, untouched } from "./mend.ts";

/** What a line of a capture begins with: the groups of one pattern, beside `rule` for the dashes under a title. */
type Beginning = "row" | "label" | "heading" | "title" | "answer" | "prompt";

/** No two lines of a table are shorter together. */
const SHORTEST = 24;

const cell = "(?=\\S{1,300}:\\S)\\S{3,365}";
/** The same without a look ahead. */
const plainCell = "\\S{1,300}:\\S{1,365}";
const drive = '[A-Za-z]:[\\\\/][^<>|"?*:]{0,260}>';

let known: RegExp | undefined;

/**
 * Whole tables on one line, as text taken from web pages has them: the line ends before each row, setting, title and
 * heading, around the rule under a title, and before a prompt. One beginning alone is no table: a sentence may name it.
 */
export const oneLine: Mend = Object.assign(tableLines, {
  hint: () => ({ source: sourceOfBeginnings(plainCell), ignoreCase: false }),
});

function tableLines(text: string): readonly Edit[] {
  if (text.length < SHORTEST) return untouched;
  const found = matchesOf(text, beginnings());
  return isTable(found) ? lineEnds(text, found) : untouched;
}

/**
 * True when the beginnings make more than one line of a table: several rows, or a row or setting and what stands above
 * it. One row with words behind it is a row that somebody wrote on.
 */
function isTable(found: readonly RegExpExecArray[]): boolean {
  if (found.length === 0) return false;
  const count = (beginning: Beginning): number =>
    found.filter(({ groups }) => groups?.[beginning] !== undefined).length;
  const has = (beginning: Beginning): number => Math.min(1, count(beginning));
  const records = count("row") + count("label");
  if (records === 1 && found[0]?.groups?.["row"] !== undefined) return false;
  const isRuled = found.some(({ groups }) => groups?.["rule"] !== undefined);
  return isRuled || records + count("heading") + has("title") + has("answer") > 1 || has("prompt") + has("answer") > 1;
}

/** A line end before each beginning and around a rule, but none where only blanks stand before it. */
function lineEnds(text: string, found: readonly RegExpExecArray[]): readonly Edit[] {
  const edits: Edit[] = [];
  let start = text.length - text.trimStart().length;
  const endLine = (at: number): void => {
    if (at > start && text.slice(start, at).trim() !== "") edits.push({ from: at, to: at, text: "\n" });
    start = at;
  };
  for (const match of found) {
    endLine(match.index);
    const rule = match.groups?.["rule"];
    if (rule === undefined) continue;
    const end = match.index + match[0].length;
    endLine(end - rule.length);
    endLine(end);
  }
  return edits;
}

/** What lines of tables begin with in all known languages; a longer phrase goes before one it begins with. */
function beginnings(): RegExp {
  known ??= new RegExp(sourceOfBeginnings(cell), "g");
  return known;
}

function sourceOfBeginnings(end: string): string {
  const labels = locales.flatMap(({ settings, heuristics }) => [settings, heuristics].flatMap(Object.values).flat());
  const titles = locales.flatMap((locale) => [locale.netstatTitle, locale.globalTitle, locale.heuristicsTitle].flat());
  const answers = locales.flatMap((locale) =>
    [locale.globalQuerying, locale.heuristicsFootnote.slice(0, 1), locale.messages.chimneyDisabled ?? []].flat(),
  );
  const headings = locales.flatMap(({ netstatHeading: { protocol = [], localAddress = [] } }) =>
    protocol.flatMap((first) => localAddress.map((second) => `${escaped(first)}[ \\t]{1,80}${escaped(second)}`)),
  );
  const all: Record<Beginning, string> = {
    row: `(?:TCP|UDP)(?:v6)?[ \\t]{1,80}${end}[ \\t]{1,80}${end}(?![^ \\t])`,
    label: `(?:${alternatives(labels)})[ \\t]{0,80}:`,
    heading: headings.join("|"),
    title: `(?:${alternatives(titles)})(?:[ \\t]{0,80}(?<rule>-{5,200})(?![^ \\t]))?`,
    answer: alternatives(answers),
    prompt: `(?:\\*[\\w-]{1,40}\\*[ \\t])?(?:\\[[\\w.-]{1,253}\\]:[ \\t])?(?:PS[ \\t])?${drive}`,
  };
  const groups = Object.entries(all).map(([name, pattern]) => `(?<${name}>${pattern})`);
  return `(?<=^|[\\s\\-.)\\]】])(?:${groups.join("|")})`;
}

function alternatives(phrases: readonly string[]): string {
  return [...new Set(phrases)]
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .map(escaped)
    .join("|");
}

function escaped(phrase: string): string {
  return phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
