import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { linesOfKeys } from "../../src/cli/config.ts";
import { run } from "./run.ts";

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "chimneysweep-"));
});
afterAll(() => rm(cwd, { recursive: true }));
beforeEach(async () => {
  for (const name of [".chimneysweeprc.json", "chimneysweep.config.json", "own.json"])
    await rm(join(cwd, name), { force: true });
});

describe("what is said of the hosts", () => {
  it.each([
    [["--os", "2008r2"], { os: "2008R2" }],
    [["--context", "nlb, No-IPsec"], { context: ["nlb", "no-ipsec"] }],
    [["--context", "nlb", "--context=no-ipsec"], { context: ["nlb", "no-ipsec"] }],
    [["--threshold", "leastConnections=10,bulkShare=0.6"], { thresholds: { leastConnections: 10, bulkShare: 0.6 } }],
    [["--threshold", "bulkShare=0.1", "--threshold", "bulkShare=0.2"], { thresholds: { bulkShare: 0.2 } }],
    [["--show", "pass,all"], {}],
  ])("%j", async (argv, options) => {
    expect((await run(argv, { cwd })).options).toEqual(options);
  });

  it.each([
    [["--os", "XP"], "--os XP: not one of 2008, 2008R2."],
    [["--os", "2008R"], "Did you mean 2008?"],
    [["--context", "nbl"], "--context nbl: not one of nlb, no-nlb, ipsec, no-ipsec. Did you mean nlb?"],
    [["--context", "nlb,"], "--context : not one of nlb, no-nlb, ipsec, no-ipsec."],
    [["--context", "no-nlb,nlb"], "--context nlb,no-nlb: they contradict each other"],
    [["--show", "fails"], "not one of fail, review, notEvaluated, pass, notApplicable, all. Did you mean fail?"],
    [["--threshold", "leastConections=3"], "Did you mean leastConnections?"],
    [["--threshold", "leastConnections"], "it has to be NAME=NUMBER"],
    [["--threshold", "leastConnections=3=4"], "it has to be NAME=NUMBER"],
    [["--threshold", "bulkShare=60"], "--threshold bulkShare=60: it is a share, from 0 to 1"],
  ])("%j is refused", async (argv, message) => {
    const { code, out, err } = await run(argv, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});

describe("a configuration file", () => {
  const config = (text: string, name = ".chimneysweeprc.json") => writeFile(join(cwd, name), text);

  it.each([
    [[], { os: "2008", context: ["nlb"], thresholds: { leastConnections: 5, bulkShare: 0.6 } }],
    [["--no-config"], {}],
    [
      ["--os", "2008R2", "--context", "no-nlb", "--threshold", "bulkShare=0.7"],
      { os: "2008R2", context: ["no-nlb"], thresholds: { leastConnections: 5, bulkShare: 0.7 } },
    ],
  ])("says what the command line leaves open: %j", async (argv, options) => {
    await config(
      '\uFEFF{ "os": "2008", "context": ["nlb"], "thresholds": { "leastConnections": 5, "bulkShare": 0.6 } }',
    );
    expect((await run(argv, { cwd })).options).toEqual(options);
  });

  it("may have another name, and then the one in the directory does not count", async () => {
    await config('{ "os": "2008" }');
    await config('{ "failOn": "info", "show": "all" }', "own.json");
    expect((await run(["--config", "own.json"], { cwd })).options).toEqual({});
  });

  it.each([
    [
      '{\n  "thresholds": {\n    "leastConections": 3\n  }\n}',
      ".chimneysweeprc.json:3: --threshold leastConections: not one",
    ],
    ['{\n  "thresholds": { "bulkShare": 2 }\n}', ".chimneysweeprc.json:2: --threshold bulkShare=2: it is a share"],
    ['{\n  "thresholds": { "bulkShare": "0.5" }\n}', ".chimneysweeprc.json:2: bulkShare has to be a number"],
    ['{\n  "thresholds": [1]\n}', ".chimneysweeprc.json:2: thresholds is an object"],
    ['{\n\n  "contxt": "nlb"\n}', ".chimneysweeprc.json:3: there is no setting contxt, only os, context"],
    ['{\n\n  "contxt": "nlb"\n}', "did you mean context?"],
    ['{ "__proto__": "nlb" }', ".chimneysweeprc.json:1: there is no setting __proto__"],
    ['{\n  "context": ["nlb", 3]\n}', ".chimneysweeprc.json:2: context has to be a text or a list of texts"],
    ['{\n  "os": "XP"\n}', ".chimneysweeprc.json:2: --os XP: not one of"],
    ['{\n  "failOn": "often"\n}', ".chimneysweeprc.json:2: --fail-on often: not one of"],
    ['{\n  "os": "2008",\n}', ".chimneysweeprc.json:3: this is not JSON"],
    ["", ".chimneysweeprc.json:1: this is not JSON"],
    ["[]", ".chimneysweeprc.json:1: a configuration is an object"],
    [`"${"x".repeat(100_000)}"`, ".chimneysweeprc.json is too large"],
  ])("%j is refused", async (text, message) => {
    await config(text);
    const { code, out, err } = await run([], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  it.each([
    [["--config", "nowhere.json"], "nowhere.json: no such file or directory"],
    [["--config", "own.json", "--no-config"], "--config and --no-config contradict each other"],
  ])("%j is refused", async (argv, message) => {
    const { code, err } = await run(argv, { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("is one, or it has to be named", async () => {
    await config("{}");
    await config("{}", "chimneysweep.config.json");
    expect((await run([], { cwd })).err).toContain("there are both .chimneysweeprc.json and chimneysweep.config.json");
    expect((await run(["--config", "chimneysweep.config.json"], { cwd })).code).toBe(0);
  });
});

describe("lines of keys", () => {
  it.each<[string, readonly [string, number][]]>([
    [
      '{\n"a": 1,\n"b": {"c": "d:{",\n"e\\n\\"": [\n{"f": 2}]}, "g": 3}',
      [
        ["a", 2],
        ["b", 3],
        ["b.c", 3],
        ['b.e\n"', 4],
        ['b.e\n"..f', 5],
        ["g", 5],
      ],
    ],
    ["", []],
    ["}}: :", [["", 1]]],
  ])("%j", (text, lines) => {
    expect([...linesOfKeys(text)]).toEqual(lines);
  });
});
