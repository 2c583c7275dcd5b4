import P from "parsimmon";
import { fits, hintOf, readText } from "../contract/lines.ts";
import { oneOf, rest, someBlanks, token } from "../lexicon/lexemes.ts";
import { wordList } from "../lexicon/word-list.ts";
import { type Decorated, decorationOf, isDrawnAround, mayBeDrawn } from "./decoration.ts";
import { headsPart, hostName, isTellingName } from "./host-name.ts";
import { copulas, folded, hostLabels } from "./label-words.ts";
import { readLabel } from "./labels.ts";

/** A line that may head the captures of a host. */
export interface HostHeading {
  readonly name: string;
  /**
   * `sure`: drawn around, and by its look no word of any language. `likely`: it counts right above a capture, a command
   * or a time. `possible`: an ordinary word, which counts as the name of a host that something else names as well.
   */
  readonly trust: "sure" | "likely" | "possible";
  /** True for a name with nothing but a colon, as Salt prints it above an indented block. */
  readonly hasColon: boolean;
  /** True behind a number or a word for a host: `1) SRV01`, `Server alpha`. */
  readonly isAnnounced: boolean;
  /** True where signs are drawn around the name. */
  readonly isDrawn: boolean;
  /** True for a name in brackets alone, where `netstat -b` has the executable of the row above. */
  readonly isInBrackets: boolean;
}

interface Spec {
  heading: string;
  headed: string;
  lone: string;
  described: string;
  labelled: string;
  reported: string;
  counted: string;
  turn: string;
  announced: string;
}

const LONGEST = 200;

const brackets = token(/[ \t]*\([^()\n]{1,100}\)?/);
/** Up to the last word. */
const label = token(/[^\s:：]+(?:[ \t][^\s:：]+)?(?=[ \t]+\S+(?:[ \t]*\([^()\n]{1,100}\))?$)/);
const word = token(/[^\s]+/);
const dash = token(/[ \t]+(?:[-–:|][ \t]+)?/);
const sectionWord = P.lookahead(/\S/)
  .then(word)
  .chain((own) => (headsPart(own) ? P.of(own) : P.fail("a word about what is captured")));
const telling = (name: string) => (isTellingName(name) ? P.of(name) : P.fail("a host name"));
/** Words between what a heading is about and the host. */
export const prepositions: readonly string[] = [
  "of",
  "from",
  "on",
  "for",
  "at",
  "to",
  "von",
  "auf",
  "für",
  "de",
  "du",
  "sur",
  "en",
  "da",
  "do",
  "di",
  "su",
  "с",
  "на",
  "от",
];
const preposition = oneOf(prepositions);
const copula = oneOf([...copulas]);
const wordsUpTo = (last: P.Parser<string>) =>
  P.notFollowedBy(last.then(someBlanks)).then(word).skip(someBlanks).times(1, 4).skip(last).skip(someBlanks);
