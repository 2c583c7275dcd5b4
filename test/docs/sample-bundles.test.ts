import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sampleBundles } from "../support/bundles/sample-bundles.ts";
import { root } from "../support/samples.ts";
import { SAMPLE_BUNDLES } from "./sample-bundles.ts";

const folder = join(root, SAMPLE_BUNDLES);
const made = await sampleBundles();

it.each([...made.keys()])("%s is as npm run docs writes it", (name) => {
  expect(readFileSync(join(folder, name)).equals(made.get(name) ?? new Uint8Array())).toBe(true);
});

it("leaves no other bundle there", () => {
  const names = readdirSync(folder).filter((name) => !name.endsWith(".report.json"));
  expect(names.toSorted()).toEqual([...made.keys()].toSorted());
});

it("keeps them small", () => {
  const bytes = [...made.values()].reduce((sum, { length }) => sum + length, 0);
  expect(bytes).toBeLessThan(100_000);
});
