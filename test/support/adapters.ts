import type { Reading } from "../../grammar/contract/grammar.ts";
import type { AdapterTraits } from "../../grammar/forms/objects/adapters.ts";
import type { AdapterProperty } from "../../grammar/forms/objects/property.ts";

/** The records as words: `3 Ethernet 2: Flow Control [*FlowControl] = Disabled`. */
export function propertiesIn({ records }: Reading<AdapterProperty, AdapterTraits>): readonly string[] {
  return records.map(({ line, adapter, property, keyword, value }) => {
    const name = keyword === null ? property : `${property} [${keyword}]`;
    return `${line} ${adapter}: ${name} = ${value}`;
  });
}
