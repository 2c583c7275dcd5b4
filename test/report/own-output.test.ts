import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/findings/index.ts";
import { isOwnOutput } from "../../src/report/index.ts";
import { defaultCsvOptions, plain, reporterNames, reporters } from "../../src/reporters/index.ts";
import { analyzed } from "../support/samples.ts";

const one = await analyzed(["samples/pastes/mail-of-the-readme.txt"]);
const two = await analyzed(["samples/worked-examples/1-kb-951037.txt", "samples/worked-examples/2-three-in-host.txt"]);

describe("what this program writes is known as its own, so that it is not read as a capture", () => {
  const details = ["full", "brief"] as const;
  const all = reporterNames.flatMap((name) => details.map((detail) => ({ name, detail })));

  it.each(all)("$name, $detail", async ({ name, detail }) => {
    const options = {
      version: "0.0.0",
      columns: 80,
      paint: plain,
      table: "connections",
      csv: defaultCsvOptions,
    } as const;
    for (const report of [one, two]) {
      const rendering = await reporters[name].open({ ...options, detail, catalogue: catalogue() });
      const text = rendering.opening + [...rendering.report(report)].join("");
      expect(isOwnOutput(text)).toBe(true);
    }
  });
});
