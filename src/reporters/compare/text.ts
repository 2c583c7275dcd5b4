import { printable } from "../printable.ts";
import { openPage, type Page } from "../text/page.ts";
import { chaptersOf } from "./chapters.ts";
import type { ComparisonReporter } from "./comparison-reporter.ts";
import type { Chapter, Part, PartItem, PartTable } from "./part.ts";

/** For people: host by host, what is different first. All captured text in it is made printable. */
export const text: ComparisonReporter = {
  name: "text",
  async *render(comparison, { columns, paint, detail }) {
    const page = await openPage(columns, paint);
    yield `${page.paint.faint(`chimneysweep ${printable(comparison.tool.version)}`)}\n`;
    for (const chapter of chaptersOf(comparison, detail)) {
      yield chapterLines(chapter, page)
        .map((line) => `${line}\n`)
        .join("");
    }
  },
};

function chapterLines({ title, parts }: Chapter, page: Page): readonly string[] {
  return [
    "",
    ...page.paragraph(page.paint.strong(printable(title)), 0),
    ...parts.flatMap((part) => partLines(part, page)),
  ];
}

function partLines({ title, sentences, items = [], table, oneLineRows = false }: Part, page: Page): readonly string[] {
  const indent = title === null ? 2 : 4;
  return [
    ...(title === null ? [] : ["", ...page.paragraph(page.paint.strong(printable(title)), 2)]),
    ...sentences.flatMap((sentence) => page.paragraph(printable(sentence), indent)),
    ...items.flatMap((item) => itemLines(item, page)),
    ...tableLines(table, oneLineRows, page),
  ];
}

function tableLines(table: PartTable | undefined, oneLineRows: boolean, page: Page): readonly string[] {
  if (table === undefined) return [];
  const rows = [table.heading, ...table.rows].map((row) => row.map(printable));
  return oneLineRows ? page.rows(rows, table.align, 2) : page.table(rows, { indent: 4, align: table.align });
}

function itemLines({ mark, text: said, name, remark }: PartItem, page: Page): readonly string[] {
  const rule = page.paint.faint(`[${printable(name)}]`);
  return [
    ...page.paragraph(`${page.paint.strong(mark)}: ${printable(said)} ${rule}`, 4),
    ...(remark === "" ? [] : page.paragraph(printable(remark), 6)),
  ];
}
