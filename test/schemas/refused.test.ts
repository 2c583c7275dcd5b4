import { describe, expect, it } from "vitest";
import { type SchemaName, validated } from "../../src/index.ts";
import { sample as report } from "../reporters/sample-report.ts";
import { rollup } from "./sample-rollup.ts";

/** Maps, whose keys are anybody's or may be missing. */
const MAPS = /(?:^|\.)(?:byState|features|settings|captures)$/;
const OPTIONAL =
  /\.captures\[\d+\]\.state$|\.explainedBy$|\.findings\[\d+\]\.fingerprint$|\.hosts\[\d+\]\.fingerprints$|\.(?:actions|adapters|candidates)$/;

interface Place {
  readonly path: string;
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

describe.each([
  ["report", report],
  ["rollup", rollup],
] as const)("a %s", (name, whole) => {
  const copy: unknown = JSON.parse(JSON.stringify(whole));
  const places = [...placesIn({ whole: copy }, "")].slice(1);

  it.each([
    ["with a value of another kind", places, withAnotherKind],
    ["with a key too few", places.filter(isKeyNeeded), withoutKey],
    ["with a key too many", places.filter(isObject), withSurplus],
  ] as const)("%s is refused, wherever that is", async (_, chosen, damage) => {
    const accepted: string[] = [];
    for (const place of chosen) {
      const mend = damage(place);
      if (await isAccepted(name, copy)) accepted.push(place.path);
      mend();
    }
    expect(chosen.length).toBeGreaterThan(20);
    expect(accepted).toEqual([]);
    expect(await isAccepted(name, copy)).toBe(true);
  });
});

async function isAccepted(name: SchemaName, value: unknown): Promise<boolean> {
  return (await validated(name, value)).ok;
}

/** Every value within another one, with what holds it, from the outside in. */
function* placesIn(holder: Record<string, unknown>, path: string): Generator<Place> {
  for (const key of Object.keys(holder)) {
    const here = Array.isArray(holder) ? `${path}[${key}]` : `${path}.${key}`;
    yield { path: here, holder, key };
    const value = holder[key];
    // What JSON has beside plain values is objects and lists.
    if (typeof value === "object" && value !== null) yield* placesIn(value as Record<string, unknown>, here);
  }
}

function isMap({ path, holder, key }: Place): boolean {
  return MAPS.test(path) && !Array.isArray(holder[key]);
}

function isKeyNeeded({ path, holder }: Place): boolean {
  const above = path.slice(0, path.lastIndexOf("."));
  return !Array.isArray(holder) && !MAPS.test(above) && !OPTIONAL.test(path);
}

function isObject(place: Place): boolean {
  const value = place.holder[place.key];
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isMap(place);
}

/** Each of these damages the place and gives the way back. */
function withAnotherKind({ holder, key }: Place): () => void {
  const was = holder[key];
  holder[key] = Array.isArray(was) ? {} : typeof was === "object" && was !== null ? [] : [{}];
  return () => {
    holder[key] = was;
  };
}

function withoutKey({ holder, key }: Place): () => void {
  const was = holder[key];
  delete holder[key];
  return () => {
    holder[key] = was;
  };
}

function withSurplus({ holder, key }: Place): () => void {
  const value = holder[key];
  holder[key] = typeof value === "object" ? { ...value, surplus: 1 } : value;
  return () => {
    holder[key] = value;
  };
}
