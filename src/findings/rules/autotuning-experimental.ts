import { source } from "../../facts/sources.ts";
import { tuningLevel } from "../../facts/tuning-levels.ts";
import { defineRule, restoring, setting } from "../rule.ts";

export default defineRule({
  id: "autotuning-experimental",
  severity: "warning",
  title: "Auto-tuning of the receive window is experimental",
  rationale:
    "This level lets the receive window grow to its limit, for extreme cases. netsh itself warns that it may reduce performance in common ones and is meant for research. Since Vista and Server 2008.",
  falseAlarms: "A test laboratory, or a link of very high bandwidth and delay, may want it.",
  remedy: setting("receiveWindowAutoTuning", "normal"),
  rollback: restoring("receiveWindowAutoTuning"),
  references: [source("adapterTuning", "Autotuning levels"), source("vistaTweaks", "experimental")],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["receiveWindowAutoTuning"],
  examples: {
    fails: { text: example("experimental"), os: "2008" },
    passes: { text: example("normal"), os: "2008" },
  },
  *check({ receiveWindowAutoTuning: { value, at } }) {
    if (value !== "experimental") return;
    const factors = [value, "normal"].map((name) => tuningLevel(name)?.scaleFactor);
    yield {
      message: `Auto-tuning of the receive window is experimental (scale factor ${factors.join(", normal is ")}), which is meant for extreme cases.`,
      at,
    };
  },
});

function example(level: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : disabled
Receive Window Auto-Tuning Level    : ${level}
Add-On Congestion Control Provider  : ctcp
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
