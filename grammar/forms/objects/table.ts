/** A column of a PowerShell table: its title, and where the dashes under it begin and end. */
export interface TableColumn {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

const LONGEST_RULE = 4000;
const MOST_COLUMNS = 60;
/** Characters that a terminal draws two columns wide. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
/** Stands for the second half of a wide character while a line is cut. */
const HALF = "\0";

/** True for the line of dashes under the titles of a table. */
export function isTableRule(text: string): boolean {
  if (text.length > LONGEST_RULE || !text.includes("--")) return false;
  for (const letter of text) if (letter !== "-" && letter !== " " && letter !== "\t") return false;
  return true;
}

/** The columns that a heading and the dashes under it make; undefined when they do not fit together. */
export function tableColumns(heading: string, rule: string): readonly TableColumn[] | undefined {
  if (!isTableRule(rule)) return undefined;
  const groups = [...rule.matchAll(/-+/g)].map((found) => ({ from: found.index, to: found.index + found[0].length }));
  if (groups.length > MOST_COLUMNS) return undefined;
  const titles = cut(heading, groups);
  return titles?.every((title) => title !== "")
    ? groups.map((group, at) => ({ ...group, title: titles[at] ?? "" }))
    : undefined;
}

/**
 * The cells of a row, one for each column, empty where nothing is printed; undefined when it can't be told what stands
 * under which title. Numbers stand at the right end of their column and may begin before its dashes.
 */
export function tableCells(row: string, columns: readonly TableColumn[]): readonly string[] | undefined {
  const parts = row.trim().split(/[ \t]{2,}|\t/);
  const byGaps = parts.length === columns.length ? parts : undefined;
  // A TAB is as wide as some terminal made it.
  if (row.includes("\t") && byGaps !== undefined) return byGaps;
  const wide = row.replaceAll(WIDE, `$&${HALF}`);
  const cells = (wide === row ? undefined : cut(wide, columns)) ?? cut(row, columns);
  return cells?.map((cell) => cell.replaceAll(HALF, "")) ?? byGaps;
}

/** Cuts a line before each group of dashes, or at the last blank before it where a cell reaches over its beginning. */
function cut(
  text: string,
  groups: readonly { readonly from: number; readonly to: number }[],
): readonly string[] | undefined {
  const cells: string[] = [];
  let start = 0;
  for (const [at, group] of groups.entries()) {
    const next = groups[at + 1];
    const end = next === undefined ? text.length : cutBefore(text, group.to, next.from);
    if (end === undefined) return undefined;
    cells.push(text.slice(start, end).trim());
    start = end;
  }
  return cells;
}

/** Where the cell ends that stands before the group beginning at `from`; undefined when no blank stands between. */
function cutBefore(text: string, least: number, from: number): number | undefined {
  if (from >= text.length || /\s/.test(text[from - 1] ?? " ")) return from;
  for (let at = from - 1; at >= least; at -= 1) if (/\s/.test(text[at] ?? "")) return at;
  return undefined;
}
