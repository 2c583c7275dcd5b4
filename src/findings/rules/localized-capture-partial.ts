import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { type EvidencePlace, type KeptCapture, placeIn } from "../../hosts/evidence/evidence.ts";
import { defineRule } from "../rule.ts";

/** Labels that a message names, and letters of each. */
const MOST_NAMED = 5;
const LONGEST_LABEL = 60;

export default defineRule({
  id: "localized-capture-partial",
  severity: "info",
  title: "Some settings were not recognised by their labels",
  rationale:
    "Windows translates the labels of its settings, and only labels that a capture has shown are known here. What a label of another language or of a newer version means is not guessed, so these settings are missing from everything else that is said. Any Windows.",
  falseAlarms:
    "A new version of Windows may print a setting in English that did not exist before; it is kept as it stands. Values (enabled, disabled, normal) stay English in every capture that is known.",
  remedy: `Capture in a session whose display language is English (\`chcp 437\` changes letters, it does not translate): \`${showCommands.settings}\`. PowerShell's ${showCommands.offloadGlobal} is English everywhere (Server 2012 and later).`,
  references: [source("captures", "show global in German, Russian and Japanese")],
  appliesTo: "any",
  needs: ["tcpGlobal"],
  examples: {
    fails: { text: example("Estado de descarga Chimney") },
    passes: { text: example("Chimney Offload State") },
  },
  *check(evidence) {
    const { tcpGlobal, tcpHeuristics = [], netOffloadGlobalSetting = [] } = evidence;
    const own = unknownSettings(tcpGlobal);
    if (own.length === 0) return;
    const unknown = [...own, ...unknownSettings([...tcpHeuristics, ...netOffloadGlobalSetting])];
    const named = unknown
      .slice(0, MOST_NAMED)
      .map(({ label, value }) => `"${label.slice(0, LONGEST_LABEL)}" (${value})`);
    yield {
      kind: "review",
      message: `Settings whose labels are in no language that is known here: ${unknown.length}: ${named.join(", ")}${unknown.length > MOST_NAMED ? " and more" : ""}. What they say is left open.`,
      at: unknown.map(({ at }) => at),
    };
  },
});

type Listing = KeptCapture<"tcpGlobal" | "tcpHeuristics" | "netOffloadGlobalSetting">;

function unknownSettings(captures: readonly Listing[]) {
  return captures.flatMap((capture) =>
    capture.records.flatMap((record): readonly { label: string; value: string; at: EvidencePlace }[] => {
      const { setting, label, value } = record;
      if (setting !== null) return [];
      return [{ label, value: String(value).slice(0, LONGEST_LABEL), at: placeIn(capture, record) }];
    }),
  );
}

function example(label: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
${label.padEnd(35)} : automatic
NetDMA State                        : enabled
`;
}
