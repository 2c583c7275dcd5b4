import { type Block, joined, ranks } from "../markdown/blocks.ts";
import { codeSpan, inline, table } from "../markdown/escape.ts";
import { chaptersOf } from "./chapters.ts";
import type { ComparisonReporter } from "./comparison-reporter.ts";
import type { Chapter, Part } from "./part.ts";

/** For tickets: nothing captured in it can turn into markup, links or mentions. */
export const markdown: ComparisonReporter = {
  name: "markdown",
  async *render(comparison, { mostLines }) {
    const blocks = chaptersOf(comparison).flatMap(chapterBlocks);
    const made: Block = { rank: ranks.settings, lines: [`Made by chimneysweep ${inline(comparison.tool.version)}.`] };
    yield joined([...blocks, made], mostLines);
  },
};

function chapterBlocks({ title, parts }: Chapter): readonly Block[] {
  return [
    {
      rank: parts.some(({ rank }) => rank === ranks.overview) ? ranks.overview : ranks.verdict,
      lines: [`## ${inline(title)}`],
    },
    ...parts.flatMap(partBlocks),
  ];
}

/** The title goes with what follows it: without it, it would be left standing alone. */
function partBlocks({ title, rank, sentences, items = [], table: rows }: Part): readonly Block[] {
  const heading = title === null ? [] : [`### ${inline(title)}`, ""];
  const text = sentences.map((sentence) => (sentences.length > 1 ? `- ${inline(sentence)}` : inline(sentence)));
  const list = items.flatMap(({ mark, text: said, name, remark }) => [
    `- **${inline(mark)}**: ${inline(said)} (${codeSpan(name)})`,
    ...(remark === "" ? [] : [`  - ${inline(remark)}`]),
  ]);
  const cells = rows === undefined ? [] : table([rows.heading, ...rows.rows], rows.align);
  const [first, ...others] = [text, list, cells].filter((lines) => lines.length > 0);
  if (first === undefined) return [];
  const cut = rows === undefined ? {} : { least: 3 };
  return [{ rank, lines: [...heading, ...first], ...cut }, ...others.map((lines) => ({ rank, lines, ...cut }))];
}
