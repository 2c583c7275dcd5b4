import { chimneyCommand, setCommand, showCommands } from "../../facts/commands.ts";
import { defaultOf, recommendedOf } from "../../facts/defaults.ts";
import { type OsBand, osBands, windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import type { EvidencePlace } from "../../hosts/index.ts";
import { defineRule, type Observed, undecided } from "../rule.ts";

/** Turns the features of the pack off on Server 2003, and with it the default. */
const SWITCHING_OFF = "KB948496";

export default defineRule({
  id: "chimney-nondefault-for-os",
  severity: "info",
  title: "Chimney is not at the default of this version of Windows",
  rationale:
    "The default changed from version to version: enabled on Server 2003 with the pack, disabled on 2008, automatic on 2008 R2, disabled from 2012 on. Another value needs an explanation; it is no fault.",
  falseAlarms:
    "Manufacturers' installations may come with another value (KB 951037 says so), so it does not prove that an administrator changed it. On Server 2003 the default depends on whether KB 948496 is installed.",
  remedy: remedyOn,
  rollback: ({ chimneyOffload, os }) => {
    if (os?.value === "1709+") return "Nothing is changed.";
    return (
      setCommand("chimneyOffload", chimneyOffload?.value ?? "default", os?.value) ??
      chimneyCommand("default", os?.value)
    );
  },
  references: [
    source("kb951037", "How to enable and disable TCP Chimney Offload"),
    source("itPro", "TCP Chimney Offload"),
    source("kb912222", "overview"),
    source("setNetOffloadGlobalSetting", "defaults"),
  ],
  appliesTo: osBands,
  needs: ["chimneyOffload", "os"],
  impliedBy: [
    "chimney-enabled-2003",
    "chimney-enabled-2008",
    "chimney-enabled-2008r2",
    "chimney-disabled-2008r2",
    "chimney-enabled-2012",
    "chimney-deprecated-2016",
    "chimney-active-on-removed-os",
    "chimney-value-impossible-for-os",
  ],
  examples: {
    fails: { text: example("enabled"), os: "2012R2" },
    passes: { text: example("disabled"), os: "2012R2" },
  },
  *check({ chimneyOffload, os, hotfixes }) {
    const { value } = chimneyOffload;
    const standard = defaultOf("chimneyOffload", os.value);
    if (value === "default" || standard === undefined) return;
    // On Server 2003 the default is not what is recommended: who followed the advice has nothing to explain.
    if (os.value === "2003" && recommendedOf("chimneyOffload", os.value)?.values.includes(value) === true) return;
    const at = [...chimneyOffload.at, ...os.at];
    if (os.value === "2003") yield* on2003(value, hotfixes?.value, at);
    else if (!standard.values.includes(value))
      yield {
        message: `Chimney is ${value}; the default of ${windowsName(os.value)} is ${standard.values.join(" or ")}${standard.note === undefined ? "" : ` (${standard.note})`}. Source: ${standard.sources[0].title}.`,
        at,
      };
  },
});

/** A default is no advice: where a value is advised against, another rule says so. */
function remedyOn(os: OsBand | undefined): string {
  if (os === "2003")
    return "This is not a problem by itself. The default of Server 2003 depends on KB 948496 being installed.";
  if (os === "1709+")
    return `This Windows has no Chimney to set: find out which host the capture is of (\`hostname\` and \`${showCommands.version}\` beside \`${showCommands.settings}\`).`;
  return `This is not a problem by itself. Back to the default: \`${chimneyCommand("default", os)}\`.`;
}

function* on2003(
  value: string | number,
  hotfixes: readonly string[] | undefined,
  at: readonly EvidencePlace[],
): Iterable<Observed> {
  if (hotfixes === undefined) {
    const reason = `the default of Server 2003 is enabled, or disabled once ${SWITCHING_OFF} is installed, and no list of hotfixes was captured`;
    yield undecided(reason, at, "systeminfo");
    return;
  }
  const isOff = hotfixes.includes(SWITCHING_OFF);
  if (value !== (isOff ? "disabled" : "enabled"))
    yield {
      message: `Chimney is ${value}; with ${SWITCHING_OFF} ${isOff ? "installed the default is disabled" : "not among the hotfixes the default is enabled"}.`,
      at,
      // Off is what Microsoft advises there.
      ...(value === "disabled" ? { kind: "review", remedy: null } : {}),
    };
}

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
`;
}
