import P from "parsimmon";
import { blanks, token } from "../../lexicon/lexemes.ts";
import type { Clock } from "./stamp.ts";

interface Spec {
  clock: Clock;
  dotted: Clock;
  compact: Clock;
  zone: string;
}

type Half = "am" | "pm";

const hours = token(/(?:[01]?\d|2[0-3])(?!\d)/).desc("hours");
const minutes = token(/[0-5]\d(?!\d)/).desc("minutes");
const twoHours = token(/[01]\d|2[0-3]/).desc("hours");
const noDigit = token(/(?!\d)/);
const pair = token(/[0-5]\d/).desc("two digits");
const fraction = token(/[.,]\d{1,7}(?!\d)/).map((digits) => digits.replace(",", "."));
const secondsAndParts = P.seqMap(minutes, fraction.or(P.of("")), (seconds, parts) => seconds + parts);

const behind: P.Parser<Half> = blanks.then(
  P.alt<Half>(token(/a\.?[ \t]?m\b\.?/i).result("am"), token(/p\.?[ \t]?m\b\.?/i).result("pm")),
);
const before: P.Parser<Half> = P.alt<Half>(
  token(/上午|午前|오전/).result("am"),
  token(/下午|午後|오후/).result("pm"),
).skip(blanks);

const openBracket = token(/[ \t]*\(?/);
const closeBracket = token(/\)?/);
const universal = token(/UTC|GMT/);
/** UTC alone: a number behind it that is no year says, without a sign, that it is another zone, and not which. */
const universalAlone = token(/(?:UTC|GMT)(?![ \t]?(?!(?:19|20)\d\d(?!\d))\d)/);
const offset = P.seqMap(
  token(/[+-]/),
  token(/(?:0?\d|1[0-4])(?!\d)|(?:0\d|1[0-4])(?=\d\d(?!\d))/),
  P.regexp(/:?([0-5]\d)(?!\d)/, 1).or(P.of("00")),
  (direction, h, m) => `${direction}${h.padStart(2, "0")}:${m}`,
);

/** Clocks of 12 and of 24 hours, and the zones that may stand behind them. */
export const clocks = P.createLanguage<Spec>({
  // 8:15:10,42          08:15 AM          上午 08:15:10
  clock: () => clockWith(":", P.alt(P.string(":").then(secondsAndParts), P.of(undefined))),

  // 8.15.10,42
  dotted: () => clockWith(".", P.string(".").then(secondsAndParts)),

  // 081510
  compact: () =>
    P.seqMap(twoHours, pair, pair.skip(noDigit), (h, m, s) => ({ time: `${h}:${m}:${s}`, isOfTwelve: false })),

  // Z          +01:00          (UTC+1)
  zone: () =>
    P.alt(
      P.regexp(/Z(?![\p{L}\d])/u),
      P.alt(universal.then(offset), offset, universalAlone.result("Z")).wrap(openBracket, closeBracket),
      P.of(""),
    ),
});

function clockWith(sign: string, seconds: P.Parser<string | undefined>): P.Parser<Clock> {
  return P.seqMap(
    before.or(P.of(undefined)),
    hours.skip(P.string(sign)),
    minutes,
    seconds,
    behind.or(P.of(undefined)),
    (first, h, m, s, last) => ({
      time: [inHalf(h, first ?? last), m, ...(s === undefined ? [] : [s])].join(":"),
      isOfTwelve: (first ?? last) !== undefined,
    }),
  );
}

/** The hours of a clock of 24, from one of 12. */
function inHalf(printed: string, half: Half | undefined): string {
  const h = Number(printed);
  const hour = half === "pm" && h < 12 ? h + 12 : half === "am" && h === 12 ? 0 : h;
  return String(hour).padStart(2, "0");
}
