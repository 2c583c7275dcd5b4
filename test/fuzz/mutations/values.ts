import fc from "fast-check";
import { at, fraction } from "./mutation.ts";

/** What JSON is made of. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What becomes of one value in a document. */
type Edit = (value: Json, all: readonly Json[]) => Json;

const odd: readonly Json[] = [
  ...[null, true, false, 0, -1, 1, 0.5, 1e21, "", "0", [], {}, "__proto__", "constructor"],
  ...[
    "<script>",
    "\u001b[31m",
    "\u202e",
    "`|*_\n\r\n",
    "\u0000",
    "\ud800",
    "=1+1",
    "x".repeat(5000),
    "2024-01-15T10:22:33",
  ],
  ...["ok", "failed", "skipped", "established", "inHost", "enabled", "automatic", "2008R2", "netstat", "tcpGlobal"],
];

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...odd).map((value) => () => value) },
  {
    weight: 3,
    arbitrary: fraction.map((from) => (old: Json, all: readonly Json[]) => all[at(from, all.length)] ?? old),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(-1, 1, 1e6, -0.5)
      .map((more) => (old: Json) => (typeof old === "number" ? old + more : old)),
  },
  { weight: 1, arbitrary: fc.constant((old: Json) => (Array.isArray(old) ? [...old, ...old] : old)) },
  { weight: 1, arbitrary: fc.constant((old: Json) => (Array.isArray(old) ? old.slice(1) : old)) },
);

/** JSON with a few of its values replaced: still JSON, and often enough still of its schema. */
export function mutatedJson(documents: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(documents, fc.array(fc.tuple(fraction, edit), { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) => {
      const value = edits.reduce((json, [place, change]) => edited(json, place, change), JSON.parse(text) as Json);
      return Buffer.from(JSON.stringify(value, undefined, 1));
    });
}

/** The value with the one at the place, counted through all of them, changed. */
function edited(whole: Json, place: number, change: Edit): Json {
  const all = [...valuesIn(whole)];
  const target = at(place, all.length);
  let index = -1;
  const walk = (value: Json): Json => {
    index += 1;
    if (index === target) return change(value, all);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(walk);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(whole);
}

function* valuesIn(value: Json): Generator<Json> {
  yield value;
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) yield* valuesIn(inner);
}
