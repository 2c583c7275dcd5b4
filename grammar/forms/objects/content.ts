import { inBraces, type PrintedEntry, type PrintedObject } from "./printed-object.ts";

/** What stands between the brackets of JSON or the tags of CLIXML: properties, values without names, whole objects. */
export interface Content {
  readonly entries: readonly PrintedEntry[];
  readonly items: readonly string[];
  readonly objects: readonly PrintedObject[];
}

/** An object with arrays of others around it has no more properties of its own: `{"value": […], "Count": 2}`. */
const MOST_OF_A_WRAPPER = 2;

export const nothing: Content = { entries: [], items: [], objects: [] };

/** A value without a name. */
export function itemOf(value: string): Content {
  return { ...nothing, items: [value] };
}

/** A property with a single value. */
export function propertyWith(from: number, label: string, value: string): Content {
  return { ...nothing, entries: [{ from, label, value }] };
}

/** A property with several values, or with whole objects. */
export function arrayNamed(from: number, label: string, { items, objects }: Content): Content {
  const isOfObjects = objects.length > 0 && items.length === 0;
  return isOfObjects ? { ...nothing, objects } : propertyWith(from, label, inBraces(items));
}

/** A property that is itself an object: what it says is none of the properties of the outer one. */
export function objectNamed({ objects }: Content): Content {
  return { ...nothing, objects };
}

/** All of several contents. */
export function allOf(contents: readonly Content[]): Content {
  return {
    entries: contents.flatMap(({ entries }) => entries),
    items: contents.flatMap(({ items }) => items),
    objects: contents.flatMap(({ objects }) => objects),
  };
}

/** An object with these properties. Objects in its arrays are details of it, unless it is no more than their wrapper. */
export function objectWith(from: number, { entries, objects }: Content): Content {
  const isWrapper = entries.length <= MOST_OF_A_WRAPPER && objects.length > 0;
  if (isWrapper) return { ...nothing, objects };
  return entries.length === 0 ? nothing : { ...nothing, objects: [{ from, entries }] };
}
