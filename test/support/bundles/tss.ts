import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import { psSdp } from "./ps-sdp.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

/** Stamp of the run, in local time. */
const STAMP = "240115-102233";
const RULE = "=".repeat(38);

/** Files that only some components leave, in folders with stamps of their own. */
export const tssFolders = {
  before: "BasicLog-2024-01-15.1022.33-Before-Repro",
  setupReport: "Setup_Report-2024-01-15.1022.50",
  support: "support-2024-01-15.1023.00/network",
};

/** A run of TSS around a reproduction, with an SDP collected at its end. */
export function tss(origin: Origin): TestBundle {
  const { host, language } = origin;
  const at = (path: string, text: string): TextFile => ({ path, text, encoding: "utf-16le" });
  const own = (what: string, text: string): TextFile => at(`${host}_${STAMP}_${what}`, text);
  const info = `${tssFolders.setupReport}/${host}_NETWORK_TCPIP_OFFLOAD.txt`;
  return {
    name: `TSS_${host}_${STAMP}_NET_General`,
    files: [
      own("NetStat_Info_Start_.txt", netstatInfo(origin, "10:22")),
      own("NetStat_Info_Stop_.txt", netstatInfo(origin, "11:05")),
      own("IPconfig_Info_Stop_.txt", ipconfigInfo(origin, "11:04")),
      own("SystemInfo_Start_.txt", headed("10:22:20.100", "systeminfo.exe ", hostOutputs.systemInfo(host))),
      own("_Log-transcript.txt", lines("Running netsh interface tcp show global", "Running NETSTAT -nato", "Done.")),
      own("_Log-Warn-Err-Info.txt", lines("= End of TSS Data collection: 2024-01-15_09:25:11 UTC =")),
      own("OS_TCPIP-Info-netsh.txt", overwritten(origin)),
      own("OS_TCPIP-Info-netstat.txt", outputs.netstatNatoTcp(language)),
      at(`${tssFolders.before}/OSVersion-Build.txt`, lines("OS Version: 1607(OS Build 10.0.14393.4583)")),
      at(info, headed("10:22:51.204", "netsh int tcp show global ", outputs.tcpGlobal(language))),
      at(`${tssFolders.support}/${host}_interface-tcp-show-global.txt`, outputs.tcpGlobal(language)),
      { path: `tss_240115-092455_${host}_psSDP_Net.zip`, inner: psSdp(origin) },
    ],
  };
}

/** What PowerShell wrote of a command's own line stays behind it: blanks and tabs. */
function headed(clock: string, command: string, output: string): string {
  return lines(RULE, `20240115 ${clock} : ${command}`, RULE) + output;
}

function netstatInfo({ language }: Origin, minute: string): string {
  return (
    headed(`${minute}:33.456`, "NETSTAT -anob\t\t\t\t\t\t", outputs.netstatAnob(language)) +
    headed(`${minute}:34.101`, "NETSTAT -r \t\t\t\t\t\t", outputs.other()) +
    headed(`${minute}:34.377`, "NETSTAT -es \t\t\t\t\t\t", outputs.other()) +
    headed(`${minute}:34.502`, "NETSTAT -nato\t\t \t\t\t\t", outputs.netstatNato(language)) +
    headed(`${minute}:36.018`, "NETSTAT -nato -p tcp \t\t\t\t", outputs.netstatNatoTcp(language)) +
    headed(`${minute}:36.640`, "NETSTAT -anoq", outputs.other())
  );
}

function ipconfigInfo({ host, language }: Origin, minute: string): string {
  return (
    headed(`${minute}:30.004`, "IPCONFIG /ALL \t\t\t\t\t\t", hostOutputs.ipConfig(host)) +
    headed(`${minute}:30.311`, "netsh interface IP show config \t", outputs.other()) +
    headed(`${minute}:31.200`, "netsh interface ipv4 show offload\t", outputs.ipOffload()) +
    headed(`${minute}:31.498`, "netsh interface tcp show global\t", outputs.tcpGlobal(language)) +
    headed(`${minute}:31.795`, "Route Print \t\t\t\t\t\t", outputs.other()) +
    headed(`${minute}:32.090`, "IPCONFIG /DisplayDNS \t\t\t\t", outputs.other())
  );
}

/** The first command wrote over its own heading; the second one was appended. */
function overwritten({ language }: Origin): string {
  return outputs.tcpGlobal(language) + headed("10:25:31.200", "netsh int ipv4 show offload ", outputs.ipOffload());
}
