import { source } from "../../../src/facts/sources.ts";
import { defineRule, restoring, setting } from "../../../src/findings/rule.ts";

// Replace every sentence, the setting and its values. src/findings/rule.ts says what else a rule can have; settings are
// listed in grammar/locales/locale.ts, all other evidence in src/hosts/evidence/evidence.ts, what documents say in
// src/facts/documents/: a statement is written there before it is cited. A rule that doesn't apply to any Windows has examples with `os`; one that only doubts yields
// `kind: "review"`.

export default defineRule({
  id: "new-name",
  severity: "info",
  title: "new-name: say what is wrong in a few words",
  rationale: "Say why it matters, and on which Windows.",
  falseAlarms: "Say where it is found and nothing needs fixing.",
  remedy: setting("pacingProfile", "off"),
  rollback: restoring("pacingProfile"),
  references: [source("adapterTuning", "sample of show global")],
  appliesTo: "any",
  needs: ["pacingProfile"],
  examples: {
    fails: { text: example("always") },
    passes: { text: example("off") },
  },
  *check({ pacingProfile }) {
    if (pacingProfile.value !== "always") return;
    yield { message: "new-name: say what the captures show.", at: pacingProfile.at };
  },
});

/** The smallest capture in which the one value is wrong and the other is not. */
function example(pacingProfile: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Pacing Profile                      : ${pacingProfile}
`;
}
