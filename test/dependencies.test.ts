import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/built.ts";
import { packageImports, readTree } from "./support/imports.ts";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly license?: string }>>;
}

/** Licences that ask for nothing but to be named. */
const LICENCES = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)$/;

// Both files are npm's, and their shapes with them.
const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** What is installed with the program, whether it has to be there or not. */
const shippedNames = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
const lock: LockFile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

const tree = readTree(root, ["grammar", "src"]);
/** The parts that are put into the page and the command: what they are made of is in these when they are installed. */
const PUT_TOGETHER = /^src\/(?:batch|builds|cli|datasets|outputs|reporters|sources|web)\//;
/** Packages that the command loads as they are: threads run a file of the first, and the others need not be there. */
const LOADED = ["piscina", "libarchive-wasm", "node-sqlite3-wasm"];
const library = new Map([...tree].filter(([path]) => !PUT_TOGETHER.test(path)));
const rest = new Map([...tree].filter(([path]) => PUT_TOGETHER.test(path)));
const tests = readTree(root, ["test"]);

describe("packages", () => {
  const used = new Set([...packageImports(library).map(({ name }) => name), ...LOADED]);
  const usedInTests = new Set([...packageImports(tests), ...packageImports(rest)].map(({ name }) => name));

  it("are listed when they are imported", () => {
    expect([...used].filter((name) => name !== "node:" && !shippedNames.includes(name))).toEqual([]);
    const all = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
    // Types alone come from a package of their own.
    const isListed = (name: string) => name in all || `@types/${name}` in all;
    expect([...usedInTests].filter((name) => name !== "node:" && !isListed(name))).toEqual([]);
  });

  it("are used when they are listed", () => {
    // Declarations of the library name types of the packages they are made with.
    const isShippedType = (name: string) => used.has(name.replace(/^@types\//, ""));
    expect(shippedNames.filter((name) => !used.has(name) && !isShippedType(name))).toEqual([]);
    expect(Object.keys(manifest.devDependencies).filter((name) => !isUsedInDevelopment(name))).toEqual([]);
  });

  it("have licences that go with ours", () => {
    const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);
    expect(shipped.length).toBeGreaterThanOrEqual(Object.keys(manifest.dependencies).length);
    const others = shipped.filter(([, { license = "none" }]) => !LICENCES.test(license));
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  /** Imported by a test, run by a script, or types of something that is used. */
  function isUsedInDevelopment(name: string): boolean {
    const typed = /^@types\/(.+)$/.exec(name)?.[1];
    if (typed !== undefined) return typed === "node" || used.has(typed) || usedInTests.has(typed);
    const lockPath = join(root, "node_modules", name, "package.json");
    const { bin = {} }: { bin?: string | Record<string, string> } = JSON.parse(readFileSync(lockPath, "utf8"));
    const programs = typeof bin === "string" ? [basename(name)] : Object.keys(bin);
    const scripts = Object.values(manifest.scripts).flatMap((script) => script.split(/\s+/));
    return usedInTests.has(name) || programs.some((program) => scripts.includes(program));
  }
});
