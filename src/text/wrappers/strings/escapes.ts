/** An escape in a string of JSON or of a programming language: its length, and what it stands for. */
export interface Escape {
  readonly length: number;
  readonly text: string;
}

/** Reads the escape that begins at an index; undefined where none does. */
export type EscapeReader = (text: string, at: number) => Escape | undefined;

/** What a letter behind a backslash, or behind the backtick of PowerShell, stands for. */
const signs: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["b", ""],
  ["f", ""],
  ["a", ""],
  ["v", ""],
  ["0", ""],
  ["e", "\x1b"],
]);

/** Signs that stand for themselves. */
const LITERAL = "\"'\\/`$";
const returns = /(?:[\\`]r|\\u000[dD]|\\x0[dD])/y;
const feed = /[\\`]n|\\u000[aA]|\\x0[aA]/y;
const numbered = /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2}))/y;

/** A line end inside a string. */
export const lineBreak = /\\[rn]|\\u000[aAdD]|\\x0[aAdD]|`[rn]/;

/** The escape that begins at an index; undefined for a backslash that is none, as in a path of Windows. */
export function escapeAt(text: string, at: number): Escape | undefined {
  const ended = lineEndAt(text, at);
  if (ended !== undefined) return ended;
  const sign = text[at + 1];
  if (sign === undefined) return undefined;
  const code = matchAt(numbered, text, at);
  if (code !== undefined) {
    const character = String.fromCharCode(Number.parseInt(code.slice(2), 16));
    return { length: code.length, text: character };
  }
  if (LITERAL.includes(sign)) return { length: 2, text: sign };
  const meant = signs.get(sign);
  return meant === undefined ? undefined : { length: 2, text: meant };
}

/**
 * The escape that begins at an index of a string that has paths of Windows as they are: a backslash begins none but
 * `\r\n`, the backtick of PowerShell does.
 */
export function escapeBesidePaths(text: string, at: number): Escape | undefined {
  if (text[at] === "`") return escapeAt(text, at);
  const found = lineEndAt(text, at);
  return found !== undefined && found.length > 2 ? found : undefined;
}

/** One line end: any number of CRs with the LF behind them, or a CR alone. */
function lineEndAt(text: string, at: number): Escape | undefined {
  let end = at;
  for (let found = matchAt(returns, text, end); found !== undefined; found = matchAt(returns, text, end)) {
    end += found.length;
  }
  end += matchAt(feed, text, end)?.length ?? 0;
  return end === at ? undefined : { length: end - at, text: "\n" };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
