import P from "parsimmon";
import { fits, readText } from "../contract/lines.ts";
import { oneOf, token } from "../lexicon/lexemes.ts";
import { readCollectorHeading } from "./collector-headings.ts";
import { bareCommand, beginsCommand, command, mentionsCommand } from "./commands.ts";
import { type Decorated, decorationOf, isDrawnAround, mayBeDrawn } from "./decoration.ts";
import { readFileHeading } from "./file-headings.ts";
import { timeIn } from "./heading-times.ts";
import { hostAndTime } from "./host-and-time.ts";
import { hostName, isTellingName } from "./host-name.ts";
import { type Marker, named } from "./marker.ts";
import { phaseIn } from "./phases.ts";
import { quotedIn } from "./quoted-commands.ts";
import { remoteCommand } from "./remote-commands.ts";
import { readRunner } from "./runners.ts";
import { mayBeTime, stamps } from "./times/stamps.ts";
import { readTranscriptHead } from "./transcripts.ts";

/** What a heading says besides where it stands. */
type Said = Pick<Marker, "command" | "time" | "host">;

interface Spec {
  asked: Said;
  timed: Said;
  timedBehind: Said;
  labelled: Said;
  bracketed: Said;
  titled: Said;
  ofHost: Said;
  onHost: Said;
  moment: Said;
}

const LONGEST_HEADING = 600;
const LONGEST_TIME = 80;

