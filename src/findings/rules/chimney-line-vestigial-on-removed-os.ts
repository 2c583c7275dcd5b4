import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "chimney-line-vestigial-on-removed-os",
  severity: "info",
  title: "show global still prints that Chimney is disabled, on a Windows that has no Chimney",
  rationale:
    "Chimney was removed with Windows 10 1709, and Server 2019 and later have none. Some builds still print its line, always as disabled, others do not; no document says which build dropped it. The line is a harmless leftover.",
  falseAlarms:
    "Neither the line nor its absence shows the version. No capture we trust has both Chimney and HyStart: such a listing may have been pieced together.",
  remedy: null,
  references: [
    source("removed1709", "TCP Offload Engine"),
    source("adapterTuning", "sample of show global"),
    source("setNetOffloadGlobalSetting", "-Chimney"),
    source("captures", "listings without the line"),
  ],
  appliesTo: ["1709+"],
  needs: ["os", "tcpGlobal"],
  saidBy: ["chimneyRemoved"],
  examples: {
    fails: { text: example("Chimney Offload State               : disabled\n") },
    passes: { text: example("") },
  },
  *check({ tcpGlobal, os }) {
    const latest = tcpGlobal.at(-1) ?? tcpGlobal[0];
    const chimney = latest.records.find(({ setting }) => setting === "chimneyOffload");
    if (chimney?.value !== "disabled") return;
    const hyStart = latest.records.find(({ setting }) => setting === "hyStart");
    const doubt =
      hyStart === undefined ? "" : " No known capture has it beside HyStart: the listing may be pieced together.";
    yield {
      kind: "review",
      message: `show global prints Chimney as disabled on a version of Windows that has none (${windowsName(os.value)}): a leftover that needs no fixing.${doubt}`,
      at: [placeIn(latest, chimney), ...(hyStart === undefined ? [] : [placeIn(latest, hyStart)]), ...os.at],
    };
  },
});

function example(line: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 10.0.17763.1339]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
${line}Receive Window Auto-Tuning Level    : normal
Fast Open                           : enabled
Pacing Profile                      : off
`;
}
