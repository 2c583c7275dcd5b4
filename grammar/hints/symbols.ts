/**
 * What a character is to a quick look: one of ASCII by its code, where that of "\n" is the end of the line as well, any
 * other one, or the beginning of the line before the first.
 */
export const symbols = { lineEnd: 10, other: 128, begin: 129, count: 130 } as const;

/** For each symbol 1 where it is one of them, else 0. */
export type Symbols = Uint8Array;

/** Whether a symbol is meant. */
export type Test = (symbol: number) => boolean;

/** The sign of kelvin, and the long s. */
const beyondAscii: ReadonlyMap<readonly number[], number> = new Map([
  [[0x4b, 0x6b], 0x212a],
  [[0x53, 0x73], 0x17f],
]);
const LETTER = /^[A-Za-z]$/;

/** The symbols for which it is so. */
export function symbolsOf(isOne: (symbol: number) => boolean): Symbols {
  return Uint8Array.from({ length: symbols.count }, (_, symbol) => (isOne(symbol) ? 1 : 0));
}

export function ofCode(code: number): Test {
  return (symbol) => (code < symbols.other ? symbol === code : symbol === symbols.other);
}

export function ofRange(first: number, last: number): Test {
  return (symbol) => (symbol < symbols.other ? symbol >= first && symbol <= last : last >= symbols.other);
}

/** Where case does not count, K and S are the same as a letter beyond ASCII each, which a range may have. */
export function relativesOf(first: number, last: number): Test {
  return (symbol) =>
    [...beyondAscii].some(([letters, code]) => first <= code && code <= last && letters.includes(symbol));
}

/** Any class may have characters beyond ASCII. */
export function ofClass(expression: RegExp): Test {
  const isOne = symbolsOf(
    (symbol) => symbol < symbols.other && symbol !== symbols.lineEnd && expression.test(String.fromCharCode(symbol)),
  );
  return (symbol) => symbol === symbols.other || isOne[symbol] === 1;
}

/** What none of the tests means. */
export function noneOf(tests: readonly Test[], ignoresCase: boolean): Test {
  const meant = oneOf(tests, ignoresCase);
  return (symbol) => symbol === symbols.other || (symbol !== symbols.lineEnd && meant[symbol] === 0);
}

/** One symbol of a class. Where case does not count, K and S have relatives beyond ASCII. */
export function oneOf(tests: readonly Test[], ignoresCase: boolean): Symbols {
  const isOne = (symbol: number) => tests.some((test) => test(symbol));
  const cases = (symbol: number) => {
    if (symbol === symbols.other) return ["K", "k", "S", "s"].some((letter) => isOne(letter.charCodeAt(0)));
    const letter = String.fromCharCode(symbol);
    if (!LETTER.test(letter)) return false;
    return [letter.toLowerCase(), letter.toUpperCase()].some((own) => isOne(own.charCodeAt(0)));
  };
  return symbolsOf((symbol) => symbol < symbols.begin && (isOne(symbol) || (ignoresCase && cases(symbol))));
}
