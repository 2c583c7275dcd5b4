import { isTellingName } from "../../../grammar/markers/index.ts";

/** Something around a source in which one name of a host may be that of all: a folder, an archive, a shared prefix. */
export interface Container {
  readonly kind: "prefix" | "folder" | "archive";
  /** Unique in a run. */
  readonly key: string;
  /** Name of the folder, the archive, or the prefix itself. */
  readonly name: string;
}

/** Where a source lies: the containers around it, the innermost first, and its own name. */
export interface SourcePlace {
  readonly folder: string;
  readonly file: string;
  readonly containers: readonly Container[];
}

/** Words that say what a file holds, when it was written or by which side: no part of the name of a host. */
const ABOUT_THE_FILE = new Set(
  (
    "active adapter adapters after all ano anob before bufsize capture captures chimney chimneyports chimneystats cmd config " +
    "configuration connection connections csv current diag dump dynamicport end file final full get global globals heuristics " +
    "hotfix hotfixes host hostname i if info information int interface ip ipcfg ipconfig ipv4 ipv6 kb list listing log logs msinfo msinfo32 " +
    "n na nat nato nano net netsh netstat nic nics offload os out output params parameters ps post pre powershell qfe reg registry " +
    "report repro result results route rss run services sc settings show start stats status stop summary sys sysinfo system systeminfo " +
    "t task tasklist tcp tcpglobal tcpip tcpsettings text txt udp ver version win windows winver wmic xml"
  ).split(" "),
);

/** Words that group files and are nobody's name. */
const ROLES = new Set(
  "a b client server node pc machine computer local remote my our old new prod test host1 host2 customer case ticket".split(
    " ",
  ),
);

const STAMP = /^(?:\d{1,14}|\d{1,2}h\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{1,4})$/i;
/** Shorter words about files begin names of hosts, too: WIN-7F3K2. */
const LEAST_IN_FRONT = 5;
const SHORT_NUMBER = /^\d{1,5}$/;
const TICKET = /^(?:inc|sr|cs|case|ticket|req|chg|prb|tick)[-_#]?\d{3,}$/i;
const HOST_NAME = /^(?=.*[a-z])[a-z0-9][a-z0-9_.-]{1,62}$/i;
const ENDING = /(?:\.(?:txt|log|csv|tar|out|json|xml|html?|reg|nfo))?\.[a-z0-9]{1,4}$/i;

/** The containers of a source by its name, in which archives end with "!" and folders with "/". */
export function placeOfSource(source: string): SourcePlace {
  const at = Math.max(source.lastIndexOf("/"), source.lastIndexOf("!")) + 1;
  const folder = source.slice(0, at);
  const file = source.slice(at);
  const prefix = nameInFile(file);
  const own: Container[] =
    prefix === "" ? [] : [{ kind: "prefix", key: `${folder}${prefix.toUpperCase()}*`, name: prefix }];
  return { folder, file, containers: [...own, ...foldersUpTo(folder)] };
}

/** The folders around, up to and with the innermost archive: what lies beside an archive is of other hosts. */
function foldersUpTo(folder: string): readonly Container[] {
  const containers: Container[] = [];
  let rest = folder;
  while (rest !== "") {
    const isArchive = rest.endsWith("!");
    const above = rest.slice(0, -1);
    const before = Math.max(above.lastIndexOf("/"), above.lastIndexOf("!")) + 1;
    containers.push({ kind: isArchive ? "archive" : "folder", key: rest, name: rest.slice(before, -1) });
    if (isArchive) break;
    rest = rest.slice(0, before);
  }
  // Files that were given by name, without any folder, were given together.
  return containers.length === 0 ? [{ kind: "folder", key: "", name: "" }] : containers;
}

/** What stands beside the words about the file: `APP52` of `APP52-netstat.txt` and `netstat_APP52.txt`. Empty when there is nothing. */
export function nameInFile(file: string): string {
  const stem = file.replace(ENDING, "");
  const parts = stem.split(/([-_. ]+)/);
  return nameBehind(parts) ?? nameInFront(parts);
}

/** The name behind words about the file, where it is told from other words by its look. */
function nameBehind(parts: readonly string[]): string | undefined {
  const first = parts.findIndex((part, at) => at % 2 === 0 && !(part.length >= LEAST_IN_FRONT && isAboutTheFile(part)));
  if (first <= 0) return undefined;
  const last = parts.findLastIndex((part, at) => at % 2 === 0 && !isAboutTheFile(part));
  // "WEB-01" ends with a number that a file may end with as well.
  const isNumbered = SHORT_NUMBER.test(parts[last + 2] ?? "") && parts[last + 1] === "-";
  const name = parts.slice(first, last + (isNumbered ? 3 : 1)).join("");
  return isTellingName(name) ? name : undefined;
}

function nameInFront(parts: readonly string[]): string {
  const isAbout = (at: number) => isAboutTheFile(parts[at] ?? "");
  let end = parts.length;
  // "netstat_2" tells of the file; the number of "SRV-01" belongs to the name.
  const isNumberOfName = () => SHORT_NUMBER.test(parts[end - 1] ?? "") && end > 2 && !isAbout(end - 3);
  while (end > 0 && isAbout(end - 1) && !isNumberOfName()) end -= 2;
  const kept = parts.slice(0, Math.max(0, end));
  const isWhole = end === parts.length || kept.every((_, at) => at % 2 === 1 || isAbout(at));
  return isWhole ? "" : kept.join("");
}

/** True for what may be the name of a host when nothing but the name of a file says so. */
export function isHostLike(name: string): boolean {
  const words = name.toLowerCase().split(/[-_. ]+/);
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

/** True for a name that only tells what files hold or when they were written: "before", "netstat 2". */
export function isAboutFiles(name: string): boolean {
  return name.split(/[-_. ]+/).every(isAboutTheFile);
}

function isAboutTheFile(word: string): boolean {
  return word === "" || ABOUT_THE_FILE.has(word.toLowerCase()) || STAMP.test(word);
}
