import type { AdapterTraits } from "../../grammar/adapters/grammar.ts";
import type { AdapterProperty } from "../../grammar/adapters/property.ts";
import type { Reading } from "../../grammar/grammar.ts";

/** The records as words: `3 Ethernet 2: Flow Control [*FlowControl] = Disabled`. */
export function propertiesIn({ records }: Reading<AdapterProperty, AdapterTraits>): readonly string[] {
  return records.map(({ line, adapter, property, keyword, value }) => {
    const name = keyword === null ? property : `${property} [${keyword}]`;
    return `${line} ${adapter}: ${name} = ${value}`;
  });
}
