import fc from "fast-check";
import { damagedSession, session } from "../../support/generators.ts";
import { mangledText } from "../../support/mangled.ts";
import { textOf } from "../../support/printed.ts";
import { collected } from "../collected.ts";
import { texts } from "../corpus.ts";
import type { Input } from "../target.ts";
import { byteMutations } from "./bytes.ts";
import { encodingMutations } from "./encodings.ts";
import { lineMutations } from "./lines.ts";
import { MOST_BYTES, type Mutation } from "./mutation.ts";
import { tokenMutations } from "./tokens.ts";

export { byteMutations } from "./bytes.ts";
export { MOST_BYTES, type Mutation } from "./mutation.ts";
export { tokenMutations } from "./tokens.ts";

/** Anything that happens to text. Encodings seldom: hardly anything is recognised behind two of them. */
const anyMutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: byteMutations },
  { weight: 5, arbitrary: lineMutations },
  { weight: 8, arbitrary: tokenMutations },
  { weight: 1, arbitrary: encodingMutations },
);

const sample = fc.constantFrom(...texts).map(({ bytes }) => Buffer.from(bytes));
const file = fc.constantFrom(...collected).map(({ bytes }) => Buffer.from(bytes));

/** What mutations begin with: mostly samples, and sessions and tables of the generators that the properties are tested with. */
const unharmed: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 8, arbitrary: sample },
  { weight: 3, arbitrary: file },
  { weight: 2, arbitrary: fc.tuple(sample, sample).map((both) => Buffer.concat(both)) },
  { weight: 2, arbitrary: session.map((lines) => Buffer.from(textOf(lines))) },
  { weight: 1, arbitrary: damagedSession.map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: mangledText.map((text) => Buffer.from(text)) },
);

/** Bytes of text that did not survive its journey unharmed. */
export const mutatedText: fc.Arbitrary<Uint8Array> = mutated(unharmed, anyMutation);

/** The bytes with a few mutations one after the other. */
export function mutated(start: fc.Arbitrary<Buffer>, mutation: fc.Arbitrary<Mutation>): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(start, fc.array(mutation, { minLength: 1, maxLength: 5 }))
    .map(([bytes, all]) => all.reduce((input, one) => one(input).subarray(0, MOST_BYTES), bytes));
}

/** Inputs of a target that chooses by number. */
export function inputsOf(bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Input> {
  return fc.record({ bytes, choice: fc.noBias(fc.nat(999)) });
}
