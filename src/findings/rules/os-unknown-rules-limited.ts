import { showCommands } from "../../facts/commands.ts";
import { fingerprints } from "../../facts/fingerprints.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "os-unknown-rules-limited",
  severity: "info",
  title: "The version of Windows is unknown: rules that depend on it were not checked",
  rationale:
    "Defaults, recommendations and what Chimney works together with differ from version to version. Without the version those rules say nothing; they are listed as not checked, and none of them counts as passed.",
  falseAlarms:
    "Version numbers are shared: 5.2.3790 is Server 2003 and XP x64, 6.1.7601 is Server 2008 R2 and Windows 7. The edition helps too.",
  remedy: `Capture the version too: \`${showCommands.version}\` or, better, \`${showCommands.system}\`; or name it with --os.`,
  references: [source("conclusion", "which rules depend on the version")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("") }, passes: { text: example("Microsoft Windows [Version 6.1.7601]") } },
  *check({ netstat, os, tcpGlobal }) {
    if (os !== undefined) return;
    const latest = tcpGlobal?.at(-1);
    const keys = new Set<unknown>(latest?.records.map(({ setting }) => setting));
    const fitting = fingerprints.filter(
      ({ present, absent }) => present.every((key) => keys.has(key)) && !absent.some((key) => keys.has(key)),
    );
    const bands = [...new Set(fitting.flatMap((fingerprint) => fingerprint.bands))];
    yield {
      message: `No capture shows the version of Windows, so rules that depend on it were not checked.${bands.length === 0 ? "" : ` By the lines of show global it could be ${bands.map(windowsName).join(", or ")}.`}`,
      at: [netstat.heading, ...(latest === undefined ? [] : [placeIn(latest, latest)])],
    };
  },
});

function example(version: string): string {
  return String.raw`C:\>ver

${version}

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
`;
}
