/** Longest command line that is looked at; PowerShell's own limit is far away from any that people type. */
const LONGEST_COMMAND = 8191;

/** Makes the question whether a command line calls a cmdlet of PowerShell, by itself or among others. */
export function callsCmdlet(cmdlet: string): (command: string) => boolean {
  const call = new RegExp(`(?:^|[\\s|&;=({\\\\"'])${cmdlet}(?![\\w-])`, "i");
  return (command) => command.length <= LONGEST_COMMAND && call.test(command);
}
