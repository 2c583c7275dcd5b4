import { rm } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";

/** Bundles tests with the mutated files, and gives the folder: a start that loads hundreds of files takes too long. */
export async function bundled(
  name: string,
  tests: readonly string[],
  files: ReadonlyMap<string, string>,
): Promise<string> {
  const root = process.cwd();
  // As deep below the root as the files of test/support, some of which ask where they lie.
  const dir = join(root, `dist/mutants-${name}`);
  await rm(dir, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: root,
    input: {
      setup: join(root, "test/support/setup.ts"),
      ...Object.fromEntries(tests.map((test) => [entryOf(test), join(root, test)])),
    },
    platform: "node",
    treeshake: false,
    // It keeps what the tests set for all of them.
    external: /^(?:node:|fast-check$)/,
    plugins: [
      {
        name: "mutated",
        resolveId: (id) => (id === "vitest" ? id : null),
        load: (id) => {
          if (id === "vitest")
            return "export const { afterAll, beforeAll, describe, expect, it } = globalThis.standIn;";
          const code = files.get(id.slice(root.length + 1));
          return code === undefined ? null : { code, moduleType: "ts" };
        },
      },
    ],
  });
  await bundle.write({ dir, format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "chunk-[name].cjs" });
  await bundle.close();
  return dir;
}

/** The name of a test's file in the folder. */
export function entryOf(test: string): string {
  return test.replace(/^test\/|\.test\.ts$/g, "").replaceAll("/", ".");
}
