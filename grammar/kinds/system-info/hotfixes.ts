/** `wmic qfe list`, `Get-HotFix`, and the class that both of them ask. */
const listing = /\bwmic(?:\.exe)?\s.{0,80}\bqfe\b|(?:^|[\s|&;({\\"'])Get-HotFix(?![\w-])|Win32_QuickFixEngineering/i;

/** What makes such a command, or `systeminfo`, show some of the hotfixes only. */
const filter = /KB\d|\s-Id\b|\bwhere\b|\|(?!\s{0,80}(?:sort|format-|ft\b|fl\b|out-|more\b|tee))/i;

// Update           KB2525390  LAB\admin            3/12/2012
const row = /(?:^|[ \t])(KB\d{5,8})(?=[ \t]|$)/i;

/** Who or what only a row of these tables has behind or before the number of a hotfix. */
const company = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|NT AUTHORITY\\|kbid=/i;

const LONGEST_ROW = 600;
const LONGEST_COMMAND = 8191;

/** True for a command that lists the installed hotfixes. */
export function asksForHotfixes(command: string): boolean {
  return command.length <= LONGEST_COMMAND && listing.test(command);
}

/** True for a command that leaves some of the hotfixes out, or may do so. */
export function picksHotfixes(command: string | null): boolean {
  return command !== null && (command.length > LONGEST_COMMAND || filter.test(command));
}

/** The hotfix of a row in a table of them. */
export function hotfixInTable(line: string): string | undefined {
  return line.length > LONGEST_ROW ? undefined : row.exec(line)?.[1];
}

/** The hotfix of a line that can only be such a row, wherever it stands. */
export function hotfixInRow(line: string): string | undefined {
  const hotfix = hotfixInTable(line);
  return hotfix !== undefined && company.test(line) && /[ \t]{2}/.test(line.trim()) ? hotfix : undefined;
}
