import { source } from "../../facts/sources.ts";
import { tuningLevel } from "../../facts/tuning-levels.ts";
import { defineRule, restoring, setting } from "../rule.ts";

export default defineRule({
  id: "autotuning-not-normal",
  severity: "warning",
  title: "Auto-tuning of the receive window is limited or off",
  rationale:
    "Since Vista and Server 2008 the receive window grows with the connection as far as the level allows; normal is the default. A lower level keeps it small: transfers over links with some delay are then slow, whatever Chimney does.",
  falseAlarms:
    "A lower level is a known workaround for firewalls and routers that mishandle window scaling. If there is a note below the listing, Windows set the level shown, not an administrator.",
  remedy: setting("receiveWindowAutoTuning", "normal"),
  rollback: restoring("receiveWindowAutoTuning"),
  references: [source("adapterTuning", "Autotuning levels"), source("itPro", "sample of show global")],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["receiveWindowAutoTuning"],
  impliedBy: ["autotuning-overridden-by-heuristics"],
  examples: {
    fails: { text: example("highlyrestricted"), os: "2008R2" },
    passes: { text: example("normal"), os: "2008R2" },
  },
  *check({ receiveWindowAutoTuning: { value, at } }) {
    const level = tuningLevel(value);
    const usual = tuningLevel("normal")?.scaleFactor ?? 0;
    if (level === undefined || (level.scaleFactor ?? 0) >= usual) return;
    const growth =
      level.scaleFactor === null
        ? "the window does not grow at all"
        : `the window may grow by a scale factor of ${level.scaleFactor}, normal is ${usual}`;
    yield { message: `Auto-tuning of the receive window is ${level.name}: ${growth}.`, at };
  },
});

function example(level: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : automatic
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : ${level}
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
