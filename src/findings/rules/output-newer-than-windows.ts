import { showCommands } from "../../facts/commands.ts";
import { fingerprintsOf } from "../../facts/fingerprints.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { isOlder } from "../../facts/os-floors.ts";
import { source } from "../../facts/sources.ts";
import type { Evidence } from "../../hosts/index.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "output-newer-than-windows",
  severity: "warning",
  title: "A capture was printed by a later Windows than the one that is stated",
  rationale:
    "Some commands and lines exist only since a certain version of Windows. If such output appears beside an older version, that capture comes from another host, or the version is wrong. Findings that depend on the version are then doubtful.",
  falseAlarms:
    "A cmdlet may have been run on an administrator's newer computer against the server. Since which version a line of show global exists is known only from captures.",
  remedy: `Find out the version of the host: \`${showCommands.version}\`; correct --os if it was declared, or pass the captures of each host by themselves.`,
  references: [
    source("setNetOffloadGlobalSetting", "defaults"),
    source("captures", "lines of show global, by version"),
  ],
  appliesTo: "any",
  needs: ["osReadings"],
  impliedBy: ["os-fingerprint-mismatch"],
  examples: { fails: { text: example(), os: "2008R2" }, passes: { text: example(), os: "2012R2" } },
  *check({ osReadings, osFloor, tcpGlobal }) {
    if (osFloor === undefined || (osFloor.by === "line" && isKnownListing(tcpGlobal))) return;
    const stated = osReadings.filter(({ basis }) => basis !== "fingerprint");
    for (const { band, basis, at } of stated) {
      if (!isOlder(band, osFloor.value)) continue;
      yield {
        about: basis,
        message: `The version is ${basis === "option" ? "declared" : "captured"} as ${windowsName(band)}, but only ${windowsName(osFloor.value)} and later can have printed what is quoted.`,
        at: [...osFloor.at, ...at],
      };
    }
  },
});

/** All lines together tell more than one of them: then another rule compares them. */
function isKnownListing(listings: Evidence["tcpGlobal"] | undefined): boolean {
  const latest = listings?.at(-1);
  return latest !== undefined && fingerprintsOf(latest).length > 0;
}

function example(): string {
  return String.raw`PS C:\> Get-NetOffloadGlobalSetting

ReceiveSideScaling           : Enabled
ReceiveSegmentCoalescing     : Enabled
Chimney                      : Disabled
TaskOffload                  : Enabled
`;
}
