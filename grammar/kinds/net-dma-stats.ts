import { statisticsGrammar } from "../forms/statistics/statistics.ts";
import { fold } from "../lexicon/phrases.ts";
import { locales } from "../locales/index.ts";

/** The message by languages, as it is compared. */
const refusals = locales.flatMap(({ tag, messages }) =>
  (messages.netDmaNotSupported ?? []).map((text) => ({ locale: tag, text: fold(text) })),
);
const SUBJECT = /NetDMA/i;
/** The beginning of the message that tells it from everything else. */
const FEWEST_LETTERS = 24;
/** Below its beginning the message goes on in lines that may be as short as one word. */
const FEWEST_LETTERS_BELOW = 4;

/** `netsh interface tcp show netdmastats`: the message of versions without NetDMA, and cells by their shape. */
export const netDmaStats = statisticsGrammar<"netDmaStats", "notSupported">({
  kind: "netDmaStats",
  title: "the NetDMA statistics",
  subject: "netdmastats",
  fewest: 1,
  words: ["netdma"],
  ownAnswer: (line) => {
    const folded = SUBJECT.test(line) ? fold(line) : "";
    const found =
      folded.length < FEWEST_LETTERS
        ? undefined
        : refusals.find(({ text }) => text.startsWith(folded) || folded.startsWith(text));
    return found === undefined ? undefined : { state: "notSupported", locale: found.locale };
  },
  isMoreOfAnswer: (line) => {
    const folded = fold(line);
    return folded.length >= FEWEST_LETTERS_BELOW && refusals.some(({ text }) => text.includes(folded));
  },
});
