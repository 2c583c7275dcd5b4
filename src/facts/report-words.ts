/** A word of the report itself, which no document of Microsoft explains. */
export interface ReportWord {
  readonly name: string;
  /** Other spellings under which it is found. */
  readonly aliases: readonly string[];
  readonly meaning: string;
}

/** The words of the report, in the order in which one meets them there. */
export const reportWords: readonly ReportWord[] = [
  {
    name: "eligible",
    aliases: ["eligible connection", "eligible connections", "k of n"],
    meaning:
      "A TCP connection whose state and ends allow offloading: ESTABLISHED, CLOSE_WAIT or the like, and not within the host. Listening sockets, closed connections, loopback and UDP are left out; the report says how many. The share of offloaded connections is a share of these.",
  },
  {
    name: "candidates",
    aliases: ["candidate"],
    meaning:
      "The eligible connections without those that no adapter of this host can take: over cluster, link-local, tunnel or VPN addresses, or over adapters with connection offload switched off.",
  },
  {
    name: "on the way",
    aliases: ["transitional", "in transition", "unsettled"],
    meaning:
      "Connections that netstat prints as Offloading or Uploading: they are changing sides and count as neither. If there are many, the table is unsettled: capture another one.",
  },
  {
    name: "interval",
    aliases: ["95 % interval", "confidence interval", "wilson", "range"],
    meaning:
      "With 95 % certainty, the host's usual share is between these two (Wilson score interval): a table is one moment, and few connections say little. 9 of 12 is 75 %, but the usual share may be anything from 47 to 91 %.",
  },
  {
    name: "small sample",
    aliases: ["too few", "too few for a percentage", "sample"],
    meaning:
      "So few connections that the share is printed without decimals. Below four no share is given at all: even if none of three is offloaded, the true share may be more than a half.",
  },
  {
    name: "verdict",
    aliases: ["statement"],
    meaning:
      "The one answer to why nothing, or so little, is offloaded on a host, with the lines it rests on and what to capture next. Its code follows in brackets; explain CODE says what it means.",
  },
  {
    name: "error",
    aliases: ["errors"],
    meaning: "Something that is broken or contradictory: settle it first. --fail-on error counts these.",
  },
  {
    name: "warning",
    aliases: ["warnings"],
    meaning:
      "Something that costs performance or reliability, according to a document. --fail-on warning counts these and errors.",
  },
  {
    name: "info",
    aliases: ["infos", "note", "notes"],
    meaning: "Something that is good to know and needs no action on its own.",
  },
  {
    name: "review",
    aliases: ["to review", "worth a look"],
    meaning:
      "Something that the captures cannot decide: somebody who knows the host has to look. It never counts for --fail-on.",
  },
  {
    name: "not checked",
    aliases: ["notEvaluated", "not evaluated", "unchecked"],
    meaning:
      "A rule that could not be checked, because what it needs was not captured. That is no all-clear: the report names the commands to run.",
  },
  {
    name: "not applicable",
    aliases: ["notApplicable"],
    meaning: "A rule that is about other versions of Windows than this host's.",
  },
  {
    name: "pass",
    aliases: ["OK", "in order"],
    meaning: "A rule that was checked and found nothing.",
  },
  {
    name: "partial",
    aliases: ["read in part"],
    meaning:
      "A source that could not be read to its end. What was read counts; what is missing is unknown, not absent.",
  },
  {
    name: "contradictory",
    aliases: ["contradict"],
    meaning:
      "Two captures of one host that cannot both be right: they were taken at different times or on different hosts, or one was misread. Capture both again, one right after the other.",
  },
];

/** A word of the report by any of its spellings. */
export function reportWord(text: string): ReportWord | undefined {
  const folded = text.trim().toLowerCase();
  return reportWords.find((one) => [one.name, ...one.aliases].some((spelling) => spelling.toLowerCase() === folded));
}
