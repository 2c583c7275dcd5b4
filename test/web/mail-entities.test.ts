import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { htmlEntities } from "../../src/web/mail-entities.ts";

const home = join(createRequire(import.meta.url).resolve("postal-mime/package.json"), "..");
const { htmlEntities: theirs } = await import(pathToFileURL(join(home, "dist/esm/html-entities.js")).href);

describe("entities of mail in the page", () => {
  it("are those of the table that they stand for", () => {
    expect(Object.keys(theirs).length).toBeGreaterThan(2000);
    expect(Object.fromEntries(Object.keys(theirs).map((name) => [name, htmlEntities[name]]))).toEqual(theirs);
  });

  it.each(["&notit;", "&notin", "&hearts", "&nothing;", "&#39;", "&#x80;", "&", "&;"])("have no %s", (name) => {
    expect([theirs[name], htmlEntities[name]]).toEqual([undefined, undefined]);
  });
});
