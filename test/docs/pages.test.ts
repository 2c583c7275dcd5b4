import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/built.ts";
import { written } from "./pages.ts";

it.each(written.map(({ path, write }) => [path, write] as const))(
  "%s is as npm run docs writes it",
  async (path, write) => {
    const text = readFileSync(join(root, path), "utf8");
    expect(text).toBe(await write(text, root));
  },
);

it("the README is read in a few minutes", () => {
  // 150 lines, and room for a row of the next formats.
  expect(readFileSync(join(root, "README.md"), "utf8").split("\n").length).toBeLessThanOrEqual(155);
});
