import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grammars, locales } from "../grammar/index.ts";
import { attribute, collectors } from "../src/captures/collectors/index.ts";
import { reporterNames } from "../src/reporters/index.ts";
import { root } from "./support/built.ts";
import { srv01, type TestBundle } from "./support/bundles/bundle.ts";
import { layouts, smallLayouts } from "./support/bundles/layouts.ts";
import { filesBelow, readTree } from "./support/imports.ts";
import { faultsOf, kebab, registries } from "./support/registries.ts";

// Whoever adds something adds a file, and is told here what is still to do. `npm run new` does all of it.

const house = readTree(root, ["grammar", "src"]);
const tests = readTree(root, ["test"]);
const read = (path: string) => readFileSync(join(root, path), "utf8");
const recognised = read("grammar/README.md");
const bundles = read("src/captures/collectors/README.md");
const readme = read("README.md");
const reports = filesBelow(root, "samples").filter((path) => path.endsWith(".report.json"));
const reported = reports.map(read);

/** Fails with what to do, in words. */
function expectDone(isDone: boolean, whatToDo: string): void {
  expect(isDone ? "done" : whatToDo).toBe("done");
}

describe("what is a file each is registered, under the name of its file", () => {
  it.each(registries.map((registry) => [registry.what, registry] as const))("every %s", async (_, registry) => {
    expect(await faultsOf(registry, root, house.keys())).toEqual([]);
  });
});

describe("every kind of capture", () => {
  it.each(grammars.map((grammar) => [grammar.kind, grammar] as const))("%s", (kind, { command }) => {
    const test = `test/grammar/kinds/${kebab(kind)}.test.ts`;
    expectDone(tests.has(test), `${kind} has no tests: write ${test}`);
    const isShown = reported.some((text) => text.includes(`"kind": "${kind}"`));
    expectDone(isShown, `no sample is a ${kind}: put one into samples/, and run npm test -- test/samples -u`);
    const isNamed = recognised.includes(lastWordsOf(command));
    expectDone(isNamed, `grammar/README.md does not name ${command}: run npm run docs`);
  });
});

describe("every display language", () => {
  it.each(locales.map((locale) => [locale.tag, locale] as const))("%s", (tag, { language }) => {
    const isShown = reported.some((text) => text.includes(`"locale": "${tag}"`));
    expectDone(isShown, `no sample is in ${tag}: put one into samples/languages/, and run npm test -- test/samples -u`);
    const named = /^Languages: [^.]*/m.exec(recognised)?.[0] ?? "";
    const [plain = language] = /^\w+/.exec(language) ?? [];
    expectDone(named.includes(plain), `grammar/README.md does not name ${plain}: add it to the sentence "Languages:"`);
  });
});

describe("every collector", () => {
  const known = new Set(
    [...layouts, ...smallLayouts].flatMap(([, layout]) => filesOf(layout(srv01)).map(([, by]) => by)),
  );

  it.each(collectors.map(({ name }) => name))("%s", (name) => {
    expectDone(known.has(name), `no file in test/support/bundles/ is of ${name}: add its layout to layouts.ts there`);
    const isNamed = bundles.includes(name);
    expectDone(isNamed, `src/captures/collectors/README.md does not name ${name}: add it to the table`);
  });
});

describe("every reporter", () => {
  it.each(reporterNames)("%s", (name) => {
    const isTested = [...tests].some(
      ([path, text]) =>
        (path.startsWith("test/reporters/") && text.includes(`"${name}"`)) || path.endsWith(`/${name}.test.ts`),
    );
    expectDone(isTested, `${name} has no tests: write test/reporters/${name}.test.ts`);
    expectDone(readme.includes(`--format ${name}`) || readme.includes(name), `README.md does not name ${name}`);
  });
});

/** The text files of a bundle, each with the collector that they are taken to be of. */
function filesOf({ name, files }: TestBundle, around = "cases/"): readonly (readonly [string, string | undefined])[] {
  return files.flatMap((file) => {
    const path = `${around}${name}.zip!${file.path}`;
    if ("inner" in file) return filesOf(file.inner, `${path}!`);
    return "text" in file ? [[path, attribute(path, file.text)?.collector] as const] : [];
  });
}

/** The table of captures names families of commands once: the last two words are what tells one from another. */
function lastWordsOf(command: string): string {
  return command.split(" ").slice(-2).join(" ");
}
