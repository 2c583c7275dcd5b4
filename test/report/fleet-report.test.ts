import { describe, expect, it } from "vitest";
import { analyze, type Source } from "../../src/index.ts";

const prompt = (host: string, rss: string) => `[${host}]: PS C:\\> netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${rss}
Chimney Offload State               : automatic

`;

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const source = (name: string, text: string): Source => ({ name, bytes: bytesOf(text) });

describe("what is between hosts", () => {
  it.each([
    ["nothing", ""],
    ["one host", prompt("SRV01", "enabled") + prompt("srv01", "disabled")],
  ])("is not asked of %s", async (_, text) => {
    expect((await analyze(text, { os: "2008R2" })).fleet).toBeNull();
  });

  it("is asked of two, with the limits that were set", async () => {
    const text = prompt("SRV01", "enabled") + prompt("SRV02", "disabled");
    const told = async (hostsToCompare: number) => {
      const { fleet } = await analyze(text, { os: "2008R2", thresholds: { hostsToCompare } });
      return fleet?.findings.map(({ rule, kind }) => `${rule} ${kind}`);
    };
    const others = ["fleet-inconsistent-parameters fail", "cluster-nodes-differ notEvaluated"];
    expect(await told(3)).toEqual([...others, "fleet-inconsistent-chimney notEvaluated"]);
    expect(await told(2)).toEqual([...others, "fleet-inconsistent-chimney pass"]);
  });

  it("knows what an archive held together", async () => {
    const sources = [
      source("one.zip!a/SRV01.txt", prompt("SRV01", "enabled")),
      source("one.zip!inner.zip!b.txt", prompt("SRV02", "disabled")),
      source("loose.txt", prompt("SRV03", "disabled")),
    ];
    const { fleet } = await analyze(sources, { os: "2008R2", context: ["cluster"] });
    const clustered = fleet?.findings.filter(({ rule }) => rule === "cluster-nodes-differ");
    expect(clustered?.flatMap(({ hosts }) => hosts)).toEqual([
      { host: "SRV02", bundle: "one.zip" },
      { host: "SRV01", bundle: "one.zip" },
    ]);
  });

  it("holds what is known of features in the report of each host", async () => {
    const { hosts } = await analyze(prompt("SRV01", "enabled"), { context: ["no-nlb", "cluster"] });
    expect(hosts[0]?.features).toEqual({ nlb: "off", cluster: "on" });
  });
});
