import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../../contract/grammar.ts";
import { isLine, type PrintedLine, readLine, readWhole, reclassed } from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { type Draft, notRecognised, type Remark, recognised, sheetOf } from "../../contract/sheet.ts";
import { asksNetshFor, memoizeAnswer } from "../../lexicon/netsh.ts";
import { localeOf, type Phrase } from "../../lexicon/phrases.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { type FirewallLine, hint, language, type Section } from "./language.ts";

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

const UNMATCHED = "This follows the command for the firewall's state, but shows no state";

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
const isAsked = memoizeAnswer(answers);

const { title, status, profile, state, damaged, row, rule } = language;
const beginning = P.alt<PrintedLine>(title, status, state);
const anyLine = P.alt<PrintedLine>(beginning, profile, damaged, row);
const inside = P.alt<PrintedLine>(anyLine, rule);

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
  hint,
  landmark: (text, { command }): Landmark | undefined => {
    if (!isAsked(command) && !hint(text)) return undefined;
    const found = readLine(isAsked(command) ? anyLine : beginning, text);
    if (found === undefined) return undefined;
    return found.is === "status" ? "title" : "record";
  },
  continues: (text) => isLine(inside, text),
  read: (segment, { command }) => read(segment, isAsked(command) ? "asked" : "unasked"),
};

function read(segment: SegmentText, asked: "asked" | "unasked"): Reading<FirewallProfileState, FirewallStateTraits> {
  const sheet = sheetOf(segment);
  const { head, sections } = readWhole(language.text, sheet.text);
  const lines = [...head, ...sections.flatMap((section) => [section.title, ...section.lines])];
  const isUnread = !lines.some((own) => own.is === "state" || own.is === "damaged");
  // A line with a state alone may be of anything.
  if (asked === "unasked" && (isUnread || sections.length === 0)) return notRecognised(lines, {});
  const classed = lines.map((own) => classedIn(own, isUnread));
  const first = classed.find((own) => own.class === "unknown");
  const isMarked = sections.some(({ title: own }) => own.is === "title" && own.value.of === "profile in force");
  return recognised(segment, sheet, {
    lines: classed,
    records: [
      ...statesOf(head, { profile: null, inForce: null }),
      ...sections.flatMap((own) => statesIn(own, isMarked)),
    ],
    remarks: isUnread
      ? [{ code: "settings-unmatched", message: UNMATCHED, at: first?.from ?? 0 }]
      : lines.flatMap(aboutDamage),
    locale: localeOf(lines.flatMap(phrasesOf)),
    traits: {},
  });
}

/** Lines that say something else of the firewall are none of ours; without any state they should have said it. */
function classedIn(own: FirewallLine, isUnread: boolean): PrintedLine {
  if (own.is !== "row" && own.is !== "other") return own;
  return reclassed(own, isUnread ? "unknown" : "unrelated");
}

function statesIn({ title: { is, value }, lines }: Section, isMarked: boolean): readonly Draft<FirewallProfileState>[] {
  if (is === "status") return statesOf(lines, { profile: null, inForce: "yes" });
  const isOfProfile = isMarked && value.of !== "connection";
  return statesOf(lines, {
    profile: value.name,
    inForce: isOfProfile ? (value.of === "profile in force" ? "yes" : "no") : null,
  });
}

/** The states of lines, under what their title says; below the status of the firewall a line names the profile. */
function statesOf(
  lines: readonly FirewallLine[],
  titled: Pick<FirewallProfileState, "profile" | "inForce">,
): readonly Draft<FirewallProfileState>[] {
  const named = lines.find((own) => own.is === "profile");
  return lines.flatMap((own) =>
    own.is === "state"
      ? [{ from: own.from, ...titled, profile: named?.value.name ?? titled.profile, state: own.value.state.key }]
      : [],
  );
}

function aboutDamage(own: FirewallLine): readonly Remark[] {
  if (own.is !== "damaged") return [];
  const { word } = own.value;
  const message = `"${word.value}" is no known word for the firewall being on or off`;
  return [{ code: "unknown-value", message, at: word.at }];
}

function phrasesOf(own: FirewallLine): readonly Phrase<unknown>[] {
  switch (own.is) {
    case "title":
      return [own.value.phrase];
    case "status":
      return [own.value];
    case "state":
      return [own.value.label, own.value.state];
    case "profile":
    case "damaged":
      return [own.value.label];
    default:
      return [];
  }
}
