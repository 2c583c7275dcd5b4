import { showCommands } from "../../facts/commands.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import type { EvidencePlace, KeptCapture } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

/** An answer stands within so many lines. */
const MOST_LINES = 10;

export default defineRule({
  id: "command-not-available",
  severity: "info",
  title: "netsh has no such command for Chimney or NetDMA",
  rationale:
    "Since Windows 10 1709 and Server 1709 netsh has no command for Chimney, and since 2012 none for NetDMA statistics. Collectors still run these commands. The answer is not data and says nothing about the host's settings.",
  falseAlarms:
    "It is the normal answer of these versions, and on Server 2008 `show netdmastats` may be missing too. The answer to `show chimneystats` decides; others are quoted beside it. If the command should exist, it may have been mistyped.",
  remedy: null,
  references: [
    source("diagnosticScript", "which commands it runs"),
    source("conclusion", "which versions no longer have them"),
  ],
  appliesTo: "any",
  needs: ["chimneyStats"],
  saidBy: ["chimneyRemoved"],
  examples: {
    fails: { text: example("The following command was not found: int tcp show chimneystats."), os: "1709+" },
    passes: { text: example("Your System Administrator has disabled TCP Chimney."), os: "2016" },
  },
  *check(evidence) {
    const { chimneyStats, os } = evidence;
    const own = answerIn(chimneyStats.at(-1), "chimneys");
    if (own === undefined) return;
    if (!own.isUnknown) {
      yield undecided("netsh answered in words instead of data (quoted)", [own.at], showCommands.chimneyStats);
      return;
    }
    const more = [
      answerIn(evidence.chimneyApplications?.at(-1), "chimneya"),
      answerIn(evidence.chimneyPorts?.at(-1), "chimneyp"),
      answerIn(evidence.netDmaStats?.at(-1), "netdma"),
    ].flatMap((answer) => (answer?.isUnknown === true ? [answer.at] : []));
    const isNormal = os?.value === "1709+";
    const onThis =
      os === undefined ? "" : `, ${isNormal ? "as is normal" : "unexpectedly"} on ${windowsName(os.value)}`;
    yield {
      kind: "review",
      message: `netsh does not know the quoted commands${onThis}. The answers are not data and say nothing about the settings.`,
      at: [own.at, ...more, ...(os?.at ?? [])],
    };
  },
});

interface Answer {
  readonly at: EvidencePlace;
  /** netsh repeats a command that it does not know; its other answers (no elevation, no access) don't. */
  readonly isUnknown: boolean;
}

/** The answer that a capture is instead of data; `word` is how the command begins that netsh repeats. */
function answerIn(
  capture: KeptCapture<"chimneyStats" | "chimneyApplications" | "chimneyPorts" | "netDmaStats"> | undefined,
  word: string,
): Answer | undefined {
  if (capture === undefined || capture.traits.state !== "notAvailable") return undefined;
  const { source: from, line, textOf } = capture;
  const places = Array.from({ length: MOST_LINES }, (_, more) => line + more).map((each) => {
    return { source: from, line: each, text: textOf(each) };
  });
  const repeating = places.find(({ text }) => text.toLowerCase().includes(word));
  const at = repeating ?? places.find(({ text }) => text.trim() !== "") ?? { source: from, line, text: textOf(line) };
  return { at, isUnknown: repeating !== undefined };
}

function example(answer: string): string {
  return String.raw`C:\>netsh int tcp show chimneystats
${answer}
`;
}
