/**
 * What a character is to a quick look: one of ASCII by its code, where that of "\n" is the end of the line as well, any
 * other one, or the beginning of the line before the first.
 */
export const symbols = { lineEnd: 10, other: 128, begin: 129, count: 130 } as const;

/** For each symbol 1 where it is one of them, else 0. */
export type Symbols = Uint8Array;

/** What is being read of an expression, and how far. */
export interface Reading {
  readonly source: string;
  readonly ignoresCase: boolean;
  at: number;
}

/** The sign of kelvin, and the long s. */
const beyondAscii: ReadonlyMap<readonly number[], number> = new Map([
  [[0x4b, 0x6b], 0x212a],
  [[0x53, 0x73], 0x17f],
]);
const LETTER = /^[A-Za-z]$/;
const classOf: ReadonlyMap<string, RegExp> = new Map([
  ["d", /\d/],
  ["D", /\D/],
  ["w", /\w/],
  ["W", /\W/],
  ["s", /\s/],
  ["S", /\S/],
]);
const characterOf: ReadonlyMap<string, number> = new Map([
  ["n", 10],
  ["t", 9],
  ["r", 13],
  ["f", 12],
  ["v", 11],
  ["0", 0],
]);

/** The symbols for which it is so. */
export function symbolsOf(isOne: (symbol: number) => boolean): Symbols {
  return Uint8Array.from({ length: symbols.count }, (_, symbol) => (isOne(symbol) ? 1 : 0));
}

/** Whether a symbol is meant. */
export type Test = (symbol: number) => boolean;

/** The class in brackets, whose opening one is taken. */
export function listed(reading: Reading): readonly Test[] {
  const isNegative = taken(reading, "^");
  const tests: Test[] = [];
  while (next(reading) !== "]") {
    const first = member(reading);
    if (next(reading) !== "-" || reading.source[reading.at + 1] === "]" || typeof first !== "number") {
      tests.push(typeof first === "number" ? ofCode(first) : first);
      continue;
    }
    reading.at += 1;
    const last = member(reading);
    const to = typeof last === "number" ? last : first;
    tests.push((symbol) => (symbol < symbols.other ? symbol >= first && symbol <= to : to >= symbols.other));
    if (reading.ignoresCase && !isNegative) tests.push(relatives(first, to));
  }
  reading.at += 1;
  if (!isNegative) return tests;
  const cased = oneOf(reading, tests);
  return [(symbol) => symbol === symbols.other || (symbol !== symbols.lineEnd && cased[symbol] === 0)];
}

/** Where case does not count, K and S are the same as a letter beyond ASCII each. */
function relatives(first: number, last: number): Test {
  return (symbol) =>
    [...beyondAscii].some(([letters, code]) => first <= code && code <= last && letters.includes(symbol));
}

function member(reading: Reading): number | Test {
  const character = String.fromCodePoint(reading.source.codePointAt(reading.at) ?? 0);
  if (character !== "\\") {
    reading.at += character.length;
    return character.codePointAt(0) ?? 0;
  }
  reading.at += 1;
  return taken(reading, "b") ? 8 : escaped(reading);
}

/** What stands behind a backslash outside of brackets. */
export function escapedSymbols(reading: Reading): Test {
  const found = escaped(reading);
  return typeof found === "number" ? ofCode(found) : found;
}

/** What stands behind a backslash: a character, or a class. */
function escaped(reading: Reading): number | Test {
  const rest = reading.source.slice(reading.at, reading.at + 60);
  const property = /^([pP])\{([^}]*)\}/.exec(rest);
  if (property !== null) {
    reading.at += property[0].length;
    return ofClass(new RegExp(`\\${property[0]}`, "u"));
  }
  const code = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]+)\})/.exec(rest);
  reading.at += code?.[0].length ?? 1;
  if (code !== null) return Number.parseInt(code[1] ?? code[2] ?? code[3] ?? "", 16);
  const [character = ""] = rest;
  const known = classOf.get(character);
  return known === undefined ? (characterOf.get(character) ?? character.charCodeAt(0)) : ofClass(known);
}

/** A character as it stands. */
export function literal(character: string): Test {
  return ofCode(character.charCodeAt(0));
}

function ofCode(code: number): Test {
  return (symbol) => (code < symbols.other ? symbol === code : symbol === symbols.other);
}

/** Any class may have characters beyond ASCII. */
function ofClass(expression: RegExp): Test {
  const isOne = symbolsOf(
    (symbol) => symbol < symbols.other && symbol !== symbols.lineEnd && expression.test(String.fromCharCode(symbol)),
  );
  return (symbol) => symbol === symbols.other || isOne[symbol] === 1;
}

/** One symbol of a class. Where case does not count, K and S have relatives beyond ASCII. */
export function oneOf({ ignoresCase }: Reading, tests: readonly Test[]): Symbols {
  const isOne = (symbol: number) => tests.some((test) => test(symbol));
  const cases = (symbol: number) => {
    if (symbol === symbols.other) return ["K", "k", "S", "s"].some((letter) => isOne(letter.charCodeAt(0)));
    const letter = String.fromCharCode(symbol);
    if (!LETTER.test(letter)) return false;
    return [letter.toLowerCase(), letter.toUpperCase()].some((own) => isOne(own.charCodeAt(0)));
  };
  return symbolsOf((symbol) => symbol < symbols.begin && (isOne(symbol) || (ignoresCase && cases(symbol))));
}

/** The next character; none at the end. */
export function next({ source, at }: Reading): string {
  return source[at] ?? "";
}

/** Whether the next character is that one, which is then behind. */
export function taken(reading: Reading, character: string): boolean {
  const isThere = next(reading) === character;
  if (isThere) reading.at += 1;
  return isThere;
}
