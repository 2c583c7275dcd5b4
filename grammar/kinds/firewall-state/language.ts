import P from "parsimmon";
import type { Hint } from "../../contract/hint.ts";
import {
  atMost,
  blankLine,
  hintOf,
  line,
  otherLine,
  type Placed,
  type PrintedLine,
  placed,
} from "../../contract/lines.ts";
import { blanks, ruleLine, token, tokens, words } from "../../lexicon/lexemes.ts";
import { beginningOf, type Phrase, phrasebook, phraseOf } from "../../lexicon/phrases.ts";
import { type Ending, endingIn } from "../../lexicon/pieces.ts";
import type { FirewallWord } from "../../locales/locale.ts";

/** What the lines below a title are about: a profile, that may be marked as the one in force, or a connection. */
export interface Title {
  readonly name: string;
  readonly of: "profile" | "profile in force" | "connection";
  readonly phrase: Phrase<FirewallWord>;
}

export type TitleLine = PrintedLine<"title", Title>;
export type StatusLine = PrintedLine<"status", Phrase<FirewallWord>>;
/** The label of a line and what stands behind it. */
export type ProfileLine = PrintedLine<"profile", { readonly label: Phrase<FirewallWord>; readonly name: string }>;
export type StateLine = PrintedLine<
  "state",
  { readonly label: Phrase<FirewallWord>; readonly state: Phrase<"on" | "off"> }
>;
/** A state in a word that is not known. */
export type DamagedLine = PrintedLine<
  "damaged",
  { readonly label: Phrase<FirewallWord>; readonly word: Placed<string> }
>;
type OtherLine = PrintedLine<"row" | "rule" | "blank" | "other">;

export type FirewallLine = TitleLine | StatusLine | ProfileLine | StateLine | DamagedLine | OtherLine;

/** A title with all that stands below it. */
export interface Section {
  readonly title: TitleLine | StatusLine;
  readonly lines: readonly FirewallLine[];
}

interface Spec {
  text: { readonly head: readonly FirewallLine[]; readonly sections: readonly Section[] };
  section: Section;
  below: FirewallLine;
  title: TitleLine;
  status: StatusLine;
  profile: ProfileLine;
  state: StateLine;
  damaged: DamagedLine;
  row: OtherLine;
  rule: OtherLine;
}

const LONGEST_LINE = 400;

/** The words of every language for a set of keys. */
function wordsFor<K extends FirewallWord>(...keys: readonly K[]) {
  return phrasebook<K>(({ firewall }) => keys.map((key) => [key, firewall?.[key] ?? []] as const));
}

const titles = wordsFor("profileSettings", "profileConfiguration", "connectionConfiguration");
const marks = wordsFor("current");
const statuses = wordsFor("status");
const stateLabels = wordsFor("state", "operationalMode");
const profileLabels = wordsFor("profile");
const states = wordsFor("on", "off");

const upToColon = token(/\S[^\n]*?(?=[ \t]*:[ \t]*\n)/).desc("a title");
const sign = P.string(":").desc("a colon");
const cell = token(/[^\s=:]+(?: [^\s=:]+)*/).desc("a label");
const separator = token(/[ \t]*=[ \t]*|(?:[ \t]{2,}|\t)(?!:)/).desc("a gap or =");

/** What a line holds that may begin something here: a colon at the end, or the label of a state. */
export const hint: Hint = hintOf(() => [
  [/:/, tokens.blank, /$/],
  [/^/, tokens.blank, beginningOf(stateLabels)],
]);

/** The listings of `netsh advfirewall show` and `netsh firewall show`. */
export const language = P.createLanguage<Spec>({
  text: ({ below, section }) => P.seqObj<Spec["text"]>(["head", below.many()], ["sections", section.many()]),

  section: ({ title, status, below }) =>
    P.seqObj<Section>(["title", P.alt<TitleLine | StatusLine>(title, status)], ["lines", below.many()]),

  below: ({ title, status, profile, state, damaged, row, rule }) =>
    P.notFollowedBy(P.alt<PrintedLine>(title, status)).then(
      P.alt<FirewallLine>(blankLine, rule, profile, state, damaged, row, otherLine),
    ),

  // Standard profile configuration (current):
  title: () =>
    line(
      "title",
      "heading",
      short(markedTitle.or(titleIn(upToColon, "profile")))
        .skip(blanks)
        .skip(sign),
    ),

  // Firewall status:
  status: () =>
    line(
      "status",
      "heading",
      short(phraseOf(statuses, upToColon, "Firewall status"))
        .skip(blanks)
        .skip(sign),
    ),

  // Profile                           = Standard
  profile: () =>
    line(
      "profile",
      "heading",
      short(
        P.seqObj<ProfileLine["value"]>(["label", phraseOf(profileLabels, cell, "Profile")], separator, ["name", words]),
      ),
    ),

  // State                                 ON
  state: () =>
    line(
      "state",
      "record",
      short(
        P.seqObj<StateLine["value"]>(["label", phraseOf(stateLabels, cell, "State")], separator, [
          "state",
          phraseOf(states, words, "ON or OFF"),
        ]),
      ),
    ),

  // State                                 0N
  damaged: () =>
    line(
      "damaged",
      "unknown",
      short(
        P.seqObj<DamagedLine["value"]>(["label", phraseOf(stateLabels, cell, "State")], separator, [
          "word",
          placed(words),
        ]),
      ),
    ),

  // Firewall Policy                       BlockInbound,AllowOutbound
  row: () => line("row", "unrelated", short(P.seq(cell, separator, words))),

  // ----------------------------------------------------------------------
  rule: () => line("rule", "heading", ruleLine),
});

/** "Domain Profile Settings": the name, and what it is the name of. */
function titleIn(text: P.Parser<string>, of: "profile" | "profile in force"): P.Parser<Title> {
  return endingIn(titles, text, "Profile Settings").map(({ before, phrase }: Ending<FirewallWord>) => ({
    name: before,
    of: phrase.key === "connectionConfiguration" ? "connection" : of,
    phrase,
  }));
}

const markedTitle = endingIn(marks, upToColon, "(current)").chain(({ before }) =>
  titleIn(P.of(before), "profile in force"),
);

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(blanks).then(production);
}
