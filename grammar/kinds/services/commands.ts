import { callsCmdlet } from "../../lexicon/cmdlet.ts";

/** Longest command line of cmd.exe. */
const LONGEST_COMMAND = 8191;
const SC = /(?:^|[\s&|\\"'])sc(?:\.exe)?["']?\s{1,20}(?:\\\\\S{1,64}\s{1,20})?query(?:ex)?(?=$|[\s>|&])/i;
const NET_START = /(?:^|[\s&|\\"'])net1?(?:\.exe)?["']?\s{1,20}start\s{0,20}(?:$|[>|&])/i;

/** `sc query` that asks for every kind of service, the running ones at least. */
const ALL_BY_SC =
  /(?:^|[\s&\\"'])sc(?:\.exe)?["']?\s{1,20}query(?:ex)?(?:\s{1,20}(?:type=\s{0,20}(?:service|all)|state=\s{0,20}(?:all|active)|bufsize=\s{0,20}\d{1,9})){0,3}\s{0,20}(?:>.{0,260})?$/i;
/** Get-Service without a name, sorted and formatted at most. */
const ALL_BY_CMDLET =
  /^(?:Get-Service|gsv)\s{0,20}(?:\|\s{0,20}(?:sort(?:-object)?|ft|fl|fw|format-(?:table|list|wide)|out-(?:string|file|host))\b[^|;&]{0,260}){0,4}(?:>.{0,260})?$/i;

export const asksSc = (command: string): boolean => command.length <= LONGEST_COMMAND && SC.test(command);
/** With a name behind it `net start` starts that service instead of listing all. */
export const asksNetStart = (command: string): boolean => command.length <= LONGEST_COMMAND && NET_START.test(command);
export const asksGetService = callsCmdlet("(?:Get-Service|gsv)");

/** True for a command that leaves out no running service. What nobody echoed may have been about a few. */
export function listsAll(command: string | null): boolean {
  if (command === null || command.length > LONGEST_COMMAND) return false;
  const trimmed = command.trim();
  return ALL_BY_SC.test(trimmed) || ALL_BY_CMDLET.test(trimmed);
}
