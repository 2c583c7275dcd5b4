/** Captured lines as some program wraps them. */
export interface Wrapping {
  readonly name: string;
  readonly wrap: (lines: readonly string[]) => Wrapped;
}

export interface Wrapped {
  readonly text: string;
  /** The line of the wrapped text that the captured line of this number, counted from 1, stands in. */
  readonly lineOf: (line: number) => number;
}

/** All captured lines become one line of the text, between others. */
export function inOneLine(name: string, wrap: (text: string) => string, line = 1, ending = "\r\n"): Wrapping {
  return { name, wrap: (lines) => ({ text: wrap(lines.join(ending)), lineOf: () => line }) };
}

/** Each captured line becomes one line of the text; `above` lines stand before the first. */
export function lineByLine(
  name: string,
  wrapLine: (line: string, at: number, count: number) => string,
  above: readonly string[] = [],
  below: readonly string[] = [],
): Wrapping {
  return {
    name,
    wrap: (lines) => ({
      text: [...above, ...lines.map((line, at) => wrapLine(line, at, lines.length)), ...below].join("\n"),
      lineOf: (line) => line + above.length,
    }),
  };
}
