import { describe, expect, it } from "vitest";
import { type Comparison, capturedSide, compareSides, reportedSide } from "../../src/index.ts";
import { compared, global, reading, sourceOf, table } from "../support/comparisons.ts";

const named = (host: string, output: string, command = "netstat -nt") => `[${host}]: PS C:\\> ${command}\r\n${output}`;

const pairsOf = ({ hosts, onlyBefore, onlyAfter }: Comparison) => ({
  pairs: hosts.map(({ host, pairedBy }) => [host, pairedBy]),
  onlyBefore: onlyBefore.map(({ host }) => host),
  onlyAfter: onlyAfter.map(({ host }) => host),
});

describe("hosts are paired", () => {
  const output = table(1, 8);
  const two = named("A1", output) + named("B2", output);

  it.each<[what: string, before: string, after: string, expected: ReturnType<typeof pairsOf>]>([
    [
      "by name, whatever its case",
      named("a1", output),
      named("A1", output),
      { pairs: [["A1", "name"]], onlyBefore: [], onlyAfter: [] },
    ],
    ["where neither has a name", output, output, { pairs: [[null, "soleHost"]], onlyBefore: [], onlyAfter: [] }],
    [
      "where one has a name",
      output,
      named("A1", output),
      { pairs: [["A1", "soleHost"]], onlyBefore: [], onlyAfter: [] },
    ],
    [
      "never with different names",
      named("A1", output),
      named("B2", output),
      { pairs: [], onlyBefore: ["A1"], onlyAfter: ["B2"] },
    ],
    ["one by one", two, named("B2", output), { pairs: [["B2", "name"]], onlyBefore: ["A1"], onlyAfter: [] }],
    ["never without a name among several", two, output, { pairs: [], onlyBefore: ["A1", "B2"], onlyAfter: [null] }],
    ["not with nothing", "", output, { pairs: [], onlyBefore: [], onlyAfter: [null] }],
  ])("%s", async (_, before, after, expected) => {
    expect(pairsOf(await compared(before, after))).toEqual(expected);
  });

  it("with different names when that is what the user says", async () => {
    const before = await capturedSide(
      "a",
      reading(() => sourceOf("a.txt", named("A1", output))),
    );
    const after = await capturedSide(
      "b",
      reading(() => sourceOf("b.txt", named("B2", output))),
    );
    expect(pairsOf(compareSides(before, after, "soleHosts")).pairs).toEqual([["B2", "assumed"]]);
  });

  it("by the places of their sources below what was named", async () => {
    const side = (folder: string) =>
      capturedSide(
        folder,
        reading(() => ["one.txt", "two.txt"].map((name) => sourceOf(`${folder}/${name}`, output))),
      );
    const { pairs } = pairsOf(compareSides(await side("monday"), await side("friday")));
    expect(pairs).toEqual([[null, "source"], [null, "source"]]); // biome-ignore format: two pairs
  });
});

describe("of a host with other captures", () => {
  it("what both have is compared, and what one lacks is told", async () => {
    const [host] = (await compared(global("enabled") + table(4, 8), table(4, 8))).hosts;
    expect(host).toMatchObject({
      unchanged: false,
      common: ["netstat"],
      captures: [{ kind: "tcpGlobal", before: 1, after: 0 }],
    });
    expect(host?.settings).toContainEqual({
      setting: "chimneyOffload",
      change: "notCaptured",
      before: { value: "enabled", at: { source: "before.txt", line: 4 } },
      after: null,
    });
    expect(host?.findings.some(({ change }) => change === "visibilityLost")).toBe(true);
    expect(host?.findings.filter(({ change }) => change === "fixed")).toEqual([]);
  });

  it("nothing is common to a table and settings", async () => {
    const [host] = (await compared(global("enabled"), table(4, 8))).hosts;
    expect(host?.common).toEqual([]);
  });

  it("settings that changed are told with their lines", async () => {
    const [host] = (await compared(global("enabled", "enabled"), global("automatic", "disabled"))).hosts;
    expect(host?.settings.map(({ setting, change, after }) => [setting, change, after?.at?.line])).toEqual([
      ["receiveSideScaling", "changed", 3],
      ["chimneyOffload", "changed", 4],
    ]);
  });
});

describe("an earlier report", () => {
  it("has everything but connections", async () => {
    const before = await capturedSide(
      "before",
      reading(() => sourceOf("before.txt", global("disabled") + table(0, 40))),
    );
    const after = await capturedSide(
      "after",
      reading(() => sourceOf("after.txt", global("enabled") + table(30, 40))),
    );
    const known = compareSides(before, after);
    const earlier = compareSides(reportedSide("before", before.report), after);
    expect(earlier.before).toMatchObject({ origin: "report", hosts: 1 });
    // Without its connections nobody knows which ones stand on both sides.
    expect(earlier.hosts[0]?.ratio).toMatchObject({ method: "newcombe", difference: 0.75 });
    expect(earlier.hosts).toEqual(
      known.hosts.map((host) => ({
        ...host,
        ratio: earlier.hosts[0]?.ratio,
        connections: null,
        connectionsUnknown: "earlierReport",
      })),
    );
  });
});
