import { headsPart, isTellingName, saysWhen } from "../../../grammar/markers/index.ts";

/** Words that say what a file holds: no part of the name of a host. */
const CAPTURES = new Set(
  (
    "active adapter adapters all ano anob attachment attachments bufsize bundle bundles capture captures chimney " +
    "chimneyports chimneystats cmd config configuration connection connections csv current diag diagnostic " +
    "diagnostics documents download downloads dump dynamicport file full get global globals heuristics host " +
    "hostname hotfix hotfixes i if info information int interface ip ipcfg ipconfig ipv4 ipv6 kb list listing log " +
    "logs msinfo msinfo32 n na nano nat nato net netsh netstat network nic nics offload os out output parameters " +
    "params powershell ps qfe reg registry report result results route rss run sc services settings show stats " +
    "status summary sys syscalls sysinfo system systeminfo t task tasklist tcp tcpglobal tcpip tcpsettings text " +
    "txt udp upload uploads ver version win windows winver wmic xml"
  ).split(" "),
);

/** Words that say when it was written, or in which state the host was. */
const MOMENTS = new Set(
  (
    "after before end final post pre repro start stop new old first second third last initial baseline problem issue good bad " +
    "ok nok slow fast idle busy load morning noon midday afternoon evening night today yesterday early late"
  ).split(" "),
);

/** Words that group files and are nobody's name. */
const ROLES = new Set(
  "a b client server node pc machine computer local remote my our old new prod test host1 host2 customer case ticket".split(
    " ",
  ),
);

