import { describe, expect, it } from "vitest";
import { source } from "../../src/facts/sources.ts";
import { thresholds } from "../../src/facts/thresholds.ts";
import { thresholdFault, thresholdNames, thresholdsWith } from "../../src/findings/config.ts";
import { evaluate } from "../../src/findings/evaluate.ts";
import type { Observed, Rule } from "../../src/findings/rule.ts";
import type { Evidence, Fact } from "../../src/hosts/evidence/evidence.ts";

const place = (line: number, source = "a.txt") => ({ source, line, text: `line ${line}` });
const fact = <V>(value: V, line = 1): Fact<V> => ({ value, at: [place(line)] });

/** A rule that yields what a test says, if asked. */
function rule(id: string, yields: readonly Observed[], about: Partial<Rule> = {}): Rule {
  return {
    id,
    severity: "warning",
    title: `Title of ${id}`,
    rationale: "",
    falseAlarms: "",
    remedy: "mend it",
    references: [source("conclusion", "three at once")],
    appliesTo: "any",
    needs: ["chimneyOffload"],
    examples: { fails: { text: "" }, passes: { text: "" } },
    check: () => yields,
    ...about,
  };
}

const known: Partial<Evidence> = { chimneyOffload: fact("enabled") };
const findings = (rules: readonly Rule[], evidence = known) =>
  evaluate(evidence, rules, { thresholds: thresholdsWith({}) }).findings;
const seen = (message: string, about: Partial<Observed> = {}): Observed => ({ message, at: [place(1)], ...about });

const classKey = String.raw`reg query "HKLM\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s`;
const linkSpeeds = "wmic nic get Index,Name,NetConnectionID,Speed";

