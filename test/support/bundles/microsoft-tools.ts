import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import type { Encoding } from "./encode.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

/** `>` and Out-File of Windows PowerShell. */
const file = (path: string, text: string, encoding: Encoding = "utf-16le"): TextFile => ({ path, text, encoding });

const hotfixes = lines(
  "",
  "Source        Description      HotFixID      InstalledBy          InstalledOn",
  "------        -----------      --------      -----------          -----------",
  "SRV01         Update           KB2525390     EXAMPLE\\admin        3/12/2012 12:00:00 AM",
  "",
);

/** The settings of TCP, and right behind them those of UDP. `headed` prints what stands above an output. */
export function msrdCollect({ host, language }: Origin, headed: (command: string) => string = () => ""): TestBundle {
  const udp =
    headed("netsh interface udp show global") +
    lines("", "UDP Global Parameters", "-".repeat(46), "Receive Offload State               : enabled", "");
  const network = `${host}_Networking/${host}`;
  return {
    name: `MSRD-Results-${host}-20240115_102233`,
    files: [
      file(
        `${network}_NetshInterfaceGlobal.txt`,
        headed("netsh interface tcp show global") + outputs.tcpGlobal(language) + udp,
      ),
      file(`${network}_Netstat.txt`, headed("netstat -anobq") + outputs.netstatAnob(language)),
      file(`${host}_SystemInfo/${host}_Hotfixes.txt`, hotfixes),
      file(`${host}_MSRD-Collect-Log.txt`, lines("2024-01-15 10:22:40 [Core] Running netstat -anobq 2>&1"), "utf-8"),
    ],
  };
}

/** Start and stop of a reproduction, each with its time below. */
export function mdeClientAnalyzer({ host, language }: Origin): TestBundle {
  const taken = (time: string) => lines(`Netstat output above was taken at: ${time}`);
  const traces = "MDEClientAnalyzerResult/NetTraces";
  return {
    name: `TSS_${host}_240115-102233_SEC_MDE`,
    files: [
      file(`${traces}/NetStatOutputAtStart.txt`, outputs.netstatAnob(language) + taken("01/15/2024 10:22:41")),
      file(`${traces}/NetStatOutputAtStop.txt`, outputs.netstatAnob(language) + taken("01/15/2024 10:52:41")),
    ],
  };
}

const results =
  (name: string) =>
  ({ host, language }: Origin): TestBundle => ({
    name: `${name}-Results-${host}-20240115_102233`,
    files: [
      file("netstat.txt", outputs.netstatAnob(language)),
      file("ipconfig.txt", hostOutputs.ipConfig(host)),
      file("hotfixes.txt", hotfixes),
      file("script-output.txt", lines("10:22:41 netstat -anob >C:\\Temp\\netstat.txt")),
    ],
  });

export const printCollect = results("Print");
export const schedCollect = results("Sched");

/** A folder for each node. */
export function sdnDiagnostics({ host }: Origin): TestBundle {
  const offload = lines(
    "",
    "ReceiveSideScaling           : Enabled",
    "ReceiveSegmentCoalescing     : Enabled",
    "Chimney                      : Disabled",
    "TaskOffload                  : Enabled",
    "",
  );
  const common = `${host}/ConfigState/Common`;
  return {
    name: "SdnDataCollection_20240115-092233",
    files: [file(`${common}/Get-NetOffloadGlobalSetting.txt`, offload)],
  };
}

/** A report of its own; nothing of it is an output. */
export function healthChecker({ host }: Origin): TestBundle {
  const report = lines(
    "Exchange Health Checker version 24.01.09",
    "RSS Enabled: False --- Warning: Enabling RSS is recommended.",
  );
  return { name: "reports", files: [file(`HealthChecker-${host}-20240115102233.txt`, report)] };
}
