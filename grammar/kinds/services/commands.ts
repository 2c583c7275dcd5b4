import P from "parsimmon";
import { callsCmdlet, cmdletName } from "../../lexicon/cmdlet.ts";
import { commandBlanks, commandEnd, inCommand, isCommand, program } from "../../lexicon/command-line.ts";

const GET_SERVICE = ["Get-Service", "gsv"] as const;

const server = P.regexp(/\\\\\S{1,64}\s+/).desc("a server");
const query = P.regexp(/query(?:ex)?(?=$|[\s>|&])/i).desc("query");
const start = P.regexp(/start/i).desc("start");
/** What leaves out no running service: `type= service`, `state= all`, `bufsize= 65536`. */
const scOption = P.regexp(/\s+(?:type=\s*(?:service|all)|state=\s*(?:all|active)|bufsize=\s*\d{1,9})(?=$|\s)/i);
const pipe = P.regexp(/\s*\|\s*/);
const formatter = cmdletName(
  ...["Sort-Object", "sort", "Format-Table", "ft", "Format-List", "fl", "Format-Wide", "fw"],
  ...["Out-String", "Out-File", "Out-Host"],
);
const formatting = P.regexp(/[^|;&>]{0,260}/);
const toFile = P.regexp(/\s*>.{0,260}/).or(P.of(""));

/** `sc \\SRV01 queryex type= service` */
const scQuery = program("sc")
  .then(server.or(P.of("")))
  .then(query);
/** With a name behind it `net start` starts that service instead of listing all. */
const netStart = P.alt(program("net"), program("net1")).then(start).then(commandEnd);

const scOfAll = program("sc").then(query).then(scOption.times(0, 3)).then(toFile).then(P.regexp(/\s*/)).then(P.eof);
const cmdletOfAll = cmdletName(...GET_SERVICE)
  .then(P.seq(pipe, formatter, formatting).times(0, 4))
  .then(commandBlanks)
  .then(toFile);

const callOfSc = inCommand(scQuery);
const callOfNet = inCommand(netStart);
const callOfScForAll = inCommand(scOfAll);
const isCmdletForAll = isCommand(cmdletOfAll);

export const asksSc = (command: string): boolean => callOfSc(command) !== undefined;
export const asksNetStart = (command: string): boolean => callOfNet(command) !== undefined;
export const asksGetService = callsCmdlet(...GET_SERVICE);

/** True for a command that leaves out no running service. What nobody echoed may have been about a few. */
export function listsAll(command: string | null): boolean {
  return command !== null && (callOfScForAll(command) !== undefined || isCmdletForAll(command));
}
