import { describe, expect, it } from "vitest";
import { differenceInterval, mcNemar } from "../../src/compare/ratio-change.ts";
import { analyze } from "../../src/index.ts";
import { shareText } from "../../src/reporters/compare/share.ts";
import { wilson } from "../../src/summary/index.ts";
import { comparedHost, netstat, table } from "../support/comparisons.ts";

/** The quantile of the normal distribution that leaves 2.5 % above it. */
const Z = 1.959963984540054;

/** An end of the score interval, found where the score test just rejects: nothing of the closed formula is used. */
function scoreEnd(k: number, n: number, way: -1 | 1): number {
  const share = k / n;
  let [inside, outside] = [share, way < 0 ? 0 : 1];
  for (let step = 0; step < 200; step += 1) {
    const middle = (inside + outside) / 2;
    const isInside = Math.abs(share - middle) <= Z * Math.sqrt((middle * (1 - middle)) / n);
    if (isInside) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** The probability of the test in whole numbers: all splits at least as uneven, of 2^moved. */
function splitProbability(there: number, back: number): number {
  const moved = there + back;
  let [ways, tail] = [1n, 0n];
  for (let count = 0; count <= Math.min(there, back); count += 1) {
    tail += ways;
    ways = (ways * BigInt(moved - count)) / BigInt(count + 1);
  }
  const scale = 10n ** 18n;
  return Math.min(1, Number((2n * tail * scale) / 2n ** BigInt(moved)) / 1e18);
}

const counts = [
  [0, 4],
  [1, 4],
  [3, 12],
  [9, 12],
  [12, 12],
  [0, 30],
  [29, 30],
  [137, 512],
  [5_000, 5_001],
] as const;

describe("the numbers, against another way to work them out", () => {
  it.each(counts)("the interval of %d of %d", (k, n) => {
    const [low, high] = wilson(k, n);
    expect(low).toBeCloseTo(scoreEnd(k, n, -1), 10);
    expect(high).toBeCloseTo(scoreEnd(k, n, 1), 10);
  });

  it.each(counts.flatMap((one) => counts.map((other) => [...one, ...other] as const)))(
    "the interval of the difference from %d of %d to %d of %d",
    (k1, n1, k2, n2) => {
      const difference = k2 / n2 - k1 / n1;
      const below = Math.hypot(k2 / n2 - scoreEnd(k2, n2, -1), scoreEnd(k1, n1, 1) - k1 / n1);
      const above = Math.hypot(scoreEnd(k2, n2, 1) - k2 / n2, k1 / n1 - scoreEnd(k1, n1, -1));
      const [low, high] = differenceInterval({ offloaded: k1, total: n1 }, { offloaded: k2, total: n2 });
      expect(low).toBeCloseTo(difference - below, 10);
      expect(high).toBeCloseTo(difference + above, 10);
    },
  );

  it.each([
    [0, 0],
    [1, 0],
    [5, 0],
    [7, 1],
    [13, 4],
    [4, 13],
    [50, 50],
    [700, 612],
    [1_200, 3],
  ])("of %d there and %d back", (there, back) => {
    expect(mcNemar(there, back)).toBeCloseTo(splitProbability(there, back), 9);
  });
});

const settings = (chimney: string) =>
  `C:\\>ver\n\nMicrosoft Windows [Version 6.1.7601]\n\nC:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : ${chimney}\n\nC:\\>netstat -nt\n`;
const server2019 = "C:\\>ver\n\nMicrosoft Windows [Version 10.0.17763.1]\n\nC:\\>netstat -nt\n";
const disabledBy =
  "C:\\>ver\n\nMicrosoft Windows [Version 6.1.7601]\n\nC:\\>netsh int tcp show chimneystats\nYour System Administrator has disabled TCP Chimney.\n\nC:\\>netstat -nt\n";

describe("a host that can't offload", () => {
  const uploading = netstat([...Array.from({ length: 9 }, (_, at) => [at, "InHost"] as const), [9, "Uploading"]]);

  it.each([
    ["with Chimney off", settings("disabled") + table(0, 12)],
    ["with Chimney off, and a connection on its way back", settings("disabled") + uploading],
    ["by chimneystats", disabledBy + table(0, 12)],
    ["of a Windows without Chimney", server2019 + table(0, 12)],
  ])("has counts alone: %s", async (_, text) => {
    const { hosts } = await analyze(text);
    const { eligible, raw, snapshots } = hosts[0]?.summary ?? {};
    for (const one of [eligible, raw, snapshots?.[0]?.eligible, snapshots?.[0]?.raw])
      expect(one).toMatchObject({ offloaded: 0, ratio: null });
    expect(eligible?.interval).toBeNull();
    expect(eligible?.statement).not.toContain("%");
  });

  it("keeps its share where rows are offloaded all the same", async () => {
    const { hosts } = await analyze(server2019 + table(3, 12));
    expect(hosts[0]?.summary.eligible).toMatchObject({ offloaded: 3, ratio: 0.25 });
  });

  it.each([
    ["disabled", settings("disabled") + table(0, 12), settings("disabled") + table(0, 20), "On both sides Chimney is"],
    ["removed", server2019 + table(0, 12), server2019 + table(0, 12), "On both sides this Windows has no Chimney,"],
    ["before", settings("disabled") + table(0, 12), settings("enabled") + table(6, 12), "Before, Chimney is disabled"],
    ["after", settings("enabled") + table(6, 12), settings("disabled") + table(0, 12), "After, Chimney is disabled"],
  ])("is compared by its counts: %s", async (_, before, after, expected) => {
    const { ratio } = await comparedHost(before, after);
    const text = shareText(ratio, "sides");
    expect(text).toContain(expected);
    expect(text).not.toMatch(/interval|points|chance|noise/);
    for (const side of [ratio.before, ratio.after])
      if (side?.unable !== undefined) expect(side).toMatchObject({ ratio: null, interval: null });
  });
});

describe("connections that are known by name", () => {
  /** Half of them on both sides, the others new; of those on both sides some moved. */
  const moving = (moved: number, from: string, to: string) => {
    const rows = (first: number, state: (at: number) => string) =>
      netstat(Array.from({ length: 20 }, (_, at) => [first + at, state(first + at)] as const));
    return [rows(0, (at) => (at < 12 ? "InHost" : from)), rows(12, (at) => (at < 12 + moved ? to : from))] as const;
  };

  it("that moved are no chance, whichever test the shares are compared by", async () => {
    const [before, after] = moving(2, "Offloaded", "InHost");
    const { ratio, connections } = await comparedHost(before, after);
    expect(ratio.method).toBe("newcombe");
    expect(connections?.uploadedBack.count).toBe(2);
    const within = { ...ratio, outcome: "withinNoise" as const };
    expect(shareText(within, "sides", 2)).toContain("2 connections did move");
    expect(shareText(within, "sides", 2)).not.toContain("chance");
    expect(shareText(within, "sides", 0)).toContain("may be chance");
  });

  it("that did not move are said not to have moved", async () => {
    const { ratio } = await comparedHost(table(5, 20), table(5, 20));
    expect(shareText(ratio, "sides", 0)).toContain("none of them moved");
  });

  it("moved less likely than one in twenty shows on which side of it", async () => {
    const { ratio } = await comparedHost(table(0, 40), table(0, 40));
    const text = (probability: number) => shareText({ ...ratio, probability, outcome: "moreThanNoise" }, "sides", 9);
    expect(text(0.049)).toContain("p = 0.0490");
    expect(text(0.0386)).toContain("p = 0.04)");
    expect(text(0.001)).toContain("p < 0.01");
  });
});