/** Words with which a loop says whose turn it is. */
export const announcements: readonly string[] = wordList(`
  processing | checking | querying | collecting | connecting | connected | contacting | scanning | testing | working | running
  executing | trying | begin | start | beginn | début | inicio | início | inizio | начало | server | host | computer | now | and | und | et | next | then | dann | puis | verarbeite | prüfe | verbinde | abfrage | rechner | traitement | connexion
  serveur | procesando | conectando | consultando | servidor | equipo | processando | elaborazione | connessione | обработка
  подключение | сервер | компьютер | 处理 | 正在处理 | 接続中 | 処理中
`);
const announcing = P.seq(
  oneOf(announcements),
  token(/[ \t]*[:：]?[ \t]+/),
  P.seq(preposition, someBlanks).or(P.of([])),
);
/** 1.  (1)  a)  #1  #1:  No. 1  [1/2]  (1 of 2)  1 -  II.  h3. */
export const ordinals =
  /(?:\(?(?:\d{1,3}[.)]|[a-z]\))|(?:#[ \t]?|no\.?[ \t]|nr\.?[ \t]|n[°º]\.?[ \t]?|№[ \t]?)\d{1,3}[.:)]?|[[(]\d{1,3}(?:[/]| (?:of|von|de|di|из) )\d{1,3}[\])]|\d{1,3}[ \t][-–]|[IVX]{1,5}\.|h[1-6]\.)[ \t]{1,4}/i;
const ordinal = token(ordinals);
const colonBehind = token(/[ \t]*:[ \t]*/);
const numbered = token(/[^\n]*\d[^\n]*|(?:[^\n.]+\.){2}[^\n]+/);
const oneBracket = token(/[[【<]/);
/** One dot is that of an executable: Skype4.com. */
const withEnding = token(/[^\n.]+\.[^\n.]+/);
const certain = token(/[^\n]*[\d-][^\n]*|(?:[^\n.]+\.){2}[^\n]+/);

/** What stands between the ornaments of a heading that names a host. */
const language = P.createLanguage<Spec>({
  heading: ({ described, labelled, headed, reported, turn }) =>
    P.alt(described, labelled, headed, reported, turn.skip(P.lookahead(P.eof))),

  // SRV01 netstat          netstat - SRV01
  headed: ({ lone }) =>
    P.alt(
      lone.chain(telling).skip(dash).skip(sectionWord.sepBy1(someBlanks)),
      sectionWord.skip(dash).atLeast(1).then(lone.chain(telling)),
    ),

  // SRV01
  lone: () => hostName,

  // SRV01 (192.0.2.21)
  described: ({ lone }) => lone.skip(brackets.or(P.of(""))).skip(P.eof),

  // Server SRV01
  labelled: ({ lone }) => label.chain(hostLabel).then(someBlanks).then(lone),

  // srv01 (1)
  counted: ({ lone }) => lone.skip(P.regexp(/[ \t]{1,4}\(\d{1,6}\)/)),

  // Processing SRV01...          1) SRV01          h3. SRV01          Server SRV01 (test)
  turn: ({ lone }) =>
    announcing
      .or(ordinal)
      .then(lone)
      .skip(brackets.or(P.of("")))
      .skip(P.regexp(/[ \t]*(?:\.{2,3}|…)?/)),

  // 1) alpha          Server alpha
  announced: ({ lone, labelled }) =>
    ordinal
      .then(lone)
      .or(labelled)
      .skip(brackets.or(P.of(""))),

  // Output from SRV01          and this is SRV02
  reported: ({ lone }) => P.alt(wordsUpTo(preposition).then(lone), wordsUpTo(copula).then(lone)),
});

const begunByOrdinal = ordinal.skip(rest);
const aloneInLine = language.lone.skip(P.lookahead(P.eof));
const undrawnAlone = P.alt(language.counted, aloneInLine, language.turn);
const undrawnWithColon = P.alt(
  language.counted,
  aloneInLine,
  language.turn.skip(P.lookahead(P.eof)),
  language.reported,
);
/** A quick look for a line that begins with such a word, or ends with a colon or a number in brackets. */
const mayAnnounce = hintOf(() => [
  [new RegExp(`^[ \\t]{0,80}(?:${announcements.join("|")})[ \\t:：]`)],
  [/^[ \t]{0,8}/, ordinals, /\S+[ \t]*$/],
  [/^[^\n]{3,120}(?:[^\s:][ \t]?:|\(\d{1,6}\))[ \t]{0,8}$/],
]);

/** The host that a line may name by being a heading. */
export function readHostHeading(text: string): HostHeading | undefined {
  if (text.length > LONGEST || !(mayBeDrawn(text) || mayAnnounce(text))) return undefined;
  const line = withOrdinal(decorationOf(text));
  const isDrawn = isDrawnAround(line);
  const labelled = isDrawn ? readLabel(line.inner)?.host : undefined;
  if (labelled !== undefined)
    return { name: labelled.name, trust: "sure", hasColon: false, isAnnounced: true, isDrawn, isInBrackets: false };
  const name = readText(isDrawn ? language.heading : undrawn(line), line.inner);
  if (name === undefined) return undefined;
  const hasColon = line.left.trim() === "" && fits(colonBehind, line.right);
  const isInBrackets = fits(oneBracket, line.left.trim()) && !fits(withEnding, name);
  const isAnnounced = fits(language.announced, line.inner);
  return { name, trust: trustIn(name, isDrawn), hasColon, isAnnounced, isDrawn, isInBrackets };
}

/** The sign of a number in front of the words is of them. */
function withOrdinal(line: Decorated): Decorated {
  const sign = line.left.trim();
  const inner = sign === "#" || sign === "[" ? sign + line.inner : undefined;
  return inner === undefined || !fits(begunByOrdinal, inner) ? line : { ...line, left: "", inner };
}

/** What may name a host without being drawn around; a sentence has to end with a colon. */
function undrawn({ right }: Decorated): P.Parser<string> {
  return fits(colonBehind, right) ? undrawnWithColon : undrawnAlone;
}

function hostLabel(printed: string): P.Parser<string> {
  return hostLabels.has(folded(printed)) ? P.of(printed) : P.fail("a label of the host");
}

function trustIn(name: string, isDrawn: boolean): HostHeading["trust"] {
  if (!isTellingName(name)) return "possible";
  // Alone on a line the title of a capture may be such a word as well.
  if (!isDrawn) return fits(numbered, name) ? "likely" : "possible";
  return fits(certain, name) ? "sure" : "likely";
}
