import { describe, expect, it } from "vitest";
import { loadProgram } from "../../src/cli/program.ts";
import { verdictMeanings } from "../../src/findings/index.ts";
import { catalogue, glossary } from "../../src/index.ts";
import { run } from "./run.ts";

const load = loadProgram;
const anyRule = catalogue()[0];
if (anyRule === undefined) throw new Error("there are rules");

describe("rules --grounding", () => {
  it("lists what rests on conclusions or captures alone, and no document", async () => {
    const { code, out } = await run(["rules", "--grounding"], { load });
    expect(code).toBe(0);
    expect(out).toMatch(/^close-wait-leak \(nothing else supports it\)\n {2}inferred, how many are too many: So many/m);
    expect(out).toMatch(/^sack-bug-2525390\n {2}inferred, that title and number/m);
    expect(out).not.toContain("KB 951037");
    expect((await run(["rules", "--grounding", "--format", "json"], { load })).code).toBe(2);
  });
});

describe("rules", () => {
  it("lists every rule with its severity and title", async () => {
    const { code, out, err } = await run(["rules"], { load });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const { id, title } of catalogue()) {
      expect(out).toContain(`${id} (`);
      expect(out.replace(/\s+/g, " ")).toContain(title);
    }
  });

  it("gives the whole catalogue as JSON", async () => {
    const { out } = await run(["rules", "--format", "json"], { load });
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      tool: { name: "chimneysweep", version: expect.any(String) },
      rules: JSON.parse(JSON.stringify(catalogue())),
    });
  });

  it.each([
    [["rules", "--format", "csv"], "--format csv: not one of text, json."],
    [["rules", "--table", "findings"], "--table can't be used with rules, which takes --format, --output, --grounding"],
    [["rules", "rss"], "did you mean chimneysweep explain rss?"],
    [["rule"], "there is no command or file rule; did you mean rules?"],
    [["rules", "-o", "rules.csv"], "--output rules.csv: csv can't be written here; end the name in .txt, .json"],
    [["rules", "--grounding", "-o", "rules.json"], "--grounding prints text"],
  ])("%j is refused", async (argv, message) => {
    const { code, out, err } = await run(argv, { load });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});

describe("explain", () => {
  it.each(catalogue().map(({ id }) => id))(
    "%s: why, what to do, sources, an example and what comes of it",
    async (id) => {
      const { code, out, err } = await run(["explain", id], { load });
      expect({ code, err }).toEqual({ code: 0, err: "" });
      const titles = [
        "Why",
        "On which Windows",
        "What it needs",
        "What to do",
        "To take it back",
        "False alarms",
        "Sources",
      ];
      for (const title of [...titles, "What comes of it"]) expect(out).toContain(`\n${title}\n`);
      expect(out.slice(out.indexOf("What comes of it"))).toMatch(/^ {2}(?:error|warning|info|review): /m);
    },
  );

  it.each(glossary.map(({ name }) => name))("%s: what it means and where that is said", async (name) => {
    const { code, out } = await run(["explain", ...name.split(" ")], { load });
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${name}\\b`));
    expect(out).toContain("\nSources\n");
  });

  it.each(["in host", "INHOST", "TOE", "Direct Cache Access", "tcp chimney offload"])("finds %s", async (spelling) => {
    expect((await run(["explain", ...spelling.split(" ")], { load })).code).toBe(0);
  });

  it("never calls documented what was only observed or concluded", async () => {
    const { out } = await run(["explain", "DCA"], { load });
    const said = out.replace(/\s+/g, " ");
    expect(said).toContain("Captured output of the commands, values of untouched hosts (observed, not documented): ");
    expect(said).toContain("no document states it, that DCA needs NetDMA (not documented): ");
  });

  it.each([
    [["explain"], "explain what? chimneysweep rules lists the rules; the terms are InHost, Offloading,"],
    [["explain", `${anyRule.id}x`], `did you mean ${anyRule.id}?`],
    [["explain", "Inhsot"], "did you mean InHost?"],
    [["explain", "klingon"], "there is no rule or term klingon; chimneysweep rules lists the rules"],
    [["explain", "InHost", "--format", "json"], "--format can't be used with explain, which takes --os, --output"],
    [
      ["explain", "InHost", "-o", "InHost.html"],
      "--output InHost.html: html can't be written here; end the name in .txt",
    ],
  ])("%j is refused", async (argv, message) => {
    const { code, out, err } = await run(argv, { load });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  it("names the rules that a word is a part of", async () => {
    const { err } = await run(["explain", anyRule.id.slice(0, 11)], { load });
    expect(err).toContain(anyRule.id);
  });

  it.each([
    ["chimneyDisabled", "Chimney is disabled in Windows."],
    ["automaticnothingoffloaded", "In automatic mode that is normal"],
    ["[tooFew]", "too few"],
    ["eligible", "whose state and ends allow offloading"],
    ["small sample", "without decimals"],
    ["95 % interval", "Wilson"],
    ["review", "cannot decide"],
    ["note", "needs no action"],
    ["KB2525390", "SACK"],
    ["948496", "turns the features of the pack off"],
    ["hyper-v", "Hyper-V is compatible with Chimney"],
    ["nlb", "not compatible"],
    ["Network Load Balancing", "not compatible"],
    ["wlbs", "not compatible"],
    ["PolicyAgent", "IPsec"],
    ["vmms", "Hyper-V"],
    ["iis", "No document says whether it works with Chimney"],
  ])("%s", async (asked, part) => {
    const { code, out, err } = await run(["explain", ...asked.split(" ")], { load });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.replace(/\s+/g, " ")).toContain(part);
  });

  it("says of a feature what holds on the version that is asked for", async () => {
    const { out } = await run(["explain", "hyperv", "--os", "2008"], { load });
    expect(out).toContain("Windows Server 2008 or Vista: No");
    expect(out).not.toContain("2008 R2");
    expect((await run(["explain", "hyperv", "--os", "2016"], { load })).out).toContain("No document says");
  });

  it("knows every verdict, with nothing left open in what it says", async () => {
    for (const { code, statements } of verdictMeanings()) {
      expect(statements.length, code).toBeGreaterThan(0);
      expect(statements.join(" "), code).not.toMatch(/[{}]/);
      expect((await run(["explain", code], { load })).code).toBe(0);
    }
  });
});
