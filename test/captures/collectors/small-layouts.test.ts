import { describe, expect, it } from "vitest";
import { attributed } from "../../support/bundles/attributed.ts";
import { type Origin, srv01, type TestBundle } from "../../support/bundles/bundle.ts";
import { smallLayouts } from "../../support/bundles/layouts.ts";
import { oddHosts, variants } from "../../support/bundles/variants.ts";

/** What each of them tells: captures as `file | kind | command | phase | time`, of the host that it names. */
const told: { readonly [collector: string]: readonly string[] } = {
  "MSRD-Collect": [
    "_NetshInterfaceGlobal.txt | tcpGlobal | netsh interface tcp show global | - | 2024-01-15T10:22:33",
    "_Netstat.txt | netstat | netstat -anobq | - | 2024-01-15T10:22:33",
    "_Hotfixes.txt | systemInfo | - | - | 2024-01-15T10:22:33",
  ],
  "MDE Client Analyzer": [
    "NetStatOutputAtStart.txt | netstat | netstat -anob | start | 2024-01-15T10:22:41",
    "NetStatOutputAtStop.txt | netstat | netstat -anob | stop | 2024-01-15T10:52:41",
  ],
  "Print-Collect": [
    "netstat.txt | netstat | netstat -anob | - | 2024-01-15T10:22:33",
    "ipconfig.txt | ipConfig | ipconfig /all | - | 2024-01-15T10:22:33",
    "hotfixes.txt | systemInfo | Get-HotFix | - | 2024-01-15T10:22:33",
  ],
  "Sched-Collect": [
    "netstat.txt | netstat | netstat -anob | - | 2024-01-15T10:22:33",
    "ipconfig.txt | ipConfig | ipconfig /all | - | 2024-01-15T10:22:33",
    "hotfixes.txt | systemInfo | Get-HotFix | - | 2024-01-15T10:22:33",
  ],
  SdnDiagnostics: [
    "Get-NetOffloadGlobalSetting.txt | netOffloadGlobalSetting | Get-NetOffloadGlobalSetting | - | 2024-01-15T09:22:33Z",
  ],
  HealthChecker: [],
  TTSupport: [
    "netstat1.txt | netstat | netstat -nab | - | -",
    "netsh2.txt | tcpGlobal | netsh interface tcp show global | - | -",
    "systeminfo.txt | systemInfo | - | - | -",
  ],
  SQLHC: [
    "netshinttcpshglorsschimney.txt | tcpGlobal | netsh interface tcp show global | - | -",
    "kblistinstalled.txt | systemInfo | wmic qfe list /format:csv | - | -",
    "netipconfigall.txt | ipConfig | ipconfig /all | - | -",
    "systeminfo.txt | systemInfo | - | - | -",
  ],
  "Start-Transcript": [
    "PowerShell_transcript.SRV01.pKr3xY_1.20240115102233.txt | netstat | netstat -anob | - | 2024-01-15T10:22:33",
    "PowerShell_transcript.SRV01.pKr3xY_1.20240115102233.txt | tcpGlobal | netsh int tcp show global | - | 2024-01-15T10:22:33",
  ],
  TEACUP: [
    "sysctl.log | tcpGlobal | netsh int tcp show global | - | -",
    "sysctl.log | tcpHeuristics | netsh int tcp show heuristics | - | -",
    "sysctl.log | chimneyStats | netsh int tcp show chimneystats | - | -",
    "sysctl.log | ipOffload | netsh int ip show offload | - | -",
  ],
  "iperf kit": [
    "windows.txt | systemInfo | - | - | -",
    "client-before-tcp-global.txt | tcpGlobal | netsh interface tcp show global | before | -",
    "client-before-tcp-heuristics.txt | tcpHeuristics | netsh interface tcp show heuristics | before | -",
    "client-before-tcp-registry.txt | tcpipParameters | reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters | before | -",
    "client-after-tcp-global.txt | tcpGlobal | netsh interface tcp show global | after | -",
    "client-after-tcp-heuristics.txt | tcpHeuristics | netsh interface tcp show heuristics | after | -",
    "client-after-tcp-registry.txt | tcpipParameters | reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters | after | -",
  ],
  "Rancher log collector": [
    "netstatall | netstat | netstat -qb | - | 2024-01-15T09:22:33Z",
    "ipconfigall.txt | ipConfig | ipconfig /allcompartments /all | - | 2024-01-15T09:22:33Z",
    "systeminfo | systemInfo | systeminfo | - | 2024-01-15T09:22:33Z",
  ],
  "Elastic support diagnostics": ["netstat.txt | netstat | netstat -ano | - | -"],
  DFIRtriage: [
    "Open_network_connections.txt | netstat | netstat -anbo | - | 2024-01-15T10:22:33",
    "Internet_settings.txt | ipConfig | ipconfig /all | - | 2024-01-15T10:22:33",
    "system_info.txt | systemInfo | systeminfo | - | 2024-01-15T10:22:33",
  ],
  "ir-rescue": [
    "conn.txt | netstat | netstat -abno | - | 2024-01-15T10:22:41+01:00",
    "info.txt | systemInfo | systeminfo | - | 2024-01-15T10:23:05+01:00",
  ],
  "phase1 batch": ["__netstat.csv | netstat | netstat -ano | - | -"],
  KAPE: [
    "network_connections.txt | netstat | netstat -anob | - | -",
    "SystemInfo.csv | systemInfo | systeminfo /FO CSV | - | -",
  ],
  IRTriage: [
    "Network Connections.txt | netstat | netstat -nao | - | 2024-01-15T10:22:33",
    "Network Connections.txt | netstat | netstat -naob | - | 2024-01-15T10:22:33",
    "IP Info.txt | ipConfig | ipconfig /all | - | 2024-01-15T10:22:33",
  ],
  acquire: ["netstat | netstat | netstat -a -n -o | - | 2024-01-15T09:22:33Z"],
  "DFIR-Script": [
    "OpenTCPConnections.csv | netTcpConnection | Get-NetTCPConnection -State Established | - | 2024-01-15",
    "ipconfig.txt | ipConfig | ipconfig /all | - | 2024-01-15",
  ],
  "DFIR-ORC": ["netstat.txt | netstat | netstat -a -n -o | - | -"],
  TriageAcquisition: [
    "TriageAcquisition.txt | systemInfo | systeminfo | - | 2024-01-15T10:22:33",
    "TriageAcquisition.txt | netstat | netstat -ano | - | 2024-01-15T10:22:33",
  ],
};

