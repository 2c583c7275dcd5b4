import { expect, it } from "vitest";
import { defaultCsvOptions, plain, reporters } from "../../src/reporters/index.ts";
import { analysed } from "../support/analysed.ts";

const rows = ["Receive-Side Scaling State          : enabled", "Fast Open Fallback                  : enabled"];
const global = `TCP Global Parameters\n----------------------------------------------\n${rows.join("\n")}\n`;
const usual = { version: "", columns: 200, paint: plain, table: "connections", csv: defaultCsvOptions } as const;

it.each(["text", "markdown", "html"] as const)("%s says which Windows it is at least", async (format) => {
  const { report } = await analysed(global);
  const { report: print } = await reporters[format].open(usual);
  expect([...print(report)].join("")).toMatch(/not known|unknown/);
  expect([...print(report)].join("")).toContain(", but at least Windows Server 2016");
});
