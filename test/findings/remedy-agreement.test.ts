import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze, type Finding } from "../../src/index.ts";
import { applied, type Step, stepsOf } from "../support/applied-remedies.ts";
import { root } from "../support/samples.ts";

const folder = join(root, "samples", "scenarios");
const scenarios = (await readdir(folder)).toSorted();

function scenario(name: string): { readonly text: string; readonly options: AnalyzeOptions } {
  const { options } = JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8")) as {
    options: AnalyzeOptions;
  };
  return { text: readFileSync(join(folder, name, "capture.txt"), "utf8"), options };
}

async function asking(text: string, options: AnalyzeOptions): Promise<readonly Finding[]> {
  const { hosts } = await analyze(text, options);
  return hosts.flatMap(({ findings }) => findings).filter(({ kind }) => kind === "fail" || kind === "review");
}

/** Pairs of findings that ask for different values of one thing. */
function disagreements(findings: readonly Finding[]): readonly string[] {
  const asked = findings.flatMap(({ rule, remedy }) => stepsOf(remedy ?? "").map((step) => ({ rule, ...step })));
  return asked.flatMap((one) =>
    asked
      .filter(({ key, value }) => key === one.key && value !== one.value)
      .map((other) => `${one.rule} wants ${one.key}=${one.value}, ${other.rule} ${other.value}`),
  );
}

describe("the steps that are read out of a remedy", () => {
  it.each<[string, readonly Step[]]>([
    [
      "`netsh int tcp set global chimney=disabled` or `Set-NetOffloadGlobalSetting`",
      [{ key: "chimney", value: "disabled" }],
    ],
    ["netsh int tcp set global initialRto=1000", [{ key: "initialrto", value: "1000" }]],
    ["`reg delete HKLM\\A /v KeepAliveTime /f`", [{ key: "keepalivetime", value: null }]],
    ["Unless this was set on purpose: `netsh int tcp set global chimney=automatic`.", []],
  ])("%s", (remedy, steps) => {
    expect(stepsOf(remedy)).toEqual(steps);
  });

  it("change the captures", () => {
    const text = "Chimney Offload State               : enabled\n    KeepAliveTime    REG_DWORD    0xffffffff\n";
    expect(applied(text, { key: "chimney", value: "disabled" })).toContain("State               : disabled");
    expect(applied(text, { key: "keepalivetime", value: null })).not.toContain("KeepAliveTime");
  });
});

describe("remedies agree with each other", () => {
  it.each(scenarios)("%s", async (name) => {
    const { text, options } = scenario(name);
    const before = await asking(text, options);
    expect(disagreements(before)).toEqual([]);
    for (const { rule, remedy, kind } of before) {
      const steps = stepsOf(remedy ?? "");
      const changed = steps.reduce(applied, text);
      if (changed === text) continue;
      const after = await asking(changed, options);
      // What was asked for settles the finding, and nobody asks to undo it.
      if (kind === "fail") expect(after.filter((one) => one.rule === rule && one.kind === "fail")).toEqual([]);
      const undoing = after.flatMap((one) =>
        stepsOf(one.remedy ?? "").filter(({ key, value }) =>
          steps.some((step) => step.key === key && step.value !== value),
        ),
      );
      expect({ rule, undoing }).toEqual({ rule, undoing: [] });
    }
  });
});
