import P from "parsimmon";
import { statisticsGrammar } from "../forms/statistics/statistics.ts";
import { words } from "../lexicon/lexemes.ts";
import { fold } from "../lexicon/phrases.ts";
import { pieceOf } from "../lexicon/pieces.ts";
import { locales } from "../locales/index.ts";

/** The message by languages, as it is compared. */
const refusals = locales.flatMap(({ tag, messages }) =>
  (messages.netDmaNotSupported ?? []).map((text) => ({ locale: tag, text: fold(text) })),
);
/** The beginning of the message that tells it from everything else. */
const FEWEST_LETTERS = 24;
/** Below its beginning the message goes on in lines that may be as short as one word. */
const FEWEST_LETTERS_BELOW = 4;

/** The message, as much of it as stands in the line, with whatever was written behind it. */
const refusal = words.chain((printed) => {
  const folded = fold(printed);
  const isLongEnough = folded.length >= FEWEST_LETTERS;
  const found = refusals.find(({ text }) => isLongEnough && (text.startsWith(folded) || folded.startsWith(text)));
  return found === undefined
    ? P.fail("the message of netdmastats")
    : P.of({ state: "notSupported", locale: found.locale } as const);
});

/** `netsh interface tcp show netdmastats`: the message of versions without NetDMA, and cells by their shape. */
export const netDmaStats = statisticsGrammar<"netDmaStats", "notSupported">({
  kind: "netDmaStats",
  title: "the NetDMA statistics",
  subject: "netdmastats",
  fewest: 1,
  words: ["netdma"],
  beginning: [/NetDMA/],
  answer: refusal,
  moreOfAnswer: pieceOf(
    refusals.map(({ text }) => text),
    FEWEST_LETTERS_BELOW,
    "more of the message",
  ),
});
