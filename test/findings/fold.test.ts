import { describe, expect, it } from "vitest";
import { osBands } from "../../src/facts/os-bands.ts";
import { emptyFinding, type Finding } from "../../src/findings/finding.ts";
import { folded, impliedBy } from "../../src/findings/fold.ts";
import type { Rule } from "../../src/findings/rule.ts";
import { rules } from "../../src/findings/rules/index.ts";
import { analyze } from "../../src/index.ts";

const finding = (rule: string, about: Partial<Finding> = {}): Finding => ({
  ...emptyFinding({ id: rule, severity: "warning" }),
  kind: "fail",
  message: rule,
  remedy: "mend it",
  ...about,
});

const rule = (id: string, about: Partial<Rule>): Rule =>
  ({ ...rules[0], id, impliedBy: [], saidBy: [], ...about }) as Rule;

const chain = [
  rule("a", {}),
  rule("b", { impliedBy: ["a"] }),
  rule("c", { impliedBy: ["b"], saidBy: ["chimneyDisabled"] }),
];

describe("one fact is one finding", () => {
  it("is folded into what explains it in the end, as a review without a remedy", () => {
    const found = folded(
      ["a", "b", "c"].map((id) => finding(id)),
      chain,
      undefined,
      undefined,
    );
    expect(found).toMatchObject([
      { rule: "a", kind: "fail", explainedBy: null, remedy: "mend it" },
      { rule: "b", kind: "review", explainedBy: "a", remedy: null },
      { rule: "c", kind: "review", explainedBy: "a", remedy: null },
    ]);
  });

  it("is folded into the verdict where that says it, and by no finding that passes", () => {
    const others = [finding("a", { kind: "pass" }), finding("c")];
    expect(folded(others, chain, "chimneyDisabled", undefined)[0]).toMatchObject({ rule: "c", explainedBy: "verdict" });
    expect(folded(others, chain, "tooFew", undefined)[0]).toMatchObject({ rule: "c", explainedBy: null, kind: "fail" });
  });
});

describe("what rules declare", () => {
  const ids = new Set(rules.map(({ id }) => id));

  it.each(rules.map((one) => [one.id, one] as const))(
    "%s is implied by rules that exist, and not by itself",
    (id, one) => {
      for (const os of [undefined, ...osBands]) {
        for (const cause of impliedBy(one, os)) expect(ids).toContain(cause);
        expect(causesOf(id, os)).not.toContain(id);
      }
    },
  );

  /** All rules that a rule follows from, over others too. */
  function causesOf(id: string, os: (typeof osBands)[number] | undefined): readonly string[] {
    const seen = new Set<string>();
    const walk = (one: string) => {
      const known = rules.find((other) => other.id === one);
      for (const cause of known === undefined ? [] : impliedBy(known, os)) {
        if (seen.has(cause)) continue;
        seen.add(cause);
        walk(cause);
      }
    };
    walk(id);
    return [...seen];
  }
});

describe("a host with Network Load Balancing", () => {
  const text = `C:\\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled

C:\\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
${[1, 2, 3, 4, 5].map((at) => `  TCP    192.0.2.10:443         198.51.100.${at}:50012     ESTABLISHED     InHost`).join("\n")}
`;

  it("has one finding", async () => {
    const { hosts } = await analyze(text, { os: "2008R2", context: ["nlb"] });
    const live = hosts[0]?.findings.filter(({ kind }) => kind === "fail" || kind === "review") ?? [];
    expect(live.filter(({ explainedBy }) => explainedBy === null).map(({ rule: id }) => id)).toEqual(["coexist-nlb"]);
    expect(live.filter((one) => one.explainedBy === "coexist-nlb").map(({ rule: id }) => id)).toEqual([
      "chimney-enabled-2008r2",
      "chimney-enabled-nothing-offloaded",
      "chimney-nondefault-for-os",
      "netdma-and-chimney-both-on",
      "netdma-on-chimney-nothing-offloaded",
    ]);
  });
});