describe("what comes of a rule", () => {
  it("is a finding for each thing that it yields", () => {
    expect(findings([rule("a", [seen("one"), seen("two", { severity: "info", kind: "review" })])])).toEqual([
      {
        rule: "a",
        kind: "fail",
        severity: "warning",
        message: "one",
        evidence: [place(1)],
        missing: [],
        supply: [],
        remedy: "mend it",
        rollback: null,
        explainedBy: null,
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
      expect.objectContaining({ kind: "review", severity: "info", message: "two" }),
    ]);
  });

  it("is a pass when it yields nothing", () => {
    expect(findings([rule("a", [])])).toEqual([
      expect.objectContaining({ kind: "pass", message: "OK, does not apply: Title of a", remedy: null }),
    ]);
  });

  it("asks for no line again that a captured listing of this Windows no longer has", () => {
    // Any listing will do: the engine looks only at whether there is one.
    const listing = [{}] as unknown as Evidence["tcpGlobal"];
    const os = fact("1709+" as const);
    expect(findings([rule("a", [])], { os, tcpGlobal: listing })).toMatchObject([
      { kind: "notApplicable", supply: [] },
    ]);
    expect(findings([rule("a", [])], { os })).toMatchObject([{ kind: "notEvaluated", missing: ["chimneyOffload"] }]);
    const older = { os: fact("2012" as const), tcpGlobal: listing };
    expect(findings([rule("a", [])], older)).toMatchObject([{ kind: "notEvaluated", missing: ["chimneyOffload"] }]);
  });

  it("has remedy and rollback for the host, and the observation's own before those", () => {
    const mended = rule("a", [seen("general"), seen("special", { remedy: "own", rollback: "back" })], {
      remedy: (os) => `mend ${os}`,
      rollback: ({ chimneyOffload }) => `set ${chimneyOffload?.value}`,
    });
    expect(findings([mended], { ...known, os: fact("2008") })).toMatchObject([
      { remedy: "mend 2008", rollback: "set enabled" },
      { remedy: "own", rollback: "back" },
    ]);
  });

  it("is not known when what it yields is undecided: then the remedy is to capture more", () => {
    const undecided = rule("a", [seen("not to be told", { kind: "notEvaluated", remedy: "ver" })]);
    expect(findings([undecided])).toMatchObject([{ kind: "notEvaluated", supply: ["ver"], remedy: null, missing: [] }]);
  });

  it("hears of the limits in force", () => {
    const limited = rule("a", [], {
      *check(_, { thresholds: limits }) {
        yield seen(`${limits.leastConnections} ${limits.bulkShare}`);
      },
    });
    const context = { thresholds: thresholdsWith({ leastConnections: 9 }) };
    const { findings: found } = evaluate(known, [limited], context);
    expect(found[0]?.message).toBe(`9 ${thresholds.bulkShare.value}`);
  });
});

describe("a rule that can't be asked", () => {
  const never = () => {
    throw new Error("was asked");
  };
  const needing = (about: Partial<Rule>) => rule("a", [], { check: never, ...about });

  it("names what is missing, and what supplies it", () => {
    expect(findings([needing({ needs: ["chimneyOffload", "netstat", "taskOffload", "ipsec"] })])).toMatchObject([
      {
        kind: "notEvaluated",
        message: "Not checked (needs a netstat table, the setting taskOffload and whether ipsec is in use): Title of a",
        missing: ["netstat", "taskOffload", "ipsec"],
        supply: ["netstat -nato", "netsh int ip show global", "--context ipsec or --context no-ipsec"],
        evidence: [],
      },
    ]);
  });

  it.each([
    ["an unknown version of Windows", {}, "notEvaluated", ["os"]],
    ["another version of Windows", { os: fact("2003" as const, 7) }, "notApplicable", []],
  ])("because of %s", (_, more, kind, missing) => {
    const found = findings([needing({ appliesTo: ["2008", "2008R2"] })], { ...known, ...more });
    expect(found).toMatchObject([{ kind, missing, evidence: kind === "notApplicable" ? [place(7)] : [] }]);
  });

  it("is not applicable before anything is missing", () => {
    expect(findings([needing({ appliesTo: ["2008"] })], { os: fact("2003") })).toMatchObject([
      { kind: "notApplicable", missing: [] },
    ]);
  });

  it.each([
    ["chimneyOffload", "2008", ["netsh int tcp show global"]],
    ["chimneyOffload", "2003", ["reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters"]],
    ["windowScalingHeuristics", "2008", ["netsh int tcp show heuristics"]],
    ["networkDirect", "2012", ["Get-NetOffloadGlobalSetting"]],
    ["tcpGlobal", "2008", ["netsh int tcp show global"]],
    ["chimneyStats", "2003", []],
    ["adapters", "2003", [classKey, linkSpeeds, "ipconfig /all"]],
    ["adapters", "2008R2", [classKey, linkSpeeds, "ipconfig /all"]],
    ["adapters", "2012", ["Get-NetAdapterAdvancedProperty", "ipconfig /all"]],
    ["teaming", "2008R2", ["--context teaming or --context no-teaming"]],
    ["teaming", "2012R2", ["Get-NetLbfoTeam", "--context teaming or --context no-teaming"]],
    ["hotfixes", "2008", ["wmic qfe list"]],
    [
      "windows-firewall",
      "2003",
      ["netsh firewall show state", "--context windows-firewall or --context no-windows-firewall"],
    ],
    ["nlb", "2008", ["sc query type= all state= all", "--context nlb or --context no-nlb"]],
  ] as const)("for want of %s on %s is told %j", (need, os, supply) => {
    expect(findings([needing({ needs: [need] })], { os: fact(os) })).toMatchObject([{ supply }]);
  });
});

describe("a rule that fails", () => {
  it("is told, with what it had found until then, and so is everything else", () => {
    const failing = rule("b", [], {
      *check() {
        yield seen("found before");
        throw new Error("no such thing");
      },
    });
    const { findings: found, failures } = evaluate(known, [failing, rule("a", [])], { thresholds: thresholdsWith({}) });
    expect(failures).toEqual([{ rule: "b", message: "no such thing" }]);
    expect(found).toMatchObject([
      { rule: "b", kind: "fail", severity: "error", message: "The rule itself failed: no such thing" },
      { rule: "b", kind: "fail", severity: "warning", message: "found before" },
      { rule: "a", kind: "pass" },
    ]);
  });

  it.each([
    ["its remedy", { remedy: () => JSON.parse("") }],
    ["its rollback", { rollback: () => JSON.parse("") }],
  ])("in %s fails as well", (_, about) => {
    expect(findings([rule("a", [seen("one")], about)])).toMatchObject([{ kind: "fail", severity: "error" }]);
  });
});

describe("the order of findings", () => {
  it("is what is wrong, the worst of it first, then what is unknown, then what is well; then rule and place", () => {
    const rules = [
      rule("z-not-about-it", [], { appliesTo: ["2016"] }),
      rule("y-well", []),
      rule("x-unknown", [], { needs: ["netstat"] }),
      rule("w-to-review", [seen("", { kind: "review", severity: "error" })]),
      rule("d", [seen("", { severity: "info" })]),
      rule("c", [seen("")]),
      rule("b", [
        seen("b.txt", { at: [place(1, "b.txt")] }),
        seen("a.txt:10", { at: [place(10)] }),
        seen("a.txt:9", { at: [place(9)] }),
      ]),
      rule("a", [seen("", { severity: "error" })]),
    ];
    const inOrder = (list: readonly Rule[]) =>
      findings(list, { ...known, os: fact("2008") }).map(({ rule: id, message }) => (id === "b" ? message : id));
    const expected = [
      "a",
      "a.txt:9",
      "a.txt:10",
      "b.txt",
      "c",
      "d",
      "w-to-review",
      "x-unknown",
      "y-well",
      "z-not-about-it",
    ];
    expect(inOrder(rules)).toEqual(expected);
    expect(inOrder(rules.toReversed())).toEqual(expected);
  });
});

describe("findings are bounded", () => {
  it("in their number, and the last one says so", () => {
    const many = rule("a", [], {
      *check() {
        for (let line = 1; ; line += 1) yield seen(`found at ${line}.`, { at: [place(line)] });
      },
    });
    const found = findings([many]);
    expect(found).toHaveLength(50);
    expect(found.at(-2)?.message).toBe("found at 49.");
    expect(found.at(-1)?.message).toBe("found at 50. There are more, not listed here.");
  });

  it("in the lines that they quote", () => {
    const at = Array.from({ length: 1000 }, (_, line) => place(line));
    expect(findings([rule("a", [seen("", { at })])])[0]?.evidence).toHaveLength(20);
  });
});

describe("limits", () => {
  it("all have a value that they can have", () => {
    for (const name of thresholdNames) expect(thresholdFault(name, thresholds[name].value)).toBeUndefined();
  });

  it.each([
    ["leastConnections", -1],
    ["leastConnections", Number.NaN],
    ["leastConnections", Number.POSITIVE_INFINITY],
    ["bulkShare", 1.1],
  ] as const)("%s can't be %d", (name, value) => {
    expect(thresholdFault(name, value)).toMatch(/^(?:expects|it is) /);
  });
});
