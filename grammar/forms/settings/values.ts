import P from "parsimmon";
import { type Placed, placed, readText } from "../../contract/lines.ts";
import { atLineEnd, blanks, gap, token, words } from "../../lexicon/lexemes.ts";
import type { HeuristicKey, SettingKey } from "../../locales/locale.ts";

/** A value as it was read from the text behind the colon. */
export interface SettingValue {
  /** In lower case as printed; a number when it is one. */
  readonly value: string | number;
  /** False when no document lists such a value for the setting. */
  readonly documented: boolean;
  /** What somebody wrote behind the value, with its offset; null when nothing. */
  readonly trailing: Placed<string> | null;
}

/** Gives the value that a word stands for; undefined when no document lists it. */
export type Documented = (word: string) => string | number | undefined;

const ON_OFF = ["enabled", "disabled"];
const LEVELS = ["normal", "disabled", "highlyrestricted", "restricted", "experimental"];

/** The values that captures or documents show. Windows prints them in English in every display language. */
const documented: { readonly [K in SettingKey | HeuristicKey]: readonly string[] | "integer" } = {
  receiveSideScaling: ON_OFF,
  chimneyOffload: ["automatic", "enabled", "disabled"],
  netDma: ON_OFF,
  directCacheAccess: ON_OFF,
  receiveWindowAutoTuning: LEVELS,
  addOnCongestionControlProvider: ["none", "ctcp", "default"],
  ecnCapability: ON_OFF,
  rfc1323Timestamps: ["enabled", "disabled", "allowed"],
  initialRto: "integer",
  receiveSegmentCoalescing: ON_OFF,
  nonSackRttResiliency: ON_OFF,
  maxSynRetransmissions: "integer",
  fastOpen: ON_OFF,
  fastOpenFallback: ON_OFF,
  hyStart: ON_OFF,
  proportionalRateReduction: ON_OFF,
  pacingProfile: ["off"],
  taskOffload: ON_OFF,
  networkDirect: ON_OFF,
  networkDirectAcrossIpSubnets: ["blocked", "allowed"],
  packetCoalescingFilter: ON_OFF,
  windowScalingHeuristics: ON_OFF,
  qualifyingDestinationThreshold: "integer",
  profileTypeUnknown: LEVELS,
  profileTypePublic: LEVELS,
  profileTypePrivate: LEVELS,
  profileTypeDomain: LEVELS,
};

const anywhere = new Set(Object.values(documented).flatMap((values) => (values === "integer" ? [] : values)));
const integer = token(/\d{1,9}/).map(Number);

/** Quotation marks and emphasis before a value, and behind it with the comma of a JSON member. */
const opening = token(/[*_`"'([]{0,4}/);
const closing = token(/[*_`"')\],.;]{0,4}/);
/** A word that does not go on as a longer one ("1,000", "enabled-ish"). */
const bareWord = token(/[a-z0-9]{1,40}(?![.,'/|-]?[a-z0-9])/i).desc("a word");
// What stands behind a colon has to be a value, be it a stray control character.
const printedWord = token(/[^ \t\n]+/).desc("a value");
const lettered = token(() => /["'*_`([-]{0,4}[\p{L}\p{N}][^ \t\n]*/u).desc("a value");
const noLetter = P.lookahead(/[^\p{L}\p{N}]/u).desc("a sign");
const wordEnd = P.lookahead(/\s|$/);

/** Nothing but punctuation, or a text of somebody. */
const trailing: P.Parser<Placed<string> | null> = P.alt(
  blanks.then(closing).skip(atLineEnd).skip(blanks).result(null),
  blanks.then(placed(words)),
);

/** Gives the value that a word stands for in the output of netsh. */
export function documentedValue(key: SettingKey | HeuristicKey, word: string): string | number | undefined {
  const values = documented[key];
  if (values === "integer") return numberIn(word);
  const value = word.toLowerCase();
  return values.includes(value) ? value : undefined;
}

/** Gives the value that a word stands for if any setting at all has it. */
export function anyDocumentedValue(word: string): string | number | undefined {
  const value = word.toLowerCase();
  return anywhere.has(value) ? value : numberIn(word);
}

/** The text behind the colon: the value is its first word, what follows was written by somebody else. */
export function settingValue(isDocumented: Documented): P.Parser<SettingValue> {
  const value = P.alt<Pick<SettingValue, "value" | "documented">>(
    listed(isDocumented).map((own) => ({ value: own, documented: true })),
    opening
      .then(bareWord)
      .skip(closing)
      .skip(wordEnd)
      .or(printedWord)
      .map((own) => ({ value: numberIn(own) ?? own.toLowerCase(), documented: false })),
  );
  return P.seqMap(value, trailing, (own, behind) => ({ ...own, trailing: behind }));
}

/** A value that a document lists, alone or with a note that does not make a sentence of it. */
export function plausible(isDocumented: Documented): P.Parser<unknown> {
  return listed(isDocumented).skip(P.alt<unknown>(atLineEnd, gap, blanks.then(noLetter)));
}

/** What may be a value: a single word, or a listed value with a note. */
export function valueLike(isDocumented: Documented): P.Parser<unknown> {
  return P.alt<unknown>(lettered.skip(atLineEnd), plausible(isDocumented));
}

/** A word that a document lists, out of quotation marks and emphasis. */
export function listed(isDocumented: Documented): P.Parser<string | number> {
  return opening.then(bareWord).chain((word) => {
    const value = isDocumented(word);
    return value === undefined ? P.fail("a value that the setting can have") : P.of(value);
  });
}

function numberIn(word: string): number | undefined {
  return readText(integer, word);
}
