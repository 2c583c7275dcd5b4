import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/built.ts";
import { withBatchDemo } from "./batch-demo.ts";

it("the README shows what a batch over the sample bundles says today (npm run docs writes it)", async () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(readme).toBe(await withBatchDemo(readme, root));
});