/** Whose names of files, folders and archives tell nothing of the host, nor what is in the files. */
const nameless: ReadonlySet<string> = new Set(["Elastic support diagnostics"]);

/** Where people have such a bundle; a star stands for its name. */
const places = [
  "cases/*.zip!",
  "cases/*/",
  "mail.zip!sent/*/",
  "C:\\cases\\*\\",
  "case 1.7z!*.tar.gz!",
  "downloads/* (1).zip!",
];

/** The captures of a bundle, and the hosts that they are of. */
async function read(place: string, bundle: TestBundle) {
  const { hosts, report } = await attributed(place, bundle);
  const captures = Object.values(hosts).flat();
  return { hosts: Object.keys(hosts), captures: captures.map(withoutCounts), report };
}

/** Without the number of records and the collector, and TEACUP's names without the experiment. */
function withoutCounts(line: string): string {
  const [file = "", kind, , ...rest] = line.split(" | ");
  return [
    file.replace(/^.*_(?=sysctl\.log$)/, "").replace(/^.*[/\\](?:SRV01(?=_))?/, ""),
    kind,
    ...rest.slice(0, -1),
  ].join(" | ");
}

const expected = (collector: string, { host }: Origin) =>
  told[collector]?.length === 0 ? [] : [nameless.has(collector) ? "-" : host];

describe.each(smallLayouts)("a bundle of %s", (collector, layout) => {
  it.each(places)("tells what its layout tells as %s", async (place) => {
    const { hosts, captures } = await read(place, layout(srv01));
    expect({ hosts, captures }).toEqual({ hosts: expected(collector, srv01), captures: told[collector] });
  });

  it("is of one host, whatever that is called", async () => {
    for (const host of oddHosts) {
      // A name in DNS, which has no underscores.
      if (collector === "TEACUP" && host.includes("_")) continue;
      const origin = { ...srv01, host };
      expect((await read("*/", layout(origin))).hosts).toEqual(expected(collector, origin));
    }
  });

  it.each(["de-DE", "ja-JP"] as const)("tells the same of a Windows in %s", async (language) => {
    const saved = variants.savedAs(layout({ ...srv01, language }), "utf-16le");
    const { hosts, captures } = await read("*.zip!", saved);
    const chimney = (line: string) => !line.includes("chimneyStats");
    expect({ hosts, captures: captures.filter(chimney) }).toEqual({
      hosts: expected(collector, srv01),
      captures: told[collector]?.filter(chimney),
    });
  });
});
