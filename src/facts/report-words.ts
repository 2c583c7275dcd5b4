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
      "A TCP connection that could be offloaded by its state and its ends: ESTABLISHED, CLOSE_WAIT or the like, and not within the host. Listening sockets, closed connections, loopback and UDP are left out; the report says how many. The share of offloaded connections is a share of these.",
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
      "Connections that netstat prints as Offloading or Uploading: they change sides at this moment and are in neither number. Where they are many, the table is unsettled: capture another one.",
  },
  {
    name: "interval",
    aliases: ["95 % interval", "confidence interval", "wilson", "range"],
    meaning:
      "The share that the host usually has is between these two with 95 % certainty (Wilson score interval): a table is one moment, and few connections say little. 9 of 12 is 75 %, and may be anything from 47 to 91 %.",
  },
  {
    name: "small sample",
    aliases: ["too few", "too few for a percentage", "sample"],
    meaning:
      "So few connections that the share is printed without decimals. Below four no share is given at all: none of three offloaded would still allow a true share of more than a half.",
  },
  {
    name: "verdict",
    aliases: ["statement"],
    meaning:
      "The one answer to why nothing, or so little, is offloaded on a host, with the lines it rests on and what to capture next. Its code stands in brackets behind it; explain CODE says what it means.",
  },
  {
    name: "error",
    aliases: ["errors"],
    meaning: "A finding that contradicts something or breaks something: settle it first. --fail-on error counts these.",
  },
  {
    name: "warning",
    aliases: ["warnings"],
    meaning:
      "A finding that costs performance or reliability, as a document says. --fail-on warning counts these and errors.",
  },
  {
    name: "info",
    aliases: ["infos", "note", "notes"],
    meaning: "A finding that is good to know and needs no action by itself.",
  },
  {
    name: "review",
    aliases: ["to review", "worth a look"],
    meaning:
      "Something that the captures alone cannot decide: somebody who knows the host has to look. It never counts for --fail-on.",
  },
  {
    name: "not checked",
    aliases: ["notEvaluated", "not evaluated", "unchecked"],
    meaning:
      "A rule that could not be asked, because what it needs was not captured. That is no all-clear: the report names the commands that supply it.",
  },
  {
    name: "not applicable",
    aliases: ["notApplicable"],
    meaning: "A rule that is about other versions of Windows than that of the host.",
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
      "Two captures of one host cannot both be right: they are of different moments or hosts, or one was misread. Capture both again, one right after the other.",
  },
];

/** A word of the report by any of its spellings. */
export function reportWord(text: string): ReportWord | undefined {
  const folded = text.trim().toLowerCase();
  return reportWords.find((one) => [one.name, ...one.aliases].some((spelling) => spelling.toLowerCase() === folded));
}
