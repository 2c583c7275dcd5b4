import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/evaluate.ts";
import { analyze, type Finding } from "../../src/index.ts";
import { thresholdsWith } from "../../src/rules/config.ts";
import { rules } from "../../src/rules/index.ts";
import type { Example, Rule } from "../../src/rules/rule.ts";
import { root } from "../support/built.ts";

const folder = join(root, "src/rules");
const files = readdirSync(folder).filter((name) => /defineRule\(/.test(readFileSync(join(folder, name), "utf8")));
const ids = files.filter((name) => name !== "rule.ts").map((name) => name.replace(/\.ts$/, ""));

/** What the whole program finds in an example by the rule. */
async function findingsOf({ id }: Rule, { text, os, context, computerName }: Example): Promise<readonly Finding[]> {
  const report = await analyze(text, {
    ...(os !== undefined && { os }),
    ...(context !== undefined && { context }),
    ...(computerName !== undefined && { computerName }),
  });
  expect(report.diagnostics.filter(({ code }) => code === "rule-failed")).toEqual([]);
  return report.hosts.flatMap(({ findings }) => findings).filter(({ rule }) => rule === id);
}

describe("each rule's file", () => {
  it.each(ids)("%s is in the list, under its own name", (id) => {
    expect(rules.filter((rule) => rule.id === id)).toHaveLength(1);
  });

  it("is the only place of its rule", () => {
    expect(rules.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  it("is shown by its example, with the lines that show it", async () => {
    const found = await findingsOf(rule, rule.examples.fails);
    const shown = found.filter(({ kind }) => kind === "fail" || kind === "review");
    expect(found.map(({ kind, message, missing }) => ({ kind, message, missing }))).not.toEqual([]);
    expect(shown, JSON.stringify(found)).not.toEqual([]);
    for (const { evidence, message } of shown) {
      expect(evidence, message).not.toEqual([]);
      for (const { text } of evidence) expect(text, message).not.toBe("");
    }
  });

  it("is not shown by its other example", async () => {
    const found = await findingsOf(rule, rule.examples.passes);
    expect(found.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([expect.stringMatching(/^pass: /)]);
  });

  it("names what it needs and what supplies it, when nothing was captured", () => {
    const { findings } = evaluate({}, [rule], { thresholds: thresholdsWith({}) });
    const needs = rule.appliesTo === "any" ? rule.needs : [...new Set(["os", ...rule.needs])];
    expect(findings).toMatchObject([{ kind: "notEvaluated", missing: needs, evidence: [] }]);
    expect(findings[0]?.supply.filter((command) => /\S/.test(command))).not.toEqual([]);
  });

  it("says in words what it is about", () => {
    for (const text of [rule.title, rule.rationale, rule.falseAlarms]) expect(text.trim()).toMatch(/\S.{10}/s);
    for (const { title } of rule.references) expect(title).toMatch(/\S/);
  });
});
