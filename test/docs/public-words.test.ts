import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/samples.ts";
import { publicWordsFile } from "./public-words.ts";

it("src/redact/public-words.ts has the words of grammar and facts: npm run docs writes them", () => {
  expect(readFileSync(join(root, "src/redact/public-words.ts"), "utf8")).toBe(publicWordsFile(root));
});
