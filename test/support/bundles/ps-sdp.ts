import { box, boxed, lineFeeds, overview, titled } from "./boxes.ts";
import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import { errors, hostOutputs, lines, outputs } from "./texts.ts";

/** The stamp in all names, which is UTC. */
const STAMP = "240202-191840";

/** A pack of psSDP's networking part, as its archive holds it. */
export function psSdp(origin: Origin): TestBundle {
  return { name: `tss_${STAMP}_${origin.host}_psSDP_Net`, files: psSdpFiles(origin) };
}

/** The same, where the collector was told to leave a folder behind. */
export function psSdpResults(origin: Origin): TestBundle {
  return { name: `Results_Net_${STAMP}`, files: psSdpFiles(origin) };
}

/** The files that one computer adds to a pack, and those of the run itself. */
function psSdpFiles({ host, language }: Origin): readonly TextFile[] {
  const own = (what: string, text: string): TextFile => ({ path: `${host}_${what}`, text, encoding: "utf-16le" });
  const origin = { host, language };
  return [
    { path: `_psSDP-DiagLog_${STAMP}.txt`, text: diagLog, encoding: "utf-16le" },
    { path: `_psSDP_Net_Transcript_${host}_${STAMP}.Log`, text: transcript, encoding: "utf-8" },
    { path: "stdout.log", text: stdout(host), encoding: "utf-16le" },
    own("BasicSystemInfo.TXT", basicSystemInfo(host)),
    own("TCPIP_info.TXT", info(origin)),
    own("TCPIP_OFFLOAD.TXT", offload(origin)),
    own("TCPIP_netsh_info.TXT", netshInfo(origin)),
    own("TCPIP_reg_output.TXT", registry),
    own("TCPIP_ServicesFile.TXT", portNames),
    own("Netsh_Autotuning.txt", autotuning(origin)),
    own("TCPIP_info_pscmdlets_net.TXT", boxed("Get-NetOffloadGlobalSetting", offloadSettings)),
    own("NetworkAdapters_info_pscmdlets.TXT", boxed("Get-NetAdapterRss", receiveSideScaling)),
    own("NLB_info.txt", lines('The "WLBS" registry location does not exist')),
    own("SC_Services_Output.txt", services),
  ];
}

const diagLog = lines(
  "Start time (UTC):   2024-02-02 19:18:40",
  "OS Culture: de-DE [ UI Culture: de-DE ]",
  "netsh int tcp show global",
);

const transcript = lines("Running netsh interface tcp show global", "Running netstat -nato", "Done.");

const stdout = (host: string): string =>
  lines(
    "[RunCMD] Running Command:",
    `cmd.exe /c netsh int tcp show global >> C:\\MS_DATA\\${host}_TCPIP_OFFLOAD.TXT`,
    "--[Stdout-Output]---------------------",
    "(No stdout output generated)",
    "--[Finished-Output]-------------------",
  );

const fact = (label: string, value: string): string => `${label.padEnd(48)}: ${value}`;

const basicSystemInfo = (host: string): string =>
  lines(
    fact("Machine Name", host),
    fact("OS Name", "Microsoft Windows Server 2008 R2 Enterprise Service Pack 1 64-bit"),
    fact("Build", "6.1.7601"),
    fact("Role", "Member Server"),
  );

const info = ({ host, language }: Origin): string =>
  overview("TCPIP Networking Information", [
    "TCPIP Networking Information",
    "hostname",
    "ipconfig /allcompartments /all",
    "route print",
    "arp -a",
    "netstat -nato",
    "netstat -anob",
    "netstat -es",
  ]) +
  titled("TCPIP Networking Information") +
  lineFeeds(3) +
  boxed("hostname ", hostOutputs.hostname(host)) +
  boxed("ipconfig /allcompartments /all", hostOutputs.ipConfig(host)) +
  boxed("route print ", outputs.routes()) +
  boxed("arp -a", outputs.arp()) +
  boxed("netstat -nato", outputs.netstatNato(language)) +
  boxed("netstat -anob", outputs.netstatAnob(language)) +
  boxed("netstat -es", outputs.statistics());