const parting = token(/[\s:|>,;\])–—-]*/);
const word = token(/[^\s"'`]+/);
const farIn = token(/[ \t]{8,}/);
const oneWord = token(/\S+/);
const blank = token(/\s*/);
const closeOrNone = token(/\)?/);
const bracketOrNone = token(/\(?/);
const wordBefore = P.notFollowedBy(bracketOrNone.then(stamps.moment)).then(P.seq(word, blank).tie());
const onHost = token(/(?:on|from|@|auf|von|sur|en|su|на)[ \t]+/i);
const wordOfCommand = P.notFollowedBy(onHost.then(hostName).then(P.eof)).then(P.seq(word, blank).tie());
const parted = token(/[ \t]*(?:[:|>]|-(?=[ \t]))[ \t]*/);
const tellingName = hostName.chain((name) => (isTellingName(name) ? P.of(name) : P.fail("a host name")));
const heads = (name: string) => named(name, "a heading");
const inner = token(/[^()\n]{1,300}/);
/** Where PowerShell says in which command an error is, it quotes the command: nothing of its output follows. */
const quotedInError = token(/\+ {1,40}[A-Z][a-z]{1,20}-[A-Z][^\n]*/);
const titleWord = token(/[^\s()]{1,60}[ \t]{1,8}/);
const openBracket = P.string("(");
const closeBracket = P.string(")");
/** Words that announce a command in front of it. */
const announcement = P.seq(
  oneOf([
    ...["command", "cmd", "running", "running command", "executing", "execute", "run", "output of", "output from"],
    ...["befehl", "ausgabe von", "commande", "comando", "команда", "命令", "コマンド", "명령"],
  ]),
  token(/[ \t]*[:：]?[ \t]*/),
);

const announced = announcement.or(P.of(null));
/** How a log calls the weight of its line. */
const level = token(() => /[[(]?(?:trace|debug|verbose|info|notice|warning|warn|error)[\])]?(?![\p{L}\d])/iu);
const logged = P.seq(level, parting).or(P.of(null));

/** What stands between the ornaments of a heading, or alone on a line. */
const language = P.createLanguage<Spec>({
  asked: ({ timed, timedBehind, labelled, bracketed, ofHost, onHost }) =>
    P.alt(timed, timedBehind, labelled, bracketed, ofHost, onHost),

  // 2024-03-05 08:15:33 netstat -nato
  // [2024-03-05 08:15:33] [INFO] Running command: netstat -nato
  timed: () =>
    P.seqMap(stamps.moment.or(stamps.clock).skip(parting).skip(logged).skip(announced), command, (time, own) => ({
      command: own,
      time,
    })),

  // netstat -nato - 2024-03-05 08:15:33
  // Output of: netstat -nato (2024-03-05 08:15:33)
  timedBehind: () =>
    announced
      .then(P.lookahead(beginsCommand))
      .then(
        P.seqMap(
          wordBefore.atLeast(1).tie().chain(known).skip(bracketOrNone),
          stamps.moment.skip(closeOrNone),
          (own, time) => ({ command: own, time }),
        ),
      ),

  // Running: netstat -nato
  labelled: () => announcement.then(command).map((own) => ({ command: own })),

  // (netstat -nato)
  bracketed: () =>
    inner
      .wrap(openBracket, closeBracket)
      .chain(known)
      .map((own) => ({ command: own })),

  // Network connections (netstat -nato)
  titled: () =>
    titleWord
      .atLeast(1)
      .then(inner.wrap(openBracket, closeBracket).chain(known))
      .map((own) => ({ command: own })),

  // SRV01: netstat -nato
  ofHost: () => P.seqMap(tellingName.skip(parted), command, (name, own) => ({ command: own, host: heads(name) })),

  // netstat -nato on SRV01
  onHost: () =>
    P.lookahead(beginsCommand).then(
      P.seqMap(wordOfCommand.atLeast(1).tie().chain(known), onHost.then(tellingName), (own, name) => ({
        command: own,
        host: heads(name),
      })),
    ),

  // Tue 03/05/2024  8:15:10.42
  moment: () => stamps.stamp.map((time) => ({ command: null, time })),
});

const stamped = P.alt<Said>(language.moment.skip(P.lookahead(P.eof)), hostAndTime);

/** The heading that a line is: it names a command, a host or a time of what follows. */
export function readHeading(text: string): Marker | undefined {
  if (text.length > LONGEST_HEADING) return undefined;
  const own = readCollectorHeading(text) ?? readRunner(text) ?? readFileHeading(text) ?? readTranscriptHead(text);
  if (own !== undefined) return own;
  const isAsking = mentionsCommand(text);
  if (!isAsking && !mayBeTime(text) && !mayBeDrawn(text)) return undefined;
  const line = decorationOf(text);
  return (isAsking ? asking(text, line) : undefined) ?? timing(line);
}

/** The heading with a command. */
function asking(text: string, line: Decorated): Marker | undefined {
  if (fits(quotedInError, text.trim())) return undefined;
  const own = remote(text) ?? echoed(text);
  if (own !== undefined) return own;
  const bare = bareCommand(line.inner);
  if (bare !== null) return { class: "banner", command: bare };
  const said =
    readText(language.asked, line.inner) ??
    (isTitle(line) ? readText(language.titled, line.inner) : undefined) ??
    quotedIn(text);
  return said && heading(said);
}

/** True for words in the middle of a line, or drawn around: a sentence with a command in brackets begins in front. */
function isTitle(line: Decorated): boolean {
  return isDrawnAround(line) || fits(farIn, line.left);
}

/** A command that is run on another computer, without the prompt that it was typed at. */
function remote(text: string): Marker | undefined {
  const found = remoteCommand(text.trim());
  if (found === undefined || bareCommand(found.command) === null) return undefined;
  const { command: own, host } = found;
  return { class: "prompt", command: own, host: named(host, "the remote command", "section") };
}

/** A command that stands alone is an echo of the shell (a prompt that was left out); a quoted one is a heading. */
function echoed(text: string): Marker | undefined {
  const line = text.trim();
  const found = bareCommand(line);
  return found === null ? undefined : { class: found === line ? "prompt" : "banner", command: found };
}

/** The heading with nothing but a time or a phase; one that is drawn around may say more. */
function timing(line: Decorated): Marker | undefined {
  const { inner } = line;
  const isShort = inner.length <= LONGEST_TIME && mayBeTime(inner);
  const said = isShort ? readText(stamped, inner) : undefined;
  if (said !== undefined) return heading(said);
  const isDrawn = isDrawnAround(line);
  const phase = isDrawn || fits(oneWord, inner) ? phaseIn(inner) : undefined;
  const time = isShort && isDrawn ? timeIn(inner) : undefined;
  if (phase === undefined && time === undefined) return undefined;
  return { ...heading({ command: null, ...(time && { time }) }), ...(phase && { phase }) };
}

/** A time by itself goes between the outputs of one command as well. */
function heading(said: Said): Marker {
  return { class: "banner", ...said, ...(said.command === null && { isWithin: true }) };
}

function known(text: string): P.Parser<string> {
  const found = bareCommand(decorationOf(text).inner);
  return found === null ? P.fail("a known command") : P.of(found);
}
