import type { SettingKey } from "../../../grammar/index.ts";
import { setCommand, showCommands } from "../../facts/commands.ts";
import { defaultOf, recommendedOf } from "../../facts/defaults.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import type { Evidence, Fact } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

/** What such scripts turn off, with the name to use in a sentence, and the rule that finds it alone. */
const features = [
  { key: "receiveSideScaling", name: "Receive-Side Scaling", rule: "rss-disabled" },
  { key: "receiveWindowAutoTuning", name: "receive window auto-tuning", rule: "autotuning-not-normal" },
  { key: "taskOffload", name: "task offload", rule: "task-offload-disabled-global" },
  { key: "chimneyOffload", name: "Chimney", rule: "chimney-disabled-2008r2" },
  { key: "receiveSegmentCoalescing", name: "Receive Segment Coalescing", rule: "rsc-disabled" },
] as const satisfies readonly { readonly key: SettingKey; readonly name: string; readonly rule: string }[];

export default defineRule({
  id: "blanket-disable-pattern",
  severity: "warning",
  title: "Several network features are disabled at once, as scripts from the Web do",
  rationale:
    "After the trouble with Server 2003 it became a habit to disable everything. Since Server 2008 that costs throughput and capacity and seldom solves the problem, and other features depend on what is off: Receive-Side Scaling relies on the checksum and large send offloads.",
  falseAlarms:
    "VMware once recommended this for guests, and somebody may be troubleshooting: ask for the reason. Chimney counts only where disabled is not its default (2008 R2 and Windows 7).",
  remedy: (os) =>
    `Ask for the reason, then go back one by one: ${features.flatMap(({ key }) => commandsFor(key, recommended(key, os), os)).join(", ")}.`,
  rollback: (evidence) =>
    disabledIn(evidence, evidence.os?.value)
      .flatMap(({ key }) => commandsFor(key, "disabled", evidence.os?.value))
      .join(", "),
  references: [
    source("itPro", "Fear in the IT Community"),
    source("disableScript", "the script"),
    source("conclusion", "three at once"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["receiveSideScaling", "receiveWindowAutoTuning", "os"],
  examples: {
    fails: { text: example("disabled"), os: "2008R2" },
    passes: { text: example("enabled"), os: "2008R2" },
  },
  *check(evidence, { thresholds }) {
    const os = evidence.os.value;
    const off = disabledIn(evidence, os);
    const unknown = features.filter(({ key }) => evidence[key] === undefined && counts(key, os));
    const at = off.flatMap(({ fact }) => fact.at);
    const names = off.map(({ name }) => name).join(", ");
    if (off.length >= thresholds.blanketDisabled)
      yield {
        message: `Disabled at once: ${names}. That looks like a script that turns everything off. Ask for the reason.`,
        at,
        explains: off.map(({ rule }) => rule),
        remedy: `Ask for the reason, then go back one by one: ${off.flatMap(({ key }) => commandsFor(key, recommended(key, os), os)).join(", ")}.`,
      };
    else if (off.length + unknown.length >= thresholds.blanketDisabled)
      yield undecided(
        `disabled: ${names || "none that was captured"}; not captured: ${unknown.map(({ name }) => name).join(", ")}`,
        at.length > 0 ? at : evidence.receiveSideScaling.at,
        `${showCommands.settings} & ${showCommands.taskOffload}`,
      );
  },
});

function disabledIn(evidence: Partial<Evidence>, os: OsBand | undefined) {
  return features.flatMap((feature) => {
    const fact: Fact<string | number> | undefined = evidence[feature.key];
    return fact?.value === "disabled" && counts(feature.key, os) ? [{ ...feature, fact }] : [];
  });
}

/** True where the version has the feature, and has it on by default. */
function counts(key: SettingKey, os: OsBand | undefined): boolean {
  const usual = os === undefined ? undefined : defaultOf(key, os);
  return usual !== undefined && !usual.values.includes("disabled");
}

function recommended(key: SettingKey, os: OsBand | undefined): string | number {
  return (os === undefined ? undefined : recommendedOf(key, os)?.values[0]) ?? "enabled";
}

function commandsFor(key: SettingKey, value: string | number, os: OsBand | undefined): readonly string[] {
  const command = counts(key, os) ? setCommand(key, value, os) : undefined;
  return command === undefined ? [] : [`\`${command}\``];
}

function example(rss: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${rss}
Chimney Offload State               : disabled
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : ${rss === "enabled" ? "normal" : rss}
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
