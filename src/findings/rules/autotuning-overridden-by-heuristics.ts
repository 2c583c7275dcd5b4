import { source } from "../../facts/sources.ts";
import type { EvidencePlace, KeptCapture } from "../../hosts/index.ts";
import { defineRule, setting } from "../rule.ts";

/** Windows marks the note with two asterisks, below the last row; mail and chat may put a quote sign before them. */
const NOTE = /(?:^|[\s>#|])\*\* \S/;

/** The note is two lines long, and may stand a few blank ones below the last row. */
const LINES_BELOW = 6;

const normal = setting("receiveWindowAutoTuning", "normal");

export default defineRule({
  id: "autotuning-overridden-by-heuristics",
  severity: "warning",
  title: "Window scaling heuristics have overridden the configured auto-tuning level",
  rationale:
    "On Vista, Windows 7, Server 2008 and 2008 R2 the window scaling heuristics may lower the auto-tuning level on their own. A note below the settings says so: the level shown is then not the configured one, and setting it again does not last.",
  falseAlarms:
    "The note speaks of at least one network profile; the connection in question may use another one. Windows decides this for a network where window scaling seemed to fail.",
  remedy: (os) => `\`netsh int tcp set heuristics disabled\`, then \`${normal(os)}\``,
  rollback: "netsh int tcp set heuristics enabled",
  references: [source("windows7Forums", "the note of netsh"), source("captures", "the note below the settings")],
  appliesTo: ["2008", "2008R2"],
  needs: ["tcpGlobal", "receiveWindowAutoTuning"],
  examples: {
    fails: {
      text: example(`** The above autotuninglevel setting is the result of Windows Scaling heuristics
overriding any local/policy configuration on at least one profile.
`),
      os: "2008R2",
    },
    passes: { text: example(""), os: "2008R2" },
  },
  *check({ tcpGlobal, receiveWindowAutoTuning }) {
    const capture = tcpGlobal.at(-1);
    const note = capture === undefined ? [] : noteBelow(capture);
    if (note.length === 0) return;
    yield {
      message: `The auto-tuning level shown, ${receiveWindowAutoTuning.value}, is not the configured one: "${note.map(({ text }) => text.trim()).join(" ")}"`,
      at: [...receiveWindowAutoTuning.at, ...note],
    };
  },
});

/** The lines of the note; empty when there is none. */
function noteBelow(capture: KeptCapture<"tcpGlobal">): readonly EvidencePlace[] {
  const last = capture.records.at(-1)?.line;
  if (last === undefined) return [];
  const lines = Array.from({ length: LINES_BELOW }, (_, below): EvidencePlace => {
    const line = last + 1 + below;
    return { source: capture.source, line, text: capture.textOf(line) };
  });
  const first = lines.findIndex(({ text }) => NOTE.test(text));
  return first < 0 ? [] : lines.slice(first).filter(({ text }) => text.trim() !== "");
}

function example(note: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : automatic
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : restricted
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
${note}
`;
}
