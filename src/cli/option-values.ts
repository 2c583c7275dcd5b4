import { type OptionValues, UsageError } from "./command-line.ts";
import { nearest } from "./suggest.ts";

/** The text given for an option; undefined when it was not given. */
export function textOf(given: OptionValues, name: string): string | undefined {
  const value = given.get(name);
  return typeof value === "string" ? value : undefined;
}

/** The value among those there are; upper and lower case are not told apart. */
export function oneOf<T extends string>(given: OptionValues, name: string, values: readonly T[]): T | undefined {
  const text = textOf(given, name);
  return text === undefined ? undefined : among(name, text, values);
}

/** The values of a list with commas, each of them among those there are. */
export function listOf<T extends string>(
  given: OptionValues,
  name: string,
  values: readonly T[],
): readonly T[] | undefined {
  const words = textOf(given, name)?.split(",");
  return words === undefined ? undefined : [...new Set(words.map((word) => among(name, word.trim(), values)))];
}

/** The value that the text names; upper and lower case are not told apart. */
export function among<T extends string>(name: string, text: string, values: readonly T[]): T {
  const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw unknownValue(name, text, values);
  return found;
}

/** The error of a value that an option does not have. */
export function unknownValue(name: string, text: string, values: readonly string[]): UsageError {
  const meant = nearest(text, values);
  const question = meant === undefined ? "" : ` Did you mean ${meant}?`;
  return new UsageError(`--${name} ${text}: not one of ${values.join(", ")}.${question}`);
}