const offload = ({ language }: Origin): string =>
  overview("TCPIP Offload Information", [
    "TCPIP Offload Information",
    "netsh int tcp show global",
    "netsh int ipv4 show offload",
    "netstat -nato -p tcp",
  ]) +
  boxed("netsh int tcp show global", outputs.tcpGlobal(language)) +
  boxed("netsh int ipv4 show offload", outputs.ipOffload()) +
  boxed("netstat -nato -p tcp", outputs.netstatNatoTcp(language));

const netshInfo = ({ language }: Origin): string =>
  overview(
    "TCPIP Netsh Commands",
    [
      "TCP Netsh Commands",
      "netsh int tcp show global",
      "netsh int tcp show heuristics",
      "netsh int tcp show chimneyapplications",
      "netsh int tcp show chimneyports",
      "netsh int tcp show chimneystats",
      "netsh int tcp show netdmastats",
      "netsh int tcp show rscstats",
      "netsh int tcp show security",
      "netsh int tcp show supplemental",
    ],
    ["IPv4 Netsh Commands", "netsh int show int", "netsh int ipv4 show global", "netsh int ipv4 show offload"],
    ["NetIO Netsh Commands", "netio show bindingfilters"],
    ["PortProxy", "netsh int portproxy show all"],
  ) +
  titled("TCP Netsh Commands") +
  lineFeeds(3) +
  boxed("netsh int tcp show global", outputs.tcpGlobal(language)) +
  boxed("netsh int tcp show heuristics", outputs.tcpHeuristics()) +
  boxed("netsh int tcp show chimneyapplications", outputs.chimneyApplications(language)) +
  boxed("netsh int tcp show chimneyports", outputs.chimneyPorts(language)) +
  boxed("netsh int tcp show chimneystats", outputs.chimneyStats(language)) +
  boxed("netsh int tcp show netdmastats", outputs.netDmaStats()) +
  boxed("netsh int tcp show rscstats", errors.notFound(language, "int tcp show rscstats")) +
  boxed("netsh int tcp show security", outputs.other()) +
  boxed("netsh int tcp show supplemental", outputs.supplemental()) +
  titled("IPv4 Netsh Commands") +
  lineFeeds(3) +
  boxed("netsh int show int", outputs.interfaces()) +
  boxed("netsh int ipv4 show dynamicportrange tcp", outputs.dynamicPorts()) +
  boxed("netsh int ipv4 show global", outputs.ipGlobal()) +
  boxed("netsh int ipv4 show offload", outputs.ipOffload()) +
  titled("IPv6 Netsh Commands") +
  lineFeeds(3) +
  boxed("netsh int show int", outputs.interfaces());

const registry =
  box("reg query HKLM\\SYSTEM\\CurrentControlSet\\services\\TCPIP /s") +
  lines(
    "",
    "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\services\\TCPIP",
    "    DisplayName    REG_SZ    @%SystemRoot%\\system32\\tcpipcfg.dll,-50003",
    "",
    "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\services\\TCPIP\\Parameters",
    "    EnableTCPChimney    REG_DWORD    0x2",
    "    EnableRSS    REG_DWORD    0x1",
    "",
  ) +
  lineFeeds(3);

const portNames = lines(
  "# This file contains port numbers for well-known services.",
  "",
  "ftp  21/tcp",
  "https  443/tcp",
);

const autotuning = ({ language }: Origin): string =>
  outputs.tcpGlobal(language) +
  lines(
    "=".repeat(75),
    "To view Auto-Tuning settings: netsh interface tcp show global",
    "To Disable Auto-Tuning:       netsh interface tcp set global autotuninglevel=disabled (requires restart)",
    "Enable Auto-Tuning:           netsh interface tcp set global autotuninglevel=normal (requires restart)",
  );

const offloadSettings = lines(
  "",
  "ReceiveSideScaling           : Enabled",
  "ReceiveSegmentCoalescing     : Enabled",
  "Chimney                      : Automatic",
  "TaskOffload                  : Enabled",
  "",
);

const receiveSideScaling = lines(
  "",
  "Name                                            : Ethernet 1",
  "InterfaceDescription                            : Example 10 Gbps Adapter",
  "Enabled                                         : True",
  "NumberOfReceiveQueues                           : 8",
  "",
);

const services = lines(
  "SERVICE_NAME: PolicyAgent",
  "DISPLAY_NAME: IPsec Policy Agent",
  "        TYPE               : 20  WIN32_SHARE_PROCESS  ",
  "        STATE              : 4  RUNNING ",
  "                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)",
  "",
);
