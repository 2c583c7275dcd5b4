import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { source } from "../../src/facts/sources.ts";
import { thresholdsWith } from "../../src/findings/config.ts";
import { evaluateFleet } from "../../src/findings/evaluate-fleet.ts";
import type { FleetObserved, FleetRule } from "../../src/findings/fleet-rule.ts";
import { fleetHost } from "../support/fleet.ts";

const context = { thresholds: thresholdsWith({}) };
const hosts = [fleetHost({ host: "A" }), fleetHost({ host: "B" })];

function rule(id: string, check: FleetRule["check"], about: Partial<FleetRule> = {}): FleetRule {
  return {
    id,
    severity: "warning",
    title: `Title of ${id}`,
    rationale: "",
    falseAlarms: "",
    remedy: "mend",
    references: [source("conclusion", "three at once")],
    needs: ["chimneyOffload", "os"],
    examples: { fails: { text: "" }, passes: { text: "" } },
    check,
    ...about,
  };
}

const seen = (message: string, about: Partial<FleetObserved> = {}): FleetObserved => ({
  message,
  hosts,
  at: [{ source: "a.txt", line: 1, text: "line" }],
  ...about,
});

const findings = (...rules: readonly FleetRule[]) => evaluateFleet(hosts, context, rules).findings;

describe("a rule on several hosts", () => {
  it("that is silent passes", () => {
    expect(findings(rule("a", () => []))).toMatchObject([
      { rule: "a", kind: "pass", message: "OK, does not apply: Title of a", hosts: [], remedy: null },
    ]);
  });

  it("has its remedy, or that of what it saw", () => {
    const [own, special] = findings(rule("a", () => [seen("one"), seen("two", { remedy: "own", rollback: "back" })]));
    expect(own).toMatchObject({ kind: "fail", severity: "warning", remedy: "mend", rollback: null });
    expect(special).toMatchObject({ remedy: "own", rollback: "back" });
  });

  it("that can't compare names what supplies what it needs, once", () => {
    expect(findings(rule("a", () => [seen("too few", { kind: "notEvaluated", at: [] })]))).toMatchObject([
      { kind: "notEvaluated", remedy: null, supply: ["netsh int tcp show global", "ver"] },
    ]);
  });

  it("that fails is told, with what it had found until then, and so is everything else", () => {
    const failing = rule("b", function* () {
      yield seen("found before");
      throw new Error("no such thing");
    });
    const { findings: found, failures } = evaluateFleet(hosts, context, [failing, rule("a", () => [])]);
    expect(failures).toEqual([{ rule: "b", message: "no such thing" }]);
    expect(found).toMatchObject([
      { rule: "b", kind: "fail", severity: "error", message: "The rule itself failed: no such thing" },
      { rule: "b", kind: "fail", severity: "warning", message: "found before" },
      { rule: "a", kind: "pass" },
    ]);
  });

  it("hears of the limits in force", () => {
    const limited = rule("a", (_, { thresholds }) => [seen(String(thresholds.hostsToCompare))]);
    const [found] = evaluateFleet(hosts, { thresholds: thresholdsWith({ hostsToCompare: 9 }) }, [limited]).findings;
    expect(found?.message).toBe("9");
  });
});

describe("findings between hosts are bounded", () => {
  it("in their number, and the last one says so", () => {
    const endless = rule("a", function* () {
      for (let at = 1; ; at += 1) yield seen(`found ${at}.`);
    });
    const found = findings(endless);
    expect(found).toHaveLength(50);
    expect(found.some(({ message }) => message === "found 50. There are more, not listed here.")).toBe(true);
  });

  it("in the lines and the hosts that they name; a line is quoted once", () => {
    const at = Array.from({ length: 1000 }, (_, line) => ({ source: "a.txt", line: line >> 1, text: "" }));
    const many = Array.from({ length: 1000 }, (_, number) => fleetHost({ host: `SRV${number}` }));
    const [found] = findings(rule("a", () => [seen("", { at, hosts: many })]));
    expect(found?.evidence.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, line) => line));
    expect(found?.hosts).toHaveLength(100);
  });
});

describe("the same hosts", () => {
  const several = ["A", "b", "C", "c", null, null].map((host, at) =>
    fleetHost({
      host,
      band: "2012R2",
      bundle: at % 2 === 0 ? null : `${at}.zip`,
      features: { cluster: at < 4 ? "on" : "off" },
      settings: {
        chimneyOffload: at < 4 ? "disabled" : "enabled",
        receiveSideScaling: at % 2 === 0 ? "enabled" : "disabled",
      },
    }),
  );

  it("give the same findings in any order", () => {
    const usual = evaluateFleet(several, context);
    expect(usual.findings.map(({ kind }) => kind)).toContain("fail");
    fc.assert(
      fc.property(fc.shuffledSubarray(several, { minLength: several.length }), (shuffled) => {
        expect(evaluateFleet(shuffled, context)).toEqual(usual);
      }),
    );
  });
});
