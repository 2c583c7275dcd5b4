import { type Language, lines, type RawOutput } from "./lines.ts";
import { netstat } from "./netstat-texts.ts";
import { settings } from "./settings-texts.ts";

export { type Language, lines, type RawOutput } from "./lines.ts";
export { netstat, netstatRows } from "./netstat-texts.ts";
export { globalRows } from "./settings-texts.ts";

const ipOffload = lines(
  "",
  "Interface 12: Local Area Connection",
  "",
  "ipv4 transmit checksum supported.",
  "tcp transmit checksum supported.",
  "tcp large send offload supported.",
  "",
  "Interface 1: Loopback Pseudo-Interface 1",
  "",
);

/** The messages that stand where an output should be. German ones as Microsoft's own pages quote them. */
export const errors = {
  notFound: (language: Language, command: string): string =>
    language === "de-DE"
      ? lines(`Der folgende Befehl wurde nicht gefunden: ${command}.`)
      : lines(`The following command was not found: ${command}.`),
  elevation: (language: Language): string =>
    language === "de-DE"
      ? lines("Der angeforderte Vorgang erfordert erhöhte Rechte.", "")
      : lines("The requested operation requires elevation (Run as administrator).", ""),
  accessDenied: (): string => lines("Access is denied."),
};

/** Raw outputs by command, without any header; what a language has no known words for is English. */
export const outputs = {
  netstatNato: netstat.nato,
  netstatNatoTcp: netstat.natoTcp,
  netstatNt: netstat.nt,
  netstatAnotb: netstat.anotb,
  netstatAno: netstat.ano,
  netstatAnob: netstat.anob,
  ...settings,
  chimneyStats: (language: Language) =>
    language === "de-DE"
      ? errors.notFound(language, "int tcp show chimneystats")
      : lines("Your System Administrator has disabled TCP Chimney.", ""),
  chimneyApplications: (language: Language) => errors.notFound(language, "int tcp show chimneyapplications"),
  chimneyPorts: (language: Language) => errors.notFound(language, "int tcp show chimneyports"),
  netDmaStats: () =>
    lines(
      "NetDMA is not supported in this version of Windows.",
      "Changing NetDMA settings will have no effect.",
      "Please refer to: http://msdn.microsoft.com/en-us/library/ff568342(VS.85).aspx",
      "for more information.",
      "",
    ),
  ipOffload: () => ipOffload,
  arp: () =>
    lines(
      "",
      "Interface: 192.0.2.20 --- 0xc",
      "  Internet Address      Physical Address      Type",
      "  192.0.2.5             00-00-5e-00-53-05     dynamic   ",
      "  198.51.100.31         00-00-5e-00-53-31     dynamic   ",
    ),
  routes: () =>
    lines(
      "=".repeat(75),
      "Interface List",
      " 12...00 00 5e 00 53 20 ......Example 10 Gbps Adapter",
      "  1...........................Software Loopback Interface 1",
      "=".repeat(75),
      "",
      "IPv4 Route Table",
      "=".repeat(75),
      "Active Routes:",
      "Network Destination        Netmask          Gateway       Interface  Metric",
      "          0.0.0.0          0.0.0.0        192.0.2.1       192.0.2.20    266",
      "=".repeat(75),
      "Persistent Routes:",
      "  None",
      "",
    ),
  statistics: () =>
    lines(
      "Interface Statistics",
      "",
      "                           Received            Sent",
      "",
      "Bytes                     403927281       131207811",
      "",
      "TCP Statistics for IPv4",
      "",
      "  Active Opens                        = 3241",
      "  Passive Opens                       = 1180",
      "  Current Connections                 = 8",
      "",
    ),
  interfaces: () =>
    lines(
      "",
      "Admin State    State          Type             Interface Name",
      "-".repeat(73),
      "Enabled        Connected      Dedicated        Local Area Connection",
      "",
    ),
  dynamicPorts: () =>
    lines(
      "",
      "Protocol tcp Dynamic Port Range",
      "-".repeat(33),
      "Start Port      : 49152",
      "Number of Ports : 16384",
      "",
    ),
  other: () => lines("", "Nothing of interest is printed here.", ""),
} satisfies { readonly [command: string]: RawOutput };

/** Outputs that name the host they were made on. */
export const hostOutputs = {
  hostname: (host: string): string => lines(host),
  ipConfig: (host: string): string =>
    lines(
      "",
      "Windows IP Configuration",
      "",
      `   Host Name . . . . . . . . . . . . : ${host}`,
      "   Primary Dns Suffix  . . . . . . . : example.com",
      "   IP Routing Enabled. . . . . . . . : No",
      "",
      "Ethernet adapter Local Area Connection:",
      "",
      "   Description . . . . . . . . . . . : Example 10 Gbps Adapter",
      "   IPv4 Address. . . . . . . . . . . : 192.0.2.20(Preferred) ",
      "",
    ),
  systemInfo: (host: string): string =>
    lines(
      "",
      `Host Name:                 ${host}`,
      "OS Name:                   Microsoft Windows Server 2008 R2 Enterprise ",
      "OS Version:                6.1.7601 Service Pack 1 Build 7601",
      "",
    ),
};
