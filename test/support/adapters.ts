import type { Reading } from "../../grammar/contract/grammar.ts";
import type { AdapterProperty, ObjectsTraits } from "../../grammar/forms/objects/adapters.ts";

/** The records as words: `3 Ethernet 2: Flow Control [*FlowControl] = Disabled`. */
export function propertiesIn({ records }: Reading<AdapterProperty, ObjectsTraits>): readonly string[] {
  return records.map(({ line, adapter, property, keyword, value }) => {
    const name = keyword === null ? property : `${property} [${keyword}]`;
    return `${line} ${adapter}: ${name} = ${value}`;
  });
}
