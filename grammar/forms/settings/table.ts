import { linesOf, type PrintedLine, reclassed, valuesOf } from "../../contract/lines.ts";
import { localeOf, type Phrase } from "../../lexicon/phrases.ts";
import type { SettingsWords } from "./labels.ts";
import type { Block, CutLine, SettingRow, TitleLine } from "./language.ts";

/** What a listing holds before it is known what its labels mean. */
export interface Table<K> {
  readonly lines: readonly PrintedLine[];
  readonly rows: readonly SettingRow<K>[];
  /** The labels that are known, those without a value too. */
  readonly labels: readonly Phrase<K>[];
  readonly titles: readonly Phrase<unknown>[];
  readonly locale: string | null;
}

/** Puts the blocks of a listing together. */
export function tableOf<K>(
  above: readonly PrintedLine[],
  blocks: readonly Block<K>[],
  { others }: SettingsWords<K>,
): Table<K> {
  const lines = [...above, ...blocks.flatMap(({ parts, below }) => [...linesOf(parts), ...below])];
  const rows = blocks.flatMap(({ parts }) => valuesOf(parts));
  const titles = lines.filter((own): own is TitleLine => own.is === "title").map(({ value }) => value);
  const cut = lines.filter((own): own is CutLine<K> => own.is === "cut").map(({ value }) => value);
  const labels = [...rows.map(({ phrase }) => phrase), ...cut].filter((phrase) => phrase !== undefined);
  // English words occur in most languages, so a table that is mostly unknown has no language that we know.
  const isSpoken = others === "kept" || labels.length * 2 >= rows.length;
  return { lines, rows, titles, labels, locale: isSpoken ? localeOf([...titles, ...labels]) : null };
}

/**
 * The blocks without the rows of another listing that follows: unknown labels behind a blank line, where the known ones
 * stand together. Their lines are unrelated.
 */
export function ownBlocks<K>(blocks: readonly Block<K>[]): readonly Block<K>[] {
  const isOwn = ({ parts }: Block<K>) => valuesOf(parts).some(({ phrase }) => phrase !== undefined);
  const last = blocks.findLastIndex(isOwn);
  if (blocks.filter(isOwn).length !== 1) return blocks;
  return blocks.map((block, at) =>
    at > last ? { ...block, parts: [{ lines: linesOf(block.parts).map(unrelated) }] } : block,
  );
}

function unrelated(own: PrintedLine): PrintedLine {
  return own.class === "record" ? reclassed(own, "unrelated") : own;
}
