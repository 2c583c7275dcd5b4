import { locales } from "../../grammar/locales/index.ts";
import { publicWords } from "./public-words.ts";

/** Words of Windows that our grammars don't need, and people who read on do. */
const more = `multiplexor queryex query pausable shutdown stoppable pause preshutdown interrogate controlset controlset001 controlset002
controlset003 currentcontrolset enterprise datacenter behavior hop hops neighbor dontforward account accounts active adapters address administrator administrators admin advanced allow appdata asset
authority autoconfiguration available bios boot browser bytes caption client clients client's com computers console copyright
corporation cpu data default delay deny description desktop device dhcp dns documents domain downloads duplicate
duplex edition editor eof error event events explorer family file files folder from free full gateway global guest host home
id idle image inbound inc input install intel interactive interface ipv4 ipv6 isatap kernel known lan lease library license
local locallow localsystem location logical login logs machine manager manufacturer media memory metric microsoft mode
model modules mscorlib name named names net network node none object obtained open options original os outbound owner packets
page party path physical policy pool port prefix preferred primary print processor processors product profile program
programdata programs protocol provider public random read received registered remote removed reply reserved revision roaming
root router run running script search sec secure security sent serial server servers service services session settings
shell size software source speed sql stack standard start started startup state static status stopped subnet suffix support
svc symbol system system32 syswow64 table task tasks teamed teredo test text time title total tunnel type uac unavailable
unknown update updates usage use used user users value version virtual volume wait web welcome win32 win64 windows winrm wins
wmi work workgroup workstation world x64 x86 zone amd64 intel64 gt lt quot apos nbsp utf http https xml json html css
alg audiodg cmd conhost csrss ctfmon dfsr dfssvc dllhost dwm explorer httpd inetinfo iexplore java javaw lsass lsm
mmc mqsvc msdtc msiexec mstsc nginx notepad ntoskrnl oracle outlook php postgres powershell pwsh python python3 rundll32 searchindexer
services smss snmp spoolsv sqlagent sqlbrowser sqlservr sqlwriter store svchost taskeng taskhost taskhostw taskmgr tcpsvcs tomcat vds
w3wp wininit winlogon wmiprvse wordpad wsmprovhost exe dll sys ps1 bat txt log csv out reg evtx cap etl zip cab msc`;

/** What Windows prints in the languages that we know, for what is left of it where lines were cut or letters lost. */
const printed = once(() => [
  ...new Set(
    JSON.stringify(locales)
      .toLowerCase()
      .match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu) ?? [],
  ),
]);

const known = once(() => new Set([...publicWords.split(/\s+/), ...printed(), ...more.split(/\s+/)]));

/** The words that stand in one: ReceiveSideScaling, LsoV2IPv4. */
const HUMPS = /IPv[46]|V\d|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/** What is no name though it has letters: numbers of updates, hexadecimal ones, letters written by their number, versions, sizes. */
const TECHNICAL =
  /^(?:(?:kb|ms)\d{2,8}|0x[\da-f]{1,16}|x[\da-f]{4}|v\d{1,4}|\d{1,4}(?:[gmkt]b?|bit|st|nd|rd|th|ms|ghz|mhz|gbe?|h|d|s|e|us|hz)|h?[\da-f]{8}|r\d|sp\d|rc\d|net\d{1,2}|ip\dv\d|\d{4}-?\d{2}t\d{2,6}z?|t\d{2}|\d{2}z)$/;

/** Digits that are a count, a port, a process or a time. More of them are a number of somebody's. */
const MOST_DIGITS = 14;

/** True for what stands in captures whoever's they are: words of Windows, numbers, single letters. */
export function isPublic(part: string): boolean {
  const small = part.toLowerCase();
  if (known().has(small)) return true;
  if (/^\d+$/.test(part)) return part.length <= MOST_DIGITS;
  if (small.length === 1) return !/\p{Script=Han}/u.test(small);
  return TECHNICAL.test(small) || isCompound(part);
}

function isCompound(part: string): boolean {
  if (!/^[A-Za-z]+(?:[A-Z\d][A-Za-z\d]*)?$/.test(part)) return false;
  const humps = part.match(HUMPS) ?? [];
  return humps.length > 1 && humps.every((hump) => known().has(hump.toLowerCase()) || /^V\d$/.test(hump));
}

/** Letters that got lost on the way. */
const LOST = /[?\ufffd\u00bf\u25a1_]/;
const LEAST_LETTERS = 2;
const LEAST_CUT = 4;

/** True for the beginning or the end of a word that Windows prints, where a line was broken. */
export function isFragment(part: string, of: "beginning" | "end"): boolean {
  const small = part.toLowerCase();
  if (small.length < LEAST_LETTERS) return false;
  return printed().some((word) => (of === "beginning" ? word.startsWith(small) : word.endsWith(small)));
}

/** True for the beginning of any word of Windows, where a column was too narrow for it. */
export function isCutOff(part: string): boolean {
  const small = part.toLowerCase();
  return small.length >= LEAST_CUT && [...known()].some((word) => word.startsWith(small));
}

/** True for a word that Windows prints with some of its letters lost. */
export function isDamaged(word: string): boolean {
  if (!LOST.test(word) || word.replaceAll(new RegExp(LOST, "g"), "").length < LEAST_LETTERS) return false;
  const signs = [...word.toLowerCase()];
  return printed().some(
    (one) =>
      one.length === signs.length && [...one].every((sign, at) => sign === signs[at] || LOST.test(signs[at] ?? "")),
  );
}

/** Ends of names in the domain name system that say nothing of whose they are. */
const topLevels = new Set(
  "arpa biz com corp dom domain edu gov home info int intern internal intra intranet io lan lcl loc local localdomain mil net org priv private".split(
    " ",
  ),
);

/** Ends of files that may look like a country. */
const NO_COUNTRY = new Set(["ps", "gz", "py", "sh", "pl", "so", "md", "cc", "ai", "cs", "js", "ts", "to", "is", "vs"]);

/** True when dotted labels read like a name of the domain name system, by the last of them. */
export function endsLikeDomain(last: string): boolean {
  const small = last.toLowerCase();
  return topLevels.has(small) || (/^[a-z]{2}$/.test(small) && !NO_COUNTRY.has(small));
}

/** What is made when it is first asked for: most who load the library redact nothing. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
