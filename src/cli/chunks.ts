import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { Script } from "node:vm";

/** What a chunk exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** Hands out what the chunks of one folder export, each run once, when it is first asked for. */
export type LoadChunk = (name: string) => Exports;

/** The functions that CommonJS gives to every file. */
type Body = (
  exports: object,
  require: (name: string) => unknown,
  module: { exports: object },
  filename: string,
) => void;

/**
 * A loader of the files that the build made of the command. It does what `require` does, and starts with the code that
 * V8 compiled when they were built (`.compiled` beside each): compiling is most of what a start would cost. V8 refuses
 * the code of another version of itself; then it compiles as usual. No chunk may hold an `import()`: such a script has
 * nothing to import with.
 */
export function chunksIn(folder: string, compiled?: (file: string, script: Script) => void): LoadChunk {
  const modules = new Map<string, { exports: object }>();
  const fromPackages = createRequire(join(folder, "chunk.js"));
  const load = (name: string): Exports => {
    const file = join(folder, basename(name));
    const loaded = modules.get(file);
    if (loaded !== undefined) return loaded.exports as Exports; // what a chunk exports is an object with names
    const module = { exports: {} };
    modules.set(file, module);
    const script = scriptOf(file);
    compiled?.(file, script);
    const require = (wanted: string): unknown => (wanted.startsWith(".") ? load(wanted) : fromPackages(wanted));
    const run: Body = script.runInThisContext();
    run(module.exports, require, module, file);
    return module.exports as Exports;
  };
  return load;
}

/** The name of the file with the code that V8 made of a chunk. */
export function compiledName(file: string): string {
  return `${file}.compiled`;
}

function scriptOf(file: string): Script {
  const text = readFileSync(file, "utf8");
  const cachedData = compiledCode(file);
  return new Script(`(function (exports, require, module, __filename) {${text}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
}

function compiledCode(file: string): Buffer | undefined {
  try {
    return readFileSync(compiledName(file));
  } catch {
    return undefined;
  }
}
