import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

/** Different words that are quoted. */
const MOST_WORDS = 5;

export default defineRule({
  id: "unknown-offload-token",
  severity: "warning",
  title: "The Offload State column holds an unknown word",
  rationale:
    "netstat prints InHost, Offloading, Offloaded or Uploading, and no known capture in another language translates them. A row with another word is in no ratio, and that is said, because dropping it silently would distort the ratio. Any Windows.",
  falseAlarms:
    "A paste that was cut at its right edge leaves only the beginning of a word. Some texts write Offload where netstat prints Offloaded. Windows in a language that we have never seen may have its own word.",
  remedy: `Capture again into a file, which no window can cut: \`${showCommands.connections} > netstat.txt\`. If the word is from another language, send us the capture.`,
  references: [source("tcpmib", "states"), source("conclusion", "that such rows are counted nowhere")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("NotApplicable") }, passes: { text: example("Offloaded") } },
  *check({ netstat }) {
    const { connections, hasOffloadState } = netstat.snapshot;
    const { unknown } = connections.byOffloadState;
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    if (unknown === 0) return;
    const words = [...new Set(netstat.unknownOffloadStates.map(({ word }) => `"${word}"`))].slice(0, MOST_WORDS);
    yield {
      message: `${unknown} of ${connections.tcp} TCP rows ${unknown === 1 ? "has" : "have"} an unknown offload state (${words.join(", ")}). They are left out of the ratio.`,
      at: netstat.unknownOffloadStates.length > 0 ? netstat.unknownOffloadStates : [netstat.heading],
    };
  },
});

function example(word: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${word}
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
`;
}
