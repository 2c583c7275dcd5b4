import { chimneyCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "chimney-enabled-2008r2",
  severity: "info",
  title: "Chimney is enabled on Windows Server 2008 R2, where automatic is recommended",
  rationale:
    "Server 2008 R2 has an automatic mode, its default, which offloads only long transfers over 10 Gbps. Enabled offloads every suitable connection instead, whether it pays or not.",
  falseAlarms:
    "Over a slower adapter only enabled offloads anything at all, so somebody may well have chosen it after measuring.",
  remedy: `Unless this was set on purpose: \`${chimneyCommand("automatic", "2008R2")}\`.`,
  rollback: restoring("chimneyOffload"),
  references: [source("itPro", "Best-Practice Recommendations"), source("gg162709", "new in this version")],
  appliesTo: ["2008R2"],
  needs: ["chimneyOffload"],
  impliedBy: ["coexist-nlb", "coexist-nat-ics", "coexist-ipsec", "os-chimney-on-nic-off"],
  examples: { fails: { text: example("enabled") }, passes: { text: example("automatic") } },
  *check({ chimneyOffload, netstat }) {
    if (chimneyOffload.value !== "enabled") return;
    const ports = (netstat?.byServicePort ?? []).filter(({ offloaded }) => offloaded > 0).slice(0, 3);
    const most = ports.map(({ key, offloaded, inHost }) => `port ${key} ${offloaded} of ${offloaded + inHost}`);
    yield {
      message: `Chimney is enabled on Windows Server 2008 R2; automatic is recommended.${most.length === 0 ? "" : ` Offloaded: ${most.join(", ")}.`}`,
      at: [...chimneyOffload.at, ...ports.map(({ first }) => first)],
    };
  },
});

function example(chimney: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 6.1.7601]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
NetDMA State                        : enabled
`;
}
