import { diagnostic } from "../../contract/diagnostic.ts";
import type { Grammar, Landmark, LineClass, Reading } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { textsOf, tokens } from "../../lexicon/lexemes.ts";
import { asksNetshFor, keepingLast } from "../../lexicon/netsh.ts";
import { localeOf } from "../../lexicon/phrases.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { type FirewallLine, firewallLine } from "./line.ts";

/** The state of Windows Firewall in one profile, or (Server 2003) on one connection. */
export interface FirewallProfileState {
  /** Line in its source, 1-based: the one with the state. */
  readonly line: number;
  /** The name of the profile or connection as printed; null when no line names it. */
  readonly profile: string | null;
  readonly state: "on" | "off";
  /** Whether the profile is the one in force, when the listing says so; null when it does not. */
  readonly inForce: "yes" | "no" | null;
}

/** A listing of the firewall has no traits. */
export type FirewallStateTraits = Readonly<Record<never, never>>;

type FirewallReading = Reading<FirewallProfileState, FirewallStateTraits>;

const answers = (command: string) =>
  asksNetshFor(command, [
    [["advfirewall", 2]],
    [["show", 2]],
    [
      ["allprofiles", 2],
      ["currentprofile", 2],
      ["domainprofile", 2],
      ["privateprofile", 2],
      ["publicprofile", 2],
    ],
  ]) ||
  asksNetshFor(command, [
    [["firewall", 2]],
    [["show", 2]],
    [
      ["state", 1],
      ["opmode", 1],
      ["config", 3],
      ["currentprofile", 2],
    ],
  ]);
const isAsked = keepingLast(answers);
const rule = new RegExp(`^${tokens.rule.source}$`);

/** `netsh advfirewall show allprofiles state`, and `netsh firewall show state` of Server 2003. */
export const firewallState: Grammar<"firewallState", FirewallProfileState, FirewallStateTraits> = {
  kind: "firewallState",
  title: "the state of Windows Firewall",
  command: "netsh advfirewall show allprofiles state",
  words: [
    "netsh ",
    ...wordsOf(({ firewall: own }) => [
      ...[own?.profileSettings, own?.profileConfiguration],
      ...[own?.connectionConfiguration, own?.status],
    ]),
  ],
  answers,
  landmark: (line, { command }): Landmark | undefined => {
    const found = firewallLine(line);
    if (found.shape === "title" || (found.shape === "state" && found.state !== null)) return "record";
    if (found.shape === "status") return "title";
    return isAsked(command) && found.shape !== "other" ? "record" : undefined;
  },
  continues: (line) => firewallLine(line).shape !== "other" || rule.test(line),
  read: (segment, { command }) => read(segment, isAsked(command) ? "asked" : "unasked"),
};

function read(segment: SegmentText, asked: "asked" | "unasked"): FirewallReading {
  const texts = textsOf(segment.text);
  const lines = texts.map(firewallLine);
  const states = recordsOf(lines, segment);
  const damaged = lines.flatMap((line, ordinal) =>
    line.shape === "state" && line.state === null ? [{ ...line, ordinal }] : [],
  );
  const isUnread = states.length === 0 && damaged.length === 0;
  // A line with a state alone may be of anything.
  const isTitled = lines.some(({ shape }) => shape === "title" || shape === "status");
  const isOurs = asked === "asked" || (isTitled && !isUnread);
  const classes = texts.map((text, ordinal): LineClass => {
    const own = classOf(text, lines[ordinal]);
    if (own === "blank") return own;
    if (!isOurs) return "unrelated";
    return isUnread && own === "unrelated" ? "unknown" : own;
  });
  const first = Math.max(0, classes.indexOf("unknown"));
  const unmatched = "This follows the command for the state of the firewall, but no state was found in it";
  return {
    records: isOurs ? states : [],
    classes,
    diagnostics: [
      ...(isUnread && isOurs
        ? [diagnostic("settings-unmatched", unmatched, placeOf(segment.runs, first), texts[first])]
        : []),
      ...(isOurs ? damaged : []).map(({ word, at, ordinal }) => {
        const message = `"${word}" is no known word for the firewall being on or off`;
        return diagnostic("unknown-value", message, placeOf(segment.runs, ordinal, at), texts[ordinal]);
      }),
    ],
    locale: isOurs ? localeOf(lines.flatMap(({ phrases }) => phrases)) : null,
    traits: {},
    recognised: isOurs,
  };
}

function classOf(text: string, line: FirewallLine | undefined): LineClass {
  if (text.trim() === "") return "blank";
  if (rule.test(text)) return "heading";
  switch (line?.shape) {
    case "status":
    case "title":
    case "profile":
      return "heading";
    case "state":
      return line.state === null ? "unknown" : "record";
    default:
      return "unrelated";
  }
}

function recordsOf(lines: readonly FirewallLine[], { runs }: SegmentText): readonly FirewallProfileState[] {
  const numberOf = lineNumbers(runs);
  const isMarked = lines.some((line) => line.shape === "title" && line.of === "profile in force");
  const records: FirewallProfileState[] = [];
  let profile: string | null = null;
  let inForce: FirewallProfileState["inForce"] = null;
  for (const [ordinal, line] of lines.entries()) {
    if (line.shape === "status") [profile, inForce] = [null, "yes"];
    else if (line.shape === "profile") profile = line.profile;
    else if (line.shape === "title") {
      profile = line.name;
      inForce = !isMarked || line.of === "connection" ? null : line.of === "profile" ? "no" : "yes";
    } else if (line.shape === "state" && line.state !== null) {
      records.push({ line: numberOf(ordinal), profile, state: line.state, inForce });
    }
  }
  return records;
}
