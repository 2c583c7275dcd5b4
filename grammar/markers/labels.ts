import P from "parsimmon";
import { fits, hintOf, readAny, readLine, readText } from "../contract/lines.ts";
import { blanks, escaped, lineEnd, oneOf, someBlanks, token } from "../lexicon/lexemes.ts";
import { hostName, isTellingName, noName } from "./host-name.ts";
import { copulas, folded, hostLabels, otherTimes, timeLabels } from "./label-words.ts";
import { type HostSignal, type Marker, named } from "./marker.ts";
import { mayBeTime, stamps } from "./times/stamps.ts";

interface Spec {
  label: Marker;
  environment: Marker;
  host: Marker;
  time: Marker;
  netConfig: Marker;
  property: Marker;
  spoken: Marker;
}

const LONGEST = 400;

const quote = token(/["']?/);
/** What stands between a label and what it names. */
export const sign = /[ .\t]{0,80}["']?[ \t]{0,80}[:：=][ \t]{0,80}/;
const toValue = token(sign).desc("a colon");
/** A label, without the dots that may lead from it to the value. */
const label = token(/[^\s:：="'.](?:[^:：="\n]{0,80}[^\s:：="'.])?/).desc("a label");
const shareSign = token(/(?:\\\\)?/);
const remark = token(/(?:[ \t]*\([^()\n]{0,100}\)|[,;.])?/);
const computer = P.notFollowedBy(noName).then(hostName);
const value = shareSign.then(computer).wrap(quote, quote).skip(remark);
const bracketed = token(/[^\s:：\]】][^:：\]】\n]{0,60}/);
const opening = token(/[[【]/);
const closing = token(/[\]】][ \t]{0,8}[:：]?[ \t]{0,8}/);
const counted = P.seq(token(/[^\n\d#]*[^\s\d#]/), token(/[ \t]#?\d{1,3}/)).map(([own]) => own);
const setName = token(/COMPUTERNAME=/i);
const column = token(/[^\n:\\]{2,100}(?:[ \t]{2}|\t)(?=\\\\)/);
const twoSigns = P.string("\\\\");
/** What `net time` and w32tm say. */
export const currentTime =
  /(?:the )?(?:current (?:local )?time|aktuelle (?:uhr)?zeit|l'heure (?:actuelle|en cours)|la hora actual|l'ora corrente|a hora atual)(?:[ \t]{1,4}\S{1,6}[ \t]{1,4}\\\\\S{1,64})?[ \t]{1,4}(?:is|ist|est|es|è|é)[ \t]{1,8}/i;
const labelWord = token(/[^\s]+/);
const above = oneOf(["above", "oben", "previous", "preceding", "ci-dessus", "arriba", "acima", "sopra", "выше"]);
/** The server of names that nslookup asked, with two blanks. */
const nslookup = token(/(?:Server|Serveur|Servidor|Сервер)[ ]?: {2}(?! )/i);
/** Tue, 05 Mar 2024 08:15:10 +0100: that is when a mail was sent. */
const mailDate = token(/[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{5,8} (?:[+-]\d{4}|GMT)[^\n]*/);

/** Lines that say by a label which host or which time the captures around them are of. */
const language = P.createLanguage<Spec>({
  label: ({ property, environment, host, time, spoken, netConfig }) =>
    blanks
      .then(P.alt(property, environment, host, time, spoken, netConfig))
      .skip(blanks)
      .skip(lineEnd),

  // PSComputerName               : SRV01          "PSComputerName":  "SRV01",
  property: () =>
    token(/["']?PSComputerName["']?[ \t]*:[ \t]*/i)
      .then(computer.wrap(quote, quote))
      .skip(remark)
      .map((name) => ({ class: "banner", command: null, host: named(name, "PSComputerName", "object") })),

  // COMPUTERNAME=SRV01
  environment: () => setName.then(computer).map((name) => about(name, "COMPUTERNAME")),

  // Server: SRV01     "ComputerName": "SRV01",     Computer name . . . : \\SRV01     [Server] SRV01     Server 2: SRV01
  host: () =>
    P.alt(
      P.notFollowedBy(nslookup).then(quote).then(label).chain(hostLabel).skip(toValue).then(value),
      bracketed.wrap(opening, closing).chain(hostLabel).then(value),
      label.chain(numberedLabel).skip(toValue).then(value.chain(telling)),
    ).map((name) => about(name, "a label")),

  // Collection started: 03/05/2024 08:15:10          Netstat output above was taken at: 03/05/2024 08:15:10
  time: () =>
    P.seqMap(
      quote.then(label).chain(timeLabel).skip(toValue).skip(P.notFollowedBy(mailDate)),
      stamps.stamp.wrap(quote, quote).skip(remark),
      (reach, time) => ({ class: "banner", command: null, time, isWithin: true, ...reach }),
    ),

  // Current time at \\SRV01 is 3/5/2024 8:15:10 AM          The current time is 3/5/2024 8:15:10 AM.
  spoken: () =>
    token(currentTime)
      .then(stamps.stamp)
      .skip(remark)
      .map((time) => ({ class: "banner", command: null, time, isWithin: true })),

  // Computer name                        \\SRV01
  netConfig: () =>
    column
      .then(twoSigns)
      .then(hostName)
      .map((name) => about(name, "net config")),
});

export const anyHostLabel = new RegExp([...hostLabels].map((own) => escaped(own).replaceAll("'", "['’]")).join("|"));
const mayNameHost = hintOf(() => [
  [/^[ \t]*["']?PSComputerName/],
  [/^[ \t]*["'[【]?/, anyHostLabel, /(?:[ \t]#?\d{1,3})?/, new RegExp(`(?:${sign.source}|[\\]】])`)],
  [/[ \t]\\\\\S+[ \t]*$/],
]);
/** What a label of a time ends with. */
export const lastWords = () => [...timeLabels, ...copulas].map((own) => escaped(own.split(" ").at(-1) ?? "")).join("|");
/** A word of one that is known, what may follow it, or letters that fold to such. */
const mayNameTime = hintOf(() => {
  return [[new RegExp(lastWords()), sign], [/(?![ -~])[\u0080-\u{10ffff}]/u], [/^[ \t]*/, currentTime]];
});
const hasSign = hintOf(() => [[/[:：=]/]]);

/** What a line says by its label of the captures around it. */
export function readLabel(text: string): Marker | undefined {
  const mayBeLabel =
    text.length <= LONGEST && (mayNameHost(text) || (hasSign(text) && mayNameTime(text) && mayBeTime(text)));
  return mayBeLabel ? readLine(language.label, text) : undefined;
}

function hostLabel(printed: string): P.Parser<string> {
  return hostLabels.has(folded(printed)) ? P.of(printed) : P.fail("a label of the host");
}

/** The same with a number behind it. */
function numberedLabel(printed: string): P.Parser<string> {
  const own = readText(counted, printed);
  return own === undefined ? P.fail("a label with a number") : hostLabel(own);
}

function telling(name: string): P.Parser<string> {
  return isTellingName(name) ? P.of(name) : P.fail("a host name");
}

/** The label of a time; where it says so, of a time of what stands above. */
function timeLabel(printed: string): P.Parser<Pick<Marker, "timeReach">> {
  const all = readAny(labelWord.sepBy(someBlanks), folded(printed));
  const said = copulas.has(all.at(-1) ?? "") ? all.slice(0, -1) : all;
  const isOther = said.some((word) => otherTimes.has(word));
  const isTime = [1, 2, 3].some((count) => timeLabels.has(said.slice(-count).join(" ")));
  if (isOther || !isTime) return P.fail("a label of the time");
  return P.of(said.some((word) => fits(above, word)) ? { timeReach: "above" } : {});
}

function about(name: string, by: HostSignal): Marker {
  return { class: "banner", command: null, host: named(name, by), isWithin: true };
}
