import { describe, expect, it } from "vitest";
import { findingsChanged } from "../../src/compare/finding-changes.ts";
import type { Finding, FindingKind } from "../../src/index.ts";

const nothing = {
  evidence: [],
  missing: [],
  supply: ["ver"],
  remedy: null,
  rollback: null,
  explainedBy: null,
} as const;

function finding(kind: FindingKind, message: string = kind, rule = "some-rule"): Finding {
  return { rule, kind, severity: "warning", message, ...nothing };
}

const fail = finding("fail");
const review = finding("review");
const open = finding("notEvaluated");
const pass = finding("pass");
const other = finding("notApplicable");

describe("what a rule says before and after", () => {
  it.each<[what: string, before: readonly Finding[], after: readonly Finding[], changes: readonly string[]]>([
    ["the same", [fail], [fail], []],
    ["in order, then wrong", [pass], [fail], ["new"]],
    ["not about this Windows, then wrong", [other], [fail], ["new"]],
    ["wrong, then in order", [fail], [pass], ["fixed"]],
    ["wrong, then not about this Windows", [fail], [other], ["fixed"]],
    ["worth a look, then wrong", [review], [fail], ["changed"]],
    ["wrong, then not to be told", [fail], [open], ["visibilityLost"]],
    ["in order, then not to be told", [pass], [open], ["visibilityLost"]],
    ["not to be told, then wrong", [open], [fail], ["visibilityGained"]],
    ["not to be told, then in order", [open], [pass], ["visibilityGained"]],
    ["not to be told, then not about this Windows", [open], [other], []],
    ["in order, then not about this Windows", [pass], [other], []],
    ["wrong, then not mentioned", [fail], [], ["visibilityLost"]],
    ["not mentioned, then wrong", [], [fail], ["visibilityGained"]],
    ["not mentioned, then in order", [], [pass], []],
    ["one thing wrong, then two", [fail], [fail, finding("fail", "b")], ["new"]],
    ["two things wrong, then the second", [finding("fail", "a"), fail], [fail], ["fixed"]],
    [
      "two things wrong, then one and one not to be told",
      [finding("fail", "a"), fail],
      [fail, open],
      ["visibilityLost"],
    ],
    ["in other words", [finding("fail", "1 of 4")], [finding("fail", "2 of 4")], ["changed"]],
  ])("%s", (_, before, after, changes) => {
    expect(findingsChanged(before, after).map(({ change }) => change)).toEqual(changes);
  });

  it("is told with what was said, and with what supplies it", () => {
    expect(findingsChanged([fail], [open])).toEqual([
      {
        rule: "some-rule",
        change: "visibilityLost",
        supply: ["ver"],
        before: { kind: "fail", severity: "warning", message: "fail" },
        after: { kind: "notEvaluated", severity: "warning", message: "notEvaluated" },
      },
    ]);
  });

  it("is told in the order of what matters", () => {
    const rules = (kinds: readonly FindingKind[]) => kinds.map((kind, at) => finding(kind, kind, `rule-${at}`));
    const changes = findingsChanged(
      rules(["fail", "fail", "fail", "notEvaluated", "pass"]),
      rules(["pass", "review", "notEvaluated", "fail", "fail"]),
    );
    expect(changes.map(({ change }) => change)).toEqual([
      "new",
      "visibilityGained",
      "visibilityLost",
      "changed",
      "fixed",
    ]);
  });
});
