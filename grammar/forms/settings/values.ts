import type { HeuristicKey, SettingKey } from "../../locales/locale.ts";

/** A value as it was read from the text behind the colon. */
export interface SettingValue {
  /** In lower case as printed; a number when it is one. */
  readonly value: string | number;
  /** What somebody wrote behind the value; empty when nothing. */
  readonly trailing: string;
  /** Index of `trailing` in the text that was read. */
  readonly trailingAt: number;
  /** False when no document lists such a value for the setting. */
  readonly documented: boolean;
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
const INTEGER = /^\d{1,9}$/;
/** The word at the beginning, out of quotation marks and emphasis, if it does not go on as a longer one ("1,000"). */
const WORD = /^[*_`"'([]{0,4}([a-z0-9]{1,40})(?![a-z0-9]|[.,'/|-]?[a-z0-9])/i;
/** Punctuation behind a value that is no text of anybody: quotation marks, emphasis, the comma of a JSON member. */
const PUNCTUATION = /^[*_`"')\],.;]{0,4}$/;

/** Gives the value that a word stands for in the output of netsh. */
export function documentedValue(key: SettingKey | HeuristicKey, word: string): string | number | undefined {
  const values = documented[key];
  if (values === "integer") return INTEGER.test(word) ? Number(word) : undefined;
  const value = word.toLowerCase();
  return values.includes(value) ? value : undefined;
}

/** Gives the value that a word stands for if any setting at all has it. */
export function anyDocumentedValue(word: string): string | number | undefined {
  if (INTEGER.test(word)) return Number(word);
  return anywhere.has(word.toLowerCase()) ? word.toLowerCase() : undefined;
}

/** Reads the text behind the colon: the value is its first word, what follows was written by somebody else. */
export function readValue(text: string, isDocumented: Documented): SettingValue {
  const first = firstWord(text);
  const whole = isDocumented(first);
  if (whole !== undefined) return { value: whole, ...trailingFrom(text, first.length), documented: true };
  const match = WORD.exec(first);
  const word = match?.[1] ?? first;
  const end = match === null ? first.length : match[0].length;
  const value = isDocumented(word);
  if (value !== undefined) return { value, ...trailingFrom(text, end), documented: true };
  const printed = PUNCTUATION.test(first.slice(end)) ? word : first;
  const unlisted = INTEGER.test(printed) ? Number(printed) : printed.toLowerCase();
  return { value: unlisted, ...trailingFrom(text, first.length), documented: false };
}

/** True for a value that a document lists, alone or with a note that does not make a sentence of it. */
export function isPlausible(text: string, isDocumented: Documented): boolean {
  const { documented: known, trailing, trailingAt } = readValue(text, isDocumented);
  const isNote = !/^[\p{L}\p{N}]/u.test(trailing) || /^\s{2}$/.test(text.slice(trailingAt - 2, trailingAt));
  return known && isNote;
}

/** True for what may be a value: a single word, or a listed value with a note. */
export function isValueLike(text: string, isDocumented: Documented): boolean {
  return !/\s/.test(text) || isPlausible(text, isDocumented);
}

function firstWord(text: string): string {
  return /^\S*/.exec(text)?.[0] ?? "";
}

function trailingFrom(text: string, end: number): { trailing: string; trailingAt: number } {
  const behind = text.slice(end);
  const trailing = behind.trim();
  const isText = !PUNCTUATION.test(trailing);
  return { trailing: isText ? trailing : "", trailingAt: end + behind.length - behind.trimStart().length };
}
