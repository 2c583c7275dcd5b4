import { showCommands } from "../facts/commands.ts";
import { fingerprints } from "../facts/fingerprints.ts";
import { source } from "../facts/sources.ts";
import { windowsName } from "../facts/windows-names.ts";
import { defineRule, type KeptCapture, placeIn, undecided } from "./rule.ts";

export default defineRule({
  id: "os-fingerprint-mismatch",
  severity: "warning",
  title: "The lines of show global are not those of the stated version of Windows",
  rationale:
    "Every version of Windows prints its own set of lines. Lines of another version mean that the setting or the version is of another host, that the version was declared wrongly, or that the text was changed. What rests on the version is doubtful then.",
  falseAlarms:
    "Which lines a version prints is known from captures only, not from documents, and updates can add lines: only lines that are missing or should not be there count, unknown ones do not.",
  remedy: `Find out the version of the host that the listing is of: \`${showCommands.version}\` beside \`${showCommands.settings}\`; correct --os if it was declared.`,
  references: [
    source("captures", "lines that show global prints, by version"),
    source("itPro", "sample of show global (2008 R2)"),
    source("conclusion"),
  ],
  appliesTo: "any",
  needs: ["osReadings", "tcpGlobal"],
  examples: { fails: { text: example("6.0.6002") }, passes: { text: example("6.1.7601") } },
  *check({ osReadings, tcpGlobal }) {
    const latest = tcpGlobal.at(-1) ?? tcpGlobal[0];
    const at = [placeIn(latest, latest)];
    const stated = osReadings.filter(({ basis }) => basis !== "fingerprint");
    const found = latest.traits.byPosition ? [] : fingerprintsOf(latest);
    const bands = [...new Set(found.flatMap((fingerprint) => fingerprint.bands))];
    if (stated.length === 0) yield undecided("the version is known from these lines only", at, showCommands.version);
    else if (bands.length === 0)
      yield undecided("the lines of show global are those of no version that is known", at, showCommands.settings);
    const telling = new Set<unknown>(found.flatMap((fingerprint) => fingerprint.telling));
    const lines = latest.records.filter(({ setting }) => telling.has(setting));
    for (const { band, basis, at: saying } of bands.length === 0 ? [] : stated) {
      if (bands.includes(band)) continue;
      yield {
        message: `The version is ${basis === "option" ? "declared" : "captured"} as ${windowsName(band)}, but show global prints the lines of ${bands.map(windowsName).join(", or ")}.`,
        at: [...lines.map((record) => placeIn(latest, record)), ...saying, ...(lines.length === 0 ? at : [])],
      };
    }
  },
});

/** The sets of lines that a listing fits; several when captures do not tell versions apart. */
function fingerprintsOf({ records }: KeptCapture<"tcpGlobal">): typeof fingerprints {
  const keys = new Set<unknown>(records.map(({ setting }) => setting));
  return fingerprints.filter(
    ({ present, absent, spelling }) =>
      present.every((key) => keys.has(key)) &&
      !absent.some((key) => keys.has(key)) &&
      // The wrong spelling is that of the English label; other languages have words of their own.
      !records.some(({ setting, label }) => setting === spelling?.setting && /access/i.test(label)),
  );
}

function example(version: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version ${version}]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : automatic
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
