import { basename, dirname, join } from "node:path";
import { grammars, locales } from "../../grammar/index.ts";
import { nearMisses } from "../../grammar/near-misses/index.ts";
import { collectors } from "../../src/captures/collectors/index.ts";
import { fleetRules, rules } from "../../src/findings/rules/index.ts";
import { tables } from "../../src/report/tables/index.ts";
import { comparisonReporters } from "../../src/reporters/compare/index.ts";
import { reporters } from "../../src/reporters/index.ts";
import { formats } from "../../src/sources/archives/index.ts";
import { mends } from "../../src/text/mends/registry.ts";
import { wrappers } from "../../src/text/wrappers/registry.ts";

/** A list of things that are a file each: one that is not in it is there for nobody. */
export interface Registry {
  /** What one of them is called. */
  readonly what: string;
  /** Where their files are; a folder there is known by its `index.ts`. */
  readonly folder: string;
  /** Where somebody adds one, and what to add it to. */
  readonly home: string;
  readonly registered: readonly unknown[];
  /** True for an export that has to be registered. */
  readonly isOne: (value: unknown, path: string) => boolean;
  /** What its file is called, without ending; absent where that may be anything. */
  readonly file?: (one: never) => string;
}

const has =
  (...keys: readonly string[]) =>
  (value: unknown) =>
    typeof value === "object" && value !== null && keys.every((key) => key in value);

export const registries: readonly Registry[] = [
  {
    what: "kind of capture",
    folder: "grammar/kinds",
    home: "`grammars` in grammar/index.ts",
    registered: grammars,
    isOne: has("kind", "landmark", "read"),
    file: ({ kind }: { readonly kind: string }) => kebab(kind),
  },
  {
    what: "display language",
    folder: "grammar/locales",
    home: "`locales` in grammar/locales/index.ts",
    registered: locales,
    isOne: has("tag", "settings"),
    file: ({ tag }: { readonly tag: string }) => tag,
  },
  {
    what: "near miss",
    folder: "grammar/near-misses",
    home: "`nearMisses` in grammar/near-misses/index.ts",
    registered: nearMisses,
    isOne: has("name", "lacks", "run"),
  },
  {
    what: "collector",
    folder: "src/captures/collectors",
    home: "`collectors` in src/captures/collectors/index.ts",
    registered: collectors,
    isOne: has("name", "attribute"),
  },
  {
    what: "rule",
    folder: "src/findings/rules",
    home: "one of the lists in src/findings/rules/lists/",
    registered: [...rules, ...fleetRules],
    isOne: has("id", "check", "examples"),
    file: ({ id }: { readonly id: string }) => id,
  },
  {
    what: "table",
    folder: "src/report/tables",
    home: "`tables` in src/report/tables/index.ts",
    registered: tables,
    isOne: has("name", "columns", "records"),
    file: ({ name }: { readonly name: string }) => name,
  },
  {
    what: "reporter",
    folder: "src/reporters",
    home: "`reporters` in src/reporters/index.ts",
    registered: Object.values(reporters),
    isOne: has("name", "open"),
    file: ({ name }: { readonly name: string }) => name,
  },
  {
    what: "format of comparisons",
    folder: "src/reporters/compare",
    home: "`comparisonReporters` in src/reporters/compare/index.ts",
    registered: Object.values(comparisonReporters),
    isOne: has("name", "render"),
    file: ({ name }: { readonly name: string }) => name,
  },
  {
    what: "format of archives",
    folder: "src/sources/archives",
    home: "`formats` in src/sources/archives/index.ts",
    registered: formats,
    isOne: has("name", "matches", "members"),
  },
  {
    what: "mend",
    folder: "src/text/mends",
    home: "`mends` in src/text/mends/registry.ts",
    registered: mends,
    isOne: (value, path) => typeof value === "function" && !/\/(?:index|mend|registry)\.ts$/.test(path),
  },
  {
    what: "wrapper",
    folder: "src/text/wrappers",
    home: "`wrappers` in src/text/wrappers/registry.ts",
    registered: wrappers,
    isOne: has("mayHold", "begin"),
  },
];

/** What is wrong with the files of a registry, each with what to do about it. */
export async function faultsOf(registry: Registry, root: string, paths: Iterable<string>): Promise<readonly string[]> {
  const { what, folder, home, registered, isOne, file } = registry;
  const files = [...paths].filter((path) => dirname(unitOf(path)) === folder && !path.endsWith(".d.ts"));
  const modules = await Promise.all(files.map(async (path) => ({ path, values: await exportsOf(join(root, path)) })));
  const found = modules.flatMap(({ path, values }) =>
    [...new Set(values)].filter((value) => isOne(value, path)).map((value) => ({ path, value })),
  );
  const homes = new Map(found.map(({ path, value }) => [value, path]));
  const missing = found
    .filter(({ value }) => !registered.includes(value))
    .map(({ path }) => `${path} is a ${what} and in no list: add it to ${home}`);
  const twice = registered
    .filter((one, at) => registered.indexOf(one) !== at)
    .map((one) => `${homes.get(one)} is listed twice: take one line out of ${home}`);
  const misnamed = registered.flatMap((one) => {
    const [path, name] = [homes.get(one), file?.(one as never)]; // the registry knows what it holds
    if (path === undefined || name === undefined || basename(unitOf(path)).replace(/\.tsx?$/, "") === name) return [];
    return [`${path} holds the ${what} ${name}: call the file ${name}, or give the ${what} the name of its file`];
  });
  return [...missing, ...twice, ...misnamed];
}

async function exportsOf(path: string): Promise<readonly unknown[]> {
  const module: object = await import(path);
  return Object.values(module);
}

/** The file, or the folder that it is the door of. */
function unitOf(path: string): string {
  return path.endsWith("/index.ts") ? dirname(path) : path;
}

/** `netDmaStats` as the name of a file. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
