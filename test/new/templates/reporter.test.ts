import { expect, it } from "vitest";
import { defaultCsvOptions, plain } from "../../../src/reporters/index.ts";
import { sample } from "../../reporters/sample-report.ts";
import { newName } from "./reporter.ts";

const options = { version: "1.2.3", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;

it("prints a line for each finding that is shown", async () => {
  const { opening, report } = await newName.open(options);
  const text = [opening, ...report(sample)].join("");
  const findings = sample.hosts.flatMap((host) => host.findings);
  const shown = findings.filter(({ kind }) => kind === "fail" || kind === "review");
  expect(text.trimEnd().split("\n")).toHaveLength(shown.length);
  for (const { rule } of shown) expect(text).toContain(` ${rule}: `);
});
