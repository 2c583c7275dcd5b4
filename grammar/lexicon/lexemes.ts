import P from "parsimmon";

/**
 * The tokens that more than one kind of capture is made of, as regular expressions without anchors or capturing groups,
 * so that they can be composed by their sources as well as wrapped as parsers. Each is linear and stays in its line.
 */
export const tokens = {
  /** What separates cells: two blanks or more, or a TAB. A single blank belongs to the cell. */
  gap: /[ \t]{2,}|\t/,
  /** A line drawn under a title: "----------". */
  rule: /[ \t]*-{5,}[ \t]*/,
  blank: /[ \t]*/,
  rest: /[^\n]*/,
} as const;

/** Runs of blanks and TABs, also none. */
export const blanks: P.Parser<string> = P.regexp(tokens.blank);

/** Everything up to the end of the line, also nothing. */
export const rest: P.Parser<string> = P.regexp(tokens.rest);

/** The end of a line; the texts of segments end each line with it, the last one too. */
export const lineEnd: P.Parser<string> = P.string("\n").desc("end of line");

/** The lines of a text, one result for each: `line` has to match every line, its end included. */
export function linesOf<T>(line: P.Parser<T>, text: string): readonly T[] {
  const result = line.many().parse(text === "" || text.endsWith("\n") ? text : `${text}\n`);
  return result.status ? result.value : [];
}

/** The lines of a text without their ends; none for an empty text. */
export function textsOf(text: string): readonly string[] {
  if (text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}
