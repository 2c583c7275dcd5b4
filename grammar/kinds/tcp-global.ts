import { line } from "../contract/lines.ts";
import { byVersion } from "../forms/settings/by-position.ts";
import { looksLike, settingsGrammar } from "../forms/settings/listing.ts";
import type { SettingsListing } from "../forms/settings/reading.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { blanks, token } from "../lexicon/lexemes.ts";
import { asksNetsh } from "../lexicon/netsh.ts";
import { entriesOf, phrasebook } from "../lexicon/phrases.ts";
import { pieceOf } from "../lexicon/pieces.ts";
import { wordsOf } from "../lexicon/words.ts";
import { locales } from "../locales/index.ts";
import type { SettingKey } from "../locales/locale.ts";

const HEAD = ["receiveSideScaling", "chimneyOffload"] as const;
const DMA = ["netDma", "directCacheAccess"] as const;
const WINDOW = [
  "receiveWindowAutoTuning",
  "addOnCongestionControlProvider",
  "ecnCapability",
  "rfc1323Timestamps",
] as const;
const COALESCING = ["initialRto", "receiveSegmentCoalescing"] as const;
const RETRIES = ["nonSackRttResiliency", "maxSynRetransmissions"] as const;
const FAST_OPEN = ["fastOpen", "fastOpenFallback"] as const;

/** The rows in the versions of Windows from top to bottom. Three of them have thirteen, in which the RTO stands elsewhere. */
const versions: readonly (readonly SettingKey[])[] = [
  // Vista, Server 2008
  [...HEAD, ...WINDOW],
  // 7, Server 2008 R2
  [...HEAD, ...DMA, ...WINDOW],
  // 8, Server 2012
  [...HEAD, ...DMA, ...WINDOW, ...COALESCING],
  // 8, Server 2012 in other captures
  [...HEAD, ...DMA, ...WINDOW, ...COALESCING, ...RETRIES],
  // 8.1, Server 2012 R2, the first editions of Windows 10, Server 2016
  [...HEAD, ...DMA, ...WINDOW, ...COALESCING, ...RETRIES, "fastOpen"],
  // 10 1809, Server 2019
  [...HEAD, ...WINDOW, ...COALESCING, ...RETRIES, ...FAST_OPEN, "pacingProfile"],
  // later editions of Windows 10
  ["receiveSideScaling", ...WINDOW, ...COALESCING, ...RETRIES, ...FAST_OPEN, "hyStart", "pacingProfile"],
  // 10 from 2004 on, 11
  [
    "receiveSideScaling",
    ...WINDOW,
    ...COALESCING,
    ...RETRIES,
    ...FAST_OPEN,
    "hyStart",
    "proportionalRateReduction",
    "pacingProfile",
  ],
];

/** A part of the footnote has to be this long to be taken for one. */
const FEWEST_FOOTNOTE_LETTERS = 12;
const afterStars = blanks.then(token(/\*\* [^\n]+/)).desc("a footnote");
const footnotes = locales.map(({ heuristicsFootnote }) => heuristicsFootnote.join(" "));

const listing: SettingsListing<"tcpGlobal", SettingKey> = {
  kind: "tcpGlobal",
  title: "the TCP global parameters",
  command: "netsh int tcp show global",
  notes: "every version from Vista / Server 2008 to Windows 11, and the footnote about heuristics",
  // The names of protocols and standards are the same in every language.
  words: [
    ...["netsh ", "tcp ", "rfc 1323", "ecn ", "rto ", "rtt ", "syn "],
    ...wordsOf(({ settings, globalTitle }) => [globalTitle, ...Object.values(settings)]),
  ],
  answers: (command) => asksNetsh(command, "global", 1),
  labels: phrasebook(({ settings }) => entriesOf<SettingKey>(settings)),
  furniture: phrasebook(({ globalTitle, globalQuerying }) => [
    ["heading", globalTitle],
    ["message", globalQuerying],
  ]),
  // ** The above autotuninglevel setting is the result of Windows Scaling heuristics
  // overriding any local/policy configuration on at least one profile.
  aside: line("footnote", "message", afterStars.or(pieceOf(footnotes, FEWEST_FOOTNOTE_LETTERS, "a footnote"))),
  value: documentedValue,
  anyValue: anyDocumentedValue,
  place: byVersion(versions, { value: documentedValue }),
};

/** `netsh interface tcp show global`, in every version of Windows and every display language that is known. */
export const tcpGlobal = settingsGrammar(listing);

/**
 * True for a block of lines that is such a table in a language nobody taught us: a title with "TCP", a rule, and rows
 * whose number and values fit one version of Windows. For blocks that have no other landmark.
 */
export const looksLikeSettingsTable = looksLike(listing);
