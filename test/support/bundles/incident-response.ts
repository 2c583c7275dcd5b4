import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import type { Encoding } from "./encode.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

/** `>` of cmd.exe. */
const file = (path: string, text: string, encoding: Encoding = "cp850"): TextFile => ({ path, text, encoding });

export function dfirTriage({ host, language }: Origin): TestBundle {
  const data = "LiveResponseData";
  return {
    name: `${host}.20240115102233`,
    files: [
      file(`${data}/NetworkInfo/Open_network_connections.txt`, outputs.netstatAnob(language)),
      file(`${data}/NetworkInfo/Internet_settings.txt`, hostOutputs.ipConfig(host)),
      file(`${data}/BasicInfo/system_info.txt`, hostOutputs.systemInfo(host)),
      file("Triage_info.txt", lines(`Hostname: ${host}`, "User : admin", "Time: 20240115102233", "Version: 5.0.1")),
    ],
  };
}

/** A heading above each output. */
export function irRescue({ host, language }: Origin): TestBundle {
  const asked = (clock: string, command: string, output: string) =>
    lines("", `ir-rescue-win-v1.4.4 2024-01-15 ${clock} (UTC+1): "${command}" `, "") + output;
  return {
    name: `${host}-20240115`,
    files: [
      file("data/network/conn.txt", asked("10:22:41", "netstat -abno", outputs.netstatAnob(language))),
      file("data/system/info.txt", asked("10:23:05", "systeminfo", hostOutputs.systemInfo(host))),
    ],
  };
}

/** A file for each command, the host in front. */
export function phase1Batch({ host, language }: Origin): TestBundle {
  return {
    name: "phase1",
    files: [
      file(`${host}__currenttime.txt`, lines("Mon 01/15/2024 10:22:33.12 ")),
      file(`${host}__netstat.csv`, outputs.netstatAno(language)),
    ],
  };
}

export function kape({ host, language }: Origin): TestBundle {
  const system = lines(
    '"Host Name","OS Name","OS Version","OS Manufacturer"',
    `"${host}","Microsoft Windows Server 2008 R2 Enterprise","6.1.7601 Service Pack 1 Build 7601","Microsoft Corporation"`,
  );
  return {
    name: "modules",
    files: [
      file("LiveResponse/network_connections.txt", outputs.netstatAnob(language)),
      file("LiveResponse/SystemInfo.csv", system),
    ],
  };
}

/** Two tables, one behind the other. */
export function irTriage({ host, language }: Origin): TestBundle {
  const tables = outputs.netstatAno(language) + outputs.netstatAnob(language);
  return {
    name: `20240115102233 - ${host} Incident`,
    files: [file("Network Connections.txt", tables), file("IP Info.txt", hostOutputs.ipConfig(host))],
  };
}

export function acquire({ host, language }: Origin): TestBundle {
  return {
    name: `${host}_20240115092233`,
    files: [file("$metadata$/command-output/netstat", outputs.netstatAno(language))],
  };
}

/** What ConvertTo-Csv makes of the connections, with all properties. */
export function dfirScript({ host }: Origin): TestBundle {
  const heading =
    '"State","AppliedSetting","OwningProcess","LocalAddress","LocalPort","RemoteAddress","RemotePort","OffloadState"';
  const row = (port: number, offload: string) =>
    `"Established","Internet","4","192.0.2.20","445","198.51.100.31","${port}","${offload}"`;
  const connections = lines(heading, row(50001, "Offloaded"), row(50002, "InHost"));
  return {
    name: `DFIR-${host}-2024-01-15`,
    files: [
      file("CSV Results (SIEM Import Data)/OpenTCPConnections.csv", connections, "utf-8"),
      file("ipconfig.txt", hostOutputs.ipConfig(host), "utf-16le"),
    ],
  };
}

/** One text with titles in the middle of the line. */
export function triageAcquisition({ host, language }: Origin): TestBundle {
  const titled = (title: string, output: string) => lines("", " ".repeat(30) + title, "") + output;
  const text =
    lines("TriageAcquisition", `Computer Name: ${host}`, "Local Time: 2024-01-15 10:22:33", "") +
    titled("System Information (systeminfo)", hostOutputs.systemInfo(host)) +
    titled("(netstat -ano)", outputs.netstatAno(language));
  return { name: "triage", files: [file("TriageAcquisition.txt", text)] };
}

/** An archive within an archive. */
export function dfirOrc({ host, language }: Origin): TestBundle {
  const inner: TestBundle = { name: "little", files: [file("netstat.txt", outputs.netstatAno(language))] };
  return { name: `DFIR-ORC_Server_${host}_Little`, files: [{ path: "little.7z", inner }] };
}
