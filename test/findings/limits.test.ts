import { describe, expect, it } from "vitest";
import { fleetOf } from "../../src/fleet/fleet.ts";
import { bundleEntry } from "../../src/fleet/index.ts";
import { analyze } from "../../src/index.ts";

const rows = Array.from(
  { length: 5 },
  (_, at) => `  TCP    192.0.2.10:445         198.51.100.${at + 1}:50000     ESTABLISHED     InHost`,
).join("\n");
const text = `
Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows}

TCP Global Parameters
----------------------------------------------
Chimney Offload State               : enabled
Receive-Side Scaling State          : enabled
`;

describe("the least number of connections", () => {
  it("is one for numbers, statement, verdict and findings", async () => {
    const [usual] = (await analyze(text, { os: "2008R2" })).hosts;
    expect(usual?.summary.eligible?.ratio).toBe(0);
    expect(usual?.verdict?.code).toBe("enabledNothingOffloaded");
    const [raised] = (await analyze(text, { os: "2008R2", thresholds: { leastConnections: 10 } })).hosts;
    expect(raised?.summary.eligible).toMatchObject({ ratio: null, interval: null });
    expect(raised?.summary.eligible?.statement).toContain("too few for a percentage");
    expect(raised?.summary.snapshots[0]?.eligible.ratio).toBeNull();
    expect(raised?.verdict?.statement).toContain("too few to judge by");
    expect(
      raised?.findings.filter(({ kind }) => kind === "fail" || kind === "review").map(({ rule }) => rule),
    ).toContain("insufficient-eligible-connections");
  });
});

describe("the least number of hosts", () => {
  it("is one for the rules of a fleet and for what is usual among its hosts", async () => {
    const settings = (state: string) =>
      `Microsoft Windows [Version 6.1.7601]\n\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : ${state}\n`;
    const entries = await Promise.all(
      ["enabled", "enabled", "enabled", "disabled"].map(async (state, at) =>
        bundleEntry(
          await analyze(settings(state)),
          { name: `${at}.zip`, fingerprint: String(at), bytes: 1 },
          new Map(),
        ),
      ),
    );
    const odd = (hostsToCompare: number) => {
      const fleet = fleetOf(entries, { hostsToCompare });
      const finding = fleet.findings.find(({ rule }) => rule === "fleet-inconsistent-chimney");
      return [finding?.kind, fleet.settings.find(({ setting }) => setting === "chimneyOffload")?.usual];
    };
    expect(odd(3)).toEqual(["fail", "enabled"]);
    expect(odd(9)).toEqual(["notEvaluated", null]);
  });
});
