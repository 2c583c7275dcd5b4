import { showCommands } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { type EvidencePlace, type KeptCapture, placeIn } from "../../hosts/index.ts";
import { defineRule } from "../rule.ts";

/** Labels that a message names, and letters of each. */
const MOST_NAMED = 5;
const LONGEST_LABEL = 60;

export default defineRule({
  id: "localized-capture-partial",
  severity: "info",
  title: "Some settings were not recognised by their labels",
  rationale:
    "Windows translates the labels of its settings, and only labels seen in a capture are known here. The meaning of other labels is not guessed, so these settings are missing from the rest of the report. Any Windows.",
  falseAlarms:
    "A new version of Windows may print a new setting. An unknown label in an English table is taken for that, and this finding is not raised; in another language it may be that, too. Values (enabled, disabled, normal) are English in every known capture.",
  remedy: `Capture in a session whose display language is English (\`chcp 437\` changes letters, it does not translate): \`${showCommands.settings}\`. PowerShell's ${showCommands.offloadGlobal} is English everywhere (Server 2012 and later).`,
  references: [source("captures", "listings in other languages")],
  appliesTo: "any",
  needs: ["tcpGlobal"],
  examples: {
    fails: { text: german("Status der Chimney-Abladung") },
    passes: { text: german("Autom. Abstimmungsgrad Empfangsfenster") },
  },
  *check(evidence) {
    const { tcpGlobal, tcpHeuristics = [] } = evidence;
    const own = unknownSettings(tcpGlobal);
    if (own.length === 0) return;
    const unknown = [...own, ...unknownSettings(tcpHeuristics)];
    const named = unknown
      .slice(0, MOST_NAMED)
      .map(({ label, value }) => `"${label.slice(0, LONGEST_LABEL)}" (${value})`);
    yield {
      kind: "review",
      message: `${counted(unknown.length, "setting has a label", "settings have labels")} in no known language: ${named.join(", ")}${unknown.length > MOST_NAMED ? " and more" : ""}. Their meaning is unknown.`,
      at: unknown.map(({ at }) => at),
    };
  },
});

type Listing = KeptCapture<"tcpGlobal" | "tcpHeuristics">;

/** In an English table an unknown label is a newer setting: it stands in no other language. */
function unknownSettings(captures: readonly Listing[]) {
  return captures
    .filter(({ locale }) => locale !== "en-US")
    .flatMap((capture) =>
      capture.records.flatMap((record): readonly { label: string; value: string; at: EvidencePlace }[] => {
        const { setting, label, value } = record;
        if (setting !== null) return [];
        return [{ label, value: String(value).slice(0, LONGEST_LABEL), at: placeIn(capture, record) }];
      }),
    );
}

function german(label: string): string {
  return String.raw`C:\>netsh int tcp show global
Globale TCP-Parameter
----------------------------------------------
Zustand der empfangsseitigen Skalierung          : enabled
${label}              : disabled
ECN-Funktion                      : disabled
RFC 1323-Zeitstempel                 : disabled
`;
}
