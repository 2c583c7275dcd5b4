import type { Origin, TestBundle } from "./bundle.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

/** A pack for SQL Server, whose networking part is this one file. */
export function tcpIpInfo(origin: Origin): TestBundle {
  const { host } = origin;
  return {
    name: `tss_240202-191840_${host}_psSDP_SQLbase`,
    files: [{ path: `${host}_TcpIp-Info.txt`, text: info(origin), encoding: "utf-16le" }],
  };
}

/** A pack for Configuration Manager: another name, and one command less. */
export function osTcpIpInfo(origin: Origin): TestBundle {
  const { host } = origin;
  return {
    name: `tss_240202-191840_${host}_psSDP_SCCM`,
    files: [
      { path: `${host}_OS_TCPIP-Info.txt`, text: info(origin), encoding: "utf-16le" },
      { path: `${host}__NET_Summary.txt`, text: outputs.other(), encoding: "utf-16le" },
    ],
  };
}

const section = (command: string, output: string): string => {
  const rule = "-".repeat(command.length + 2);
  return lines("", rule, `[${command}]`, rule, "") + output;
};

const info = ({ host, language }: Origin): string =>
  section("hostname", hostOutputs.hostname(host)) +
  section("ipconfig /all", hostOutputs.ipConfig(host)) +
  section("arp -a", outputs.arp()) +
  section("nbtstat -n", outputs.other()) +
  section("netstat -ano", outputs.netstatAno(language)) +
  section("netstat -anob", outputs.netstatAnob(language)) +
  section("reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters", registry) +
  section("netsh int tcp show global", outputs.tcpGlobal(language)) +
  section("netsh int ipv4 show offload", outputs.ipOffload()) +
  section("netstat -nato -p tcp", outputs.netstatNatoTcp(language));

const registry = lines(
  "",
  "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters",
  "    EnableTCPChimney    REG_DWORD    0x2",
  "    EnableRSS    REG_DWORD    0x1",
  "",
);
