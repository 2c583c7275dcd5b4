import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze, type Finding } from "../../../src/index.ts";

const table = (...rows: readonly string[]) => String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.map((row) => `  TCP    ${row}\n`).join("")}
`;

/** Rows of a local endpoint, each with another end. */
const rows = (count: number, local: string, state: string) =>
  Array.from(
    { length: count },
    (_, at) => `${local}    198.51.${at >> 8}.${at & 255}:50012    ESTABLISHED     ${state}`,
  );

async function findings(rule: string, text: string, options: AnalyzeOptions = {}): Promise<readonly Finding[]> {
  const report = await analyze(text, options);
  return report.hosts.flatMap((host) => host.findings).filter((finding) => finding.rule === rule);
}

describe("rows that are not counted", () => {
  const official = table(
    "127.0.0.1:52613        computer_name:52614    ESTABLISHED     InHost",
    "192.0.2.103:52614      computer_name:52613    ESTABLISHED     Offloaded",
  );

  it.each([
    [{}, "info", /count as printed/],
    [{ computerName: "computer_name" }, "warning", /do not count for the ratio/],
  ] as const)("the sample of KB 951037 with %j is a %s", async (options, severity, message) => {
    expect(await findings("loopback-row-offloaded", official, options)).toMatchObject([
      { kind: "fail", severity, message: expect.stringMatching(message), evidence: [{ line: 8 }] },
    ]);
  });

  it.each([
    ["LISTENING", "fail"],
    ["SYN_SENT", "fail"],
    ["TIME_WAIT", "fail"],
    ["FIN_WAIT_1", "pass"],
    ["FIN_WAIT_2", "pass"],
    ["CLOSE_WAIT", "pass"],
    ["ESTABLISHED", "pass"],
  ])("an offloaded row in %s: %s", async (state, kind) => {
    const text = table(`192.0.2.10:445    198.51.100.7:50012    ${state}     Offloaded`);
    expect(await findings("ineligible-state-offloaded", text)).toMatchObject([{ kind }]);
  });

  it("says why there is no connection to judge by", async () => {
    const text = table("127.0.0.1:50020    127.0.0.1:50021    ESTABLISHED     InHost");
    const [finding] = await findings("insufficient-eligible-connections", text);
    expect(finding?.message).toMatch(/No eligible connection, so no ratio: .*1 loopback\.$/);
  });

  it("is silent about InHost as soon as a capture shows the settings", async () => {
    const text = table(...rows(2, "192.0.2.10:445", "InHost"));
    const settings =
      "PS C:\\> Get-NetOffloadGlobalSetting\n\nReceiveSideScaling           : Enabled\nChimney    : Disabled\n";
    expect(await findings("inhost-does-not-mean-disabled", text)).toMatchObject([{ kind: "review" }]);
    expect(await findings("inhost-does-not-mean-disabled", `${text}${settings}`)).toMatchObject([{ kind: "pass" }]);
  });
});

describe("groups of connections", () => {
  it.each([
    [4, 4, "fail"],
    [3, 30, "pass"],
    [4, 1, "pass"],
  ])("%d in the host on one address, %d offloaded on another: %s", async (inHost, offloaded, kind) => {
    const text = table(
      ...rows(inHost, "192.0.2.10:445", "InHost"),
      ...rows(offloaded, "203.0.113.10:445", "Offloaded"),
    );
    const found = await findings("adapter-without-offload", text);
    expect(found).toMatchObject([{ kind }]);
    if (kind === "fail") expect(found[0]?.message).toContain("none of 4 eligible connections is offloaded");
  });

  it.each(["[fe80::1%12]:445", "[2001:0:abcd::5]:445", "[2002:c000:20a::1]:445", "[2001:db8::5efe:c000:20a]:445"])(
    "does not expect %s to be offloaded",
    async (local) => {
      const text = table(...rows(6, local, "InHost"), ...rows(6, "192.0.2.10:445", "Offloaded"));
      expect(await findings("ipv6-none-offloaded", text, { os: "2008R2" })).toMatchObject([{ kind: "pass" }]);
    },
  );

  it("names the adapter that has IPv6 offload disabled", async () => {
    const text = table(...rows(6, "[2001:db8::10]:445", "InHost"), ...rows(6, "192.0.2.10:445", "Offloaded"));
    const adapter = String.raw`PS C:\> Get-NetAdapterAdvancedProperty

Name       DisplayName                      DisplayValue   RegistryKeyword             RegistryValue
----       -----------                      ------------   ---------------             -------------
Storage    TCP Connection Offload (IPv6)    Disabled       *TCPConnectionOffloadIPv6   {0}
`;
    const [finding] = await findings("ipv6-none-offloaded", `${text}${adapter}`, { os: "2008R2" });
    expect(finding?.message).toContain('Switched off on "Storage"');
    expect(finding?.evidence.at(-1)?.text).toContain("*TCPConnectionOffloadIPv6");
  });
});

describe("how full an adapter is", () => {
  const adapter = String.raw`
C:\>ipconfig /all

Ethernet adapter Storage:

   Description . . . . . . . . . . . : Broadcom BCM5709C NetXtreme II GigE
   IPv4 Address. . . . . . . . . . . : 192.0.2.10(Preferred)

PS C:\> Get-NetAdapterAdvancedProperty

Name       DisplayName       DisplayValue            RegistryKeyword   RegistryValue
----       -----------       ------------            ---------------   -------------
Storage    Speed & Duplex    1.0 Gbps Full Duplex    *SpeedDuplex      {6}
`;
  const holding = (offloaded: number) =>
    table(
      ...rows(offloaded, "192.0.2.10:445", "Offloaded"),
      "192.0.2.10:445    203.0.113.9:50012    ESTABLISHED    InHost",
    );

  it.each([
    [1024, adapter, "fail", "pass"],
    [1000, adapter, "pass", "fail"],
    [900, adapter, "pass", "pass"],
    [1024, "", "review", "notEvaluated"],
    [1000, "", "notEvaluated", "notEvaluated"],
    [0, "", "pass", "pass"],
  ])("%d offloaded connections, adapter %j: full is %s, nearly full %s", async (offloaded, more, full, near) => {
    const text = `${holding(offloaded)}${more}`;
    expect(await findings("offload-capacity-saturated", text)).toMatchObject([{ kind: full }]);
    expect(await findings("offload-capacity-near", text)).toMatchObject([{ kind: near }]);
  });
});
