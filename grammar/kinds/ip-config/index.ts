import type { Grammar, Landmark } from "../../contract/grammar.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { ipConfigLine, isAdapter, isTitle } from "./line.ts";
import { readIpConfig } from "./read.ts";

/** One adapter of `ipconfig /all`. */
export interface IpConfigAdapter {
  /** Line of the adapter's heading in its source, 1-based. */
  readonly line: number;
  /** Name as in the heading, without "Ethernet adapter" where that is told apart. */
  readonly name: string;
  readonly description: string | null;
  /** IPv4 and IPv6 addresses without "(Preferred)", with their zone. */
  readonly addresses: readonly string[];
}

export interface IpConfigTraits {
  readonly hostName: string | null;
}

/** A heading and the blank line below it. */
const MOST_LINES_ABOVE = 2;

/** `ipconfig` with or without `/all`: adapters by their headings, addresses by their shape. */
export const ipConfig: Grammar<"ipConfig", IpConfigAdapter, IpConfigTraits> = {
  kind: "ipConfig",
  title: "the adapters and addresses of ipconfig",
  command: "ipconfig /all",
  // Dots lead from every label to its value.
  words: [". . .", "ipconfig", ...wordsOf(({ ipConfig: own }) => [own?.title])],
  answers: (command) =>
    /^["']?(?:[\w:\\%]{0,200}\\)?ipconfig(?:\.exe)?["']?(?:\s+\/all\w*){0,3}\s*(?:[>|&].*)?$/i.test(command),
  landmark(line): Landmark | undefined {
    if (!line.includes(":")) return isTitle(line) ? "title" : undefined;
    const read = ipConfigLine(line);
    return read.shape === "entry" || (read.shape === "heading" && isAdapter(read.name)) ? "record" : undefined;
  },
  continues: (line) => /^(?:entry|bare|rest)$/.test(ipConfigLine(line).shape),
  above: headingAtEnd,
  read: readIpConfig,
};

/** The heading of an adapter stands a blank line above the adapter, in whatever language. */
function headingAtEnd(lines: readonly string[]): number {
  const heading = lines.findLastIndex((line) => line.trim() !== "");
  const isAbove = ipConfigLine(lines[heading] ?? "").shape === "heading" && lines.length - heading <= MOST_LINES_ABOVE;
  return isAbove ? lines.length - heading : 0;
}
