import { defineConfig } from "vitest/config";
import everyday, { BROWSER, globalSetup } from "./vitest.config.ts";

/** `npm run soak`: all tests but those in a browser, with five times the examples, more inputs and more kills. */
export default defineConfig({
  ...everyday,
  test: {
    ...everyday.test,
    projects: [
      {
        extends: true,
        test: {
          name: "soak",
          include: ["test/**/*.test.ts"],
          exclude: [BROWSER],
          globalSetup,
          pool: "forks",
          env: { SOAK: "1" },
        },
      },
    ],
  },
});
