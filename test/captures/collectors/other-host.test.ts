import { describe, expect, it } from "vitest";
import { analyze, type Source } from "../../../src/index.ts";

const table = `
Active Connections

  Proto  Local Address          Foreign Address        State           PID      Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4        InHost
`;

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** The hosts that come out, and what the conflicts quote. */
async function read(name: string, text = table): Promise<{ hosts: (string | null)[]; conflicts: string[] }> {
  const source: Source = { name, bytes: bytesOf(text), isOneOfMany: true };
  const { hosts, diagnostics } = await analyze([source]);
  const conflicts = diagnostics.filter(({ code }) => code === "host-conflict").map(({ message }) => message);
  return { hosts: hosts.map(({ host }) => host), conflicts };
}

const told = (host: string, by: string, other: string, otherBy: string) =>
  `The ${by} names the host ${host}, the ${otherBy} ${other}. The capture is taken for one of ${host}; the file may have been copied or renamed.`;

describe("a file of another host than what is around it", () => {
  it.each([
    ["TSS_SRV05_240115-102233_NET.zip!SRV01_240115-102233_NetStat_Info_Stop_.txt", "archive"],
    ["TSS_SRV05_240115-102233_NET/SRV01_240115-102233_NetStat_Info_Stop_.txt", "folder"],
    ["tss_240202-191840_SRV05_psSDP_Net.zip!SRV01_TCPIP_info.TXT", "archive"],
    ["Setup_Report_SRV05_26022021/SRV01_NETWORK_TCPIP_info.TXT", "folder"],
  ])("is told of: %s", async (name, by) => {
    expect(await read(name)).toEqual({ hosts: ["SRV01"], conflicts: [told("SRV01", "file name", "SRV05", by)] });
  });

  it("is told of with both where the text names a third one", async () => {
    const name = "TSS_SRV05_240115-102233_NET.zip!SRV01_240115-102233_NetStat_Info_Stop_.txt";
    expect(await read(name, `C:\\>hostname\nSRV09\n\nC:\\>netstat -nato\n${table}`)).toEqual({
      hosts: ["SRV09"],
      conflicts: [told("SRV09", "text", "SRV01", "file name"), told("SRV09", "text", "SRV05", "archive")],
    });
  });

  it.each([
    "TSS_SRV01_240115-102233_NET.zip!srv01_240115-102233_NetStat_Info_Stop_.txt",
    "tss_240202-191840_SRV05_psSDP_Cluster.zip!SRV01_TCPIP_info.TXT",
    "TSS_SRV05_240115-102233_NET.zip!tss_240202-191840_SRV01_psSDP_Net.zip!SRV01_TCPIP_info.TXT",
    "Results_Net_240202-191840/SRV01_TCPIP_info.TXT",
  ])("is nothing to tell of in %s", async (name) => {
    expect((await read(name)).conflicts).toEqual([]);
  });
});
