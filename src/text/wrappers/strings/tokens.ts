/** A string in a line of JSON or of source code. */
export interface StringToken {
  /** Index of what it begins with: a quotation mark, or the letter of Python and C# in front of it. */
  readonly from: number;
  /** Index of its content. */
  readonly start: number;
  /** Index behind its content. */
  readonly end: number;
  /** Index behind the mark that ends it; where it is cut off, behind its content. */
  readonly to: number;
}

const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const word = /[\p{L}\p{N}_]/u;
/** What Python, C# and PowerShell put in front of a string. */
const prefix = /[uUbBrRf@$]/;

/** The strings of a line, in their order; linear in its length. */
export function stringsIn(text: string): readonly StringToken[] {
  const tokens: StringToken[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const quote = text.charCodeAt(at);
    if (quote !== DOUBLE && quote !== SINGLE) continue;
    // In text that was copied out of a string the marks are escaped.
    if (text.charCodeAt(at - 1) === BACKSLASH) continue;
    const from = hasPrefix(text, at) ? at - 1 : at;
    // The mark in "don't" begins no string.
    if (quote === SINGLE && from === at && word.test(text[at - 1] ?? "")) continue;
    const end = endOf(text, at + 1, quote);
    const to = Math.min(end + 1, text.length);
    tokens.push({ from, start: at + 1, end, to });
    at = to - 1;
  }
  return tokens;
}

function hasPrefix(text: string, at: number): boolean {
  return prefix.test(text[at - 1] ?? "") && !word.test(text[at - 2] ?? "");
}

/** Index of the mark that ends a string whose content begins at an index; the end of the line where none does. */
function endOf(text: string, start: number, quote: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH || (code === BACKTICK && text.charCodeAt(at + 1) === quote)) at += 1;
    else if (code === quote) return at;
  }
  return text.length;
}
