import { linesOf, readWhole, valuesOf } from "../../grammar/contract/lines.ts";
import { objectsText } from "../../grammar/forms/objects/objects.ts";
import type { PrintedObject } from "../../grammar/forms/objects/printed-object.ts";
import { classesIn } from "./readings.ts";

export function objectsOf(text: string): readonly PrintedObject[] {
  return valuesOf(readWhole(objectsText, text)).flat();
}

/** The objects as words, each with the number of its line: `1 Name=a Enabled=True`. */
export function objectsIn(text: string): readonly string[] {
  return objectsOf(text).map(({ from, entries }) =>
    [text.slice(0, from).split("\n").length, ...entries.map(({ label, value }) => `${label}=${value}`)].join(" "),
  );
}

/** The class of each line by its first letter. */
export function objectClasses(text: string): string {
  const classes = linesOf(readWhole(objectsText, text)).map((own) => own.class);
  return classesIn({ classes, records: [], diagnostics: [], locale: null, traits: null, recognised: true });
}
