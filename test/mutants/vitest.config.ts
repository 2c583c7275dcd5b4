import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests that mutants are tried against: those that mirror the mutated rooms, in one process. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    setupFiles: ["test/support/setup.ts"],
    include: [
      "test/grammar/**/*.test.ts",
      "test/hosts/**/*.test.ts",
      "test/summary/**/*.test.ts",
      "test/findings/**/*.test.ts",
    ],
    exclude: ["test/**/*.process.test.ts", "test/**/*.browser.test.ts"],
    isolate: false,
    // A mutant that hangs is ended by the program that made it.
    testTimeout: 600_000,
  },
});
