import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/built.ts";
import { withDemo } from "./demo.ts";

it("the README begins with a capture and the report it gives today (npm run docs writes it)", async () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(readme).toBe(await withDemo(readme, root));
});
