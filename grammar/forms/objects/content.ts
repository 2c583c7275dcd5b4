import { inBraces, type PrintedEntry, type PrintedObject } from "./printed-object.ts";

/** What stands between the brackets of JSON or the tags of CLIXML: properties, values without names, whole objects. */
export interface Content {
  readonly entries: readonly PrintedEntry[];
  readonly items: readonly string[];
  readonly objects: readonly PrintedObject[];
}

export const nothing: Content = { entries: [], items: [], objects: [] };

/** A value without a name. */
export function itemOf(value: string): Content {
  return { ...nothing, items: [value] };
}

/** A property with a single value. */
export function propertyWith(from: number, label: string, value: string): Content {
  return { ...nothing, entries: [{ from, label, value }] };
}

/** A property with several values. What every CIM object says of its class is none of its own. */
export function arrayNamed(from: number, label: string, { items, objects }: Content): Content {
  const own = items.length > 0 || objects.length === 0 ? inBraces(items) : "";
  return { ...propertyWith(from, label, own), objects: label.startsWith("Cim") ? [] : objects };
}

/** All of several contents. */
export function allOf(contents: readonly Content[]): Content {
  return {
    entries: contents.flatMap(({ entries }) => entries),
    items: contents.flatMap(({ items }) => items),
    objects: contents.flatMap(({ objects }) => objects),
  };
}

/** An object with these properties, and the objects in its arrays. One without properties is none. */
export function objectWith(from: number, { entries, objects }: Content): Content {
  return { ...nothing, objects: entries.length === 0 ? objects : [{ from, entries }, ...objects] };
}

/** The objects in the arrays of an object that is itself the value of a property. */
export function withoutOwn({ objects }: Content): Content {
  return { ...nothing, objects };
}
