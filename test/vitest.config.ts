import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { THOROUGH } from "./support/soak.ts";

/** Stops a test that hangs. No test may need it: on a busy machine everything takes many times as long. */
const HANGING = 20 * 60_000;

const PROCESS = "test/**/*.process.test.ts";
export const BROWSER = "test/**/*.browser.test.ts";

/** Builds what the tests run, once and only if it is out of date; not at all when none of them is asked for. */
export const globalSetup = "test/support/fresh-build.ts";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    setupFiles: ["test/support/setup.ts"],
    // Also on two cores, of which one would be left free otherwise.
    maxWorkers: "100%",
    testTimeout: HANGING,
    hookTimeout: HANGING,
    tags: [
      { name: THOROUGH, description: "the breadth: other versions of Node, many inputs, every place of an obstacle" },
    ],
    // What is compiled of a file is kept until the file changes.
    experimental: { fsModuleCache: true },
    // Tests share the modules they import: loading those for each file takes longer than the tests.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: [PROCESS, BROWSER], pool: "threads" },
      },
      { extends: true, test: { name: "process", include: [PROCESS], globalSetup, pool: "forks" } },
      { extends: true, test: { name: "browser", include: [BROWSER], globalSetup, pool: "forks" } },
    ],
  },
});
