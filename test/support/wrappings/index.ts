import { delimitedWrappings } from "./delimited.ts";
import { documentWrappings } from "./documents.ts";
import { prefixWrappings } from "./prefixes.ts";
import { quotedPrintableWrappings } from "./quoted-printable.ts";
import { stringWrappings } from "./strings.ts";
import type { Wrapping } from "./wrapping.ts";

/** Every way in which a text with captures is wrapped here. */
export const wrappings: readonly Wrapping[] = [
  ...stringWrappings,
  ...prefixWrappings,
  ...delimitedWrappings,
  ...quotedPrintableWrappings,
  ...documentWrappings,
];
