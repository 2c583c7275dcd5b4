import { chimneyCommand } from "../../facts/commands.ts";
import { type Hotfix, hotfix } from "../../facts/hotfixes.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, undecided } from "../rule.ts";

/** What may be declared, and the articles about it. */
const symptoms = [
  { feature: "teaming", text: "a team of adapters", articles: ["KB921136"] },
  { feature: "bugchecks", text: "STOP errors", articles: ["KB918564", "KB919948"] },
] as const;

export default defineRule({
  id: "nic-driver-quirk-2003-teaming",
  severity: "info",
  title: "Server 2003 with Chimney enabled, and a symptom for which there is an article",
  rationale:
    "Microsoft lists problems of the Scalable Networking Pack on Server 2003 with an article for each: STOP errors after installing it or after changing network settings, and a team of offloading adapters that does not fail over.",
  falseAlarms:
    "The articles go by symptom: a team or a STOP error on its own proves nothing. A fourth article (KB 918369) is about a memory leak of a test tool. Without a declared symptom nothing is said.",
  remedy: `Read the article that fits the symptom and install its update, or \`${chimneyCommand("disabled", "2003")}\`.`,
  rollback: restoring("chimneyOffload"),
  references: [source("kb912222", "open issues")],
  appliesTo: ["2003"],
  needs: ["chimneyOffload"],
  examples: {
    fails: { text: example(1), os: "2003", context: ["teaming"] },
    passes: { text: example(1), os: "2003", context: ["no-teaming", "no-bugchecks"] },
  },
  *check(evidence) {
    const { chimneyOffload, hotfixes } = evidence;
    if (chimneyOffload.value !== "enabled") return;
    const declared = symptoms.filter(({ feature }) => evidence[feature]?.value === "on");
    for (const { feature, text, articles } of declared) {
      const known = articles.flatMap((id): readonly Hotfix[] => {
        const one = hotfix(id);
        return one === undefined ? [] : [one];
      });
      const listed = known.filter(({ id }) => hotfixes?.value.includes(id));
      yield {
        about: feature,
        message: `Chimney is enabled on Server 2003, and ${text} was declared. Compare with ${known.map(({ id, topic }) => `${id} (${topic})`).join(", ")}.${listed.length === 0 ? "" : ` Listed as installed: ${listed.map(({ id }) => id).join(", ")}.`}`,
        at: [
          ...chimneyOffload.at,
          ...(evidence[feature]?.at ?? []),
          ...(listed.length > 0 ? (hotfixes?.at ?? []) : []),
        ],
      };
    }
    const unknown = symptoms.filter(({ feature }) => evidence[feature] === undefined);
    if (declared.length === 0 && unknown.length > 0)
      yield undecided(
        `Chimney is enabled on Server 2003, and it is unknown whether there is ${unknown.map(({ text }) => text).join(" or ")}`,
        chimneyOffload.at,
        `--context ${unknown.map(({ feature }) => `no-${feature}`).join(",")}`,
      );
  },
});

function example(chimney: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x${chimney}
`;
}
