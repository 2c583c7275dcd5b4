import { showCommands } from "../../facts/commands.ts";
import { fingerprints } from "../../facts/fingerprints.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "chimney-line-missing-on-old-os",
  severity: "warning",
  title: "show global of a Windows with Chimney has no Chimney line",
  rationale:
    "From Server 2008 to Server 2016 show global prints the state of Chimney. If the line is missing, the capture was cut or filtered, or it comes from another version. On Windows 10 1709, Server 2019 and later the line is usually missing, which is normal.",
  falseAlarms:
    "In a language whose labels are unknown, the line may be among those that were not understood; the finding then only raises a doubt. The version may be wrong.",
  remedy: `Capture it again, whole and unfiltered: \`${showCommands.settings}\`; in an English session where the language was not understood.`,
  references: [
    source("captures", "lines of show global, by version"),
    source("conclusion", "how versions are told apart by their lines"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["os", "tcpGlobal"],
  examples: {
    fails: { text: example("") },
    passes: { text: example("Chimney Offload State               : automatic\n") },
  },
  *check({ tcpGlobal, os }) {
    const latest = tcpGlobal.at(-1) ?? tcpGlobal[0];
    const { records, traits } = latest;
    if (records.some(({ setting }) => setting === "chimneyOffload")) return;
    const strange = records.filter(({ setting }) => setting === null);
    const known = fingerprints.filter(({ bands }) => bands.includes(os.value));
    const expected = Math.min(...known.map(({ present }) => present.length));
    const lines = `${records.length} lines${Number.isFinite(expected) ? ` (known captures of that version have at least ${expected})` : ""}`;
    const isDoubtful = strange.length > 0 || traits.byPosition;
    yield {
      ...(isDoubtful ? { kind: "review" } : {}),
      message: `show global has ${lines} and none of them is for Chimney, on ${windowsName(os.value)}. ${isDoubtful ? `It may be among the ${strange.length} whose labels are unknown.` : "The capture was cut or filtered, or comes from another version."}`,
      at: [placeIn(latest, latest), ...strange.slice(0, 3).map((record) => placeIn(latest, record)), ...os.at],
    };
  },
});

function example(line: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 6.1.7601]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
${line}NetDMA State                        : enabled
Receive Window Auto-Tuning Level    : normal
`;
}
