import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import type { Encoding } from "./encode.ts";
import { errors, hostOutputs, type Language, lines, outputs } from "./texts.ts";

/** The code page of Windows in each language. */
const codePages: { readonly [L in Language]: Encoding } = {
  "en-US": "windows-1252",
  "de-DE": "windows-1252",
  "ja-JP": "cp932",
};

const ADAPTER = "pNIC.5.Ethernet 2.Intel(R) Ethernet Server Adapter X520-2 #2";

/** What Get-NetView leaves; the hour in the name is of a clock of twelve hours. */
export function getNetView({ host, language }: Origin): TestBundle {
  const own = (path: string, text: string): TextFile => ({ path, text, encoding: codePages[language] });
  const headed = (command: string, output: string): string =>
    lines(`Administrator @ ${host}:`, `PS C:\\Windows\\system32> ${command}`) + output;
  return {
    name: `msdbg.${host}-2024.01.15_10.22.33`,
    files: [
      own(
        "_netstat.txt",
        headed("netstat -nasert", outputs.netstatNt(language)) +
          headed("netstat -an", outputs.other()) +
          headed('netstat -xan | ? {$_ -match "445"}', lines("[Failed]") + errors.elevation(language)),
      ),
      own("_ipconfig.txt", headed("ipconfig /allcompartments /all", hostOutputs.ipConfig(host))),
      own(
        "Get-NetOffloadGlobalSetting.txt",
        headed("Get-NetOffloadGlobalSetting | Format-List -Property *", offloadGlobalSetting),
      ),
      own(
        `${ADAPTER}/Get-NetAdapterRss.txt`,
        headed('Get-NetAdapterRss -Name "Ethernet 2" | Format-List', lines("[Unavailable]")),
      ),
      own("_Logs/Get-NetView.log", lines("netstat -nasert") + outputs.netstatNt(language)),
      { path: "_Localhost/RegistryFiles.zip", inner: { name: "RegistryFiles", files: [] } },
    ],
  };
}

/** All of what `Get-NetOffloadGlobalSetting` says, as `Format-List -Property *` prints it. */
export const offloadGlobalSetting = lines(
  "",
  "ReceiveSideScaling           : Enabled",
  "ReceiveSegmentCoalescing     : Enabled",
  "Chimney                      : Disabled",
  "TaskOffload                  : Enabled",
  "NetworkDirect                : Enabled",
  "NetworkDirectAcrossIPSubnets : Blocked",
  "PacketCoalescingFilter       : Disabled",
  "",
);
