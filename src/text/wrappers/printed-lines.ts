const row = /(?:TCP|UDP|tcp|udp)(?:v6)?[ \t]+[^\s:][^\s]{0,300}:[^\s]{1,64}[ \t]+[^\s]{1,300}:/;
const rowAlone = new RegExp(`^[ \\t]{0,80}${row.source}`);
const answer = new RegExp(`${row.source}|-{20}`);

/** True for a row of netstat. */
export function isRow(text: string): boolean {
  return rowAlone.test(text);
}

/** Index of a row or of the rule under a title in a line: something that a command printed; undefined for none. */
export function answerIn(text: string): number | undefined {
  const at = text.search(answer);
  return at < 0 ? undefined : at;
}
