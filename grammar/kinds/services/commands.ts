import P from "parsimmon";
import { fits } from "../../contract/lines.ts";
import { callsCmdlet, cmdletName } from "../../lexicon/cmdlet.ts";
import { token } from "../../lexicon/lexemes.ts";
import { callOf, type ProgramCall } from "../../lexicon/programs.ts";

const GET_SERVICE = ["Get-Service", "gsv"] as const;
const LONGEST_COMMAND = 8191;

const blank = P.string(" ");
const blanks = token(/\s*/);
const server = token(/\\\\\S{1,64} /).desc("a server");
const query = token(/query(?:ex)?(?= |$)/i).desc("query");
/** What leaves out no running service. */
const scOption = token(/type= ?(?:service|all)|state= ?(?:all|active)|bufsize= ?\d{1,9}/i);
const pipe = token(/\s*\|\s*/);
const formatter = cmdletName(
  ...["Sort-Object", "sort", "Format-Table", "ft", "Format-List", "fl", "Format-Wide", "fw"],
  ...["Out-String", "Out-File", "Out-Host"],
);
const formatting = token(/[^|;&>]{0,260}/);
const toFile = token(/>.{0,260}/).or(P.of(""));

/** `\\SRV01 queryex type= service` */
const scQuery = server.or(P.of("")).then(query).skip(P.all);
/** `query type= service state= all` */
const scQueryOfAll = query.then(blank.then(scOption).times(0, 3));
/** `Get-Service | Sort-Object Status | Format-Table -AutoSize` */
const cmdletOfAll = cmdletName(...GET_SERVICE)
  .then(P.seq(pipe, formatter, formatting).times(0, 4))
  .then(blanks)
  .then(toFile)
  .trim(blanks);

const callOfSc = callOf("sc");
const callOfNet = callOf("net", "net1");

export const asksGetService = callsCmdlet(...GET_SERVICE);

export function asksSc(command: string): boolean {
  return fits(scQuery, wordsOf(callOfSc(command)));
}

/** With a name behind it `net start` starts that service instead of listing all. */
export function asksNetStart(command: string): boolean {
  return wordsOf(callOfNet(command)).toLowerCase() === "start";
}

/** True for a command that leaves out no running service. What nobody echoed may have been about a few. */
export function listsAll(command: string | null): boolean {
  if (command === null || command.length > LONGEST_COMMAND) return false;
  const call = callOfSc(command);
  return call === undefined ? fits(cmdletOfAll, command) : call.pipe === null && fits(scQueryOfAll, wordsOf(call));
}

/** What stands behind the program, with one blank between two words. */
function wordsOf(call: ProgramCall | undefined): string {
  return call?.words.join(" ") ?? "";
}
