import { describe, expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";

// What the name of a file says by itself, where its text says nothing: every name that collectors are known to give.

/** `collector | host | command | phase | time`, and `log` for what holds no captures. */
function said(path: string): string {
  const known = attribute(path, "");
  if (known === undefined) return "nobody";
  const { collector, host, command, phase, time, holdsCaptures } = known;
  const cells = [collector, host?.name ?? "-", command ?? "-", phase ?? "-", time ?? "-"];
  return [...cells, ...(holdsCaptures ? [] : ["log"])].join(" | ");
}

const rows = [
  "MSRD-Results-SRV01-20240115_102233/SRV01_Networking/SRV01_NetshInterfaceGlobal.txt → MSRD-Collect | SRV01 | netsh interface tcp show global | - | 2024-01-15T10:22:33",
  "MSRD-Results-SRV01-20240115_102233/SRV01_Networking/SRV01_Ipconfig.txt → MSRD-Collect | SRV01 | ipconfig /all | - | 2024-01-15T10:22:33",
  "MSRD-Results-SRV01-20240115_102233/SRV01_Networking/SRV01_NetIPInterface.txt → MSRD-Collect | SRV01 | - | - | 2024-01-15T10:22:33",
  "SRV01_SystemInfo/SRV01_Msinfo32.nfo → MSRD-Collect | SRV01 | - | - | -",
  "SRV01_Networking/SRV01_NetConnectionProfile.txt → MSRD-Collect | SRV01 | - | - | -",
  "MSRD-Results-SRV01/SRV01_MSRD-Collect-Log.txt → MSRD-Collect | SRV01 | - | - | - | log",
  "MSRD-Results-SRV01/SRV01_MSRD-Collect-CommandError.txt → MSRD-Collect | SRV01 | - | - | - | log",
  "SdnDataCollection_20240115-092233/SRV01/ConfigState/Get-NetAdapterRss.txt → SdnDiagnostics | SRV01 | Get-NetAdapterRss | - | 2024-01-15T09:22:33Z",
  "SdnDataCollection_20240115-092233/SRV01/ConfigState/Get-NetAdapterRss.csv → SdnDiagnostics | SRV01 | Get-NetAdapterRss | - | 2024-01-15T09:22:33Z",
  "SRV01/ConfigState/Get-NetAdapterRss.json → SdnDiagnostics | SRV01 | Get-NetAdapterRss | - | -",
  `SdnDataCollection_20240115-092233/${"n".repeat(64)}/ConfigState/Get-NetAdapterRss.csv → SdnDiagnostics | - | Get-NetAdapterRss | - | 2024-01-15T09:22:33Z`,
  `PowerShell_transcript.${"n".repeat(63)}.${"d".repeat(60)}.${"d".repeat(60)}.${"d".repeat(60)}.${"d".repeat(60)}.pKr3xY_1.20240115102233.txt → Start-Transcript | - | - | - | 2024-01-15T10:22:33`,
  "kit/client-before-tcp-global.txt → iperf kit | - | netsh interface tcp show global | before | -",
  "kit/client-after-tcp-supplemental.txt → iperf kit | - | netsh interface tcp show supplemental | after | -",
  "kit/client-before-interface.txt → iperf kit | - | netsh interface show interface | before | -",
  "kit/client-before-ipv4-interfaces.txt → iperf kit | - | netsh interface ipv4 show interfaces | before | -",
  "kit/client-before-ipv4-config.txt → iperf kit | - | netsh interface ipv4 show config | before | -",
  "kit/client-before-ipv4-subinterfaces.txt → iperf kit | - | netsh interface ipv4 show subinterfaces | before | -",
  "kit/client-after-ipv4-tcpstats.txt → iperf kit | - | netsh interface ipv4 show tcpstats | after | -",
  "kit/client-before-nic-registry.txt → iperf kit | - | reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e972-e325-11ce-bfc1-08002be10318} | before | -",
  "20240115-102233_experiment_srv01_sysctl.log → TEACUP | srv01 | - | - | -",
  "20240115-102233_experiment_srv01_2222_sysctl.log.gz → TEACUP | srv01 | - | - | -",
  "20240115-102233_experiment_srv01.example.net_ifconfig.log → TEACUP | srv01.example.net | - | - | -",
  "20240115-102233_experiment_srv01_2222_ifconfig.log.gz → TEACUP | srv01 | - | - | -",
  "DFIR-ORC_Server_SRV01.example.net_General.7z!NetworkDetails.7z!netstat.txt → DFIR-ORC | SRV01.example.net | netstat -a -n -o | - | -",
  "DFIR-ORC_Server_SRV01.example.net_General.7z!SystemDetails.7z!Systeminfo.csv → DFIR-ORC | SRV01.example.net | systeminfo /fo csv | - | -",
  "DFIR-SRV01-2024-01-15/OpenConnections.csv → DFIR-Script | SRV01 | Get-NetTCPConnection -State Established | - | 2024-01-15",
  "DFIR-SRV01-2024-01-15/OpenTCPConnections.txt → DFIR-Script | SRV01 | Get-NetTCPConnection -State Established | - | 2024-01-15",
  "DFIR-SRV01-2024-01-15/ipconfig.txt → DFIR-Script | SRV01 | ipconfig /all | - | 2024-01-15",
  "SRV01.20240115102233/LiveResponseData/Network/Open_network_connections.txt → DFIRtriage | SRV01 | netstat -anbo | - | 2024-01-15T10:22:33",
  "SRV01.20240115102233/LiveResponseData/Network/Internet_settings.txt → DFIRtriage | SRV01 | ipconfig /all | - | 2024-01-15T10:22:33",
  "SRV01.20240115102233/LiveResponseData/BasicInfo/system_info.txt → DFIRtriage | SRV01 | systeminfo | - | 2024-01-15T10:22:33",
  "SRV01.20240115102233/LiveResponseData/BasicInfo/Windows_Version.txt → DFIRtriage | SRV01 | ver | - | 2024-01-15T10:22:33",
  "SRV01.20240115102233/LiveResponseData/BasicInfo/services_aw_processes.txt → DFIRtriage | SRV01 | tasklist /SVC | - | 2024-01-15T10:22:33",
  "SRV01.20240115102233/LiveResponseData/BasicInfo/Running_processes.txt → DFIRtriage | SRV01 | tasklist /V | - | 2024-01-15T10:22:33",
  "SRV01.20240115102233/LiveResponseData/Network/routing_table.txt → DFIRtriage | SRV01 | netstat -rn | - | 2024-01-15T10:22:33",
  "api-diagnostics-20240115-092233.zip!syscalls/netstat.txt → Elastic support diagnostics | - | netstat -ano | - | -",
  "General_Server_Info/SRV01_Netstat_NATO.txt → ExchangeLogCollector | SRV01 | netstat -naTo | - | -",
  "SRV01_NetStat_ANOB.txt → ExchangeLogCollector | SRV01 | netstat -anob | - | -",
  "SRV01_Netstat_ES.txt → ExchangeLogCollector | SRV01 | netstat -es | - | -",
  "General_Server_Info/SRV01_IPConfiguration.txt → ExchangeLogCollector | SRV01 | ipconfig /all | - | -",
  "General_Server_Info/SRV01_HotFixInfo.xml → ExchangeLogCollector | SRV01 | Get-HotFix | - | -",
  "General_Server_Info/SRV01_Services_Information.txt → ExchangeLogCollector | SRV01 | - | - | -",
  "HealthChecker-SRV01-20240115102233.txt → HealthChecker | SRV01 | - | - | 2024-01-15T10:22:33",
  "HealthChecker-SRV01-20240115102233.html → HealthChecker | SRV01 | - | - | 2024-01-15T10:22:33",
  "20240115102233 - SRV01 Incident/IP Info.txt → IRTriage | SRV01 | ipconfig /all | - | 2024-01-15T10:22:33",
  "20240115102233 - SRV01 Incident/Network.txt → IRTriage | SRV01 | - | - | 2024-01-15T10:22:33",
  "LiveResponse/network_connections.txt → KAPE | - | netstat -anob | - | -",
  "LiveResponse/SystemInfo.csv → KAPE | - | systeminfo /FO CSV | - | -",
  "LiveResponse/msinfo.txt → KAPE | - | - | - | -",
  "SRV01_20240115_102233/_Network/netstat.txt → mDCT++ | SRV01 | - | - | 2024-01-15T10:22:33",
  "SRV01_20240115_102233/GeneralSystemInfo/systeminfo.txt → mDCT++ | SRV01 | - | - | 2024-01-15T10:22:33",
  "MDEClientAnalyzerResult/NetStatOutputAtStart.txt → MDE Client Analyzer | - | netstat -anob | start | -",
  "MDEClientAnalyzerResult/NetStatOutputAtStop.txt → MDE Client Analyzer | - | netstat -anob | stop | -",
  "SRV01__netstat.csv → phase1 batch | SRV01 | netstat -ano | - | -",
  "SRV01__tasklist_service.csv → phase1 batch | SRV01 | tasklist /svc /FO csv | - | -",
  "SRV01__netadapters.csv → phase1 batch | SRV01 | wmic nic where NetEnabled='TRUE' get /FORMAT:CSV | - | -",
  "SRV01__netconfig.csv → phase1 batch | SRV01 | - | - | -",
  "SRV01__currenttime.txt → phase1 batch | SRV01 | - | - | -",
  "Print-Results-SRV01-20240115_102233/ipconfig.txt → Print-Collect | SRV01 | ipconfig /all | - | 2024-01-15T10:22:33",
  "Print-Results-SRV01-20240115_102233/hotfixes.txt → Print-Collect | SRV01 | Get-HotFix | - | 2024-01-15T10:22:33",
  "Print-Results-SRV01-20240115_102233/script-errors.txt → Print-Collect | SRV01 | - | - | 2024-01-15T10:22:33 | log",
  "Sched-Results-SRV01-20240115_102233/netstat.txt → Sched-Collect | SRV01 | netstat -anob | - | 2024-01-15T10:22:33",
  "_psSDP-DiagLog.txt → psSDP | - | - | - | - | log",
  "_psSDP_SRV01_Transcript.txt → psSDP | - | - | - | - | log",
  "rancher_SRV01_20240115T092233Z/log-collector/netstatall → Rancher log collector | SRV01 | netstat -qb | - | 2024-01-15T09:22:33Z",
  "rancher_SRV01_20240115T092233Z/log-collector/netstatstats → Rancher log collector | SRV01 | netstat -es | - | 2024-01-15T09:22:33Z",
  "rancher_SRV01_20240115T092233Z/log-collector/netstatroute → Rancher log collector | SRV01 | netstat -r | - | 2024-01-15T09:22:33Z",
  "rancher_SRV01_20240115T092233Z/log-collector/ipconfigall.txt → Rancher log collector | SRV01 | ipconfig /allcompartments /all | - | 2024-01-15T09:22:33Z",
  "rancher_SRV01_20240115T092233Z/log-collector/networkadapter → Rancher log collector | SRV01 | Get-NetAdapter | - | 2024-01-15T09:22:33Z",
  "rancher_SRV01_20240115T092233Z/log-collector/systeminfo → Rancher log collector | SRV01 | systeminfo | - | 2024-01-15T09:22:33Z",
  "rancher_SRV01_20240115T092233Z/log-collector/services → Rancher log collector | SRV01 | Get-Service | - | 2024-01-15T09:22:33Z",
  "HealthTest-cluster-20240115-1022.zip!Node_SRV01/SystemInfo.TXT → SDDC | SRV01 | systeminfo | - | 2024-01-15T10:22:00",
  "HealthTest-cluster-20240115-1022.zip!Node_SRV01/GetNetAdapterRss.txt → SDDC | SRV01 | Get-NetAdapterRss | - | 2024-01-15T10:22:00",
  "HealthTest-cluster-20240115-1022.zip!Node_SRV01/GetHotFix.xml → SDDC | SRV01 | Get-HotFix | - | 2024-01-15T10:22:00",
  "HealthTest-cluster-20240115-1022.zip!Node_SRV01/GetVolume.txt → SDDC | SRV01 | - | - | 2024-01-15T10:22:00",
  "Setup_Report_SRV01_20240115/SRV01_NETWORK_TCPIP_info.txt → Setup_Report | SRV01 | - | - | -",
  "Setup_Report_SRV01_20240115/SRV01_NETWORK_TCPIP_OFFLOAD.txt → Setup_Report | SRV01 | - | - | -",
  "Setup_Report_SRV01_20240115/SRV01_Errorout.txt → Setup_Report | SRV01 | - | - | - | log",
  "SQLTrace_20240115_102233/NetStatAtStart.txt → SQLTrace | - | netstat -abon | start | 2024-01-15T10:22:33",
  "SQLTrace_20240115_102233/NetStatAtEnd.txt → SQLTrace | - | netstat -abon | stop | -",
  "server.zip!sqlhc.zip!netshinttcpshglorsschimney.txt → SQLHC | - | netsh interface tcp show global | - | -",
  "server.zip!sqlhc.zip!netshintshint.txt → SQLHC | - | netsh interface show interface | - | -",
  "server.zip!sqlhc.zip!netipconfigall.txt → SQLHC | - | ipconfig /all | - | -",
  "server.zip!sqlhc.zip!kblistinstalled.txt → SQLHC | - | wmic qfe list /format:csv | - | -",
  "server.zip!sqlhc.zip!netstatssvr.txt → SQLHC | - | net statistics server | - | -",
  "SRV01_TcpIp-Info.txt → SDP TcpIp-Info | SRV01 | - | - | -",
  "SRV01_OS_TCPIP-Info.txt → SDP TcpIp-Info | SRV01 | - | - | -",
  "TriageAcquisition-SRV01.txt → TriageAcquisition | - | - | - | -",
  "TriageAcquisition.log → TriageAcquisition | - | - | - | -",
  "logfiles/netsh2.txt → TTSupport | - | netsh interface tcp show global | - | -",
  "logfiles/netsh1.txt → TTSupport | - | netsh interface ip show global | - | -",
  "logfiles/netsh.txt → TTSupport | - | netsh int ip sh joins | - | -",
  "logfiles/netstat1.txt → TTSupport | - | netstat -nab | - | -",
  "logfiles/netstat2.txt → TTSupport | - | netstat -rse | - | -",
  "SRV01_20240115102233.tar!$metadata$/command-output/netstat → acquire | SRV01 | netstat -a -n -o | - | 2024-01-15T10:22:33Z",
  "TSS_SRV01_240115-102233_NET/SRV01_240115-102233_interface-tcp-show-global.txt → TSS | SRV01 | netsh interface tcp show global | - | -",
  "TSS_SRV01_240115-102233_NET/SRV01_240115-102233_OS_TCPIP-Info-netstat.txt → TSS | SRV01 | netstat -nato -p tcp | - | -",
  "TSS_SRV01_240115-102233_NET/SRV01_240115-102233_OS_TCPIP-Info-netsh.txt → TSS | SRV01 | netsh int tcp show global | - | -",
  "TSS_SRV01_240115-102233_NET/SRV01_240115-102233_Get-NetAdapterRss.txt → TSS | SRV01 | Get-NetAdapterRss | - | -",
  "TSS_SRV01_240115-102233_NET/SRV01_240115-102233_NETWORK_TCPIP_info_Start_.txt → TSS | SRV01 | - | start | 2024-01-15T10:22:33",
  "TSS_SRV01_240115-102233_NET/SRV01_240115-102233_NETWORK_TCPIP_info_Stop_.txt → TSS | SRV01 | - | stop | -",
  "TSS_SRV01_240115-102233_NET/SRV01_240115-102233_Log-trace.txt → TSS | SRV01 | - | - | - | log",
].map((row) => {
  const [path = "", expected = ""] = row.split(" → ");
  return [path, expected] as const;
});

describe("the name of a file", () => {
  it.each(rows)("says by itself: %s", (path, expected) => {
    expect(said(path)).toBe(expected);
    expect(said(path.replaceAll("/", "\\"))).toBe(expected);
  });
});

describe("a name that is alike", () => {
  const withCommand = rows.filter(([, expected]) => expected.split(" | ")[2] !== "-");
  const commandOf = (path: string) => attribute(path, "")?.command;

  it.each(withCommand)("tells no command with another ending: %s", (path) => {
    expect(commandOf(`${path}x`)).toBeUndefined();
  });

  it.each(withCommand)("is another file, or that of another host, with another beginning: %s", (path, expected) => {
    expect(said(path.replace(/[^/!]+$/, "x$&"))).not.toBe(expected);
  });

  const runs =
    /^(?:MSRD-Results-SRV01-|SdnData|DFIR-|SRV01\.2024|Print-|Sched-|rancher_|SQLTrace_|LiveResponse|logfiles)/;

  it.each(rows.filter(([path]) => runs.test(path)))("is no folder of a run: around %s", (path, expected) => {
    expect(said(`x${path}`)).not.toBe(expected);
    expect(said(path.replace(/[/!]|\.\w+!/, "-x$&"))).not.toBe(expected);
  });
});

describe("the beginning of a file", () => {
  const line = (sign: string, length: number) => `${sign.repeat(length)}\r\n`;
  const heads: readonly (readonly [collector: string, file: string, head: string])[] = [
    ["psSDP", "SRV01_TCPIP_info.txt", `${line("=", 52)}netstat -nato\r\n`],
    ["psSDP", "stdout.log", "[RunCMD] Running Command: netstat -nato\r\n"],
    ["SDP classic", "SRV01_TCPIP_info.txt", ` \r\n${line("-", 50)}[netstat -ano]\r\n${line("-", 50)}`],
    ["SDP classic", "SRV01_TCPIP_OFFLOAD.txt", `${line("=", 50)}[TCP/IP]\r\n${line("=", 50)}`],
    ["SDP classic", "SRV01_TCPIP_netsh_info.txt", `${line("-", 25)}netsh int tcp show global\r\n${line("-", 25)}`],
    ["cbcollect_info", "couchbase.log", `${line("=", 78)}Sockets\r\nnetstat -an\r\n${line("=", 78)}`],
    ["ir-rescue", "out.txt", "ir-rescue-win-v2.1.3 10:22:33\r\n"],
    ["SQLCheck", "out.txt", "SQL Server Connectivity Check v1.2\r\n"],
  ];

  it.each(heads)("says that it is of %s: %s", (collector, file, head) => {
    expect(attribute(file, head)?.collector).toBe(collector);
    expect(attribute(file, `x${head}`)?.collector).not.toBe(collector);
    expect(attribute(`${file}x`, head)?.collector === collector).toBe(file === "out.txt");
  });
});

const ofSdp = [
  ..."TCPIP_info.txt TCPIP_OFFLOAD.txt TCPIP_netsh_info.txt TCPIP_info_pscmdlets_net.txt TCPIP_reg_output.TXT".split(
    " ",
  ),
  ..."BasicSystemInfo.htm Hotfixes.csv NetworkAdapters_info_pscmdlets.txt NLB_info.txt NLB_reg.txt".split(" "),
  ..."NetworkLBFO_info.txt HyperVNetworking_info_pscmdlets.txt HyperVNetworking_reg_output.txt".split(" "),
  ..."IPsec_netsh_dynamic.txt IPsec_netsh_static.txt IPsec_reg_output.txt NetworkAdapters_reg_output.txt".split(" "),
  ..."Firewall_netsh_advfirewall.txt Firewall_netsh_firewall.txt SC_Services_Output.txt".split(" "),
];

describe("SDP", () => {
  it.each(ofSdp)("names the host in front of _%s", (name) => {
    expect(said(`SRV01_${name}`)).toBe("SDP | SRV01 | - | - | -");
    expect(said(`SRV01_${name}x`)).toBe("nobody");
    expect(said(`SRV01${name}`)).toBe("nobody");
  });
});

/** Longer than any name of a host, and no part of a name that a collector gives. */
const LONG = "x".repeat(70);

/** A name of the path with something that no collector writes in front of it, behind it and in its place. */
function variants(path: string, name: string): readonly [front: string, behind: string, instead: string] {
  const [, stem = name, ending = ""] = /^(.*?)((?:\.[A-Za-z]\w{0,4})*)$/.exec(name) ?? [];
  const changed = (to: string) => path.replace(name, () => to);
  return [changed(`${LONG}${name}`), changed(`${stem}${LONG}${ending}`), changed(`${LONG}${ending}`)];
}

/** Names in which any words may stand: of nodes, experiments, clusters and what TSS was told to collect. */
const OPEN =
  /^SRV01$|_(?:sysctl|ifconfig)\.log|^_psSDP|^HealthTest|_Errorout|^TriageAcquisition|^SRV01_240115|^TSS_SRV01/;

describe("a name that only holds one of a collector's is not taken for it", () => {
  it.each(rows)("%s", (path) => {
    for (const name of path.split(/[/!]/).filter((one) => !OPEN.test(one))) {
      const [front, behind, instead] = variants(path, name);
      expect([said(front), said(behind)], name).toEqual([said(instead), said(instead)]);
    }
  });
});
