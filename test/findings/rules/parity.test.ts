import { describe, expect, it } from "vitest";
import { thresholdsWith } from "../../../src/findings/config.ts";
import { evaluate } from "../../../src/findings/evaluate.ts";
import { evaluateFleet } from "../../../src/findings/evaluate-fleet.ts";
import { type Example, NO_COMMAND } from "../../../src/findings/rule.ts";
import { fleetRules, rules } from "../../../src/findings/rules/index.ts";
import { analyze, type Finding } from "../../../src/index.ts";
import { allFindings } from "../../../src/reporters/shown.ts";

const all = [...rules, ...fleetRules];
const context = { thresholds: thresholdsWith({}) };

/** What the whole program finds in an example by the rule. */
async function findingsOf(id: string, { text, os, context, computerName }: Example): Promise<readonly Finding[]> {
  const report = await analyze(text, {
    ...(os !== undefined && { os }),
    ...(context !== undefined && { context }),
    ...(computerName !== undefined && { computerName }),
  });
  expect(report.diagnostics.filter(({ code }) => code === "rule-failed")).toEqual([]);
  return allFindings(report).filter(({ rule }) => rule === id);
}

describe.each(all.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  it("is shown by its example, with the lines that show it", async () => {
    const found = await findingsOf(rule.id, rule.examples.fails);
    const said = found.map(({ kind, message }) => `${kind}: ${message}`);
    expect(said).toContainEqual(expect.stringMatching(/^(?:fail|review): /));
    for (const { evidence, message, remedy, rollback } of found.filter(({ kind }) => kind !== "notEvaluated")) {
      expect([remedy, rollback], "src/facts/commands.ts has no command for the setting").not.toContain(NO_COMMAND);
      expect(evidence, message).not.toEqual([]);
      for (const { text } of evidence) expect(text, message).not.toBe("");
    }
  });

  it("is not shown by its other example", async () => {
    const found = await findingsOf(rule.id, rule.examples.passes);
    expect(found.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([expect.stringMatching(/^pass: /)]);
  });

  it("says in words what it is about", () => {
    for (const text of [rule.title, rule.rationale, rule.falseAlarms]) expect(text.trim()).toMatch(/\S.{10}/s);
    for (const { title } of rule.references) expect(title).toMatch(/\S/);
  });
});

describe("for want of captures", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))("%s names what it needs and what supplies it", (_, rule) => {
    const { findings } = evaluate({}, [rule], context);
    const needs = rule.appliesTo === "any" ? rule.needs : [...new Set(["os", ...rule.needs])];
    expect(findings).toMatchObject([{ kind: "notEvaluated", missing: needs, evidence: [] }]);
    expect(findings[0]?.supply.filter((command) => /\S/.test(command))).not.toEqual([]);
  });

  it.each(fleetRules.map((rule) => [rule.id, rule] as const))("%s names what supplies it of each host", (_, rule) => {
    const { findings } = evaluateFleet([], context, [rule]);
    expect(findings).toMatchObject([{ kind: "notEvaluated", evidence: [], hosts: [] }]);
    expect(findings[0]?.supply.filter((command) => /\S/.test(command))).not.toEqual([]);
  });
});