const SIGNS = /[-_. ]+/;
const STAMP = /^(?:\d{1,14}|\d{1,2}h\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{1,4})$/i;
/** Shorter words about files begin names of hosts, too: WIN-7F3K2. */
const LEAST_IN_FRONT = 5;
const SHORT_NUMBER = /^\d{1,5}$/;
const YEAR = /^(?:19|20)\d\d$/;
const TICKET = /^(?:inc|sr|cs|case|ticket|req|chg|prb|tick)[-_#]?\d{3,}$/i;
const HOST_NAME = /^(?=.*[a-z])[a-z0-9][a-z0-9_.-]{1,62}$/i;
const WHOLE_NAME = /^[a-z]+\d{0,4}(?:-[a-z\d]+)?(?:\.[a-z-]+){0,4}$/i;
const ENDING = /(?:\.(?:txt|log|csv|tar|out|json|xml|html?|reg|nfo))?\.[a-z0-9]{1,4}$/i;

/** A word about a file and a name that are one word, told by their case: netstatSRV01, SRV01netstat. */
const WORD_FIRST = /^([A-Z]?[a-z]{2,})([A-Z\d]{3,})$/;
const NAME_FIRST = /^([A-Z\d]{3,})([a-z]{3,})$/;

/** The words of the name of a file, each followed by the signs behind it. */
function partsOf(file: string): readonly string[] {
  const parts = file.replace(ENDING, "").split(/([-_. ]+)/);
  return parts.flatMap((part, at) => (at % 2 === 0 ? apart(part) : [part]));
}

function apart(word: string): readonly string[] {
  const [, about = "", name = ""] = WORD_FIRST.exec(word) ?? [];
  if (CAPTURES.has(about.toLowerCase()) && /[A-Z]/.test(name)) return [about, "", name];
  const [, first = "", behind = ""] = NAME_FIRST.exec(word) ?? [];
  return CAPTURES.has(behind) && /[A-Z]/.test(first) ? [first, "", behind] : [word];
}

/** What stands beside the words about the file: `APP52` of `APP52-netstat.txt` and `netstat_APP52.txt`. Empty when there is nothing. */
export function nameInFile(file: string): string {
  const parts = partsOf(file);
  return nameBehind(parts) ?? nameInFront(parts);
}

/** The name behind words about the file, where it is told from other words by its look. */
function nameBehind(parts: readonly string[]): string | undefined {
  const first = parts.findIndex((part, at) => at % 2 === 0 && !(part.length >= LEAST_IN_FRONT && isAboutTheFile(part)));
  if (first <= 0) return undefined;
  const last = parts.findLastIndex((part, at) => at % 2 === 0 && !isAboutTheFile(part));
  const name = parts.slice(first, endOfName(parts, last)).join("");
  return isTellingName(name) ? name : undefined;
}

/** Where a name ends whose last word is that: "WEB-01" has a number that a file may end with as well. */
function endOfName(parts: readonly string[], last: number): number {
  return last + (SHORT_NUMBER.test(parts[last + 2] ?? "") && parts[last + 1] === "-" ? 3 : 1);
}

function nameInFront(parts: readonly string[]): string {
  const isAbout = (at: number) => isAboutTheFile(parts[at] ?? "");
  const isNumber = (at: number) => SHORT_NUMBER.test(parts[at] ?? "");
  const isOfDate = (at: number) => YEAR.test(parts[at] ?? "") && isNumber(at + 2);
  let end = parts.length;
  // "netstat_2" tells of the file; the number of "SRV-01" belongs to the name.
  const isNumberOfName = () => isNumber(end - 1) && end > 2 && !isAbout(end - 3) && !isOfDate(end - 1);
  while (end > 0 && isAbout(end - 1) && !isNumberOfName()) end -= 2;
  const kept = parts.slice(0, Math.max(0, end));
  const isWhole = end === parts.length || kept.every((_, at) => at % 2 === 1 || isAbout(at));
  return isWhole ? "" : kept.join("");
}

/** True for what may be the name of a host when nothing but the name of a file says so. */
export function isHostLike(name: string): boolean {
  const words = name.toLowerCase().split(SIGNS);
  return (
    HOST_NAME.test(name) &&
    !TICKET.test(name) &&
    !ROLES.has(name.toLowerCase()) &&
    !words.every((word) => isAboutTheFile(word) || ROLES.has(word))
  );
}

/** The same for the name of a folder, which more often is something else: it has to have a digit. */
export function isHostLikeFolder(name: string): boolean {
  return isHostLike(name) && name.length > 2 && /\d/.test(name);
}

/** The name of a file that is called by one word or two, as people save the whole session of a server. */
export function wholeNameOf(file: string): string | undefined {
  const name = file.replace(ENDING, "");
  const lower = name.toLowerCase();
  const isGlued = [...CAPTURES].some((word) => word.length >= LEAST_IN_FRONT && lower.startsWith(word));
  const isName = name !== file && WHOLE_NAME.test(name) && isHostLike(name) && !saysWhatOrWhen(name);
  return isName && !isGlued ? name : undefined;
}

/** True for a name that only tells what files hold or when they were written: "before", "netstat 2". */
export function isAboutFiles(name: string): boolean {
  return name.split(SIGNS).every(isAboutTheFile);
}

/** What stands beside the words about a file, if only one thing does, and those words. */
export function sharedNameIn(file: string): { readonly name: string; readonly about: string } | undefined {
  const parts = partsOf(file);
  const isName = (part: string, at: number) => at % 2 === 0 && !isAboutTheFile(part);
  const first = parts.findIndex(isName);
  const end = endOfName(parts, parts.findLastIndex(isName));
  const name = parts.slice(first, end).join("");
  const others = [...parts.slice(0, Math.max(0, first)), ...parts.slice(end)];
  const about = others.filter((part) => /[a-z]/i.test(part)).map((part) => part.toLowerCase());
  return first < 0 || about.length === 0 || !isHostLike(name) ? undefined : { name, about: about.join(" ") };
}

/** True where a name begins with what was captured: WIN is the one such word that names of hosts begin with as well. */
export function beginsWithCapture(name: string): boolean {
  const [first = ""] = name.toLowerCase().split(SIGNS);
  return CAPTURES.has(first) && first !== "win";
}

/** True for words of which each says what was captured or when: no host is called by them alone. */
export function saysWhatOrWhen(name: string): boolean {
  return name.split(SIGNS).every((word) => isAboutTheFile(word) || headsPart(word));
}

/** The words of a name that say when: what was captured at one moment has the same. */
export function momentIn(name: string): string {
  const words = name.toLowerCase().replace(ENDING, "").split(SIGNS);
  // A short number may be of a ticket or a customer as well.
  return words.filter((word) => isMoment(word) && !SHORT_NUMBER.test(word)).join(" ");
}

function isMoment(word: string): boolean {
  return word !== "" && (MOMENTS.has(word.toLowerCase()) || STAMP.test(word) || saysWhen(word));
}

function isAboutTheFile(word: string): boolean {
  return word === "" || CAPTURES.has(word.toLowerCase()) || isMoment(word);
}
