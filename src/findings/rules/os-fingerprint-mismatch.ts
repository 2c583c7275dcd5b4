import { showCommands } from "../../facts/commands.ts";
import { fingerprintsOf } from "../../facts/fingerprints.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { statedBands } from "../../facts/windows-names.ts";
import { type KeptCapture, type OsReading, placeIn } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "os-fingerprint-mismatch",
  severity: "warning",
  title: "Version texts, --os and the lines of show global belong to different versions of Windows",
  rationale:
    "If the captures of one host state two versions, or another one than was declared, they come from two hosts or two times. Every version of Windows also prints its own set of lines: lines of another version mean that the settings or the version come from another host, that the wrong version was declared, or that the text was edited. Whatever rests on the version is then in doubt.",
  falseAlarms:
    "Which lines a version prints is known only from captures, not from documents, and updates can add lines. So only missing lines and lines that should not be there count; unknown ones do not.",
  remedy: `Check which Windows version this host runs: \`${showCommands.version}\` beside \`${showCommands.settings}\`; correct --os if it was declared.`,
  references: [
    source("captures", "lines of show global, by version"),
    source("itPro", "sample of show global"),
    source("conclusion", "how versions are told apart by their lines"),
  ],
  appliesTo: "any",
  needs: ["osReadings"],
  examples: { fails: { text: example("6.0.6002") }, passes: { text: example("6.1.7601") } },
  *check({ osReadings, tcpGlobal, systemInfo }) {
    const several = allVersions(osReadings, systemInfo);
    if (several.length > 1)
      yield {
        message: `More than one version of Windows is stated: ${several.map(({ band, basis }) => `${windowsName(band)} (${basis === "option" ? "declared" : "captured"})`).join("; ")}. Findings that depend on the version go by ${windowsName(osReadings[0].band)}.`,
        at: several.flatMap(({ at }) => at),
      };
    if (tcpGlobal === undefined) {
      // Server 2003 has no show global; its systeminfo says more of the version.
      const command = osReadings[0].band === "2003" ? showCommands.system : showCommands.settings;
      if (several.length < 2) yield undecided("show global was not captured", osReadings[0].at, command);
      return;
    }
    const latest = tcpGlobal.at(-1) ?? tcpGlobal[0];
    const at = [placeIn(latest, latest)];
    const stated = osReadings.filter(({ basis }) => basis !== "fingerprint");
    const found = latest.traits.byPosition ? [] : fingerprintsOf(latest);
    const bands = [...new Set(found.flatMap((fingerprint) => fingerprint.bands))];
    if (stated.length === 0) yield undecided("the version is known from these lines only", at, showCommands.version);
    else if (bands.length === 0)
      yield undecided("the lines of show global match no known version", at, showCommands.settings);
    const telling = new Set<unknown>(found.flatMap((fingerprint) => fingerprint.telling));
    const lines = latest.records.filter(({ setting }) => telling.has(setting));
    for (const { band, basis, at: saying } of bands.length === 0 ? [] : stated) {
      if (bands.includes(band)) continue;
      yield {
        about: basis,
        message: `The version is ${basis === "option" ? "declared" : "captured"} as ${windowsName(band)}, but show global prints the lines of ${bands.map(windowsName).join(", or ")}.`,
        at: [...lines.map((record) => placeIn(latest, record)), ...saying, ...(lines.length === 0 ? at : [])],
      };
    }
  },
});

/** One reading for each version that is stated, by captured texts or by the user. */
function allVersions(
  readings: readonly OsReading[],
  systems: readonly KeptCapture<"systemInfo">[] = [],
): readonly OsReading[] {
  const captured = systems.flatMap((capture) =>
    statedBands(capture.records).map(({ band, record }): OsReading => {
      return { band, basis: "systemInfo", at: [placeIn(capture, record)] };
    }),
  );
  const all = [...captured, ...readings.filter(({ basis }) => basis === "option")];
  return all.filter(({ band }, index) => all.findIndex((one) => one.band === band) === index);
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
