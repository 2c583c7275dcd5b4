import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze, type Rule, rules } from "../../src/index.ts";

const rule = "----------------------------------------------";
const global = `C:\\>netsh int tcp show global\nTCP Global Parameters\n${rule}\nReceive-Side Scaling State          : enabled\nChimney Offload State               : enabled\n\n`;
const table = `C:\\>netstat -nat\n\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           Offload State\n${[1, 2, 3, 4].map((at) => `  TCP    192.0.2.1:445          198.51.100.7:5000${at}     ESTABLISHED     InHost\n`).join("")}\n`;

async function hostOf(text: string, options: AnalyzeOptions) {
  const { hosts, diagnostics } = await analyze(text, options);
  const [host] = hosts;
  if (host === undefined) throw new Error("the text holds captures");
  return { host, diagnostics };
}

/** The kinds of the findings of one rule. */
async function outcome(id: string, options: AnalyzeOptions) {
  const { host } = await hostOf(global + table, options);
  return host.findings.filter((finding) => finding.rule === id).map(({ kind }) => kind);
}

describe("the report of a host", () => {
  it("holds the outcome of every rule, and a verdict", async () => {
    const { host } = await hostOf(global + table, { os: "2008" });
    expect(new Set(host.findings.map((finding) => finding.rule))).toEqual(new Set(rules.map(({ id }) => id)));
    expect(host.verdict?.statement).toMatch(/\S/);
    expect(host.os).toMatchObject({ band: "2008", basis: "option" });
  });

  it("heeds what was declared", async () => {
    expect(await outcome("coexist-nlb", { os: "2008" })).toEqual(["notEvaluated"]);
    expect(await outcome("coexist-nlb", { os: "2008", context: ["no-nlb"] })).toEqual(["pass"]);
    expect(await outcome("coexist-nlb", { os: "2008", context: ["nlb"] })).toEqual(["fail"]);
    expect(await outcome("coexist-nlb", { os: "2016", context: ["nlb"] })).toEqual(["notApplicable"]);
  });

  it("heeds limits", async () => {
    const id = "chimney-enabled-nothing-offloaded";
    expect(await outcome(id, { os: "2008" })).toEqual(["fail"]);
    expect(await outcome(id, { os: "2008", thresholds: { leastConnections: 5 } })).not.toContain("fail");
  });
});

describe("a rule that fails", () => {
  // The list is read-only to everybody but this test, which puts a bad rule in and takes it out again.
  const list = rules as Rule[];
  const [good] = rules;
  if (good === undefined) throw new Error("there are rules");

  beforeEach(() => {
    const check = () => {
      throw new Error("made to fail");
    };
    list.push({ ...good, id: "made-to-fail", appliesTo: "any", needs: ["chimneyOffload"], check });
  });
  afterEach(() => {
    list.pop();
  });

  it("is a finding and a diagnostic, and no other rule is silent for it", async () => {
    const { host, diagnostics } = await hostOf(global, {});
    expect(host.findings[0]).toMatchObject({ rule: "made-to-fail", kind: "fail", severity: "error" });
    expect(diagnostics).toMatchObject([
      { code: "rule-failed", severity: "error", source: "paste", message: expect.stringContaining("made to fail") },
    ]);
    expect(new Set(host.findings.map((finding) => finding.rule)).size).toBe(rules.length);
  });
});
