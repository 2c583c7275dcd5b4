import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import type { Encoding } from "./encode.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

/** `>` of cmd.exe. */
const file = (path: string, text: string, encoding: Encoding = "cp850"): TextFile => ({ path, text, encoding });

export function ttSupport({ host, language }: Origin): TestBundle {
  return {
    name: "support",
    files: [
      file("tt/logfiles/netstat1.txt", outputs.netstatAnob(language)),
      file("tt/logfiles/netsh2.txt", outputs.tcpGlobal(language)),
      file("tt/logfiles/systeminfo.txt", hostOutputs.systemInfo(host)),
    ],
  };
}

/** What Start-Transcript writes where nobody names its file. */
export function powershellTranscript({ host, language }: Origin): TestBundle {
  const prompt = "PS C:\\Users\\admin> ";
  const text =
    lines("**********************", "Windows PowerShell transcript start", "**********************") +
    `${prompt}netstat -anob\n${outputs.netstatAnob(language)}${prompt}netsh int tcp show global\n${outputs.tcpGlobal(language)}`;
  return { name: "transcripts", files: [file(`PowerShell_transcript.${host}.pKr3xY_1.20240115102233.txt`, text)] };
}

/** An archive within an archive. */
export function sqlhc({ host, language }: Origin): TestBundle {
  const inner: TestBundle = {
    name: "data",
    files: [
      file("netshinttcpshglorsschimney.txt", outputs.tcpGlobal(language)),
      file(
        "kblistinstalled.txt",
        lines(
          "Node,Caption,CSName,Description,FixComments,HotFixID,InstallDate,InstalledBy,InstalledOn,Name,ServicePackInEffect,Status",
          `${host},,${host},Hotfix,,KB2525390,,,3/12/2012,,,`,
        ),
      ),
      file("netipconfigall.txt", hostOutputs.ipConfig(host)),
      file("systeminfo.txt", hostOutputs.systemInfo(host)),
    ],
  };
  return { name: "healthcheck", files: [{ path: "data.zip", inner }] };
}

/** Written by bash, so that commands stand above their outputs without quotation marks. */
export function teacup({ host, language }: Origin): TestBundle {
  const asked = (command: string, output: string) => `${command}\n${output}`;
  const text =
    asked("netsh int show int", outputs.interfaces()) +
    asked("netsh int tcp show global", outputs.tcpGlobal(language)) +
    asked("netsh int tcp show heuristics", outputs.tcpHeuristics()) +
    asked("netsh int tcp show chimneystats", outputs.chimneyStats(language)) +
    asked("netsh int ip show offload", outputs.ipOffload());
  return {
    name: "20240115-102233_experiment",
    files: [file(`20240115-102233_experiment_tcp_compound_run_0_${host}_sysctl.log`, text, "cp437")],
  };
}

const registry = (host: string) =>
  lines(
    "",
    "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters",
    `    Hostname    REG_SZ    ${host}`,
    "    EnableTCPChimney    REG_DWORD    0x1",
    "",
  );

/** The settings before and after iperf3 ran. */
export function iperfKit({ host, language }: Origin): TestBundle {
  const moment = (phase: string): readonly TextFile[] => [
    file(`client-${phase}-tcp-global.txt`, outputs.tcpGlobal(language)),
    file(`client-${phase}-tcp-heuristics.txt`, outputs.tcpHeuristics()),
    file(`client-${phase}-tcp-registry.txt`, registry(host)),
  ];
  const version = lines("", "Microsoft Windows [Version 6.1.7601]");
  return { name: "wired-run", files: [file("windows.txt", version), ...moment("before"), ...moment("after")] };
}

/** Packed from its working folder; most files have no ending. */
export function rancher({ host, language }: Origin): TestBundle {
  return {
    name: `rancher_${host}_20240115T0922331234Z`,
    files: [
      file("log-collector/network/netstatall", outputs.netstatAnob(language), "utf-16le"),
      file("log-collector/network/ipconfigall.txt", hostOutputs.ipConfig(host), "utf-16le"),
      file("log-collector/system/systeminfo", hostOutputs.systemInfo(host), "utf-16le"),
    ],
  };
}

/** Nothing in it names the host. */
export function elastic({ language }: Origin): TestBundle {
  return {
    name: "local-diagnostics-20240115-102233",
    files: [file("local-diagnostics/syscalls/netstat.txt", outputs.netstatAno(language), "utf-8")],
  };
}
